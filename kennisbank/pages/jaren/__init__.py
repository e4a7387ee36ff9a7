"""The stories by their years."""
