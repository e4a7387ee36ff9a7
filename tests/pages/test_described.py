"""What machines read of every page of the site: a graph of names that schema.org and SKOS have, and all of it true."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, SDO, SKOS, Literal, URIRef
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import kinds, urls
from kennisbank.model.facets import BY_NAME
from kennisbank.model.forge import reserved
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages import described
from kennisbank.pages.machine import CONTENT, Leaf
from kennisbank.pages.verhaal import view as verhalen
from kennisbank.pages.views import Views
from kennisbank.parts.machine import Article
from kennisbank.reading.loader import load
from tests.pages.machine_support import NEEDED, Told, faults, name, nodes, parsed, read, things
from tests.site_support import HOME, PROJECT

ADDRESS = HOME.site
LARGE = 600
"""Pixels from which on a picture is shown large beside a link."""
ANONYMOUS = {
    "@context", "@id", "@type", "headline", "description", "inLanguage", "isPartOf", "about", "isBasedOn", "citation",
    "license", "learningResourceType", "educationalLevel", "image", "author", "publisher", "mainEntityOfPage",
    "datePublished", "dateModified",
}  # fmt: skip
"""All that a praktijkvoorbeeld may tell: no place, no time, and no name of a school or partner."""


@pytest.fixture(name="told", scope="module")
def fixture_told(real_site: Path) -> Told:
    return read(real_site)


@pytest.fixture(name="knowledge", scope="module")
def fixture_knowledge() -> KnowledgeBase:
    found = load(PROJECT).knowledge
    assert found is not None
    return found


def main(told: Told, address: str) -> dict[str, Any]:
    """Return what a page tells of what its address means."""
    (found,) = (node for node in nodes(told.pages[address]) if node["@id"] == ADDRESS + address)
    assert isinstance(found, dict)
    return found


def test_every_page_tells_something_but_for_those_that_are_none(told: Told, real_site: Path) -> None:
    """The page of an address that is none has none itself; what moved, is short or in a frame names its own page."""
    assert "404.html" in told.silent
    for address in set(told.silent) - {"404.html"}:
        page = LexborHTMLParser((real_site / address / "index.html").read_bytes())
        canonical = page.css_first("link[rel=canonical]")
        assert canonical is not None and page.css_first('meta[name="robots"][content="noindex"]') is not None, address
        assert (canonical.attributes["href"] or "").removeprefix(ADDRESS) in told.pages, address
    assert len(told.pages) > 300


def test_all_of_it_is_known_whole_and_leads_somewhere(told: Told, real_site: Path) -> None:
    assert list(faults(told, real_site, ADDRESS)) == []


def test_it_is_one_graph(told: Told) -> None:
    """What a page names is told of at its own address, and from the site everything can be reached."""
    graph = told.graph
    of_site = {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(ADDRESS)}
    pictures = {*graph.objects(None, SDO.contentUrl), *graph.objects(None, SDO.logo)}
    nowhere = {term for term in of_site - pictures if (term, RDF.type, None) not in graph}
    assert nowhere == set()
    around: dict[object, set[object]] = defaultdict(set)
    for subject, predicate, value in graph:
        if predicate != RDF.type:
            around[subject].add(value)
            around[value].add(subject)
    todo: list[object] = [URIRef(ADDRESS)]
    seen: set[object] = set()
    while todo:
        if (one := todo.pop()) not in seen and not isinstance(one, Literal):  # two with the same words are no relation
            seen.add(one)
            todo += around[one]
    assert set(graph.subjects(RDF.type)) - seen == set()


def test_a_story_says_where_and_when_it_was_and_what_it_is_about(told: Told, knowledge: KnowledgeBase) -> None:
    assert knowledge.licence == "https://creativecommons.org/licenses/by/4.0/"
    for verhaal in knowledge.verhalen:
        said = main(told, urls.verhaal(verhaal.origin.slug))
        assert said["headline"] == verhaal.title
        assert said["datePublished"] == verhaal.datum.isoformat()
        assert said["license"] == knowledge.licence
        report = {"@type": "CreativeWork", "name": knowledge.project.report}
        assert said.get("isBasedOn") == (report if knowledge.project.reported(verhaal.bron) else None)
        assert said["citation"] == verhaal.bron
        first, last = verhaal.periode or verhaal.speelde or (0, 0)
        assert said.get("temporalCoverage", "0") == (str(first) if first == last else f"{first}/{last}")
        place = said["contentLocation"]
        assert place["name"] == verhaal.plaats
        assert place["containedInPlace"]["@id"] == ADDRESS + urls.value("regio", verhaal.regio)
        story = URIRef(ADDRESS + urls.verhaal(verhaal.origin.slug))
        about = {str(term) for term in told.graph.objects(story, SDO.about)}
        values = {name: set(BY_NAME[name].of(verhaal)) for name in ("ruimte", "discipline", "thema", "activiteit")}
        assert about == {ADDRESS + urls.value(facet, slug) for facet, slugs in values.items() for slug in slugs}
        for facet in knowledge.facets:
            for slug in facet.of(verhaal):
                listed = main(told, urls.value(facet.name, slug)) and told.pages[urls.value(facet.name, slug)]
                assert f'"url": "{story}"' in json.dumps(listed), (facet.name, slug)
        text = json.dumps(said)
        assert "Person" not in text, "nobody is named"
        assert said.get("dateModified") == (verhaal.bijgewerkt.isoformat() if verhaal.bijgewerkt else None)


def test_a_text_that_changed_says_when(knowledge: KnowledgeBase) -> None:
    old, *others = knowledge.verhalen
    again = replace(old, bijgewerkt=date(2026, 11, 20))
    views = Views(replace(knowledge, verhalen=(again, *others)))
    view = verhalen.made(views.knowledge, views, again)
    leaf = Leaf(address=urls.verhaal(view.slug), view=view, knowledge=views.knowledge, summary="", record=again)
    (article,) = described.nodes(leaf)
    assert isinstance(article, Article)
    assert (article.date_published, article.date_modified) == (old.datum, date(2026, 11, 20))


def test_a_praktijkvoorbeeld_tells_nothing_by_which_it_is_known(told: Told, knowledge: KnowledgeBase) -> None:
    regions = {term.label for list_ in ("regio", "provincie", "plaats") for term in knowledge.vocabularies[list_].terms}
    assert knowledge.voorbeelden
    for voorbeeld in knowledge.voorbeelden:
        said = main(told, urls.praktijkvoorbeeld(voorbeeld.origin.slug))
        assert said.keys() <= ANONYMOUS
        text = json.dumps([said.get(key) for key in ("about", "educationalLevel", "image")], ensure_ascii=False)
        assert not [region for region in regions if f'"{region}"' in text]


def test_a_werkvorm_says_what_to_do_with_what_and_in_how_much_time(told: Told, knowledge: KnowledgeBase) -> None:
    for werkvorm in knowledge.werkvormen:
        said = main(told, urls.werkvorm(werkvorm.origin.slug))
        assert said["totalTime"] == f"PT{werkvorm.duur[1]}M"
        steps = said["step"] if isinstance(said["step"], list) else [said["step"]]  # one stands by itself
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert not re.search(r"\*\*|\]\(", json.dumps(steps)), "words, no marks"
        supply = json.dumps(said.get("supply", []), ensure_ascii=False)
        for thing in (*werkvorm.materiaal, *(given.wat for given in werkvorm.uitreiken)):
            assert json.dumps(thing, ensure_ascii=False) in supply


def test_every_value_is_a_concept_of_its_list(told: Told, knowledge: KnowledgeBase) -> None:
    """As https://www.w3.org/TR/skos-reference/ wants it: one label, no other word that is the same, and both ways."""
    graph = told.graph
    for facet in knowledge.facets:
        scheme = URIRef(ADDRESS + urls.overview(facet.name))
        assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
        for term in knowledge.vocabularies[facet.name].terms:
            concept = URIRef(ADDRESS + urls.value(facet.name, term.slug))
            assert (concept, SKOS.inScheme, scheme) in graph
            assert (scheme, SDO.hasDefinedTerm, concept) in graph
            assert str(graph.value(concept, SKOS.definition)) == term.definition
    words = {graph.value(one, SKOS.prefLabel) for one in graph.subjects(SKOS.inScheme, URIRef(ADDRESS + "begrippen/"))}
    assert {str(word) for word in words} == {term.label for term in knowledge.vocabularies["begrip"].terms}
    for concept in set(graph.subjects(RDF.type, SKOS.Concept)):
        (label,) = graph.objects(concept, SKOS.prefLabel)
        assert label.language == "nl"  # type: ignore[attr-defined]
        assert label not in set(graph.objects(concept, SKOS.altLabel))
    broader = set(graph.subject_objects(SKOS.broader))
    assert broader == {(narrow, wide) for wide, narrow in graph.subject_objects(SKOS.narrower)}
    assert len(broader) == len(knowledge.vocabularies["regio"].terms)


