"""Writes what the finder reads: tables of our own, and the index that Pagefind makes."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterable
from pathlib import Path

import jinja2
from pagefind.index import IndexConfig, PagefindIndex

from kennisbank import search
from kennisbank.knowledge import KnowledgeBase
from kennisbank.search import Entry

FOLDER = "pagefind"
UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind writes too and no page of ours asks for: its own search boxes, and words of other languages."""

_template = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
).get_template("search.html")


def write(knowledge: KnowledgeBase, site: Path) -> None:
    """Write all that the finder reads below `site`."""
    entries = list(search.entries(knowledge))
    for address, content in search.files(knowledge, entries):
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    index(entries, site)


def index(entries: Iterable[Entry], site: Path) -> None:
    """Write the index of these entries below `site`; the same entries in the same order give the same files.

    Each goes to Pagefind as a small page of its own, all of them in one folder: handed over one by one, its Python
    door waits a tenth of a second for each. Its filters are not used: their files differ from run to run.
    """
    with tempfile.TemporaryDirectory() as folder:
        for entry in entries:
            page = Path(folder, entry.address.replace("#", ""), "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_template.render(entry=entry), encoding="utf-8")
        asyncio.run(_pagefind(folder, site / FOLDER))
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()


async def _pagefind(pages: str, out: Path) -> None:
    async with PagefindIndex(config=IndexConfig(force_language="nl", output_path=str(out))) as index:
        await index.add_directory(pages)
