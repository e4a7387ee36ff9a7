"""The list of ruimtes."""
