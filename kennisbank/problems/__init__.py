"""What can be wrong, in Dutch: every kind of problem with cause and cure, a problem itself, and the ways to say it."""
