"""The closed lists of this project, and how a word finds its value."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import kennisbank
from kennisbank.model.vocabulary import SLUG, Term, Vocabulary, fold, nearest
from kennisbank.problems.problem import Problem
from kennisbank.reading import wordlists
from kennisbank.reading.frontmatter import Refused, parse
from tests.support import PROJECT, RUIMTES

LISTS, PROBLEMS = wordlists.load()

# Links from outside and other programs rely on these: add to them, never rename without a synonym.
AGREED = {
    "provincie": "groningen drenthe",
    "regio": "groningen-stad noord-groningen westerkwartier oost-groningen "
    "noord-drenthe midden-drenthe zuidwest-drenthe zuidoost-drenthe",
    "schooltype": "po sbo so vso vo isk ikc mbo kinderopvang",
    "partnertype": "kunstencentrum museum bibliotheek theatergezelschap muziekschool zelfstandig-kunstenaar "
    "cultuurcoach gemeente literaire-instelling erfgoedinstelling kinderopvang",
    "discipline": "muziek beeldend vormgeving theater dans erfgoed literatuur film fotografie media filosofie",
    "functie": "orientatie verdieping evaluatie",
}

PLACES = {
    "groningen-stad": ["Groningen", "Haren"],
    "noord-groningen": ["Ezinge", "Delfzijl", "Appingedam", "Winsum"],
    "westerkwartier": ["Leek", "Zuidhorn"],
    "oost-groningen": ["Ter Apel", "Winschoten", "Veendam", "Stadskanaal"],
    "noord-drenthe": ["Roden", "Assen", "Gieten", "Eelde"],
    "midden-drenthe": ["Beilen", "Westerbork"],
    "zuidwest-drenthe": ["Meppel", "Hoogeveen"],
    "zuidoost-drenthe": ["Emmen", "Coevorden", "Borger"],
}


def test_every_list_loads() -> None:
    assert PROBLEMS == []
    own = (kennisbank.PROJECT / wordlists.OWN_FOLDER).iterdir()
    there = [file.stem for file in (*wordlists.FOLDER.iterdir(), *own) if file.name != PROJECT.map]
    assert sorted(LISTS) == sorted(there) == wordlists.NAMES, "each is there once"


@pytest.mark.parametrize("name", AGREED)
def test_the_agreed_values_are_there(name: str) -> None:
    assert [slug for slug in AGREED[name].split() if slug not in LISTS[name].by_slug] == []


@pytest.mark.parametrize("name", sorted(LISTS.keys() - {"plaats", "voorbeeld"}))
def test_every_value_explains_itself(name: str) -> None:
    known = LISTS[name]
    assert known.label and known.plural and known.explanation.endswith(".")
    for term in known.terms:
        assert SLUG.fullmatch(term.slug)
        assert term.label
        assert term.definition.endswith((".", "?")), f"{name}: {term.slug}"
        assert term.synonyms, f"{name}: {term.slug}"


def test_every_region_lies_in_a_province() -> None:
    provinces = [term.extra["provincie"] for term in LISTS["regio"].terms]
    assert provinces == ["groningen"] * 4 + ["drenthe"] * 4


def test_the_agreed_places_lie_in_their_regions() -> None:
    found = {term.label: term.extra["regio"] for term in LISTS["plaats"].terms}
    assert {place: found.get(place) for places in PLACES.values() for place in places} == {
        place: regio for regio, places in PLACES.items() for place in places
    }


@pytest.mark.parametrize("term", LISTS["plaats"].terms, ids=lambda term: term.slug)
def test_every_place_lies_in_groningen_or_drenthe(term: Term) -> None:
    assert term.extra["regio"] in LISTS["regio"].by_slug
    assert 52.6 < float(term.extra["breedte"]) < 53.6
    assert 6.1 < float(term.extra["lengte"]) < 7.3


def test_every_region_has_a_place() -> None:
    assert {term.extra["regio"] for term in LISTS["plaats"].terms} == set(LISTS["regio"].by_slug)


SMALL = Vocabulary(
    "soort",
    "Soort",
    "Soorten",
    "Uitleg.",
    (
        Term("lege-ruimte", "De lege ruimte", "", ("leegte",), narrower=("stilte", "omgeving")),
        Term("plek", "De plek", "", ("omgeving",), narrower=("stilte", "lokaal")),
    ),
)


@pytest.mark.parametrize("word", ["lege-ruimte", "Lege Ruimte", "lege_ruimte", "  LEEGTE ", "de lege  ruimte"])
def test_a_synonym_finds_its_value(word: str) -> None:
    assert SMALL.synonym(word) == "lege-ruimte"


def test_a_narrower_word_finds_its_value_when_no_other_has_it() -> None:
    assert SMALL.synonym("Lokaal") == "plek"
    assert SMALL.synonym("omgeving") == "plek", "what means the same comes first"
    assert SMALL.synonym("stilte") == "lege-ruimte", "of two values the first"
    assert SMALL.nearest("lokaall") == "plek"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("synoniemen: [zang, Lied], eronder: [koor, lied]", '"lied" staat bij synoniemen en bij eronder.'),
        ("eronder: [koor, X Y]", '"X Y" staat bij label en bij eronder.'),
        ("eronder: [x-y]", '"x-y" staat bij label en bij eronder.'),
    ],
)
def test_a_word_means_the_same_or_is_part_of_it(words: str, said: str, tmp_path: Path) -> None:
    values = f"- {{slug: a, label: A, eronder: [koor]}}\n- {{slug: x-y, label: x y, {words}}}\n"
    text = f"label: L\nmeervoud: M\nuitleg: U\nwaarden:\n{values}"
    (tmp_path / "fout.yml").write_text(text)
    problems: list[Problem] = []
    found = wordlists.read(tmp_path / "fout.yml", "lijsten/fout.yml", problems)
    (one,) = problems
    assert (one.code, one.field, one.line, one.message) == ("waarde-dubbel", "eronder", 6, said)
    assert "alleen bij eronder" in one.hint
    assert found
    assert [term.narrower for term in found.terms] == [("koor",)], "a narrower word may stand with several values"


def test_bedoelde_je() -> None:
    assert SMALL.nearest("lege-rumte") == "lege-ruimte"
    assert SMALL.nearest("leegt") == "lege-ruimte"
    assert SMALL.nearest("xyzzy") is None
    assert SMALL.nearest("") is None
    assert nearest("regoi", {"regio", "plaats"}) == "regio"
    assert nearest("verhaal-0999", [f"verhaal-{number:04}" for number in range(1000)] + ["verhaal-099"]) is not None


def test_order_is_that_of_the_list() -> None:
    assert SMALL.order == {"lege-ruimte": 0, "plek": 1}
    assert fold("Ter_Apel - Noord") == "ter apel noord"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n", "kop-lijst"),
        ("label: L\n", "veld-ontbreekt"),
        ("label: L\nuitleg: U\nwaarden:\n- {slug: a, label: x}\n", "veld-ontbreekt"),
        ("label: L\nmeervoud: M\nuitleg: U\nwaarden: []\n", "waarde-leeg"),
        ("label: L\nmeervoud: M\nuitleg: U\nwaarden:\n- x\n", "kop-lijst"),
        ("label: L\nmeervoud: M\nuitleg: U\nwaarden:\n- {slug: A b, label: x}\n", "bestand-naam"),
        ("label: L\nmeervoud: M\nuitleg: U\nwaarden:\n- {slug: a, label: ' '}\n", "waarde-soort"),
        ("label: L\nmeervoud: M\nuitleg: U\nwaarden:\n- {slug: a, label: x}\n- {slug: b, label: X}\n", "waarde-dubbel"),
    ],
)
def test_a_list_that_is_wrong_is_a_problem(text: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "fout.yml").write_text(text)
    problems: list[Problem] = []
    found = wordlists.read(tmp_path / "fout.yml", "lijsten/fout.yml", problems)
    assert [problem.code for problem in problems] == [code]
    right = [term.slug for term in found.terms] if found else []
    assert right == (["a"] if "{slug: a, label: x}" in text else []), "what is wrong is left out, and nothing else"


def test_lists_that_are_left_fit_together() -> None:
    """Without its province a region is not there, nor its places; a list that is missing is empty."""
    drenthe = replace(LISTS["provincie"], terms=tuple(t for t in LISTS["provincie"].terms if t.slug == "drenthe"))
    broken = {name: found for name, found in LISTS.items() if name != "licentie"} | {"provincie": drenthe}
    left = wordlists.whole(broken, LISTS, {"plek"})
    assert left.keys() == LISTS.keys()
    assert left["licentie"].terms == ()
    assert [t.slug for t in left["regio"].terms] == [
        "noord-drenthe",
        "midden-drenthe",
        "zuidwest-drenthe",
        "zuidoost-drenthe",
    ]
    assert {t.extra["regio"] for t in left["plaats"].terms} == set(left["regio"].by_slug)
    assert {slug for found in left.values() for slug in found.refers("ruimtes")} <= {"plek"}
    assert wordlists.whole(LISTS, LISTS, RUIMTES) == LISTS, "and what is whole stays as it is"


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("regio", "{slug: a, label: A}", "provincie"),
        ("plaats", '{slug: a, label: A, lengte: "6.5", breedte: "53.1"}', "regio"),
        ("plaats", '{slug: a, label: A, regio: noord-drenthe, breedte: "53.1"}', "lengte"),
    ],
)
def test_a_value_that_lacks_what_its_list_needs_is_a_problem(name: str, value: str, field: str, tmp_path: Path) -> None:
    text = f"label: L\nmeervoud: M\nuitleg: U\nwaarden:\n- {value}\n"
    (tmp_path / f"{name}.yml").write_text(text)
    problems: list[Problem] = []
    wordlists.read(tmp_path / f"{name}.yml", f"lijsten/{name}.yml", problems)
    (found,) = problems
    assert (found.code, found.field, found.line) == ("veld-ontbreekt", field, 5)


def test_a_list_of_bytes_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "fout.yml").write_bytes(b"\xff\xfe")
    problems: list[Problem] = []
    assert wordlists.read(tmp_path / "fout.yml", "lijsten/fout.yml", problems) is None
    assert [found.code for found in problems] == ["bestand-onleesbaar"]
    with pytest.raises(Refused):
        parse("a: [", "x")


def test_the_nearest_values_of_a_value_are_others_of_its_list(tmp_path: Path) -> None:
    text = (
        "label: Rol\nmeervoud: Rollen\nuitleg: X.\nwaarden:\n"
        '  - {slug: een, label: Een, dichtbij: "twee,  drie"}\n'
        '  - {slug: twee, label: Twee, dichtbij: "dire, twee"}\n  - {slug: drie, label: Drie}\n'
    )
    (tmp_path / "rol.yml").write_text(text)
    problems: list[Problem] = []
    found = wordlists.read(tmp_path / "rol.yml", "lijsten/rol.yml", problems)
    assert found is not None
    assert [term.near for term in found.terms] == [("twee", "drie"), ("dire", "twee"), ()]
    assert [(problem.line, problem.code, problem.message) for problem in problems] == [
        (6, "waarde-onbekend", '"dire" is geen andere waarde van deze lijst. Bedoelde je "drie"?'),
        (6, "waarde-onbekend", '"twee" is geen andere waarde van deze lijst.'),
    ]


def test_what_lists_say_is_nearest_is_not_the_value_itself() -> None:
    assert sum(bool(term.near) for found in LISTS.values() for term in found.terms) > 10
