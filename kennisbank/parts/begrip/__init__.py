"""A word that opens its explanation."""
