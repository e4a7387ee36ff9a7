"""Where werkvormen were used: on their own pages, on those of values and pairs, and in the overviews."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kennisbank.finding import search
from kennisbank.model import urls
from kennisbank.model.facets import FACETS, USED
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.tabel import view as tabel
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import view as waarde
from kennisbank.pages.werkvorm import view as werkvormen
from kennisbank.pages.werkvormen import view as overview
from kennisbank.parts.cards import METHODS
from tests.model.test_used import base, werkvorm


@pytest.fixture(name="kb")
def fixture_kb() -> KnowledgeBase:
    return base(werkvorm(), werkvorm("stilte", schooltype=("mbo",)))


def test_the_page_of_a_werkvorm_says_where_it_was_used_and_how_we_know(kb: KnowledgeBase) -> None:
    views = Views(kb)
    derived, own = (werkvormen.made(kb, views, kb.werkvorm[slug]) for slug in ("wandeling", "stilte"))
    (fact,) = (fact for fact in derived.feiten if fact.label == "Gebruikt")
    said = [kb.term("schooltype", slug).extra["zin"] for slug in ("po", "so")]
    assert [link.label for link in fact.waarden][:2] == said
    assert [link.url for link in fact.waarden][:2] == ["schooltype/po/", "schooltype/so/"]
    assert derived.afgeleid
    assert [fact.label for fact in own.feiten if fact.label in {"Gebruikt", "Schooltype"}] == ["Schooltype"]
    assert not own.afgeleid


def test_the_page_of_a_value_names_them(kb: KnowledgeBase) -> None:
    views = Views(kb)
    derived, own = (waarde.made(kb, views, ("schooltype", slug)).gebruikt for slug in ("so", "mbo"))
    assert derived is not None and own is not None
    assert derived.kop == f"Werkvormen, gebruikt {kb.term('schooltype', 'so').extra['zin']}"
    assert [link.label for link in derived.werkvormen] == ["Wandeling"]
    assert (derived.afgeleid, own.afgeleid) == (True, False)
    assert waarde.made(kb, views, ("schooltype", "vo")).gebruikt is None
    assert waarde.made(kb, views, ("ruimte", "plek")).gebruikt is None  # those have their werkvormen already


def test_the_page_of_a_pair_names_those_used_with_both(kb: KnowledgeBase) -> None:
    views = Views(kb)
    both = views.used_with(("schooltype", "so"), ("partnertype", "museum"))
    assert both is not None
    assert [link.url for link in both.werkvormen] == ["werkvormen/wandeling/"]
    assert views.used_with(("schooltype", "po"), ("partnertype", "museum")) is None


def test_a_page_names_a_few_and_leads_to_the_rest() -> None:
    many = [werkvorm(f"vorm-{number:02}", schooltype=("vo",)) for number in range(METHODS + 2)]
    kb = base(*many)
    found = Views(kb).used_with(("schooltype", "vo"))
    assert found is not None
    assert len(found.werkvormen) == METHODS
    assert found.meer is not None
    assert (found.meer.label, found.meer.url) == ("Nog 2, bij alle werkvormen", "werkvormen/")


def test_the_overviews_count_them(kb: KnowledgeBase) -> None:
    views = Views(kb)
    page = overview.page(kb, views)
    counts = {group.titel: [(row.label, row.aantal) for row in group.waarden] for group in page.view.gebruikt}
    assert list(counts) == [kb.vocabularies[facet.name].plural for facet in USED]
    assert [number for _, number in counts[kb.vocabularies["schooltype"].plural]] == [1, 1, 1]
    tables = {page.address: page.view for page in tabel.generate(kb, views)}
    for (first, second), address in urls.TABLES.items():
        titles = [kb.vocabularies[facet.name].plural for facet in (first, second) if facet in USED]
        assert [group.titel for group in tables[address].gebruikt] == titles


def test_the_finder_knows_the_choices_of_each_werkvorm(kb: KnowledgeBase) -> None:
    table = search.selection(kb)
    order = [w.origin.slug for w in kb.werkvormen]
    chosen = {
        name: dict(zip(order, (own.sets[number] for number in own.werkvormen), strict=True))
        for name, own in table.items()
    }
    assert chosen["schooltype"] == {"wandeling": ("po", "so"), "stilte": ("mbo",)}
    assert chosen["regio"] == {"wandeling": ("noord-groningen", "groningen"), "stilte": ()}
    assert {facet.name for facet in FACETS} <= set(table)
    found = [entry.address for entry in search.entries(kb) if entry.kind == "werkvorm"]
    assert found[order.index("stilte")] == "werkvormen/stilte/"


def test_a_werkvorm_for_all_ruimtes_is_chosen_by_each(kb: KnowledgeBase) -> None:
    every = replace(kb.werkvorm["stilte"], ruimtes=("alle",))
    assert "ruimte" not in search.choices(kb, every)  # this knowledge base has no ruimtes