def test_a_kind_of_school_says_what_it_is_in_the_begrippenkader(told: Told, knowledge: KnowledgeBase) -> None:
    known = {term.slug: term.extra["begrippenkader"] for term in knowledge.vocabularies["schooltype"].terms
             if "begrippenkader" in term.extra}  # fmt: skip
    assert {"po", "vo", "mbo"} <= known.keys()
    for slug, address in known.items():
        concept = URIRef(ADDRESS + urls.value("schooltype", slug))
        assert told.graph.value(concept, SKOS.closeMatch) == URIRef(address)
    for verhaal in knowledge.verhalen:
        said = URIRef(ADDRESS + urls.verhaal(verhaal.origin.slug))
        levels = {str(level) for level in told.graph.objects(said, SDO.educationalLevel)}
        assert {known[slug] for slug in verhaal.schooltype if slug in known} <= levels


def test_a_list_has_what_is_on_its_page_and_no_more(told: Told, real_site: Path) -> None:
    lists = 0
    for address, data in told.pages.items():
        for node in nodes(data):
            found = node.get("mainEntity", {})
            if found.get("@type") != "ItemList":
                continue
            lists += 1
            items = found["itemListElement"]
            items = items if isinstance(items, list) else [items]
            assert [item["position"] for item in items] == list(range(1, found["numberOfItems"] + 1))
            page = LexborHTMLParser((real_site / address / "index.html").read_bytes())
            root = "../" * address.count("/")
            links = {link.attributes["href"] for link in page.css("main a[href]")}
            assert {root + item["url"].removeprefix(ADDRESS) for item in items} <= links, address
    assert lists > 100


