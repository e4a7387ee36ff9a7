"""Facts: a name and its values."""
