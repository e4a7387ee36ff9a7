"""What is kept in the browser, and what a reader gets without a network for a page that is not."""
