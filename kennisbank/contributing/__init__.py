"""What writers get: a file to fill in, words for each field, papers for the forge, and links that are looked after."""
