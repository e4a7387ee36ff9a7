"""Door into MkDocs for all that is not a page: feeds, redirects, schemas, and what the finder reads."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from kennisbank.engines.mkdocs import beside


def on_post_build(config: MkDocsConfig) -> None:
    beside.write(config)
