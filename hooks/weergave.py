"""Door into MkDocs for what a page shows: its text, its meta, and what is let go of when it has been written."""

from kennisbank.engines.mkdocs.events import (
    on_env,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_page_read_source,
    on_post_page,
    on_template_context,
)

__all__ = [
    "on_env",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_page_read_source",
    "on_post_page",
    "on_template_context",
]
