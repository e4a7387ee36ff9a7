"""The reference of fields."""
