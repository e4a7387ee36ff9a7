"""A hand-written page."""
