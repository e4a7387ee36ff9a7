"""The short address of a text, below it: for who wants to name it on paper or aloud."""
