"""All that is not a page, written beside the pages of an engine: styles, scripts, feeds, redirects, the index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kennisbank.finding import indexing
from kennisbank.model import open_data
from kennisbank.outputs import hosting, moved, per_text
from kennisbank.outputs.offered import outputs, security
from kennisbank.outputs.open_data import OpenData
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
    made = {**dict(outputs(site.knowledge, site.listed, *where, site.made)), **site.printed}
    fetched = site.assets.written().items()
    there = {*made, *open_data.FILES}
    for address, content in [*made.items(), *moved.generate(site, there, *where), *fetched]:
        _write(folder / address, content)
    for address, pieces in OpenData(site, *where).files():
        _write(folder / address, pieces)
    for address, text in security(site.knowledge.project.security, site_url):
        _write(folder / address, text)
    if host := site.knowledge.project.host:
        for address, content in hosting.files(host, hosting.view(site, there, site_url)):
            _write(folder / address, content)
    if parts == 1:  # otherwise a process of its own does it
        indexing.write(site.knowledge, folder, site.openings())


def _write(file: Path, content: str | bytes | Iterator[bytes]) -> None:
    pieces = content.encode() if isinstance(content, str) else content
    try:
        written = file.open("wb")
    except FileNotFoundError:  # most stand beside a page: asking each time for its folder takes longer
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.open("wb")
    with written:
        if isinstance(pieces, bytes):
            written.write(pieces)
        else:  # piece by piece: all texts together may be large
            written.writelines(pieces)
