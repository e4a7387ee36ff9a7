"""The title of a page, and the sentence below it."""
