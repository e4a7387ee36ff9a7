"""The page of a question, with what answers it."""
