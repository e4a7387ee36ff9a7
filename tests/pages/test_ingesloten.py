"""A list on the site of somebody else: what is in the frame, what it fetches, and where it leads when lists change."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kennisbank.model import published, urls
from kennisbank.model.addresses import Answers
from kennisbank.outputs import moved
from kennisbank.pages.ingesloten.view import MOST
from kennisbank.pages.site import Site
from kennisbank.parts import rendering
from kennisbank.reading import promised
from tests.outputs.test_moved import made
from tests.site_support import HOME
from tests.support import content, write

ADDRESS = "https://kunst.nl/ruimte/"
PLACE = "regio/noord-groningen/"


@cache
def site() -> Site:
    return Site(content())


def parsed(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_bytes())


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    (found,) = tree.css(selector)
    return found


def page(address: str, where: str = ADDRESS) -> str:
    """Return a page of the site as it is when the site stands somewhere."""
    shown = site().shown(site().by_address[address], "", HOME, site().frame(where))
    return rendering.pages().get_template(shown.view.template).render(shown.named())


def frames(folder: Path) -> dict[str, Path]:
    """Return the page of every frame, by the address of its list."""
    inside = folder / urls.EMBED
    return {f"{file.parent.relative_to(inside).as_posix()}/": file for file in sorted(inside.rglob("index.html"))}


def test_every_list_with_a_story_but_that_of_a_pair_has_one(real_site: Path) -> None:
    shown = {facet.name for facet in content().facets}
    values = [value for value, verhalen in content().values.items() if value[0] in shown and verhalen]
    listed = content().vocabularies["provincie"].terms
    provinces = [("regio", term.slug) for term in listed if list(content().in_province(term.slug))]
    assert len(values) > 50
    expected = {urls.VERHALEN, urls.SELECTIE, *(urls.value(*value) for value in (*values, *provinces))}
    assert frames(real_site).keys() == expected


@pytest.mark.apart
def test_it_has_the_newest_stories_of_its_list_and_no_more_than_a_few(corpus: Path) -> None:
    folder = corpus / "site"
    longer = 0
    for address, file in frames(folder).items():
        if address == urls.SELECTIE:
            continue
        tree, whole = parsed(file), parsed(folder / address / "index.html")
        shown = [link.text() for link in tree.css("h2 a")]
        listed = [link.text() for link in whole.css("section[aria-labelledby=rb-verhalen] > ul.rb-kaarten h3 a")]
        assert shown == listed[:MOST], address
        label = one(tree, ".rb-ingesloten__alle span").text()
        if len(listed) > MOST:
            longer += 1
            assert label.startswith("Alle ")
            number = one(whole, "#rb-verhalen").text()
            assert f"Alle {number}" in label
        else:
            assert label == "De hele lijst"
        assert listed, "a list without a story has none"
    assert longer > 20


def test_it_fetches_a_page_and_a_sheet_and_nothing_else(real_site: Path) -> None:
    for address, file in frames(real_site).items():
        tree = parsed(file)
        fetched = [node.attributes.get("src") or node.attributes.get("href") or ""
                   for node in tree.css("link:not([rel=canonical]), script, img, source, iframe")]  # fmt: skip
        chosen = address == urls.SELECTIE
        assert len(fetched) == (2 if chosen else 1), address
        sizes = [file, *((file.parent / path).resolve() for path in fetched)]
        assert sum(len(gzip.compress(part.read_bytes())) for part in sizes) < (9_000 if chosen else 4_000), address
        assert tree.css("style, [style], form, .rb-kop, .rb-voet, link[rel=manifest]") == []
        assert one(tree, "meta[name=robots]").attributes["content"] == "noindex"
        assert one(tree, "link[rel=canonical]").attributes["href"] == HOME.site + address
        assert tree.html and 'lang="nl"' in tree.html[:40]
        assert len(tree.css("h1")) == len(tree.css("main")) == 1


def test_no_script_of_it_registers_a_worker(real_site: Path) -> None:
    script = next((real_site / "assets").glob("js-*/ingesloten.js")).read_text(encoding="utf-8")
    assert "serviceWorker" not in script
    assert "fromAddress" in script


def test_links_open_in_a_tab_of_their_own_which_cannot_reach_it(real_site: Path) -> None:
    for file in frames(real_site).values():
        for link in parsed(file).css("a"):
            assert (link.attributes["target"], link.attributes["rel"]) == ("_blank", "noopener")


@pytest.mark.parametrize("address", [urls.VERHALEN, PLACE, "ruimtes/plek/", "regio/groningen/"])
def test_what_is_pasted_shows_the_list_and_leads_to_it(address: str) -> None:
    offered = one(LexborHTMLParser(page(address)), "#rb-insluitcode").text()
    pasted = LexborHTMLParser(f"<body>{offered}</body>")
    frame = one(pasted, "iframe").attributes
    assert frame["src"] == ADDRESS + urls.embedded(address)
    assert frame["loading"] == "lazy"
    title = one(LexborHTMLParser(page(urls.embedded(address))), "title").text()
    assert frame["title"] == title
    assert urls.embedded(address) in site().by_address
    link = one(pasted, "p > a")
    assert link.attributes["href"] == ADDRESS + address
    assert link.text() == title.replace(" – ", " op ")


def test_while_the_address_is_an_example_there_is_nothing_to_paste(real_site: Path) -> None:
    for address in (urls.VERHALEN, PLACE, urls.SELECTIE):
        tree = parsed(real_site / address / "index.html")
        assert "nog geen vast adres" in one(tree, ".rb-insluiten").text()
        assert tree.css("#rb-insluitcode, [data-kopieer]") == []


def test_a_list_without_a_story_and_a_pair_are_offered_to_nobody(real_site: Path) -> None:
    offered = {
        file.parent.relative_to(real_site).as_posix() + "/"
        for file in real_site.rglob("index.html")
        if "rb-insluiten" in file.read_text(encoding="utf-8")
    }
    assert "rol/liaison/" not in offered
    assert {urls.VERHALEN, urls.SELECTIE, PLACE, "ruimtes/plek/"} <= offered <= frames(real_site).keys()


def test_the_frames_of_what_is_offered_are_promised(real_site: Path) -> None:
    listed = promised.read(real_site).addresses
    assert {urls.embedded(address) for address in (urls.VERHALEN, urls.SELECTIE, PLACE)} <= listed.keys()
    assert urls.embedded("rol/liaison/") not in listed
    sitemap = (real_site / urls.SITEMAP).read_text(encoding="utf-8")
    assert HOME.site + urls.EMBED not in sitemap
    assert {f"{address}index.html" for address in listed if address.startswith(urls.EMBED)} <= {
        file.relative_to(real_site).as_posix() for file in real_site.rglob("index.html")
    }


def test_a_frame_follows_its_list_and_shows_all_stories_when_that_is_gone() -> None:
    known = Answers(
        frozenset({"verhalen/", "regio/nu/", "thema/x/", "los/", "insluiten/verhalen/", "insluiten/regio/nu/"}),
        {"regio/ooit/": "regio/oud/", "regio/oud/": "regio/nu/", "regio/weg/": "los/"},
    )
    leads = {
        "regio/nu/": "regio/nu/",
        "regio/ooit/": "regio/nu/",
        "regio/weg/": "verhalen/",
        "regio/nooit/": "verhalen/",
        "thema/x/": "verhalen/",
    }
    assert {one: known.lead(urls.embedded(one)) for one in leads} == {
        one: urls.embedded(other) for one, other in leads.items()
    }


def test_at_the_address_of_before_stands_a_page_that_leads_on(tmp_path: Path) -> None:
    listed = """\
/regio/kop/ /regio/noord-groningen/
/insluiten/regio/kop/
/insluiten/thema/nooit-geweest/
"""
    answered = made(write(tmp_path, {published.FILE: listed}))
    there = str(answered["insluiten/regio/kop/index.html"])
    assert 'url=../../../insluiten/regio/noord-groningen/"' in there
    assert 'url=../../../insluiten/verhalen/"' in str(answered["insluiten/thema/nooit-geweest/index.html"])
    ledger = str(answered[urls.PUBLISHED])
    assert re.search(r"^/insluiten/regio/kop/", ledger, re.MULTILINE)
    assert not moved.unanswered(answered, ["insluiten/regio/kop/"])
