"""What belongs together and what answers a question: related stories, search entries, synonyms, and the index."""
