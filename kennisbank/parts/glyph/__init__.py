"""The cells of the ruimtes, of which those of a text are filled: the mark by which its ruimtes are seen at once."""
