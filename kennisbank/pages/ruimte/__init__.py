"""The page of a ruimte."""
