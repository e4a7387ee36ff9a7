"""The index that Pagefind makes: what is kept of it, and that it is the same each time."""

from __future__ import annotations

import gzip
from pathlib import Path

from kennisbank import indexing
from kennisbank.search import Entry
from tests.site_support import fingerprint

FOUND = [
    *(
        Entry(
            f"verhalen/verhaal-{n}/",
            f"Samenvatting {n} ¶ Tekst over <kunst> & cultuur.",
            "trefwoord",
            {"title": "T"},
            n,
        )
        for n in range(20)
    ),
    Entry("begrippen/#leerlijn", "Een begrip. ¶", "leerlijnen", {"title": "Leerlijn", "soort": "Begrip"}),
]


def test_the_same_pages_give_the_same_files(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        indexing.index(FOUND, tmp_path / name)
    assert fingerprint(tmp_path / "een") == fingerprint(tmp_path / "twee")


def test_only_what_the_finder_asks_for_is_kept(tmp_path: Path) -> None:
    indexing.index(FOUND, tmp_path)
    names = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert {"fragment", "index", "pagefind.js", "pagefind-entry.json", "wasm.nl.pagefind"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name or "unknown" in name]


def test_every_page_has_its_text_and_its_address_in_the_index(tmp_path: Path) -> None:
    indexing.index(FOUND, tmp_path)
    pieces = [gzip.decompress(path.read_bytes()).decode() for path in (tmp_path / "pagefind" / "fragment").iterdir()]
    assert len(pieces) == len(FOUND)
    for entry in FOUND:
        assert len([piece for piece in pieces if f'"url":"{entry.address}"' in piece]) == 1
    # What looks like code is text.
    assert len([piece for piece in pieces if "Tekst over <kunst> & cultuur." in piece]) == 20
