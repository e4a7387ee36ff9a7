"""All that is not a page, written beside the pages of an engine: styles, scripts, feeds, redirects, the index."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from kennisbank.finding import indexing
from kennisbank.model import open_data
from kennisbank.outputs import hosting, moved, per_text
from kennisbank.outputs.offered import outputs, security
from kennisbank.outputs.open_data import OpenData
from kennisbank.pages.site import Site

Content = str | bytes | Iterator[bytes]
"""What is in a file: its text, its bytes, or those piece by piece, where all of them together may be large."""
Put = Callable[[str, Content], None]
"""Writes a file of a site, by its address."""


def write(site: Site, folder: Path, site_url: str, site_name: str) -> None:
    """Write it all into the folder of a site; `site_url` is the address that it will have, and ends with `/`."""
    put = into(folder)
    for address, content in itertools.chain(per_text.files(site), once(site, site_url, site_name)):
        put(address, content)
    indexing.write(site.knowledge, folder, site.openings())


def once(site: Site, site_url: str, site_name: str) -> Iterator[tuple[str, Content]]:
    """Yield the address and the content of all that neither belongs to one text (`per_text`) nor to the finder."""
    where = (site_url, site_name)
    made = {**dict(outputs(site.knowledge, site.listed, *where, site.made)), **site.printed}
    there = {*made, *open_data.FILES}
    yield from made.items()
    yield from moved.generate(site, there, *where)
    yield from site.assets.written().items()
    yield from OpenData(site, *where).files()
    yield from security(site.knowledge.project.security, site_url)
    if host := site.knowledge.project.host:
        yield from hosting.files(host, hosting.view(site, there, site_url))


def into(folder: Path) -> Put:
    """Return what writes into a folder."""

    def put(address: str, content: Content) -> None:
        file = folder / address
        try:
            written = file.open("wb")
        except FileNotFoundError:  # most stand beside a page: asking each time for its folder takes longer
            file.parent.mkdir(parents=True, exist_ok=True)
            written = file.open("wb")
        with written:
            for piece in pieces(content):
                written.write(piece)

    return put


def pieces(content: Content) -> Iterator[bytes]:
    """Yield the bytes of a file in order."""
    if isinstance(content, str):
        yield content.encode()
    elif isinstance(content, bytes):
        yield content
    else:
        yield from content
