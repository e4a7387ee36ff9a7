"""Writes what the finder reads: tables of our own, and the index that Pagefind makes."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pagefind.service import get_executable

from kennisbank.finding import search
from kennisbank.finding.search import Entry
from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render
from kennisbank.parts.scripts import data

FOLDER = "pagefind"
LANGUAGE = "unknown"
"""To Pagefind: it then keeps each word as it is written. Its Dutch takes "dans" for "dan", which every story has."""
UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js", "fragment")
"""What Pagefind writes too and no page of ours asks for: its own search boxes, other languages, its own texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(FileView):
    """A page as it goes to Pagefind: `samenvatting` are the words that say what it is about, `andere` all others."""

    template: ClassVar[str] = "search.html"
    titel: str
    label: str
    samenvatting: tuple[str, ...]
    andere: tuple[str, ...]


def write(knowledge: KnowledgeBase, site: Path) -> None:
    """Write all that the finder reads below `site`: the index, the texts by their name in it, and the tables."""
    entries = list(search.entries(knowledge))
    names = index(entries, site)
    tables = search.tables(knowledge, entries)
    tables["verhalen"] = tuple(names[entry.address] for entry in entries if entry.number is not None)
    for name in ("voorbeelden", "werkvormen"):
        tables[name] = tuple(names[entry.address] for entry in _rows(entries, name))
    tables |= {f"teksten/{names[entry.address]}": entry.shown() for entry in entries}
    for folder in ("keuzes", "teksten", "woorden"):
        (site / urls.ZOEKEN / folder).mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        text = json.dumps(data(table), ensure_ascii=False, separators=(",", ":")) + "\n"
        (site / urls.ZOEKEN / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def _rows(entries: Iterable[Entry], table: str) -> list[Entry]:
    """Return what stands in a table beside that of the stories, in its order."""
    found = {entry.row[1]: entry for entry in entries if entry.row and entry.row[0] == table}
    return [found[number] for number in sorted(found)]


def index(entries: Iterable[Entry], site: Path) -> dict[str, str]:
    """Write the index of these entries below `site`; the same entries in the same order give the same files.

    Returns the name by which the index knows each address. Each entry goes to Pagefind as a small page of its own. Its
    filters are not used: their files differ from run to run. Neither are its fragments, which have each word once.
    """
    addresses = {}
    with tempfile.TemporaryDirectory() as folder:
        for entry in entries:
            place = entry.address.replace("#", "").strip("/")
            page = Path(folder, place, "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(render(_view(entry)), encoding="utf-8")
            addresses[f"/{place}/"] = entry.address
        made = Path(folder, FOLDER)
        _pagefind(folder, made)
        names = {addresses[_page(file)]: file.stem for file in (made / "fragment").iterdir()}
        shutil.copytree(made, site / FOLDER, ignore=shutil.ignore_patterns(*UNUSED))
    return names


def _view(entry: Entry) -> IndexView:
    first, others = entry.words()
    return IndexView(titel=entry.title, label=entry.label, samenvatting=tuple(first), andere=tuple(others))


def _page(fragment: Path) -> str:
    """Return the page that a file of Pagefind is of, as an address: a signature of its own, and then JSON."""
    held = gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd")
    return str(json.loads(held)["url"])


def _pagefind(pages: str, out: Path) -> None:
    """Run Pagefind on a folder of pages. Raises `subprocess.CalledProcessError` when it fails.

    As a program of its own, which ends when its files are written. The service behind its Python class answers before,
    and the class then ends it at once: now and then a file stays empty. On a full disk it says nothing: so it does not
    write to the site.
    """
    command = [get_executable() or "pagefind", "--silent", "--force-language", LANGUAGE, "--site", pages]
    subprocess.run([*command, "--output-path", out], cwd=pages, check=True, capture_output=True)
