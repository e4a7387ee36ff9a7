"""One side of paper about a story, a werkvorm or a praktijkvoorbeeld."""
