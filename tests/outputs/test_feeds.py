"""The feeds are what RFC 4287 and JSON Feed 1.1 want, and a reader knows a text again whatever is renamed or moved."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from kennisbank.model import urls
from kennisbank.model.codes import assign
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.outputs.feeds import GONE, JSON_FEED, NEWEST, Feeds, lasting
from kennisbank.pages import generated
from tests.support import knowledge, verhaal

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITE = "https://voorbeeld.example/"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ONCE = ("title", "id", "updated")
"""What every feed and every entry must have exactly once (RFC 4287, 4.1.1 and 4.1.2)."""
KNOWN = {"id", "url", "external_url", "title", "summary", "content_text", "image", "date_published", "date_modified",
         "tags"}  # fmt: skip


def moment(text: str | None) -> datetime:
    assert text and RFC3339.fullmatch(text), text
    return datetime.fromisoformat(text)


def absolute(address: str | None) -> str:
    assert address and urlsplit(address).scheme == "https" and urlsplit(address).netloc, address
    return address


def judge_atom(text: str) -> list[dict[str, Any]]:
    """Judge a feed by RFC 4287, and return its entries as an item of a JSON Feed has them."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed" and root.get(XML_LANG) == "nl"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ONCE:
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", element.findtext(f"{ATOM}id", ""))
        assert (element.findtext(f"{ATOM}title") or "").strip()
        links = [(link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link")]
        assert links.count(("alternate", "text/html")) == 1 and len(links) == len(set(links))
        for link in element.findall(f"{ATOM}link"):
            absolute(link.get("href"))
        for at_most_one in ("rights", "icon", "published", "summary"):
            assert len(element.findall(f"{ATOM}{at_most_one}")) <= 1
    assert root.findtext(f"{ATOM}author/{ATOM}name"), "an entry without an author has that of its feed (4.2.1)"
    assert len(root.findall(f"{ATOM}link[@rel='self']")) == 1
    assert root.findtext(f"{ATOM}rights")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) <= NEWEST
    updated = moment(root.findtext(f"{ATOM}updated"))
    found = []
    for entry in entries:
        published, changed = (moment(entry.findtext(f"{ATOM}{name}")) for name in ("published", "updated"))
        assert published <= changed <= updated
        categories = entry.findall(f"{ATOM}category")
        assert all(category.get("term") and absolute(category.get("scheme")) for category in categories)
        links = {link.get("rel"): link for link in entry.findall(f"{ATOM}link")}
        assert str(links["enclosure"].get("type")).startswith("image/")
        item = {
            "id": entry.findtext(f"{ATOM}id"),
            "url": links["alternate"].get("href"),
            "external_url": links["via"].get("href") if "via" in links else None,
            "title": entry.findtext(f"{ATOM}title"),
            "summary": entry.findtext(f"{ATOM}summary"),
            "image": links["enclosure"].get("href"),
            "date_published": entry.findtext(f"{ATOM}published"),
            "date_modified": entry.findtext(f"{ATOM}updated"),
            "tags": list(dict.fromkeys(category.get("label") for category in categories)),
        }
        found.append({name: value for name, value in item.items() if value is not None})
    return found


def judge_json(text: str) -> list[dict[str, Any]]:
    """Judge a feed by JSON Feed 1.1, and return its items without what Atom has not."""
    feed = json.loads(text)
    assert feed["version"] == JSON_FEED == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and feed["language"] == "nl"
    for name in ("home_page_url", "feed_url", "favicon"):
        absolute(feed[name])
    assert all(author["name"] and absolute(author["url"]) for author in feed["authors"])
    assert feed["_ruimte"]["rights"] and feed["_ruimte"]["id"].startswith("urn:uuid:"), "an extension has a name with _"
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids) <= NEWEST and all(isinstance(each, str) for each in ids)
    for item in feed["items"]:
        assert item.keys() <= KNOWN
        assert item.pop("content_text"), "an item has content"
        assert moment(item["date_published"]) <= moment(item["date_modified"])
        absolute(item["url"]), absolute(item["image"])
        assert all(isinstance(tag, str) for tag in item["tags"])
    items: list[dict[str, Any]] = feed["items"]
    return items


