"""A list on the site of somebody else: a small page without head and foot, for in a frame."""
