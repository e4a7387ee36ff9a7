"""The page of a praktijkvoorbeeld, and the list of all of them."""
