"""Door into MkDocs for all that is not a page: feeds, redirects, schemas."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from kennisbank.outputs import outputs


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    for address, text in outputs(config.extra["kennisbank"].knowledge, config.site_url or "/", config.site_name):
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
