"""The opening picture of a story: a photograph, or else its drawing."""
