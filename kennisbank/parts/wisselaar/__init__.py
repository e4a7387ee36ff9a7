"""One of a few, side by side."""
