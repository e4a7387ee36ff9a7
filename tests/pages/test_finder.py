"""The page of the finder without a script: every value that has stories, with their number."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from kennisbank.finding.search import choices, overviews
from kennisbank.model import urls
from kennisbank.model.facets import ALL
from kennisbank.pages import generated
from kennisbank.pages.site import Site
from kennisbank.pages.views import Views
from kennisbank.pages.zoeken import view as zoeken
from tests.support import content, knowledge, verhaal


def test_every_value_with_stories_is_listed_once_with_their_number() -> None:
    kb = content()
    page = zoeken.page(kb, Views(kb))
    assert page.address == urls.ZOEKEN
    listed = {
        (facet.naam, row.slug): row.aantal
        for facet in page.view.kenmerken
        for group in facet.groepen
        for row in group.waarden
    }
    expected: dict[tuple[str, str], int] = {}
    for story in kb.verhalen:
        for name, slugs in choices(kb, story).items():
            for slug in slugs:
                expected[name, slug] = expected.get((name, slug), 0) + 1
    assert listed == expected


def test_a_province_stands_before_its_regions_and_the_main_facets_are_open() -> None:
    kb = knowledge(verhaal("een", regio="noord-drenthe"), verhaal("twee", regio="oost-groningen"))
    facets = zoeken.page(kb, Views(kb)).view.kenmerken
    (regio,) = (facet for facet in facets if facet.naam == "regio")
    assert [[row.slug for row in group.waarden] for group in regio.groepen] == [
        ["groningen", "oost-groningen"],
        ["drenthe", "noord-drenthe"],
    ]
    assert {facet.naam for facet in facets if facet.open} == {"schooltype", "partnertype", "regio", "ruimte"}
    assert {facet.naam for facet in facets} <= {facet.name for facet in ALL}


def test_who_finds_nothing_is_asked_to_say_so_with_or_without_a_script(real_site: Path) -> None:
    """No server counts what is not found: the page asks, below all that a script shows or hides."""
    file = real_site / urls.ZOEKEN / "index.html"
    tree = LexborHTMLParser(file.read_bytes())
    (asked,) = tree.css("[aria-labelledby=rb-gemist]")
    assert asked.css_first("h2").text() == "Niet gevonden wat je zocht?"
    above = asked
    while above is not None:
        assert "hidden" not in above.attributes and above.tag not in {"noscript", "template"}
        above = above.parent if above.tag != "html" else None
    links = [a.attributes["href"] or "" for a in asked.css("a")]
    assert links == [
        "../meedoen/verhaal-schrijven/", "../meedoen/praktijkvoorbeeld-schrijven/", "../meedoen/woord-toevoegen/",
        "../meedoen/",
    ]  # fmt: skip
    assert [link for link in links if not (file.parent / link / "index.html").resolve().is_file()] == []


def test_the_finder_calls_a_page_that_the_site_makes_what_it_is_called() -> None:
    kb = content()
    made = {page.address: page.view.title for page in generated.generate(kb, Site(kb).views)}
    assert {address: said["titel"] for address, said in overviews().items()} == {
        address: made.get(address) for address in overviews()
    }
