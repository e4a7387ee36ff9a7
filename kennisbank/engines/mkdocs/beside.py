"""All that is no page, written beside the pages of MkDocs: feeds, redirects, schemas, data, what the finder reads."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from kennisbank.finding import indexing
from kennisbank.outputs import moved, per_text
from kennisbank.outputs.offered import outputs
from kennisbank.pages.site import Site


def write(config: MkDocsConfig) -> None:
    """Write it into the folder of the site.

    Of a build that is split each part writes what stands beside its texts, and the first all the rest.
    """
    part, parts = config.extra.get("deel", (0, 1))
    site: Site = config.extra["kennisbank"]
    folder = Path(config.site_dir)
    for address, content in per_text.files(site, part, parts):
        _write(folder / address, content)
    if part != 0:
        return
    where = (config.site_url or "/", config.site_name)
    made = {**dict(outputs(site.knowledge, site.listed, *where)), **site.printed}
    for address, content in [*made.items(), *moved.generate(site, made, *where)]:
        _write(folder / address, content)
    if parts == 1:  # otherwise a process of its own does it
        indexing.write(site.knowledge, folder)


def _write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
