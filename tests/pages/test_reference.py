"""The reference pages: every field and every value, each with its own place, whatever the number of stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kennisbank.contributing import wording
from kennisbank.model import urls
from kennisbank.model.examples import told
from kennisbank.model.fields import Kind, specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.reference import PARTS
from kennisbank.pages.velden import view as velden
from kennisbank.pages.velden.view import Veld, VeldenView
from kennisbank.pages.views import Views
from kennisbank.pages.waarden import view as waarden
from kennisbank.pages.waarden.view import Waarde, WaardenView
from tests.support import content, knowledge, verhaal, vocabularies

Pages = tuple[VeldenView, WaardenView]


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return content()


@pytest.fixture(scope="module")
def pages(real: KnowledgeBase) -> Pages:
    views = Views(real)
    return velden.page(real, views).view, waarden.page(real, views).view


def fields(view: VeldenView) -> Iterator[tuple[str, Veld]]:
    for text in view.teksten:
        for row in text.velden:
            yield text.naam, row


def values(view: WaardenView) -> Iterator[tuple[str, Waarde]]:
    for part in view.delen:
        for found in part.lijsten:
            for group in found.groepen:
                for row in group.waarden:
                    yield found.id, row


def test_every_field_has_a_row(pages: Pages) -> None:
    rows = list(fields(pages[0]))
    expected = [(part.name, name) for part in PARTS for name in specs(part.record)]
    assert [(text, row.naam) for text, row in rows] == expected
    assert {"verhaal", "werkvorm", "bundel", "praktijkvoorbeeld", "beeld", "uitreiking"} == {text for text, _ in rows}
    for text, row in rows:
        spec = told(next(part.record for part in PARTS if part.name == text), vocabularies())[row.naam]
        assert row.verplicht == spec.required
        assert row.uitleg == spec.help
        assert row.voorbeeld.startswith(f"{row.naam}:")
        assert spec.example in row.voorbeeld
        assert row.id == f"{text}-{row.naam}"


def test_every_value_that_a_field_can_have_has_a_row(real: KnowledgeBase, pages: Pages) -> None:
    used = {spec.vocabulary for part in PARTS for spec in specs(part.record).values() if spec.vocabulary}
    expected = {(name, term.slug) for name in used for term in real.vocabularies[name].terms}
    rows = list(values(pages[1]))
    assert {(name, row.slug) for name, row in rows} == expected
    assert len(rows) == len(expected)
    for name, row in rows:
        term = real.term(name, row.slug)
        assert (row.label, row.uitleg) == (term.label, term.definition)
        assert all(word in row.ook for word in term.synonyms)


def test_every_known_place_is_named(real: KnowledgeBase, pages: Pages) -> None:
    named = ", ".join(row.plaatsen for row in pages[1].plaatsen).split(", ")
    assert sorted(named) == sorted(term.label for term in real.vocabularies["plaats"].terms)


def test_every_link_to_a_list_or_a_field_has_its_place(pages: Pages) -> None:
    places = {f"{urls.VELDEN}#{row.id}" for _, row in fields(pages[0])}
    places |= {f"{urls.VELDEN}#{text.naam}" for text in pages[0].teksten}
    places |= {f"{urls.WAARDEN}#{row.id}" for part in pages[1].delen for row in part.lijsten}
    for _, row in fields(pages[0]):
        for link in (row.lijst, row.zie):
            assert not link or link.url in places | {urls.VERHALEN, urls.WERKVORMEN, urls.VOORBEELDEN}
    for part in pages[1].delen:
        for found in part.lijsten:
            assert found.velden
            assert {row.url for row in found.velden} <= places


def test_every_identifier_stands_once(pages: Pages) -> None:
    for rows in (fields(pages[0]), values(pages[1])):
        names = [row.id for _, row in rows]
        assert len(names) == len(set(names))


def test_the_pages_do_not_grow_with_the_stories() -> None:
    def size(number: int) -> int:
        kb = knowledge(*(verhaal(f"verhaal-{n}") for n in range(number)))
        pages = (velden.page(kb, Views(kb)), waarden.page(kb, Views(kb)))
        return sum(len(str(replace(page.view, verder=None))) for page in pages)

    assert size(1) == size(40)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_field_has_words(kind: Kind) -> None:
    assert kind in wording.ONE or kind in wording.MANY


def test_a_field_in_words() -> None:
    known = told(wording.TEXTS["verhaal"].record, vocabularies())
    assert wording.form(known["datum"]) == "een datum: jaar-maand-dag"
    assert wording.limits(known["samenvatting"]) == "40 tot en met 300 tekens"
    assert wording.limits(known["scholen"]) == "elk 2 tot en met 120 tekens; hooguit 30"
    assert wording.limits(known["regio"]) == ""
    assert wording.source(known["regio"], vocabularies()) == "de lijst Regio's"
    assert wording.written("regio", known["regio"]) == "regio: noord-groningen"
    bundel = told(wording.TEXTS["bundel"].record, vocabularies())
    assert wording.form(bundel["vragen"]).startswith("teksten tussen [ ]")
    assert wording.limits(bundel["vragen"]) == "elk 5 tot en met 200 tekens; precies 3"
    assert wording.limits(bundel["verhalen"]) == "minstens 2 en hooguit 20"
