"""The commands: each is a module with its arguments, its Dutch words and its exit status; the rooms do the work."""
