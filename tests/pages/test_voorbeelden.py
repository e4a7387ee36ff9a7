"""Short examples: on which pages they stand, apart from the stories, and how many at most."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.urls import Value
from kennisbank.pages import generated
from kennisbank.pages.listing import PER_PAGE
from kennisbank.pages.praktijkvoorbeeld import view as praktijkvoorbeeld
from kennisbank.pages.tabel.view import TabelView
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import view as waarde
from kennisbank.pages.waarde.view import WaardeView
from kennisbank.parts.cards import EXAMPLES
from tests.support import PROJECT, knowledge, verhaal, voorbeeld

REPORT = f"{PROJECT.report}, § 4.1"


@pytest.fixture(name="kb")
def fixture_kb() -> KnowledgeBase:
    short = [
        voorbeeld("een", ruimtes=("plek", "kind"), schooltype=("po",), omgeving=("dorp", "stad"), bron=REPORT),
        voorbeeld("twee", datum=date(2026, 12, 1), schooltype=("so",), bron=REPORT),
        voorbeeld("drie", datum=date(2025, 1, 1), ruimtes=("kind",), schooltype=("po",), bron="eigen ervaring"),
    ]
    return knowledge(verhaal("een"), verhaal("ander"), voorbeelden=short)


def shown(kb: KnowledgeBase, value: Value) -> list[str]:
    """Return the short examples on the page of a value."""
    found = waarde.made(kb, Views(kb), value).voorbeelden
    return [each.url.split("/")[1] for each in found.voorbeelden] if found else []


def test_they_stand_with_their_values_the_newest_first(kb: KnowledgeBase) -> None:
    assert shown(kb, ("ruimte", "plek")) == ["twee", "een"]
    assert shown(kb, ("schooltype", "po")) == ["een", "drie"]
    assert shown(kb, ("omgeving", "stad")) == ["een"]
    assert shown(kb, ("schooltype", "so")) == ["twee"]  # a value without a story has them too
    assert shown(kb, ("regio", "noord-groningen")) == []


def test_they_are_no_stories(kb: KnowledgeBase) -> None:
    assert [v.origin.slug for v in kb.verhalen] == ["ander", "een"]
    assert ("schooltype", "so") not in kb.values
    assert waarde.made(kb, Views(kb), ("schooltype", "so")).telling == ""


def test_a_pair_has_those_with_both(kb: KnowledgeBase) -> None:
    pages = {page.address: page.view for page in waarde.generate(kb, Views(kb))}
    pair = pages["ruimtes/plek/schooltype/po/"]
    assert pair.voorbeelden is not None
    assert [each.url for each in pair.voorbeelden.voorbeelden] == ["voorbeelden/een/"]


def test_the_head_says_that_they_are_of_the_report_only_when_they_are(kb: KnowledgeBase) -> None:
    heads = {
        slug: found.kop
        for slug in ("po", "so")
        if (found := waarde.made(kb, Views(kb), ("schooltype", slug)).voorbeelden)
    }
    assert heads == {"po": "Praktijkvoorbeelden", "so": "Uit het onderzoek"}
    kinds = [praktijkvoorbeeld.made(kb, Views(kb), each).soort for each in kb.voorbeelden]
    assert kinds == ["Uit het onderzoek", "Uit het onderzoek", "Praktijkvoorbeeld"]


def test_a_page_does_not_grow_with_their_number() -> None:
    def of(number: int) -> WaardeView:
        many = [voorbeeld(f"kort-{n:03}", datum=date(2026, 11, 1) - timedelta(n)) for n in range(number)]
        kb = knowledge(verhaal("een"), voorbeelden=many)
        return waarde.made(kb, Views(kb), ("ruimte", "plek"))

    few, many = of(EXAMPLES).voorbeelden, of(EXAMPLES + 7).voorbeelden
    assert few is not None and many is not None
    assert few.voorbeelden == many.voorbeelden
    assert few.meer is None
    assert many.meer is not None
    assert (many.meer.url, many.meer.label) == (
        "voorbeelden/", "Nog 7 hiervan, in de lijst van alle praktijkvoorbeelden",
    )  # fmt: skip


def test_the_list_of_all_is_cut_in_pages() -> None:
    many = [voorbeeld(f"kort-{n:03}") for n in range(PER_PAGE + 3)]
    kb = knowledge(verhaal("een"), voorbeelden=many)
    pages = {page.address: page.view for page in praktijkvoorbeeld.generate(kb, Views(kb))}
    assert list(pages) == ["voorbeelden/", "voorbeelden/pagina-2/"]
    urls_of_all = [each.url for view in pages.values() for each in view.voorbeelden]
    assert urls_of_all == [urls.praktijkvoorbeeld(each.origin.slug) for each in kb.voorbeelden]
    assert {view.telling for view in pages.values()} == {"53 voorbeelden"}


def test_the_overview_counts_them_apart(kb: KnowledgeBase) -> None:
    view = next(page.view for page in generated.generate(kb, Views(kb)) if page.address == urls.OVERZICHT)
    assert isinstance(view, TabelView)
    assert view.voorbeelden is not None
    assert view.voorbeelden.label == "3 praktijkvoorbeelden"
    cells = {(row.label, cell.kolom): (cell.aantal, cell.apart, cell.ook) for row in view.rijen for cell in row.cellen}
    assert cells["Plek", "Basisonderwijs"] == (2, 1, "en 1 praktijkvoorbeeld")
    assert sum(apart for _, apart, _ in cells.values()) == 4  # one of them has two ruimtes


def test_without_any_nothing_is_said_of_them() -> None:
    kb = knowledge(verhaal("een"))
    view = next(page.view for page in generated.generate(kb, Views(kb)) if page.address == urls.OVERZICHT)
    assert isinstance(view, TabelView)
    assert view.voorbeelden is None
    assert {cell.ook for row in view.rijen for cell in row.cellen} == {""}
    assert shown(kb, ("ruimte", "plek")) == []


def test_its_page_shows_its_facts_and_werkvormen(kb: KnowledgeBase) -> None:
    view = praktijkvoorbeeld.made(kb, Views(kb), kb.voorbeeld["een"])
    assert [fact.label for fact in view.feiten] == ["Ruimte", "Schooltype"]
    assert [fact.label for fact in view.meer_feiten] == ["Omgeving"]
    assert [crumb.url for crumb in view.kruimels] == ["verhalen/", "voorbeelden/"]
