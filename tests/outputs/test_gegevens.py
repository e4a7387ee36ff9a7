"""The data beside the pages of texts: what it says, where it leads, and when there is none."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kennisbank.model import published, urls
from kennisbank.model.codes import candidates
from kennisbank.model.records import Record, Verhaal
from kennisbank.outputs import gegevens, per_text
from kennisbank.outputs.per_text import Output
from kennisbank.pages.site import Site
from kennisbank.reading import withdrawal
from tests.reading.test_addresses import TEXTS
from tests.reading.test_running import WHOLE
from tests.site_support import build
from tests.support import VERHAAL, WERKVORM, changed, read, write


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("gegevens"), TEXTS)


def site(root: Path) -> Site:
    loaded = read(root)
    assert loaded.knowledge is not None, loaded.problems
    return Site(loaded.knowledge)


def files(root: Path) -> dict[str, Any]:
    made = per_text.files(site(root))
    return {address: json.loads(content) for address, content in made if address.endswith(urls.GEGEVENS)}


def test_a_story_says_in_short_what_its_page_says(root: Path) -> None:
    said = files(root)["verhalen/goed/gegevens.json"]
    feiten = {feit["label"]: [waarde["label"] for waarde in feit["waarden"]] for feit in said.pop("feiten")}
    assert feiten == {
        "Ruimte": ["De plek", "Het kind"],
        "Schooltype": ["Basisonderwijs"],
        "Soort partner": ["Museum"],
        "Plaats": ["Ezinge", "Noord-Groningen", "Groningen"],
    }
    glyph = said.pop("glyph")
    assert said.pop("tekst")
    assert [cel["ruimte"] for cel in glyph["vol"]] == ["kind", "plek"]
    assert glyph["tekst"] == "Ruimtes: Het kind en De plek"
    assert said == {
        "soort": "verhaal",
        "slug": "goed",
        "kort": urls.short(next(candidates("verhalen/goed/"))),
        "titel": "Het goede verhaal",
        "samenvatting": "Een school en een museum kijken samen naar de plek waar kinderen wonen.",
        "plaats": "Ezinge",
        "ruimtes": ["plek", "kind"],
        "bron": "eigen verhaal.",
        "datum": {"iso": "2026-11-01", "tekst": "1 november 2026"},
        "speelde": "Dit speelde tussen 2018 en 2021. Hoe het nu gaat, weten we niet.",
        "gesprek": [],
        "wie": [],
        "kanten": 1,
    }


def test_a_story_has_its_whole_text(tmp_path: Path) -> None:
    text = f"{VERHAAL}\n## Hoe het ging\n\nZie [de plek](../ruimtes/plek.md).\n\n- een\n- twee\n"
    said = files(write(tmp_path, {"stories/goed.md": text}))["verhalen/goed/gegevens.json"]
    *_, kop, alinea, lijst = said["tekst"]
    assert (kop["soort"], kop["delen"][0]["tekst"]) == ("kop", "Hoe het ging")
    assert "".join(deel["tekst"] for deel in alinea["delen"]) == "Zie de plek."
    assert (lijst["soort"], len(lijst["delen"])) == ("lijst", 2)


def test_a_story_hands_out_its_own_questions(tmp_path: Path) -> None:
    asked = "gesprek: [Wat herken je?, Wat doen jullie anders?, Wat neem je mee?]\nspeelde: 2019\n"
    said = files(write(tmp_path, {"stories/goed.md": changed({"speelde: 2018-2021\n": asked})}))
    assert said["verhalen/goed/gegevens.json"]["gesprek"] == [
        "Wat herken je?", "Wat doen jullie anders?", "Wat neem je mee?",
    ]  # fmt: skip
    assert said["verhalen/goed/gegevens.json"]["speelde"] == "Dit speelde in 2019. Hoe het nu gaat, weten we niet."


def test_the_facts_and_the_glyph_are_those_of_the_page(root: Path) -> None:
    made = site(root)
    records: list[Record] = [*made.knowledge.verhalen, *made.knowledge.werkvormen]
    for record in records:
        view = made.view(urls.uri(record.origin.path))
        data = json.loads(gegevens.made(made, record) or "")
        assert data["titel"] == view.title
        assert data["samenvatting"] == view.description
        assert data["feiten"] == json.loads(json.dumps([asdict(feit) for feit in view.feiten]))  # type: ignore[attr-defined]
        assert view.glyph is not None
        assert data["glyph"] == json.loads(json.dumps(asdict(view.glyph)))


def test_a_werkvorm_has_its_steps(tmp_path: Path) -> None:
    stappen = "## Stappen\n\n1. Lees [het verhaal](/stories/goed.md) van de kerngroep.\n\n## Let op\n\nKijk uit.\n"
    said = files(write(tmp_path, {"werkvormen/wandeling.md": f"{WERKVORM}\n{stappen}"}))[
        "werkvormen/wandeling/gegevens.json"
    ]
    assert said["duur"] == [30, 45]
    assert said["groep"] == [2, 10]
    assert said["soort"] == "werkvorm"
    (lijst,) = said["stappen"]
    assert lijst["soort"] == "genummerd"
    assert "".join(deel["tekst"] for deel in lijst["delen"][0]["delen"]) == "Lees het verhaal van de kerngroep."


def test_a_werkvorm_has_the_sections_that_a_host_needs(tmp_path: Path) -> None:
    sections = {
        "Wanneer": "Soms.",
        "Stappen": "1. Loop.",
        "Eigen lijst": "Dit.",
        "Let op": "Kijk uit.",
        "Bron": "Een boek.",
    }
    body = "".join(f"\n## {heading}\n\n{text}\n" for heading, text in sections.items())
    text = WERKVORM[: WERKVORM.index("---", 4) + 4] + body
    said = files(write(tmp_path, {"werkvormen/wandeling.md": text}))["werkvormen/wandeling/gegevens.json"]
    found = [(one["naam"], one["kop"], one["delen"][0]["delen"][0]["tekst"]) for one in said["hoofdstukken"]]
    assert found == [("", "Eigen lijst", "Dit."), ("let-op", "Let op", "Kijk uit.")]


def test_a_werkvorm_says_how_it_runs(tmp_path: Path) -> None:
    text = changed({"Loop samen.": "Loop *samen* naar [de plek](../ruimtes/plek.md)."}, WHOLE)
    said = files(write(tmp_path, {"werkvormen/wandeling.md": text}))["werkvormen/wandeling/gegevens.json"]
    steps = [[step[name] for name in ("naam", "minuten", "kort", "tussendoor", "tekst")] for step in said["verloop"]]
    assert steps == [
        ["Ga op pad", 20, 12, False, "Loop samen naar de plek."],
        ["Doe iets", 0, 0, True, "Thuis."],
        ["Vertel", 18, 18, False, "Om de beurt."],
        ["Teken", 7, 0, False, "Ieder een vel."],
    ]
    assert {name: said[name] for name in ("vorm", "samen", "hoogstens", "energie", "met_kinderen", "delen")} == {
        "vorm": "groepjes van 4", "samen": 4, "hoogstens": 8, "energie": "levendig", "met_kinderen": True, "delen": 2,
    }  # fmt: skip
    assert said["vooraf"] == "een week: vraag iedereen om een voorwerp"
    assert said["uitreiken"] == [
        {
            "wat": "vragen", "soort": "stroken", "per": "groepje", "aantal": 2,
            "regels": ["Wat zie je?", "Wat hoor je?"], "stuk": "strook", "stuks": "stroken", "elk": "per groepje",
        },
        {
            "wat": "antwoorden", "soort": "blad", "per": "persoon", "aantal": 1, "regels": [],
            "stuk": "blad", "stuks": "bladen", "elk": "per persoon",
        },
    ]  # fmt: skip


def test_a_werkvorm_of_before_says_nothing_of_it(tmp_path: Path) -> None:
    said = files(write(tmp_path, {"werkvormen/wandeling.md": WERKVORM}))["werkvormen/wandeling/gegevens.json"]
    assert (said["verloop"], said["uitreiken"], said["vorm"], said["hoogstens"]) == ([], [], None, None)
    assert (said["samen"], said["delen"], said["met_kinderen"]) == (0, 1, False)


VOORBEELD = """---
title: Oefenen met een kunstenaar
samenvatting: Een kunstenaar oefent met leraren, die daarna zelf lesgeven.
ruimtes: [plek, kind]
gesprek: [Wie oefent er bij ons mee?]
datum: 2026-11-01
bron: eigen voorbeeld
---

