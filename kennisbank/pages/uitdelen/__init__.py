"""A hand-out of a story."""
