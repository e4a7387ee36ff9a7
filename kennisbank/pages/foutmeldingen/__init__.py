"""The messages of the check."""
