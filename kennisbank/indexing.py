"""Writes what the finder reads: tables of our own, and the index that Pagefind makes."""

from __future__ import annotations

import asyncio
import gzip
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

import jinja2
from pagefind.index import IndexConfig, PagefindIndex

from kennisbank import search, urls
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
    """Write all that the finder reads below `site`: its tables, the index, and the names of the stories in it."""
    entries = list(search.entries(knowledge))
    names = index(entries, site)
    stories = {"verhalen": [names[entry.address] for entry in entries if entry.number is not None]}
    for name, table in (search.tables(knowledge, entries) | stories).items():
        file = site / urls.ZOEKEN / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"
        file.write_text(text, encoding="utf-8", newline="\n")


def index(entries: Iterable[Entry], site: Path) -> dict[str, str]:
    """Write the index of these entries below `site`; the same entries in the same order give the same files.

    Returns the name by which the index knows each address: a browser that has it needs no search to show a story.
    Each entry goes to Pagefind as a small page of its own, all of them in one folder: handed over one by one, its
    Python door waits a tenth of a second for each. Its filters are not used: their files differ from run to run.
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
    return {_address(file): file.stem for file in (site / FOLDER / "fragment").iterdir()}


def _address(fragment: Path) -> str:
    """Return the address of the page that a file of Pagefind holds: a signature of its own, and then JSON."""
    held = gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd")
    return str(json.loads(held)["meta"]["url"])


async def _pagefind(pages: str, out: Path) -> None:
    async with PagefindIndex(config=IndexConfig(force_language="nl", output_path=str(out))) as index:
        await index.add_directory(pages)
