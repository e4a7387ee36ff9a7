"""The tables of two facets."""
