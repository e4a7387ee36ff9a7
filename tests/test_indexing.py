"""The index that Pagefind makes: what is kept of it, and that it is the same each time."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

from kennisbank import indexing
from kennisbank.search import Entry
from tests.site_support import fingerprint
from tests.support import knowledge, verhaal

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


def test_every_page_has_its_text_and_its_name_in_the_index(tmp_path: Path) -> None:
    names = indexing.index(FOUND, tmp_path)
    assert names.keys() == {entry.address for entry in FOUND}
    for entry in FOUND:
        piece = gzip.decompress(
            (tmp_path / "pagefind" / "fragment" / f"{names[entry.address]}.pf_fragment").read_bytes()
        )
        # What looks like code is text.
        assert entry.text.strip() in piece.decode()


def test_the_names_of_the_stories_are_in_their_order(tmp_path: Path) -> None:
    kb = knowledge(*(verhaal(f"verhaal-{n}", datum=date(2026, 1, 1 + n)) for n in range(5)))
    indexing.write(kb, tmp_path)
    names = json.loads((tmp_path / "zoeken" / "verhalen.json").read_text(encoding="utf-8"))
    folder = tmp_path / "pagefind" / "fragment"
    held = [gzip.decompress((folder / f"{name}.pf_fragment").read_bytes()).decode() for name in names]
    assert len(held) == 5
    for number, story in enumerate(kb.verhalen):
        assert f'"url":"verhalen/{story.origin.slug}/"' in held[number]
