"""All that is not a page, written beside the pages of MkDocs: feeds, redirects, schemas, and what the finder reads."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from kennisbank.finding import indexing
from kennisbank.outputs import moved
from kennisbank.outputs.offered import outputs
from kennisbank.pages.site import Site


def write(config: MkDocsConfig) -> None:
    """Write it into the folder of the site; of a build that is split the first part does so."""
    part, parts = config.extra.get("deel", (0, 1))
    if part != 0:
        return
    site: Site = config.extra["kennisbank"]
    folder = Path(config.site_dir)
    where = (config.site_url or "/", config.site_name)
    made = {**dict(outputs(site.knowledge, site.listed, *where)), **site.printed}
    for address, content in [*made.items(), *moved.generate(site, made, *where)]:
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    if parts == 1:  # otherwise a process of its own does it
        indexing.write(site.knowledge, folder)
