"""One side of paper about a story or a werkvorm."""
