"""Sentences that are made of data: none is empty, none has a wrong number, and what they say is true."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.finding.related import values_of
from kennisbank.model import kinds, urls
from kennisbank.model.facets import ALL
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.urls import Value
from kennisbank.pages import generated
from kennisbank.pages.home import view as home
from kennisbank.pages.kaart.view import LandkaartView
from kennisbank.pages.page import PageView
from kennisbank.pages.site import SHOWN
from kennisbank.pages.verhaal import view as verhalen
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import view as waarde
from kennisbank.pages.waarde.view import WaardeView
from kennisbank.pages.werkvorm import view as werkvormen
from kennisbank.parts.drawing import Vorm
from kennisbank.parts.sentences import every, sentence
from tests.finding.test_related import corpus
from tests.support import content

BROKEN = re.compile(
    r"(?<!\.)\.\.(?![./])| [.,;](?:\s|$)|[:,;] ?[.,;](?:\s|$)|\bRuimtes?: ?$|\( ?\)|\bNone\b|“ ?”|\{\}|,$|\ben$"
    r"|(?<![\d.,–-])\b1 (?:verhalen|mensen|minuten|tekens|kaarten|werkvormen)\b"
    r"|\b(?:0|[2-9]|\d\d+) (?:verhaal|minuut|werkvorm)\b|\b(?:van|alle) 1 \w+en\b"
)
"""A sentence in which a value is missing, or with a wrong number."""


def real() -> KnowledgeBase:
    return content()


def of_real(*numbers: int) -> KnowledgeBase:
    """Return the real content with some of its stories only."""
    kb = real()
    return dataclasses.replace(kb, verhalen=tuple(kb.verhalen[number] for number in numbers))


CASES = {
    "the site itself": real,
    "one story": lambda: of_real(0),
    "two stories": lambda: of_real(0, 3),
    "no story": of_real,
    "drawn at random": lambda: dataclasses.replace(real(), verhalen=corpus(3, 60).verhalen, bundels=(), paginas=()),
}


def texts(value: Any) -> Iterator[str]:
    """Yield every text in what a template gets."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Vorm):
        return  # lines of a drawing, which break anywhere
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    else:
        assert value is None or isinstance(value, bool | int | float | date), value


def shown_by(kb: KnowledgeBase, views: Views) -> Iterator[tuple[str, PageView]]:
    """Yield what every page shows that is made of data."""
    yield from ((page.address, page.view) for page in generated.generate(kb, views))
    yield "", home.made(kb, views)
    for record in kb.records:
        yield record.origin.path, SHOWN[kinds.BY_RECORD[type(record)].page](kb, views, record)


@dataclass(frozen=True)
class Made:
    """A knowledge base, and all that its pages get."""

    kb: KnowledgeBase
    views: Views
    shown: list[tuple[str, PageView]]


@pytest.fixture(scope="module", params=CASES)
def made(request: pytest.FixtureRequest) -> Made:
    kb = CASES[request.param]()
    views = Views(kb)
    return Made(kb, views, list(shown_by(kb, views)))


def test_no_text_that_a_page_gets_has_a_gap_or_a_wrong_number(made: Made) -> None:
    # The guide shows faults and patterns, as what they are.
    shown = [(where, view) for where, view in made.shown if not where.startswith((urls.MEEDOEN, "docs/meedoen/"))]
    wrong = [(where, text) for where, view in shown for text in texts(view) if BROKEN.search(text.strip())]
    assert wrong == []


def test_no_page_says_a_sentence_with_a_gap_or_a_wrong_number(real_site: Path) -> None:
    wrong = []
    for file in sorted(real_site.rglob("*.html")):
        if file.is_relative_to(real_site / urls.MEEDOEN):
            continue
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        for unsaid in tree.css("script, style, template, pre, svg text"):
            unsaid.decompose()
        said = [node.text(separator="") for node in tree.css("p, li, dd, h1, h2, h3, figcaption, title, desc, summary")]
        said += [node.attributes["aria-label"] or "" for node in tree.css("[aria-label]")]
        said += [node.attributes["content"] or "" for node in tree.css("meta[name=description]")]
        for text in (" ".join(text.split()) for text in said):
            if BROKEN.search(text):
                wrong.append((file.relative_to(real_site).as_posix(), text))
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Bij “dans” hoort: .", "Ruimtes: ", "Anders: ook over de plek, maar .", "1 verhalen", "Bij 2 verhaal",
        "Herkenbaar omdat het ook een verhaal is .", "Bron: eigen verhaal..", "Bij “” hoort: Dans.", "alle 1 verhalen",
        "over de plek en ", "met , in een stad", "rond taal,",
    ],
)  # fmt: skip
def test_a_gap_is_seen(text: str) -> None:
    assert BROKEN.search(text.strip())


def phrases(views: Views) -> dict[str, Value]:
    """Return how each value is said in a sentence; a ruimte by its name."""
    kb = views.knowledge
    values = [(facet.name, term.slug) for facet in ALL for term in kb.vocabularies[facet.name].terms]
    return {views.inside(v) if v[0] == "ruimte" else views.phrase(v): v for v in values}


