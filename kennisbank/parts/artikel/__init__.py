"""The layout of a story, a werkvorm, a question or a ruimte."""
