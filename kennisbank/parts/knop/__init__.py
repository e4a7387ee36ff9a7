"""A button."""
