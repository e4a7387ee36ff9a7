"""The whole site as plain Markdown: readable as it is, and for any site engine that reads Markdown."""
