"""All praktijkvoorbeelden."""