def feeds(kb: KnowledgeBase, site: str = SITE, name: str = "Ruimte") -> dict[str, str]:
    return dict(Feeds(kb, site, name, {}).files())


def with_codes(kb: KnowledgeBase, **first: str) -> KnowledgeBase:
    """Return a knowledge base in which each story has a code, made for its own address or the slug of before."""
    texts = {urls.verhaal(slug): urls.verhaal(first.get(slug, slug)) for slug in kb.verhaal}
    return replace(kb, codes=assign(texts, {}, {}, ()))


def of(*verhalen: Verhaal, lists: dict[str, Vocabulary] | None = None) -> KnowledgeBase:
    return with_codes(replace(knowledge(*verhalen), **({"vocabularies": lists} if lists else {})))


def test_every_feed_of_the_site_is_what_readers_expect(real_site: Path) -> None:
    kept = sorted(real_site.rglob("feed.xml"))  # with those of lists that were published and have no story now
    found = [file for file in kept if file.with_name("feed.json").exists()]
    assert len(found) > 50
    for file in set(kept).difference(found):
        judge_atom(file.read_text(encoding="utf-8"))
    for file in found:
        text, beside = file.read_text(encoding="utf-8"), file.with_name("feed.json").read_text(encoding="utf-8")
        assert judge_atom(text) == judge_json(beside), "both say the same"
        for name, content in (("xml", text), ("json", beside)):
            assert f"/{file.parent.relative_to(real_site).as_posix()}/feed.{name}" in content
    assert {file.parent for file in found} == {file.parent for file in real_site.rglob("feed.json")}
    addresses = (real_site / "adressen.txt").read_text(encoding="utf-8").splitlines()
    for name in ("xml", "json"):
        listed = {line[1:] for line in addresses if line.endswith(f"/feed.{name}")}
        assert {str(file.parent.relative_to(real_site) / f"feed.{name}") for file in found} <= listed


def test_a_page_names_both_feeds_of_its_list_and_a_pair_has_them_too(real_site: Path) -> None:
    pages = [file for file in real_site.glob("*/*/*/*/index.html") if (file.parent / "feed.xml").exists()]
    assert pages
    for page in (real_site / "verhalen" / "index.html", pages[0]):
        heads = re.findall(r'<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"', page.read_text("utf-8"))
        assert {kind: (page.parent / href).resolve() for kind, href in heads if "feed" in href} == {
            "application/atom+xml": page.parent / "feed.xml",
            "application/feed+json": page.parent / "feed.json",
        }


def test_the_name_of_a_text_and_of_a_list_survives_another_name_and_another_address_of_the_site() -> None:
    before = of(verhaal("oud"), verhaal("ander"))
    after = with_codes(knowledge(verhaal("nieuw", title="Een nieuwe titel"), verhaal("ander")), nieuw="oud")
    old, new = (feeds(kb, site) for kb, site in ((before, SITE), (after, "https://elders.example/kennis/")))
    assert old.keys() == new.keys()
    for address in old:
        judge = judge_atom if address.endswith(".xml") else judge_json
        assert {item["id"] for item in judge(old[address])} == {item["id"] for item in judge(new[address])}
        names = [re.findall(r"urn:uuid:[0-9a-f-]+", each[address])[0] for each in (old, new)]
        assert names[0] == names[1], "that of the list"
    every = judge_atom(new["verhalen/feed.xml"])
    assert {item["url"] for item in every} == {
        f"https://elders.example/kennis/verhalen/{slug}/" for slug in ("nieuw", "ander")
    }


