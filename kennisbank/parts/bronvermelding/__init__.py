"""How a text is cited: as words to copy, and as files for who keeps a list of sources."""
