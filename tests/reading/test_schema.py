"""From fields to a record, and the JSON Schema that says the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from kennisbank import PROJECT
from kennisbank.model.fields import Kind, specs
from kennisbank.model.records import Bundel, Pagina, Ruimte, Source, Verhaal, Werkvorm
from kennisbank.model.vocabulary import SLUG
from kennisbank.problems.problem import Problem
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.schema import build, json_schema
from kennisbank.reading.values import Context
from tests.support import BEELDEN, TODAY, VERHAAL, WERKVORM, changed, vocabularies

CONTEXT = Context(vocabularies(), TODAY)
RECORDS: dict[str, type[Any]] = {
    "stories": Verhaal, "werkvormen": Werkvorm, "ruimtes": Ruimte, "docs/bundels": Bundel, "docs/achtergrond": Pagina,
}  # fmt: skip
FILES = sorted(file for folder in RECORDS for file in (PROJECT / folder).glob("*.md") if SLUG.fullmatch(file.stem))

RUIMTE = """\
---
title: De plek
volgorde: 5
samenvatting: "De omgeving waar kinderen opgroeien, en de ruimte die er is voor kunst."
vragen:
  orientatie: ["Waar kan het gebeuren?"]
  verdieping: ["Waar nodigt de plek toe uit?"]
  evaluatie: ["Hoe tevreden zijn we met de plek?"]
