"""The reference of fields and values."""
