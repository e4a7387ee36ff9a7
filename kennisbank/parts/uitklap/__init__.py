"""A part of a page that is folded until somebody wants it; on paper it is open."""
