"""The overview: every number is that of the page it leads to."""

from __future__ import annotations

from datetime import date

import pytest

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages import generated
from kennisbank.pages.jaren import view as jaren
from kennisbank.pages.jaren.view import OF_A_YEAR
from kennisbank.pages.kaart import view as kaart
from kennisbank.pages.surveys import OverzichtView
from kennisbank.pages.tabel import view as tabel
from kennisbank.pages.views import Views
from tests.finding.test_related import corpus
from tests.support import knowledge, verhaal


def survey(kb: KnowledgeBase) -> dict[str, OverzichtView]:
    """Return what each page of the overview shows, by its address."""
    views = Views(kb)
    pages = (*tabel.generate(kb, views), kaart.page(kb, views), jaren.page(kb, views))
    return {page.address: page.view for page in pages}


def test_every_number_is_true_and_leads_to_its_stories() -> None:
    kb = corpus(3, 60)
    existing = {page.address for page in generated.generate(kb, Views(kb))} | {
        urls.verhaal(v.origin.slug) for v in kb.verhalen
    }
    tables = {page.address: page.view for page in tabel.generate(kb, Views(kb))}
    for (first, second), address in urls.TABLES.items():
        view = tables[address]
        for term, row in zip(kb.vocabularies[first.name].terms, view.rijen, strict=True):
            for other, cell in zip(kb.vocabularies[second.name].terms, row.cellen, strict=True):
                both = [v for v in kb.verhalen if term.slug in first.of(v) and other.slug in second.of(v)]
                assert cell.aantal == len(both)
                assert bool(cell.url) == bool(both)
                assert cell.url in existing | {""}
                assert (cell.tint == 0) == (not both)
                assert 0 <= cell.tint <= 4
    assert len(urls.TABLES) == len(FACETS) * (len(FACETS) - 1) // 2


@pytest.mark.parametrize(
    ("cells", "small"),
    [([], True), ([0, 0], True), ([1, 1, 0, 5], True), ([1, 2, 1, 0, 9, 1], True), ([1, 2], False), ([2, 3, 1], False)],
)
def test_a_table_of_ones_is_no_table(cells: list[int], small: bool) -> None:
    """Half of the cells with stories have more than one: then numbers say something."""
    assert tabel.is_small(cells) is small


def test_few_stories_are_named_and_many_are_counted() -> None:
    few = knowledge(
        verhaal("een", ruimtes=("plek", "kind"), schooltype=("po",)),
        verhaal("twee", ruimtes=("kind",), schooltype=("vo",)),
    )
    view = next(tabel.generate(few, Views(few))).view
    assert [(row.label, [story.url for story in row.verhalen]) for row in view.namen] == [
        ("Kind", ["verhalen/een/", "verhalen/twee/"]), ("Plek", ["verhalen/een/"]),
    ]  # fmt: skip
    assert [story.bij for story in view.namen[0].verhalen] == ["Basisonderwijs", "Voortgezet onderwijs"]
    assert ([(row.label, row.uitleg) for row in view.open], view.gaten) == ([("Plek", "Voortgezet onderwijs")], 1)
    many = corpus(3, 60)
    view = next(tabel.generate(many, Views(many))).view
    assert (view.namen, view.open, view.gaten) == ((), (), 0)


def test_the_named_stories_of_a_row_do_not_grow() -> None:
    kb = knowledge(
        *(verhaal(f"nummer-{n}", ruimtes=("plek",), schooltype=("po",)) for n in range(9)),
        verhaal("los", ruimtes=("kind",), schooltype=("vo",)), verhaal("ander", ruimtes=("kind",), schooltype=("so",)),
    )  # fmt: skip
    view = next(tabel.generate(kb, Views(kb))).view
    assert [(row.label, len(row.verhalen), row.meer) for row in view.namen] == [
        ("Kind", 2, 0), ("Plek", tabel.OF_A_ROW, 9 - tabel.OF_A_ROW),
    ]  # fmt: skip


def test_the_ways_to_look_are_few_and_each_page_is_in_one() -> None:
    for view in survey(corpus(1, 5)).values():
        assert [way.label for way in view.soorten] == ["Combinaties", "Landkaart", "Door de jaren"]
        assert len([way for way in view.soorten if way.hier]) == 1


def test_pages_of_the_overview_lead_to_each_other() -> None:
    found = survey(corpus(1, 5))
    for where, view in found.items():
        assert {way.url for way in view.soorten} == {urls.OVERZICHT, urls.KAART, urls.JAREN}
        if isinstance(view, tabel.TabelView):
            assert {way.url for way in view.andere} == {*urls.TABLES.values()} - {where}
        else:
            assert [way.url for way in view.soorten if way.hier] == [where]


def test_every_place_is_in_the_list_and_known_ones_on_the_map() -> None:
    kb = knowledge(
        verhaal("een"), verhaal("twee"), verhaal("drie", plaats="Meppel", regio="zuidwest-drenthe"),
        verhaal("vier", plaats="Nergenshuizen"),
    )  # fmt: skip
    view = kaart.page(kb, Views(kb)).view
    rows = [(row.plaats, row.aantal, row.url) for row in view.plaatsen]
    assert rows == [
        ("Ezinge", 2, "regio/noord-groningen/"),
        ("Meppel", 1, "verhalen/drie/"),
        ("Nergenshuizen", 1, "verhalen/vier/"),
    ]
    assert {spot.naam for spot in view.kaart.plekken} == {"Ezinge", "Meppel"}


def test_a_story_stands_with_each_year_of_its_period() -> None:
    kb = knowledge(
        verhaal("een", periode=(2018, 2020)), verhaal("twee", periode=(2020, 2020)), verhaal("drie"),
        verhaal("vier", periode=(2023, 2023)),
    )  # fmt: skip
    view = jaren.page(kb, Views(kb)).view
    assert [(row.jaar, row.aantal) for row in view.jaren] == [
        ("2018", 1), ("2019", 1), ("2020", 2), ("2021", 0), ("2022", 0), ("2023", 1),
    ]  # fmt: skip
    assert [row.deel for row in view.jaren] == [50, 50, 100, 0, 0, 50]
    assert view.zonder == "1 verhaal"


def test_the_years_do_not_grow_with_the_stories() -> None:
    kb = knowledge(*(verhaal(f"verhaal-{n}", periode=(2020, 2020), datum=date(2024, 1, 1)) for n in range(20)))
    row = jaren.page(kb, Views(kb)).view.jaren[0]
    assert (len(row.verhalen), row.meer, row.aantal) == (OF_A_YEAR, 20 - OF_A_YEAR, 20)


def test_an_overview_without_stories_is_empty_but_there() -> None:
    kb = knowledge()
    assert len(survey(kb)) == len(urls.TABLES) + 2
    assert jaren.page(kb, Views(kb)).view.jaren == ()
