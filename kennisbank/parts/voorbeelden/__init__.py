"""Short examples on the page of something else: links with a sentence."""
