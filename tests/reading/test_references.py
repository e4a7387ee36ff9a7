"""The rules between files; what is refused has a golden case of its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kennisbank.model.records import Source, Verhaal
from kennisbank.model.vocabulary import Reference, Vocabulary
from kennisbank.problems.problem import Problem
from kennisbank.reading import wordlists
from kennisbank.reading.markup import Link
from kennisbank.reading.references import check, dead, lists, targets
from tests.support import verhaal, vocabularies


def judged(
    *verhalen: Verhaal, links: dict[str, list[str]] | None = None, images: tuple[str, ...] = ()
) -> list[Problem]:
    paths = [v.origin.path for v in verhalen] + ["werkvormen/tijdlijn.md", "ruimtes/plek.md", "docs/over/ons.md"]
    sources = {path: Source(path, Path(path).stem, Path(path)) for path in paths}
    written = {path: [Link(target, 3, 5) for target in found] for path, found in (links or {}).items()}
    found = [each.problem for each in dead(sources, list(verhalen), written, list(images), vocabularies())]
    return [*found, *check(sources, list(verhalen), written, vocabularies())]


def test_nothing_wrong() -> None:
    one = verhaal("een", verwant=("twee",), werkvormen=("tijdlijn",), eerder=("oud",))
    assert judged(one, verhaal("twee", plaats="Ergens anders")) == []


@pytest.mark.parametrize(
    "target",
    [
        "twee.md", "./twee.md?kop", "../werkvormen/tijdlijn.md?x", "/ruimtes/plek.md", "../over/ons.md", "/index.md",
        "een/foto.jpg", "../regio/drenthe.md", "../regio/noord-groningen.md", "/partner/museum.md",
        "../verhalen/index.md", "../ruimtes/index.md", "../schooltype/index.md", "%74wee.md",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere(target: str) -> None:
    found = judged(
        verhaal("een"), verhaal("twee"), links={"stories/een.md": [target]}, images=("stories/een/foto.jpg",)
    )
    assert found == [] or target == "/index.md"


@pytest.mark.parametrize(
    ("target", "guess"),
    [
        ("twe.md", "/stories/twee.md"),
        ("../verhalen/twee.md", "/stories/twee.md"),
        ("../regio/drente.md", "/regio/drenthe.md"),
        ("../werkvormen", "/werkvormen/index.md"),
        ("../../weg.md", ""),
        ("xyzzyxyzzy.md", ""),
        ("/", ""),
    ],
)
def test_links_that_lead_nowhere(target: str, guess: str) -> None:
    found = judged(verhaal("een"), verhaal("twee"), links={"stories/een.md": [target]})
    assert [(p.path, p.line, p.column, p.code) for p in found] == [("stories/een.md", 3, 5, "link-dood")]
    assert f'Bedoelde je "{guess}"?' in found[0].message or not guess


def test_a_page_links_as_the_site_is_laid_out() -> None:
    assert judged(verhaal("een"), links={"docs/over/ons.md": ["../stories/een.md", "ons.md"]}) == []


def test_targets_are_files_overviews_and_values() -> None:
    known = targets(["docs/index.md", "stories/een.md"], vocabularies())
    assert {"index.md", "stories/een.md", "regio/index.md", "regio/groningen.md", "ruimtes/plek.md"} <= known
    assert "docs/index.md" not in known


@pytest.mark.apart
def test_a_thousand_mistakes_do_not_take_minutes() -> None:
    verhalen = [verhaal(f"verhaal-{number}", verwant=(f"verhal-{number}",)) for number in range(1000)]
    start = time.perf_counter()
    found = judged(*verhalen, links={v.origin.path: [f"verhal-{number}.md"] for number, v in enumerate(verhalen)})
    assert len(found) == 2000
    assert time.perf_counter() - start < 10


@pytest.mark.apart
def test_thousands_of_dead_links_in_one_text_do_not_take_minutes() -> None:
    """What is meant is only guessed for the first of them."""
    known = [verhaal(f"verhaal-{number}") for number in range(500)]
    start = time.perf_counter()
    found = judged(verhaal("een"), *known, links={"stories/een.md": [f"verhal-{n}.md" for n in range(30_000)]})
    assert len(found) == 30_000
    assert "Bedoelde je" in found[0].message and "Bedoelde je" not in found[-1].message
    assert time.perf_counter() - start < 20


def test_a_closed_list_names_only_what_is_there() -> None:
    """What the head of a list names, or a word that has a page, is there; each other name is one problem."""
    paths = ["ruimtes/plek.md", "werkvormen/tijdlijn.md", "docs/achtergrond/leren.md"]
    sources = {path: Source(path, Path(path).stem, Path(path)) for path in paths}
    right = (Reference("ruimtes", "plek", 4, 1), Reference("zie", "achtergrond/leren.md", 9, 5))
    wrong = (
        Reference("ruimtes", "plekken", 4, 7), Reference("werkvormen", "tijdlyn", 5, 1),
        Reference("pagina", "achtergrond/weg.md", 6, 1),
    )  # fmt: skip
    words = Vocabulary("begrip", "Begrip", "Begrippen", "Uitleg.", (), (*right, *wrong), "lijsten/begrip.yml")
    found = list(lists(sources, {"begrip": words}))
    assert [(p.path, p.line, p.field, p.code) for p in found] == [
        ("lijsten/begrip.yml", 4, "ruimtes", "verwijzing"),
        ("lijsten/begrip.yml", 5, "werkvormen", "verwijzing"),
        ("lijsten/begrip.yml", 6, "pagina", "verwijzing"),
    ]
    assert 'Bedoelde je "plek"?' in found[0].message


def test_a_region_lies_in_a_province_that_is_there(tmp_path: Path) -> None:
    value = "label: L\nmeervoud: M\nuitleg: U\nwaarden:\n- {{slug: drenthe, label: A{}}}\n"
    problems: list[Problem] = []
    vocabularies = {}
    for name, more in (("provincie", ""), ("regio", ", provincie: drente")):
        file = tmp_path / f"{name}.yml"
        file.write_text(value.format(more), encoding="utf-8")
        vocabularies[name] = wordlists.read(file, f"lijsten/{file.name}", problems)
    assert problems == []
    (found,) = lists({}, {name: read for name, read in vocabularies.items() if read})
    assert (found.path, found.field) == ("lijsten/regio.yml", "provincie")
    assert found.message == '"drente" bestaat niet. Bedoelde je "drenthe"?'
