"""What the site does without a network: what a browser keeps of it, and what a page says of that."""
