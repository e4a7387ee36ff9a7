"""The list of facets."""
