"""The top of every page."""
