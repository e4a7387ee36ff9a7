"""From bytes to records, or to problems: files, front matter, Markdown, references, pictures, withdrawal, settings."""
