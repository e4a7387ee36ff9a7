"""A picture with its caption."""
