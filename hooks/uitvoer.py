"""Door into MkDocs for all that is not a page: feeds, redirects, schemas, and what the finder reads."""

from kennisbank.engines.mkdocs.events import on_post_build

__all__ = ["on_post_build"]
