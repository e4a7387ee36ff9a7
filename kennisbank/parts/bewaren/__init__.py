""" "Bewaar" on a page, and how much is kept."""
