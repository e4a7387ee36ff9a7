"""The map of the provinces."""
