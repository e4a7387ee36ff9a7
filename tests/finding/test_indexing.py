"""The files of the finder: those that a reader may ask for and no others, in a folder named by what they hold."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from kennisbank.finding import dutch, indexing, search
from kennisbank.finding.compared import plain
from kennisbank.model.knowledge import KnowledgeBase
from tests.finding.test_related import corpus
from tests.site_support import fingerprint
from tests.support import content, knowledge, verhaal


@pytest.fixture(name="kb", scope="module")
def fixture_kb() -> KnowledgeBase:
    return content()


@pytest.fixture(name="site", scope="module")
def fixture_site(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    indexing.write(kb, folder)
    return folder


def register(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / indexing.FILE).read_text(encoding="utf-8"))
    return found


def table(site: Path, name: str) -> Any:
    return json.loads((site / "zoeken" / register(site)["map"] / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.apart
def test_the_same_knowledge_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        indexing.write(corpus(3, 25), tmp_path / name)
    assert fingerprint(tmp_path / "een") == fingerprint(tmp_path / "twee")


@pytest.mark.apart
def test_the_folder_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    """Who has the first file of before the site was renewed, asks for a folder that is gone: never for half of each."""
    story = verhaal("een")
    changes = [
        {"title": "Een ander"},
        {"samenvatting": "Een ander woord."},
        {"regio": "zuidwest-drenthe"},
        {"speelde": (2019, 2020)},
    ]
    names = set()
    for number, change in enumerate([{}, *changes]):
        indexing.write(knowledge(dataclasses.replace(story, **change)), tmp_path / str(number))
        folder = register(tmp_path / str(number))["map"]
        assert len(folder) == indexing.VERSION and folder.isalnum()
        names.add(folder)
    assert len(names) == 1 + len(changes)


def test_no_file_is_left_out_and_none_is_extra(kb: KnowledgeBase, site: Path) -> None:
    """Every name that a script makes of what it was given is a file, and every file has such a name."""
    found = register(site)
    book = table(site, "woordenboek")
    pages = len(search.entries(kb))
    asked = {
        "woordenboek",
        "titels",
        *(f"blok/{number}" for number in range(len(found["blokken"]))),
        *(f"teksten/{number}" for number in range(pages)),
        *(f"keuzes/{name}" for name in search.selection(kb)),
        *(f"woorden/{letter}" for letter in [*book["letters"], "alle"]),
        *(f"nederlands/{letter}" for letter in book["nederlands"]),
    }
    folder = site / "zoeken" / found["map"]
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {f"{name}.json" for name in asked}
    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert written == {"zoeken/index.json", *(f"zoeken/{found['map']}/{name}" for name in names)}


def test_the_register_says_which_pages_there_are(kb: KnowledgeBase, site: Path) -> None:
    found = register(site)
    entries = search.entries(kb)
    assert [tuple(row) for row in found["soorten"]] == [
        (kind, len(list(same))) for kind, same in groupby(entry.kind for entry in entries)
    ]
    assert sum(number for _, number in found["soorten"]) == len(entries)
    assert {page: tuple(stories) for page, stories in found["vragen"]} == {
        page: entry.stories for page, entry in enumerate(entries) if entry.stories
    }
    for number, first in enumerate(found["blokken"]):
        assert next(iter(table(site, f"blok/{number}"))).startswith(first)
    assert found["blokken"] == sorted(found["blokken"])


def test_a_text_has_the_number_of_its_page_and_its_parts_of_compounds(kb: KnowledgeBase, site: Path) -> None:
    entries = search.entries(kb)
    inside = 0
    for number, entry in enumerate(entries):
        shown = table(site, f"teksten/{number}")
        assert (shown["url"], shown["titel"], tuple(shown["namen"])) == (entry.address, entry.title, entry.names)
        texts = [entry.title, entry.summary, entry.text, *entry.names, *entry.hidden]
        texts += [entry.label] if entry.kind == search.STORY else []
        words = plain(" ".join(texts)).split()
        for part in shown["delen"]:
            assert part not in words, (entry.address, part)
        inside += len(shown["delen"])
    assert inside > 100


def test_the_names_of_the_stories_are_in_their_order(tmp_path: Path) -> None:
    kb = knowledge(*(verhaal(f"verhaal-{n}", datum=date(2026, 1, 1 + n)) for n in range(5)))
    indexing.write(kb, tmp_path)
    shown = [table(tmp_path, f"teksten/{number}") for number in range(5)]
    assert [text["url"] for text in shown] == [f"verhalen/{story.origin.slug}/" for story in kb.verhalen]
    assert {text["label"] for text in shown} == {"Ezinge"}


def test_a_site_without_stories_or_lists_has_an_index(tmp_path: Path) -> None:
    indexing.write(knowledge(), tmp_path)
    found = register(tmp_path)
    assert "verhaal" not in dict(found["soorten"])
    assert found["vragen"] == []


def test_the_words_of_a_beginning_are_those_of_the_list(site: Path) -> None:
    for beginning, words in dutch.by_beginning().items():
        assert tuple(table(site, f"nederlands/{beginning}")) == words
