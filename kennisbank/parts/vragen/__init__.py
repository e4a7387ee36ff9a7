"""Questions and pages: a title with a sentence below it."""