Leraren gaven voor het eerst zelf les in beeldende vorming. Een kunstenaar deed het voor, daarna gaven ze *samen* les.

Na een paar weken stond de leraar er alleen voor, en zo werd de les langzaam van de leraar zelf. Dat had tijd nodig.
"""


def test_an_example_has_its_text_and_its_question(tmp_path: Path) -> None:
    said = files(write(tmp_path, {"stories/kort/oefenen.md": VOORBEELD}))["voorbeelden/oefenen/gegevens.json"]
    assert said["soort"] == "voorbeeld"
    assert said["ruimtes"] == ["plek", "kind"]
    assert said["gesprek"] == ["Wie oefent er bij ons mee?"]
    assert said["bron"] == "eigen voorbeeld."
    assert [deel["soort"] for deel in said["tekst"]] == ["alinea", "alinea"]
    assert [deel["soort"] for deel in said["tekst"][0]["delen"]] == ["tekst", "nadruk", "tekst"]
    assert len(json.dumps(said)) < 4000


def test_an_example_that_moved_leads_on_and_one_that_was_withdrawn_has_none(tmp_path: Path) -> None:
    moved = changed({"\n---\n\n": "\neerder: [toen]\n---\n\n"}, VOORBEELD)
    lists = {published.FILE: "/voorbeelden/weg/\n", withdrawal.FILE: "voorbeelden/weg\n"}
    said = files(write(tmp_path, {"stories/kort/oefenen.md": moved, **lists}))
    assert said["voorbeelden/toen/gegevens.json"] == {"verhuisd": "oefenen"}
    assert "voorbeelden/weg/gegevens.json" not in said


def test_every_story_and_werkvorm_has_one_and_no_other_text(root: Path) -> None:
    kb = site(root).knowledge
    addresses = {*map(urls.verhaal, kb.verhaal), *map(urls.werkvorm, kb.werkvorm)}
    assert set(files(root)) == {f"{address}gegevens.json" for address in addresses}


def test_each_is_of_one_part_of_a_build_that_is_split(root: Path) -> None:
    made = site(root)
    parts = [dict(per_text.files(made, part, 3)) for part in range(3)]
    assert sum(map(len, parts)) == len(dict(per_text.files(made)))
    assert parts[0] | parts[1] | parts[2] == dict(per_text.files(made))


def test_an_address_of_before_says_where_the_text_is_now(tmp_path: Path) -> None:
    story = changed({"\n---\n\n": "\neerder: [toen, eerst]\n---\n\n"})
    method = changed({"\n---\n\n": "\neerder: [lopen]\n---\n\n"}, WERKVORM)
    said = files(write(tmp_path, {"stories/ander.md": story, "werkvormen/wandeling.md": method}))
    for slug in ("toen", "eerst"):
        assert said[f"verhalen/{slug}/gegevens.json"] == {"verhuisd": "ander"}
    assert said["werkvormen/lopen/gegevens.json"] == {"verhuisd": "wandeling"}


@pytest.mark.parametrize("eerder", ["achtergrond/toen", "werkvormen/toen"])
def test_an_address_of_another_kind_has_none(eerder: str, tmp_path: Path) -> None:
    story = changed({"\n---\n\n": f"\neerder: [{eerder}]\n---\n\n"})
    assert f"{eerder}/gegevens.json" not in files(write(tmp_path, {"stories/ander.md": story}))


def test_what_was_withdrawn_has_none_and_neither_its_address_of_before(tmp_path: Path) -> None:
    lists = {published.FILE: "/verhalen/toen/ /verhalen/weg/\n", withdrawal.FILE: "weg\n"}
    said = files(write(tmp_path, {**TEXTS, **lists}))
    assert [address for address in said if "toen" in address or "weg" in address] == []


def test_what_rests_has_none(tmp_path: Path) -> None:
    story = changed({"\n---\n\n": "\neerder: [toen]\nconcept: true\n---\n\n"})
    said = files(write(tmp_path, {"stories/ander.md": story, published.FILE: "/verhalen/ander/\n/verhalen/toen/\n"}))
    assert set(said) == {"verhalen/goed/gegevens.json", *(name for name in said if name.startswith("werkvormen/"))}


def test_another_file_for_every_story_is_a_module_and_a_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made(site: Site, record: Record) -> str | None:
        return f"{record.title}\n" if isinstance(record, Verhaal) else None

    monkeypatch.setattr(per_text, "OUTPUTS", (*per_text.OUTPUTS, Output("kort.txt", made)))
    said = dict(per_text.files(site(root)))
    assert said["verhalen/goed/kort.txt"] == "Het goede verhaal\n"
    assert len([address for address in said if address.endswith("kort.txt")]) == len(site(root).knowledge.verhalen)


@pytest.mark.apart
def test_they_are_no_promised_addresses_and_not_to_be_found(tmp_path: Path) -> None:
    root = write(tmp_path / "bron", {"stories/ander.md": changed({"\n---\n\n": "\neerder: [toen]\n---\n\n"})})
    built = build(root, tmp_path / "uit")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "uit/verhalen/toen/gegevens.json").is_file()
    for file in ("adressen.txt", "sitemap.xml", "inhoud.json"):
        assert "gegevens" not in (tmp_path / "uit" / file).read_text(encoding="utf-8"), file


OTHER: dict[str, Any] = {
    "title": "Anders", "samenvatting": "Anders.", "ruimtes": ("kind", "plek"), "plaats": "Garnwerd", "bron": "ander",
    "schooltype": ("po", "vo"), "scholen": ("De Til",), "partners": ("De Til",), "gesprek": ("Wat zou jij doen?",),
    "periode": (2010, 2011), "datum": date(2026, 10, 31),
}  # fmt: skip


@pytest.fixture(scope="module")
def found(root: Path) -> Site:
    return site(root)


@pytest.mark.parametrize("field", [*OTHER, "body", "nothing"])
def test_what_they_are_made_from_changes_with_them(found: Site, field: str) -> None:
    one = found.knowledge.verhaal["goed"]
    other = replace(one, **{field: OTHER[field]}) if field in OTHER else one
    if field == "body":
        other = replace(one, origin=replace(one.origin, body=one.origin.body + "\nNog een alinea.\n"))
    same = field == "nothing"
    assert (gegevens.made(found, one) == gegevens.made(found, other)) is same
    assert (gegevens.inputs(found, one) == gegevens.inputs(found, other)) is same


def test_each_text_with_data_has_what_they_are_made_from(found: Site) -> None:
    for record in found.knowledge.records:
        assert (gegevens.made(found, record) is None) is (gegevens.inputs(found, record) is None)
