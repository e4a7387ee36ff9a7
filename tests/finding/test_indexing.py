"""The index that Pagefind makes: what is kept of it, and that it is the same each time."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

from kennisbank.finding import indexing
from kennisbank.finding.search import Entry
from tests.site_support import fingerprint
from tests.support import knowledge, verhaal

FOUND = [
    *(
        Entry(f"verhalen/v-{n}/", f"Titel {n}", "Een kerk.", f"Over <kunst> & {n}.", "woord", "Ezinge", n)
        for n in range(20)
    ),
    Entry("begrippen/#leerlijn", "Leerlijn", "Een begrip.", "", "leerlijnen", "Begrip"),
]


def test_the_same_pages_give_the_same_files(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        indexing.index(FOUND, tmp_path / name)
    assert fingerprint(tmp_path / "een") == fingerprint(tmp_path / "twee")


def test_only_what_the_finder_asks_for_is_kept(tmp_path: Path) -> None:
    indexing.index(FOUND, tmp_path)
    names = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert {"index", "pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind"} <= names
    assert not [name for name in names if "ui" in name or name in {"fragment", "pagefind-highlight.js"}]


def test_every_page_has_a_name_in_the_index(tmp_path: Path) -> None:
    names = indexing.index(FOUND, tmp_path)
    assert names.keys() == {entry.address for entry in FOUND}
    assert len(set(names.values())) == len(FOUND)
    (meta,) = (tmp_path / "pagefind").glob("*.pf_meta")
    assert all(name.encode() in gzip.decompress(meta.read_bytes()) for name in names.values())


def test_the_names_of_the_stories_are_in_their_order_and_lead_to_their_texts(tmp_path: Path) -> None:
    kb = knowledge(*(verhaal(f"verhaal-{n}", datum=date(2026, 1, 1 + n)) for n in range(5)))
    indexing.write(kb, tmp_path)
    folder = tmp_path / "zoeken"
    names = json.loads((folder / "verhalen.json").read_text(encoding="utf-8"))
    shown = [json.loads((folder / "teksten" / f"{name}.json").read_text(encoding="utf-8")) for name in names]
    assert [text["url"] for text in shown] == [f"verhalen/{story.origin.slug}/" for story in kb.verhalen]
    assert {text["label"] for text in shown} == {"Ezinge"}
