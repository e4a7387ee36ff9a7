"""All that is not a page, written beside the pages of an engine: styles, scripts, feeds, redirects, the index."""

from __future__ import annotations

from pathlib import Path

from kennisbank.finding import indexing
from kennisbank.outputs import moved, per_text
from kennisbank.outputs.offered import outputs
from kennisbank.pages.site import Site


def write(site: Site, folder: Path, site_url: str, site_name: str, part: int = 0, parts: int = 1) -> None:
    """Write it into the folder of a site; `site_url` is the address that it will have, and ends with `/`.

    Of a build that is split each part writes what stands beside its texts, and the first all the rest.
    """
    for address, content in per_text.files(site, part, parts):
        _write(folder / address, content)
    if part != 0:
        return
    where = (site_url, site_name)
    made = {**dict(outputs(site.knowledge, site.listed, *where)), **site.printed}
    fetched = site.assets.written().items()
    for address, content in [*made.items(), *moved.generate(site, made, *where), *fetched]:
        _write(folder / address, content)
    if parts == 1:  # otherwise a process of its own does it
        indexing.write(site.knowledge, folder, site.openings())


def _write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
