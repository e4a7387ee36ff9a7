"""The page of a value, or of a pair: the stories that have it."""
