"""The cards to print."""
