"""A programme to read, for who takes part: without what is for the host."""