def said(views: Views, text: str) -> set[Value]:
    """Return the values that a sentence names; the longest phrase first, as one can be the beginning of another."""
    found = set()
    for phrase, value in sorted(phrases(views).items(), key=lambda row: -len(row[0])):
        if re.search(rf"\b{re.escape(phrase)}\b", text):
            text = re.sub(rf"\b{re.escape(phrase)}\b", "#", text)
            found.add(value)
    return found


def test_a_related_story_has_what_its_reason_says(made: Made) -> None:
    kb, views = made.kb, made.views
    slugs = {urls.verhaal(v.origin.slug): v for v in kb.verhalen}
    for story in kb.verhalen:
        own = set(values_of(story))
        view = verhalen.made(kb, views, story)
        for card in view.verwant:
            other = slugs[card.url]
            named = said(views, card.reden)
            assert named <= own & set(values_of(other)), card.reden
            assert named or (card.reden.startswith("Uitgekozen") and other.origin.slug in story.verwant)
        if card := view.anders:
            start, _, end = card.reden.partition(", maar ")
            other = slugs[card.url]
            assert said(views, start)
            assert said(views, start) <= own & set(values_of(other)), card.reden
            assert said(views, end), card.reden
            assert said(views, end) <= set(values_of(other)) - own, card.reden


def test_the_number_of_a_list_is_that_of_its_stories(made: Made) -> None:
    kb, views = made.kb, made.views
    found = dict(made.shown)
    size = len(kb.verhalen)
    listed, map_of_all = found[urls.VERHALEN], found[urls.KAART]
    assert isinstance(listed, WaardeView) and isinstance(map_of_all, LandkaartView)
    assert listed.telling == ("1 verhaal" if size == 1 else f"{size} verhalen")
    for pair, stories in kb.pairs.items():
        if view := found.get(urls.pair(*pair)):
            assert view.description.startswith(f"{len(stories)} verhalen ")
            assert said(views, view.description) == set(pair)
    assert sum(row.aantal for row in map_of_all.plaatsen) == size
    assert {story.plaats for story in kb.verhalen} <= {row.plaats for row in map_of_all.plaatsen}


def test_what_is_called_near_is_near(made: Made) -> None:
    kb, views = made.kb, made.views
    by_url = {urls.verhaal(v.origin.slug): v for v in kb.verhalen}
    for facet in ALL:
        for term in kb.vocabularies[facet.name].terms:
            (view, *_) = (page.view for page in waarde.pages(kb, views, (facet.name, term.slug)))
            for card in view.nabij:
                own = facet.of(by_url[card.url])
                assert term.slug not in own
                assert any(views.inside((facet.name, slug)) in card.reden for slug in own), card.reden
                near = {kb.province(slug).label for slug in own} if facet.name == "regio" else set()
                assert not near or kb.province(term.slug).label in near


def test_the_stories_with_a_werkvorm_are_what_they_are_called(made: Made) -> None:
    kb, views = made.kb, made.views
    by_url = {urls.verhaal(v.origin.slug): v for v in kb.verhalen}
    for werkvorm in kb.werkvormen:
        view = werkvormen.made(kb, views, werkvorm)
        shown = [by_url[card.url] for card in view.kaarten]
        naming = [v for v in shown if werkvorm.origin.slug in v.werkvormen]
        assert all(v in naming or "alle" in werkvorm.ruimtes or set(werkvorm.ruimtes) & set(v.ruimtes) for v in shown)
        if view.kop == "Verhalen waar deze werkvorm bij hoort":
            assert naming == shown
        elif shown:
            assert bool(naming) == (view.kop == "Verhalen die bij deze werkvorm passen")


def test_a_sentence_ends_once_and_all_is_said_in_number() -> None:
    assert [sentence(text) for text in ("Zo", "Zo.", "Zo?", "Zo …")] == ["Zo.", "Zo.", "Zo?", "Zo …"]
    assert [every(number) for number in (0, 1, 7)] == ["alle verhalen", "het enige verhaal", "alle 7 verhalen"]


def test_the_nine_cells_have_words_for_none_one_and_more() -> None:
    views = Views(real())
    told = [views.glyph(slugs).tekst for slugs in ([], ["plek"], ["plek", "kind"])]
    assert told[0] == "Geen ruimte"
    assert told[1] == "Ruimte: De plek"
    assert told[2].startswith("Ruimtes: ") and " en " in told[2]


def test_what_was_shared_is_told_in_one_sentence_each() -> None:
    kb = of_real(0)
    story = dataclasses.replace(kb.verhalen[0], gedeelde_drijfveer="Wie zijn wij?", gedeelde_praktijk=("Dansen",))
    kb = dataclasses.replace(kb, verhalen=(story,))
    shown = verhalen.made(kb, Views(kb), story).tekening
    assert shown is not None
    assert shown.tekst == "In het midden: Wie zijn wij? Daaromheen: Dansen."
    assert shown.zin == "Gedeelde drijfveer: Wie zijn wij?"
