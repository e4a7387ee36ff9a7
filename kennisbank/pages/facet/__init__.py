"""The page of a facet."""
