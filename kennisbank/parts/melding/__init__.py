"""What is said in passing, and what must not be missed."""
