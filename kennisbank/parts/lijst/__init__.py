"""A list of stories, with its crossings aside."""
