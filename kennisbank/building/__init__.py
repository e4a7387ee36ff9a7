"""A whole build: made in a folder, read back, and put in the place of the old site."""
