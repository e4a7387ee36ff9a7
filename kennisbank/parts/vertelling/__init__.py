"""The layout of a story or a praktijkvoorbeeld: first what is told, then what somebody can do with it."""
