"""The page of the open data."""
