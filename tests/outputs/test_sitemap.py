"""What search engines are offered: the pages in order, each with the day of its content, never of a build."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import changed
from kennisbank.outputs import sitemap
from kennisbank.reading.loader import load
from tests.site_support import HOME, PROJECT

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def rows(text: str) -> list[tuple[str, str]]:
    """Return each address of a sitemap, or of a list of them, with its day."""
    found = ET.fromstring(text)
    return [(row.findtext(f"{SPACE}loc") or "", row.findtext(f"{SPACE}lastmod") or "") for row in found]


@pytest.fixture(name="knowledge", scope="module")
def fixture_knowledge() -> KnowledgeBase:
    found = load(PROJECT).knowledge
    assert found is not None
    return found


def test_a_page_has_the_day_of_what_is_new_on_it(real_site: Path, knowledge: KnowledgeBase) -> None:
    told = dict(rows((real_site / urls.SITEMAP).read_text(encoding="utf-8")))
    for text in (*knowledge.verhalen, *knowledge.voorbeelden):
        assert told[HOME.site + urls.of(text.origin.path, text.origin.slug)] == changed(text).isoformat()
    for value, found in knowledge.values.items():
        if value[0] != "ruimte":
            both = [changed(text).isoformat() for text in (*found, *knowledge.examples.get(value, []))]
            assert told[HOME.site + urls.value(*value)] == max(both)
    for address in (urls.HOME, "over/", urls.WERKVORMEN, urls.ZOEKEN, urls.RUIMTES, urls.value("ruimte", "plek")):
        assert told[HOME.site + address] == "", "nothing says when its text was written"
    days = {changed(text).isoformat() for text in (*knowledge.verhalen, *knowledge.voorbeelden)}
    assert set(told.values()) - {""} <= days
    assert list(told) == sorted(told)


def test_a_text_that_changed_is_new_again_and_so_are_its_lists(knowledge: KnowledgeBase) -> None:
    *others, old = knowledge.verhalen
    again = replace(old, bijgewerkt=date(2099, 1, 1))
    told = dict(sitemap.dated(replace(knowledge, verhalen=(*others, again))))
    for address in (urls.verhaal(old.origin.slug), urls.VERHALEN, urls.value("regio", old.regio)):
        assert told[address] == "2099-01-01"
    assert told[urls.verhaal(others[0].origin.slug)] == changed(others[0]).isoformat()


def test_a_further_page_of_a_list_has_the_day_of_the_list(knowledge: KnowledgeBase) -> None:
    further = urls.numbered(urls.VERHALEN, 2)
    told = dict(rows(dict(sitemap.files(knowledge, [urls.VERHALEN, further], HOME.site))[urls.SITEMAP]))
    assert told[HOME.site + further] == told[HOME.site + urls.VERHALEN] != ""


def test_more_pages_than_fit_are_cut_in_lists(knowledge: KnowledgeBase) -> None:
    addresses = [urls.verhaal(verhaal.origin.slug) for verhaal in knowledge.verhalen]
    whole = dict(sitemap.files(knowledge, addresses, HOME.site))
    assert set(whole) == {urls.SITEMAP, urls.ROBOTS}
    cut = dict(sitemap.files(knowledge, reversed(addresses), HOME.site, most=3))
    full, left = divmod(len(addresses), 3)
    assert full
    lengths = [3] * full + [left] * bool(left)
    parts = [urls.sitemap(number) for number in range(1, len(lengths) + 1)]
    assert set(cut) == {urls.SITEMAP, urls.ROBOTS, *parts}
    assert [row for part in parts for row in rows(cut[part])] == rows(whole[urls.SITEMAP])
    assert [len(rows(cut[part])) for part in parts] == lengths
    assert [address for address, _ in rows(cut[urls.SITEMAP])] == [HOME.site + part for part in parts]
    assert {day for _, day in rows(cut[urls.SITEMAP])} <= {day for _, day in rows(whole[urls.SITEMAP])}
    assert sitemap.MOST == 50_000, "what the protocol allows"


def test_all_may_be_looked_at_and_the_list_is_named(real_site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((real_site / urls.ROBOTS).read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("wie dan ook", HOME.site + "verhalen/")
    assert robots.site_maps() == [HOME.site + urls.SITEMAP]


def test_what_is_for_no_search_engine_is_not_in_it(real_site: Path) -> None:
    told = dict(rows((real_site / urls.SITEMAP).read_text(encoding="utf-8")))
    hidden = [file for file in real_site.rglob("*.html") if '<meta name="robots"' in file.read_text(encoding="utf-8")]
    assert hidden
    for file in hidden:
        address = file.relative_to(real_site).as_posix().removesuffix("index.html")
        assert HOME.site + address not in told
