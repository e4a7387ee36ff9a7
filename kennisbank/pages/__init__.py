"""What each kind of page shows, and which pages there are."""
