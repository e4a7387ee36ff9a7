"""A text that ends a sentence."""
