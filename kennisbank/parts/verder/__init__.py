"""Where a page leads on to."""
