"""Every address of the site."""

from __future__ import annotations

import pytest

from kennisbank.model import urls
from kennisbank.model.facets import FACETS, FIELDS, OPTIONAL
from tests.support import verhaal


def test_addresses() -> None:
    assert urls.verhaal("trots-in-meppel") == "verhalen/trots-in-meppel/"
    assert urls.werkvorm("tijdlijn") == "werkvormen/tijdlijn/"
    assert urls.content("stories/x/index.md", "x") == "verhalen/x/"
    assert urls.content("ruimtes/plek.md", "plek") == "ruimtes/plek/"
    assert urls.overview("partnertype") == "partner/"
    assert urls.value("regio", "drenthe") == "regio/drenthe/"
    assert urls.pair(("ruimte", "plek"), ("regio", "noord-groningen")) == "ruimtes/plek/regio/noord-groningen/"
    assert urls.feed("regio/drenthe/") == "regio/drenthe/feed.xml"


def test_page_one_of_a_list_has_the_address_of_the_list() -> None:
    assert urls.numbered("verhalen/", 1) == "verhalen/"
    assert urls.numbered("verhalen/", 2) == "verhalen/pagina-2/"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("", "index.md"),
        ("regio/", "regio/index.md"),
        ("regio/drenthe/", "regio/drenthe.md"),
        ("a/b/c/d/", "a/b/c/d.md"),
    ],
)
def test_source(address: str, source: str) -> None:
    assert urls.source(address) == source


@pytest.mark.parametrize(
    ("target", "uri", "found"),
    [
        ("b.md", "stories/a.md", "stories/b.md"),
        ("../ruimtes/plek.md#x", "stories/a.md", "ruimtes/plek.md"),
        ("foto.jpg?x", "stories/a/index.md", "stories/a/foto.jpg"),
        ("/regio/drenthe.md", "stories/a.md", "regio/drenthe.md"),
        ("../../x.md", "stories/a.md", None),
        ("/../x.md", "stories/a.md", None),
    ],
)
def test_resolve(target: str, uri: str, found: str | None) -> None:
    assert urls.resolve(target, uri) == found


def test_uri() -> None:
    assert urls.uri("docs/over/ons.md") == "over/ons.md"
    assert urls.uri("stories/docs/index.md") == "stories/docs/index.md"


def test_facets_read_one_value_and_many_alike() -> None:
    one = verhaal("een", ruimtes=("plek", "kind"))
    assert [facet.of(one) for facet in FACETS] == [("plek", "kind"), ("po",), ("museum",), ("noord-groningen",)]
    assert len({facet.folder for facet in FACETS}) == len(FACETS)


def test_every_list_that_a_story_has_a_field_for_is_a_facet_and_a_new_one_comes_last() -> None:
    names = [facet.name for facet in OPTIONAL]
    assert {*names}.union(facet.name for facet in FACETS) == FIELDS.keys()
    first = "omgeving richting discipline thema activiteit reden rol team leren opbrengst borging".split()
    assert names[: len(first)] == first


def test_a_link_by_a_former_folder_of_a_facet_means_the_page_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(urls.FORMER, "soort", "schooltype")
    for target in ("/soort/po.md", "../soort/po.md#x"):
        assert urls.resolve(target, "over/a.md") == urls.renamed(target, "over/a.md") == "schooltype/po.md"
    assert urls.renamed("/schooltype/po.md", "over/a.md") is None
    assert urls.renamed("../../soort/po.md", "over/a.md") is None