bron: "eigen tekst"
---
"""

PAGINA = """\
---
title: Over deze site
samenvatting: "Wat deze kennisbank is, voor wie hij is, en hoe verhalen erin komen."
---
"""

BUNDEL = """\
---
title: Wat doet de plek?
samenvatting: "Twee verhalen over scholen die samen naar hun eigen plek kijken."
verhalen: [een, twee]
werkvormen: [drie, vier]
ruimtes: [plek]
vragen: ["Wat herken je?", "Wat zou je anders doen?", "Wat neem je mee?"]
bron: "eigen tekst"
---
"""


def judged(record: type[Any], text: str) -> tuple[Any, list[Problem]]:
    """Build a record from a text."""
    front = fm.read(text, "x.md")
    assert front.fields is not None
    return build(record, front.fields, front, Source("x.md", "x", Path("x.md")), CONTEXT)


def values(record: type[Any], text: str) -> dict[str, Any]:
    """Return the front matter of a text as JSON would hold it."""

    def plain(node: fm.Node) -> Any:
        if isinstance(node, fm.Scalar):
            return node.text
        if isinstance(node, fm.Sequence):
            return [plain(item) for item in node.items]
        return {name: plain(value) for name, (_, value) in node.entries.items()}

    found = plain(fm.read(text, "x.md").fields)
    assert isinstance(found, dict)
    return _typed(record, found)


def _typed(record: type[Any], found: dict[str, Any]) -> dict[str, Any]:
    """Return fields with numbers and ticks as JSON has them, also those in what stands in a field."""
    kinds = {name: spec.kind for name, spec in specs(record).items()}
    for name, value in found.items():
        if (spec := specs(record).get(name)) and spec.of and isinstance(value, list):
            found[name] = [_typed(spec.of, one) if isinstance(one, dict) else one for one in value]
            continue
        if kinds.get(name) is Kind.NUMBER and value.isdecimal():
            found[name] = int(value)
        if kinds.get(name) is Kind.FLAG and value in {"true", "false"}:
            found[name] = value == "true"
    return found


def accepted(record: type[Any], text: str) -> tuple[bool, bool]:
    """Tell whether the check and the JSON Schema accept a text."""
    validator = Draft202012Validator(json_schema(record, vocabularies()), format_checker=FormatChecker())
    return not judged(record, text)[1], validator.is_valid(values(record, text))


@pytest.mark.parametrize("record", [Verhaal, Werkvorm, Ruimte, Pagina, Bundel])
def test_the_schema_is_a_schema(record: type[Any]) -> None:
    schema = json_schema(record, vocabularies())
    Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == set(specs(record))
    assert all(about["title"] and about["description"] for about in schema["properties"].values())


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_check_and_schema_accept_the_real_content(file: Path) -> None:
    folder = file.parent.relative_to(PROJECT).as_posix()
    assert accepted(RECORDS[folder], file.read_text(encoding="utf-8")) == (True, True)


@pytest.mark.parametrize(
    "record, text",
    [(Verhaal, VERHAAL), (Werkvorm, WERKVORM), (Ruimte, RUIMTE), (Pagina, PAGINA), (Bundel, BUNDEL)],
)
def test_check_and_schema_accept_the_smallest(record: type[Any], text: str) -> None:
    assert accepted(record, text) == (True, True)


WRONG: list[tuple[type[Any], str, dict[str, str]]] = [
    (Verhaal, VERHAAL, change)
    for change in (
        {"title: Het goede verhaal\n": ""},
        {"title: Het goede verhaal": "title: [a, b]"},
        {"Het goede verhaal": "ab"},
        {"Het goede verhaal": "a" * 121},
        {"Het goede verhaal": '"    "'},
        {"regio: noord-groningen": "regio: Noord-Groningen"},
        {"regio: noord-groningen": "regoi: noord-groningen"},
        {"[plek, kind]": "[]"},
        {"[plek, kind]": "plek"},
        {"[plek, kind]": "[plek, plek]"},
        {"[plek, kind]": "[alle]"},
        {"2026-11-01": "2026-02-30"},
        {"2026-11-01": "1 november 2026"},
        {"toestemming: ja": "toestemming: yes"},
        {"bron:": "periode: eeuwig\nbron:"},
        {"bron:": "eerder: [Oude Naam]\nbron:"},
        {"bron:": "concept: ja\nbron:"},
        {"bron:": "themas: [taal, taal, taal, taal, taal, taal]\nbron:"},
    )
]
WRONG += [
    (Bundel, BUNDEL, {"verhalen: [een, twee]": "verhalen: [een]"}),
    (Bundel, BUNDEL, {', "Wat neem je mee?"': ""}),
    (Bundel, BUNDEL, {"werkvormen: [drie, vier]\n": ""}),
    (Pagina, PAGINA, {"title: Over": "volgorde: 100\ntitle: Over"}),
    (Werkvorm, WERKVORM, {'"30-45"': "half uur"}),
    (Werkvorm, WERKVORM, {"functie: orientatie": "functie: start"}),
]
WRONG += [
    (Ruimte, RUIMTE, change)
    for change in (
        {"volgorde: 5": "volgorde: 100"},
        {"volgorde: 5": "volgorde: vijf"},
        {'  evaluatie: ["Hoe tevreden zijn we met de plek?"]\n': ""},
        {"  evaluatie:": "  einde: [Waarom dan?]\n  evaluatie:"},
        {'["Waar kan het gebeuren?"]': "[]"},
    )
]
WITH_PICTURE = changed({"bron:": f"{BEELDEN}bron:"})
WRONG += [
    (Verhaal, WITH_PICTURE, change)
    for change in (
        {"    toestemming: ja\n": ""},
        {"    toestemming: ja\n": "    toestemming: nee\n"},
        {"licentie: cc-by": "licentie: gratis"},
        {'    maker: "Voorbeeldmuseum"\n': ""},
        {'    maker: "Voorbeeldmuseum"\n': '    mker: "Voorbeeldmuseum"\n'},
        {'"Voorbeeldmuseum"': "[Voorbeeldmuseum]"},
        {'"Een houten kastje met drie voorwerpen achter glas."': "kast"},
        {"kastje.jpg": "../kastje.jpg"},
        {"kastje.jpg": "kastje.gif"},
        {"kastje.jpg": f"{'a' * 120}.jpg"},
        {BEELDEN: "beelden: []\n"},
        {BEELDEN: "beelden: kastje.jpg\n"},
        {BEELDEN: "beelden: [kastje.jpg]\n"},
    )
]


@pytest.mark.parametrize("record, text, change", WRONG)
def test_check_and_schema_refuse_the_same(record: type[Any], text: str, change: dict[str, str]) -> None:
    assert accepted(record, changed(change, text)) == (False, False)


def test_values_get_their_types() -> None:
    extra = 'bron: "x y z"\nperiode: 2018 – 2021\nconcept: true\nscholen: [ "A   b" ]\n'
    record, problems = judged(Verhaal, changed({'bron: "eigen verhaal"\n': extra}))
    assert problems == []
    assert record.ruimtes == ("plek", "kind")
    assert record.datum == date(2026, 11, 1)
    assert record.periode == (2018, 2021)
    assert record.toestemming is True
    assert record.concept is True
    assert record.scholen == ("A b",)
    assert (record.partners, record.omgeving, record.disciplines) == ((), None, ())

    werkvorm, problems = judged(Werkvorm, changed({'"2-10"': "8"}, WERKVORM))
    assert (problems, werkvorm.duur, werkvorm.groep, werkvorm.ruimtes) == ([], (30, 45), (8, 8), ("alle",))

    ruimte, problems = judged(Ruimte, RUIMTE)
    assert (problems, ruimte.volgorde) == ([], 5)
    assert ruimte.vragen["orientatie"] == ("Waar kan het gebeuren?",)


def test_pictures_are_read_as_records_of_their_own() -> None:
    record, problems = judged(Verhaal, changed({"bron:": f'{BEELDEN}    bijschrift: "Zo  is het"\nbron:'}))
    assert problems == []
    (beeld,) = record.beelden
    assert (beeld.bestand, beeld.maker, beeld.licentie) == ("kastje.jpg", "Voorbeeldmuseum", "cc-by")
    assert (beeld.toestemming, beeld.bijschrift) == (True, "Zo is het")
    assert record.origin.positions["beelden.alt", 0] == (14, 10)
    assert accepted(Verhaal, changed({"bron:": f"{BEELDEN}bron:"})) == (True, True)


def test_positions_point_at_fields_and_items() -> None:
    positions = judged(Verhaal, VERHAAL)[0].origin.positions
    assert (positions["ruimtes", -1], positions["ruimtes", 0], positions["ruimtes", 1]) == ((4, 10), (4, 11), (4, 17))
    assert positions["regio", -1] == (5, 8)


def test_today_may_be_published_and_tomorrow_not() -> None:
    assert judged(Verhaal, changed({"2026-11-01": "2026-11-30"}))[1] == []
    assert [found.code for found in judged(Verhaal, changed({"2026-11-01": "2026-12-01"}))[1]] == ["waarde-datum"]


@pytest.mark.parametrize("record", [Verhaal, Werkvorm, Ruimte, Pagina, Bundel])
def test_every_example_of_a_field_is_right(record: type[Any]) -> None:
    """What a message tells somebody to write is accepted when it is written, above a text with the words of a quote."""
    fields = CONTEXT.fields(record)
    text = "".join(f"{name}: {spec.example}\n" for name, spec in fields.items())
    quoted = "".join(f"\n{spec.example[1:-1]}\n" for spec in fields.values() if spec.kind is Kind.CITAAT)
    problems = judged(record, f"---\n{text}---\n{quoted}")[1]
    assert problems == []