def test_a_list_is_called_what_its_values_were_called_first() -> None:
    kb = of(verhaal("een"))
    term = replace(kb.term("regio", "noord-groningen"), former=("kop",))
    lists = {**kb.vocabularies}
    lists["regio"] = replace(
        lists["regio"], terms=tuple(term if each.slug == term.slug else each for each in lists["regio"].terms)
    )
    renamed = replace(kb, vocabularies=lists)
    for address in ("regio/noord-groningen/", "regio/kop/"):
        assert lasting(renamed, address) == "regio/kop"
    assert lasting(kb, "ruimtes/plek/regio/noord-groningen/") == "ruimte/plek/regio/noord-groningen"
    assert lasting(kb, "verhalen/") == "verhalen/"
    two = [name for address, name in ((a, lasting(kb, a)) for a, *_ in generated.feeds(kb))]
    assert len(set(two)) == len(two), "no two lists have the same"


def test_what_changed_is_seen_as_changed_and_comes_first() -> None:
    stories = [verhaal(f"verhaal-{number:02}", datum=date(2026, 1, 1 + number)) for number in range(NEWEST + 5)]
    kb = of(*stories)
    items = judge_atom(feeds(kb)["verhalen/feed.xml"])
    assert len(items) == NEWEST
    assert not [item for item in items if item["url"].endswith("/verhaal-00/")], "it is among the oldest"
    again = of(replace(stories[0], bijgewerkt=date(2026, 3, 1)), *stories[1:])
    for address, judge in (("verhalen/feed.xml", judge_atom), ("verhalen/feed.json", judge_json)):
        first = judge(feeds(again)[address])[0]
        assert first["url"].endswith("/verhaal-00/")
        assert first["date_published"] == "2026-01-01T00:00:00Z"
        assert first["date_modified"] == "2026-03-01T00:00:00Z"
    assert "<updated>2026-03-01T00:00:00Z</updated>" in feeds(again)["verhalen/feed.xml"].partition("<entry>")[0]
    assert feeds(again) == feeds(again), "and of the day on which it is made nothing is seen"


def test_a_source_with_an_address_can_be_followed() -> None:
    kb = of(verhaal("een", bron="Jaarverslag (https://museum.example/verslag.pdf), 2021"))
    text = feeds(kb)["verhalen/feed.xml"]
    assert '<link rel="via" href="https://museum.example/verslag.pdf"/>' in text
    assert judge_json(feeds(kb)["verhalen/feed.json"])[0]["external_url"] == "https://museum.example/verslag.pdf"


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
def test_who_follows_a_list_that_became_shorter_goes_on_being_answered(name: str) -> None:
    two = of(verhaal("een"), verhaal("twee"))
    pair = next(address for address, _, texts in generated.feeds(two) if address.count("/") == 4)
    one = of(verhaal("een"))
    assert pair + name in feeds(two) and pair + name not in feeds(one)
    value = "/".join(pair.split("/")[:2]) + "/"
    judge = judge_atom if name == "feed.xml" else judge_json
    answer = Feeds(one, SITE, "Ruimte", {}).at(value + name, pair + name)
    assert [item["url"] for item in judge(answer)] == [f"{SITE}verhalen/een/"]
    followed = re.findall(r"urn:uuid:[0-9a-f-]+", feeds(two)[pair + name])[0]
    assert followed in answer, "it is the same feed"
    gone = Feeds(one, SITE, "Ruimte", {}).at("regio/achterhoek/", f"regio/achterhoek/{name}")
    assert judge(gone) == [] and GONE in gone


def test_two_sites_have_no_name_in_common() -> None:
    kb = of(verhaal("een"))
    here, there = ("".join(feeds(kb, SITE, name).values()) for name in ("Ruimte", "Romte"))
    names = [set(re.findall(r"urn:uuid:[0-9a-f-]+", text)) for text in (here, there)]
    assert not names[0] & names[1]


def test_what_a_writer_types_is_no_markup_in_a_feed() -> None:
    title = '<script>alert(1)</script> & "]]>"'
    kb = of(verhaal("een", title=title), verhaal("twee"))
    for address, judge in (("verhalen/feed.xml", judge_atom), ("verhalen/feed.json", judge_json)):
        assert title in [item["title"] for item in judge(feeds(kb)[address])]
