"""The forms to write a text."""
