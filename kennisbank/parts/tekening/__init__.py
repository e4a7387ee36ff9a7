"""The drawing of a shared practice."""
