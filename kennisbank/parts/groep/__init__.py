"""Groups within an overview."""
