"""The page of a werkvorm."""
