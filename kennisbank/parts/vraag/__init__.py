"""A question that must be answered first."""
