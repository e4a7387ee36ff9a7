"""What a page offers to who wants its list on a site of their own: a piece of HTML to copy."""