def test_crumbs_are_those_of_the_page(told: Told, real_site: Path) -> None:
    for address, data in told.pages.items():
        page = LexborHTMLParser((real_site / address / "index.html").read_bytes())
        shown = [link.text(strip=True) for link in page.css(".rb-kruimels a")]
        pages = [node.get("mainEntityOfPage", node) for node in nodes(data)]
        rows = [node["breadcrumb"]["itemListElement"] for node in pages if "breadcrumb" in node]
        assert bool(shown) == bool(rows), address
        for row in rows:
            assert [item["name"] for item in row[:-1]] == shown
            assert [item["position"] for item in row] == list(range(1, len(row) + 1))
            title = page.css_first("h1")
            assert title is not None
            assert (row[-1]["name"], "item" in row[-1]) == (title.text(strip=True), False)


def test_the_home_page_is_the_site_and_says_how_to_search_it(told: Told) -> None:
    site, organization = told.pages[""]["@graph"]
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{ADDRESS}zoeken/?q={{zoekwoorden}}"
    assert site["potentialAction"]["query-input"] == "required name=zoekwoorden"
    assert (site["@type"], organization["@type"]) == ("WebSite", "Organization")
    assert site["publisher"] == {"@id": organization["@id"]}
    assert organization["logo"] == f"{ADDRESS}assets/favicon.svg"


