"""The list of werkvormen."""
