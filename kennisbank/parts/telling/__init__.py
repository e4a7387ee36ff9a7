"""A row: a link, and how many stories it leads to."""
