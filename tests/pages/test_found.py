"""What somebody sees of a page who does not see the page: its title and its sentence in a search engine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages import generated
from kennisbank.pages.ruimte import view as ruimte
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import found
from kennisbank.pages.waarde.view import FEWEST_FOR_PAIR, WaardeView
from kennisbank.parts.sentences import FEWEST, MOST, fitting
from kennisbank.reading.loader import load
from tests.pages.test_sentences import BROKEN, of_real
from tests.support import content, knowledge, verhaal, voorbeeld

STORIES = re.compile(r"(\d+) praktijkverha(al|len)\b")
EXAMPLES = re.compile(r"(\d+) praktijkvoorbeeld(en)?\b")


@dataclass(frozen=True)
class Head:
    """What stands in the head of a page."""

    title: str
    sentence: str


def heads(site: Path) -> dict[str, Head]:
    """Return the head of every page of a site by its address; an old address that leads on has none of its own."""
    told = {}
    for file in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(file.read_bytes())
        if tree.css_first("meta[http-equiv=refresh]") or site / urls.EMBED in file.parents:  # part of another site
            continue
        sentences = [node.attributes["content"] or "" for node in tree.css("meta[name=description]")]
        titles = [node.text() for node in tree.css("head > title")]
        assert len(titles) == len(sentences) == 1, file
        shared = [node.attributes["content"] for node in tree.css("meta[property='og:description']")]
        assert shared == sentences, file
        told[file.relative_to(site).as_posix().removesuffix("index.html")] = Head(titles[0], sentences[0])
    return told


def sound(told: dict[str, Head], given: Iterable[str] = ()) -> None:
    """Hold that titles are unique, and that sentences are whole and as long as a search engine shows them.

    `given` are the titles that writers gave: a page has that of another only where both have been given it.
    """
    assert len(told) > 50
    called = Counter(given)
    titles = Counter(head.title for head in told.values())
    assert {title: n for title, n in titles.items() if n > max(1, called[title.rsplit(" – ", 1)[0]])} == {}
    wrong = {where: head for where, head in told.items() if not FEWEST <= len(head.sentence) <= MOST}
    assert wrong == {}
    assert {where: head for where, head in told.items() if BROKEN.search(f"{head.title}. {head.sentence}")} == {}


def number(pattern: re.Pattern[str], text: str) -> int:
    """Return how many of something a text says there are; nought where it does not name any."""
    named = pattern.search(text)
    if named is None:
        return 0
    assert (named[1] == "1") == (named[2] in {"al", None}), text
    return int(named[1])


def true(told: dict[str, Head], kb: KnowledgeBase) -> int:
    """Hold that the page of every value, province and pair says how many there are; returns of how many it was so."""
    lists: dict[str, tuple[list[Verhaal], int]] = {
        urls.value(facet.name, term.slug): (kb.values.get(value, []), len(kb.examples.get(value, [])))
        for facet in kb.facets
        for term in kb.vocabularies[facet.name].terms
        for value in [(facet.name, term.slug)]
    }
    lists |= {urls.value("regio", slug): (list(kb.in_province(slug)), 0) for slug in kb.provinces}
    lists |= {
        urls.pair(*pair): (stories, len(kb.example_pairs.get(pair, [])))
        for pair, stories in kb.pairs.items()
        if len(stories) >= FEWEST_FOR_PAIR
    }
    names = {term.label for term in kb.vocabularies["provincie"].terms}
    for address, (stories, examples) in lists.items():
        head = told[address]
        assert number(STORIES, head.title) == number(STORIES, head.sentence) == len(stories), head
        assert number(EXAMPLES, head.sentence) == examples, head
        assert ("nog geen praktijkverhalen" in head.title) == (not stories), head
        assert head.sentence.startswith("Nog geen praktijkverhalen") == (not stories), head
        if said := re.search(r"praktijkverha(?:al|len) uit ([^–:]+?)(?: –|$)", head.title):
            there = {kb.province(story.regio).label for story in stories}
            assert {name for name in names if name in said[1]} == there, head
        else:
            assert not stories or "regio/" in address, head
    return len(lists)


def test_every_page_of_the_site_has_a_title_and_a_sentence_of_its_own(real_site: Path) -> None:
    kb = content()
    texts = (kb.verhalen, kb.voorbeelden, kb.werkvormen, kb.bundels, kb.paginas)
    sound(heads(real_site), [text.title for same in texts for text in same])


def test_what_lists_say_of_themselves_elsewhere_is_true(real_site: Path) -> None:
    kb = content()
    assert true(heads(real_site), kb) > 150


@pytest.mark.apart
def test_so_it_is_with_lists_that_are_cut_in_pages(corpus: Path) -> None:
    kb = load(corpus).knowledge
    assert kb is not None
    told = heads(corpus / "site")
    texts = {urls.of(record.origin.path, record.origin.slug) for record in kb.records if record not in kb.ruimtes}
    made = {where: head for where, head in told.items() if where not in texts}
    sound(made)
    again = [head for where, head in made.items() if "/pagina-2/" in where]
    assert len(again) > 10
    for head in again:
        assert ", pagina 2 – " in head.title
        assert re.match(r"Pagina 2 van \d+: ", head.sentence), head
    assert true(told, kb) > 150


def told_by(kb: KnowledgeBase) -> dict[str, Head]:
    """Return what lists say of themselves elsewhere, without a build."""
    views = Views(kb)
    pages = [(page.address, page.view) for page in generated.generate(kb, views)]
    pages += [(urls.value("ruimte", each.origin.slug), ruimte.made(kb, views, each)) for each in kb.ruimtes]
    return {
        address: Head(view.zoektitel, fitting(view.zoekzin, kb.project.sentence))
        for address, view in pages
        if isinstance(view, WaardeView)
    }


@pytest.mark.parametrize("numbers", [(), (0,), (0, 3)])
def test_what_it_says_is_true_of_none_one_and_two(numbers: Iterable[int]) -> None:
    kb = of_real(*numbers)
    assert true(told_by(kb), kb) > 100


def test_a_school_type_says_where_its_stories_were_and_what_is_beside_them() -> None:
    kb = knowledge(
        verhaal("een", schooltype=("vso",)),
        verhaal("twee", schooltype=("vso",), regio="noord-drenthe", plaats="Assen"),
        voorbeelden=[voorbeeld("kort", schooltype=("vso",)), voorbeeld("ook", schooltype=("isk",))],
    )
    views = Views(kb)

    def told(slug: str, near: int = 0) -> tuple[str, str]:
        value = ("schooltype", slug)
        return found.of_value(kb, views, value, kb.values.get(value, []), near)

    head, text = told("vso")
    assert head == "Voortgezet speciaal onderwijs: 2 praktijkverhalen uit Groningen en Drenthe"
    assert text == (
        "2 praktijkverhalen uit Groningen en Drenthe en 1 praktijkvoorbeeld in het voortgezet speciaal onderwijs: "
        "hoe school en culturele partner samenwerkten."
    )
    head, text = told("isk", near=1)
    assert head == "Internationale schakelklas: nog geen praktijkverhalen, wel 1 praktijkvoorbeeld"
    assert text.startswith(
        "Nog geen praktijkverhalen in een internationale schakelklas, wel 1 praktijkvoorbeeld en 1 verhaal dat "
        "dichtbij komt. Een klas voor jongeren"
    )
    head, text = told("mbo", near=2)
    assert head == "Middelbaar beroepsonderwijs: nog geen praktijkverhalen, wel 2 verhalen die dichtbij komen"
    head, text = told("sbo")
    assert head == "Speciaal basisonderwijs: nog geen praktijkverhalen"
    assert text.startswith(
        "Nog geen praktijkverhalen in het speciaal basisonderwijs. Basisonderwijs in kleinere groepen"
    )
    assert told("kinderopvang")[0].startswith("Kinderopvang (schooltype): "), "a partner has this name too"


def test_of_many_provinces_the_number_is_said() -> None:
    kb = knowledge(verhaal("een"), verhaal("twee", regio="noord-drenthe", plaats="Assen"))
    terms = kb.vocabularies["provincie"].terms
    regions = kb.vocabularies["regio"]
    more = [replace(terms[0], slug=f"land{n}", label=f"Land {n}") for n in range(4)]
    here = [replace(regions.terms[0], slug=f"streek{n}", extra={"provincie": f"land{n}"}) for n in range(4)]
    kb = replace(
        kb,
        vocabularies={
            **kb.vocabularies,
            "provincie": replace(kb.vocabularies["provincie"], terms=tuple(more)),
            "regio": replace(regions, terms=tuple(here)),
        },
    )
    stories = [verhaal(f"v{n}", regio=f"streek{n}") for n in range(4)]
    assert found.provinces(kb, []) == ""
    assert found.provinces(kb, stories[:1]) == "uit Land 0"
    assert found.provinces(kb, stories[:3]) == "uit Land 0, Land 1 en Land 2"
    assert found.provinces(kb, stories) == "uit vier provincies"


def test_a_sentence_is_made_to_fit() -> None:
    whole = "Een zin die lang genoeg is om te laten staan zoals die er staat."
    assert fitting(whole, "Meer") == whole
    assert fitting("Kort.", "Wat hier te vinden is, zegt deze zin") == "Kort. Wat hier te vinden is, zegt deze zin."
    assert fitting("", "Alleen dit") == "Alleen dit."
    assert fitting(f"{whole} {whole} {whole}") == f"{whole} {whole}"
    assert fitting(f"Kort, bijv. dit. {'woord ' * 40}") == f"Kort, bijv. dit. {'woord ' * 22}woord…"
    cut = fitting("woord, " * 40)
    assert (len(cut) <= MOST, cut.endswith("woord…")) == (True, True)
    assert fitting("a" * 300) == "a" * (MOST - 1) + "…"