def test_every_type_that_is_expected_is_there(told: Told) -> None:
    """So the table of what each needs has no row that nobody tests."""
    assert {kind for kinds_, _ in things(told.graph).values() for kind in kinds_} == NEEDED.keys()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("over/", "AboutPage"),
        ("over/privacy/", "WebPage"),
        ("achtergrond/", "CollectionPage"),
        ("zoeken/", "WebPage"),
        ("sessie/", "WebPage"),
        ("bundels/", "CollectionPage"),
        ("bundels/hoe-begin-je/", "CollectionPage"),
        ("overzicht/", "CollectionPage"),
        ("overzicht/jaren/", "CollectionPage"),
        ("werkvormen/", "CollectionPage"),
        ("verhalen/", "CollectionPage"),
        ("voorbeelden/", "CollectionPage"),
    ],
)
def test_a_page_is_of_its_kind(told: Told, address: str, said: str) -> None:
    assert main(told, address)["@type"] == said


def test_what_has_something_of_its_own_has_a_page_around_it(told: Told, knowledge: KnowledgeBase) -> None:
    for kind in (kinds.VERHAAL, kinds.BY_NAME["werkvorm"], kinds.BY_NAME["praktijkvoorbeeld"]):
        for record in knowledge.of(kind):
            address = urls.of(record.origin.path, record.origin.slug)
            page = main(told, address)["mainEntityOfPage"]
            assert (page["@type"], page["@id"]) == ("WebPage", ADDRESS + address + CONTENT)


def test_the_head_says_licence_and_day_and_how_large_its_picture_is(
    told: Told, real_site: Path, knowledge: KnowledgeBase
) -> None:
    """As https://ogp.me, https://developer.x.com (summary cards) and HTML (`rel=license`) have it."""
    texts = {urls.of(text.origin.path, text.origin.slug): text
             for text in (*knowledge.verhalen, *knowledge.voorbeelden)}  # fmt: skip
    days = {address: text.datum.isoformat() for address, text in texts.items()}
    changed = {address: text.bijgewerkt.isoformat() for address, text in texts.items() if text.bijgewerkt}
    for address in told.pages:
        head = LexborHTMLParser((real_site / address / "index.html").read_bytes())
        said = {node.attributes.get("property") or node.attributes.get("name"): node.attributes["content"]
                for node in head.css("meta[content]")}  # fmt: skip
        assert [link.attributes["href"] for link in head.css("link[rel=license]")] == [knowledge.licence]
        assert said.get("article:published_time") == days.get(address), address
        assert ("author" in said) == (address in days)
        assert said.get("article:modified_time") == changed.get(address)
        large = int(said.get("og:image:width") or 0) >= LARGE
        assert said["twitter:card"] == ("summary_large_image" if large else "summary"), address


def test_a_name_that_no_vocabulary_has_is_found() -> None:
    wrong = {"@context": "https://schema.org", "@type": "Article", "@id": "https://a.example/", "headlin": "x"}
    with pytest.raises(AssertionError):
        things(parsed(wrong))
    assert name(SDO.headline) == "headline"


def test_what_is_missing_or_empty_is_found(tmp_path: Path) -> None:
    graph = [
        {"@id": "https://a.example/x/", "@type": "Article", "headline": " ", "datePublished": "2026-1-1"},
        {"@id": "https://a.example/y/", "@type": "Recipe"},
    ]
    told = Told(parsed({"@context": "https://schema.org", "@graph": graph}))
    with pytest.raises(ValueError, match="2026-1-1"):
        list(faults(told, tmp_path, "https://a.example/"))
    graph[0]["datePublished"] = "2026-01-01"
    told = Told(parsed({"@context": "https://schema.org", "@graph": graph}))
    found = "\n".join(faults(told, tmp_path, "https://a.example/"))
    assert "(Article) has no image" in found
    assert "headline: rdflib.term.Literal(' ')" in found
    assert "https://a.example/x/ is nowhere" in found
    assert "is a Recipe, which nobody expects" in found


def test_what_it_names_is_what_a_canonical_link_names(told: Told, real_site: Path) -> None:
    """Also while the address is an example, as that of the tests is; of a site without one nothing is told."""
    assert reserved(ADDRESS)
    for address in told.pages:
        canonical = LexborHTMLParser((real_site / address / "index.html").read_bytes()).css_first("link[rel=canonical]")
        assert canonical is not None
        assert main(told, address)["@id"] == canonical.attributes["href"] == ADDRESS + address
