"""What a script must know of names that changed."""
