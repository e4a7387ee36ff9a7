"""The reference of values."""
