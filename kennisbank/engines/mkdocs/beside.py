"""What is not a page (`outputs.beside`), written when MkDocs has written the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kennisbank.outputs import beside

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def write(config: MkDocsConfig) -> None:
    """Write it into the folder of the site, unless whoever asked for a share of the pages does so."""
    if "aandeel" not in config.extra:
        site = config.extra["kennisbank"]
        beside.write(site, Path(config.site_dir), config.site_url or "/", config.site_name)
