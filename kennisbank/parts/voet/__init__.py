"""The foot of every page."""
