"""The notice at the address of a story that was withdrawn."""
