"""The box for a text."""
