"""A table in a text."""
