"""Where a page stands among the others."""
