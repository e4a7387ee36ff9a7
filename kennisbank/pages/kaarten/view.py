"""The cards of the tool Ruimte: the page to play with them, and the sheets to print and cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.model.records import Ruimte
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.assets import Assets, Bundle
from kennisbank.parts.cards import Link
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.rendering import render
from kennisbank.parts.scripts import Eerder

EMPTY = "lege-ruimte"
"""The card with nothing on it: on screen it takes the words of the group, on paper its front stays blank."""
PAPER = ("letters", "tokens", "basis", "parts/glyph", "print", "pages/afdrukken")
"""The style sheets of what a browser prints to PDF."""
FORMATS = {"klein": 3, "groot": 2}
"""The sizes of a printed card, and how many stand beside and below each other on a sheet of A4."""

_FIRST = re.compile(r".*?[.?!](?=\s|$)", re.DOTALL)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Functie:
    """What the cards can be used for."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class FunctieVragen(Functie):
    """The questions of a card for one function, in their order."""

    vragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """What stands on the card of a ruimte, with the questions of each function; on the one that is `leeg`, nothing."""

    ruimte: str
    naam: str
    zin: str
    url: str
    glyph: Glyph
    leeg: bool
    vragen: tuple[FunctieVragen, ...]


@dataclass(frozen=True, slots=True)
class Vel:
    """A sheet of paper: the cards on its front, and those on its back as they lie behind them."""

    voor: tuple[Kaart, ...]
    achter: tuple[Kaart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stel:
    """The sheets of all cards of one size, with the questions of one function; `nummer` is its place among all."""

    formaat: str
    nummer: int
    functie: Functie
    vellen: tuple[Vel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vellen:
    """All that is printed of the cards; `rug` stands on every back."""

    stellen: tuple[Stel, ...]
    rug: Glyph


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A file with the cards: its colour in words, its address and its size in kB."""

    kleur: str
    url: str
    kb: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KaartenView(PageView):
    """The page to play with the cards; `gebruiken` leads to the page that says how."""

    template: ClassVar[str] = "kaarten.html"
    functies: tuple[Functie, ...]
    kaarten: tuple[Kaart, ...]
    gebruiken: Link | None
    eerder: Eerder


@dataclass(frozen=True, slots=True, kw_only=True)
class AfdrukkenView(PageView):
    """The page to print the cards; `pdfs` are there where a browser has printed them."""

    template: ClassVar[str] = "afdrukken.html"
    functies: tuple[Functie, ...]
    vellen: Vellen
    eerder: Eerder
    pdfs: tuple[Pdf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VellenView(FileView):
    """The sheets alone, as a browser prints them to PDF; `stijl` is the address of their styles."""

    template: ClassVar[str] = "kaarten-vellen.html"
    title: str
    stijl: str
    kleur: str
    vellen: Vellen


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[KaartenView | AfdrukkenView]]:
    """Yield the page of the cards and the page to print them."""
    crumbs = tuple(link for link in [views.page_link("ruimte/index.md")] if link)
    functions, number = _functions(knowledge), in_words(len(knowledge.ruimtes))
    play = KaartenView(
        title="De kaarten van Ruimte",
        description=f"Trek een kaart, of leg ze alle {number} op tafel. Bij elke kaart hoort een vraag voor je "
        "groep. De link die je deelt, laat iedereen dezelfde kaarten en vragen zien.",
        kruimels=crumbs,
        functies=functions,
        kaarten=_cards(knowledge, views),
        gebruiken=views.page_link("ruimte/gebruiken.md"),
        eerder=knowledge.former,
        verder=replace(views.onward(), verhalen=()),
    )
    yield Page(urls.KAARTEN, play)
    paper = AfdrukkenView(
        title="Druk de kaarten van Ruimte af",
        description=f"{number.capitalize()} kaarten om uit te knippen, met vragen voor het begin, voor onderweg of om"
        " terug te kijken. Op A4, in kleur of zwart-wit.",
        kruimels=(*crumbs, Link(play.title, urls.KAARTEN)),
        functies=functions,
        vellen=printed(knowledge, views, FORMATS),
        eerder=knowledge.former,
    )
    yield Page(urls.KAARTEN_AFDRUKKEN, paper)


def printed(knowledge: KnowledgeBase, views: Views, formats: Mapping[str, int]) -> Vellen:
    """Return the sheets of the cards in these sizes, for each function."""
    cards = _cards(knowledge, views)
    found = (
        Stel(formaat=name, nummer=number, functie=functie, vellen=tuple(sheets(cards, columns)))
        for name, columns in formats.items()
        for number, functie in enumerate(_functions(knowledge))
    )
    return Vellen(stellen=tuple(found), rug=views.glyph(views.order))


def printable(knowledge: KnowledgeBase, views: Views, stijl: str) -> dict[str, str]:
    """Return what a browser can print to PDF, by the address of the PDF: all the small cards, with their backs.

    `stijl` is the address of their styles, which are those of `on_paper`.
    """
    small = printed(knowledge, views, {"klein": FORMATS["klein"]})
    return {
        address: render(VellenView(title="De kaarten van Ruimte", stijl=stijl, kleur=colour, vellen=small))
        for colour, address in urls.KAARTEN_PDF.items()
    }


def on_paper(assets: Assets) -> Bundle:
    """Return the styles of what a browser prints to PDF."""
    return assets.bundle("kaarten-vellen", PAPER)


def fetched(assets: Assets) -> dict[str, bytes]:
    """Return what the sheets ask for when a browser prints them, by address."""
    styles = on_paper(assets)
    return {**assets.files, styles.address: styles.text.encode()}


def downloads(made: Mapping[str, bytes]) -> tuple[Pdf, ...]:
    """Return what can be fetched of all that was printed."""
    return tuple(
        Pdf(kleur=colour, url=address, kb=round(len(made[address]) / 1000))
        for colour, address in urls.KAARTEN_PDF.items()
        if address in made
    )


def _functions(knowledge: KnowledgeBase) -> tuple[Functie, ...]:
    return tuple(Functie(term.slug, term.label) for term in knowledge.vocabularies["functie"].terms)


def _cards(knowledge: KnowledgeBase, views: Views) -> tuple[Kaart, ...]:
    return tuple(card(knowledge, views, ruimte) for ruimte in knowledge.ruimtes)


def card(knowledge: KnowledgeBase, views: Views, ruimte: Ruimte) -> Kaart:
    """Return what stands on the card of a ruimte, with the questions of each function in their order.

    An address names a question by its place in that order (`script/state.js`): a new question comes
    last, or links that were shared would show another one.
    """
    slug = ruimte.origin.slug
    return Kaart(
        ruimte=slug,
        naam=ruimte.title,
        zin=first_sentence(ruimte.samenvatting),
        url=urls.value("ruimte", slug),
        glyph=views.glyph([slug]),
        leeg=slug == EMPTY,
        vragen=tuple(
            FunctieVragen(term.slug, term.label, tuple(ruimte.vragen[term.slug]))
            for term in knowledge.vocabularies["functie"].terms
        ),
    )


def first_sentence(text: str) -> str:
    """Return the first sentence of a text: a card has one line of meaning (the report, § 6.2.3)."""
    found = _FIRST.match(text)
    return found.group() if found else text


def sheets(cards: Sequence[Kaart], columns: int) -> list[Vel]:
    """Lay cards on sheets of `columns` by `columns`: the fronts in reading order, the backs as they lie behind them.

    What is left on the last sheet is filled with more empty cards: a group has more than one word to add.
    """
    size = columns * columns
    spare = [card for card in cards if card.leeg][:1] * (-len(cards) % size)
    laid = [*cards, *spare]
    return [
        Vel(tuple(laid[start : start + size]), tuple(mirrored(laid[start : start + size], columns)))
        for start in range(0, len(laid), size)
    ]


def mirrored(cards: Sequence[T], columns: int) -> list[T]:
    """Return the backs of a sheet: paper is turned over its long side, so that each row runs the other way."""
    rows = [list(cards[start : start + columns]) for start in range(0, len(cards), columns)]
    return [back for row in rows for back in reversed(row)]
