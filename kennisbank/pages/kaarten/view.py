"""The cards of the tool Ruimte: the page to play with them, and the sheets to print and cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.model.records import Ruimte
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import TOOL, Views
from kennisbank.parts.assets import Assets, Bundle
from kennisbank.parts.cards import Link
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.rendering import render
from kennisbank.parts.scripts import Eerder
from kennisbank.parts.sentences import listing

EMPTY = "lege-ruimte"
"""The card that a group fills itself: on screen it takes their words, on paper it says its name and nothing else."""
PAPER = ("letters", "tokens", "basis", "parts/glyph", "print", "pages/afdrukken")
"""The style sheets of what a browser prints to PDF."""
FORMATS = {"klein": (3, 3), "groot": (2, 2), "a5": (1, 2)}
"""The sizes of a printed card, and how many stand beside and below each other on a sheet of A4."""
SIZES = {"klein": "klein", "groot": "groot", "a5": "heel groot"}
"""What a reader calls each size."""
CONTENTS = {"vragen": "Uitleg en vragen", "namen": "Alleen de namen"}
"""What stands on a printed card: all that it has, or the bare word."""
WHOLE = {"vragen": "alle vragen, met achterkant", "namen": "alleen de namen"}
"""What a PDF has of each: all that can be printed."""

_FIRST = re.compile(r".*?[.?!](?=\s|$)", re.DOTALL)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stel:
    """All cards of one size on sheets of paper, the bare words or with the questions of one function.

    `nummer` is the place of that function among all, and each sheet has its cards in reading order; None is a place
    that stays white, for the words of a group. Every back is alike, so a sheet says nothing of them.
    """

    formaat: str
    nummer: int
    functie: Functie | None
    vellen: tuple[tuple[Kaart | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vellen:
    """All that is printed of the cards; `rug` stands on every back of those with questions."""

    stellen: tuple[Stel, ...]
    rug: Glyph


@dataclass(frozen=True, slots=True, kw_only=True)
class Formaat:
    """A size of the printed cards: what it is called, and how many are on a sheet."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A file with the cards: what stands on them, in words too, their size and colour, its address and its kB."""

    toon: str
    formaat: str
    kleur: str
    naam: str
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
    """The page to print the cards; `pdfs` are there where a browser has printed them.

    `wit` says how many cards stay white to fill the last sheet: "drie bij groot"; nothing where none do. `leeg` is the
    name of the card that a group fills itself, if there is one.
    """

    template: ClassVar[str] = "afdrukken.html"
    functies: tuple[Functie, ...]
    formaten: tuple[Formaat, ...]
    wit: str
    leeg: str
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
    crumbs = tuple(link for link in [views.page_link(TOOL)] if link)
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
        " terug te kijken, of met alleen de namen. Op A4, in kleur of zwart-wit.",
        kruimels=(*crumbs, Link(play.title, urls.KAARTEN)),
        functies=functions,
        formaten=tuple(_sizes()),
        wit=listing(list(_white(len(knowledge.ruimtes)))),
        leeg=next((ruimte.title for ruimte in knowledge.ruimtes if ruimte.origin.slug == EMPTY), ""),
        vellen=printed(knowledge, views),
        eerder=knowledge.former,
    )
    yield Page(urls.KAARTEN_AFDRUKKEN, paper)


def printed(
    knowledge: KnowledgeBase, views: Views, formats: Iterable[str] = FORMATS, contents: Iterable[str] = CONTENTS
) -> Vellen:
    """Return the sheets of the cards in these sizes: with the questions of each function, bare words, or both."""
    cards, wanted = _cards(knowledge, views), set(contents)
    functions = enumerate(_functions(knowledge)) if "vragen" in wanted else ()
    decks: list[tuple[int, Functie | None]] = [*functions, *([(0, None)] if "namen" in wanted else [])]
    found = (
        Stel(formaat=name, nummer=number, functie=functie, vellen=tuple(sheets(cards, *FORMATS[name])))
        for name in formats
        for number, functie in decks
    )
    return Vellen(stellen=tuple(found), rug=views.glyph(views.order))


def printable(knowledge: KnowledgeBase, views: Views, stijl: str) -> dict[str, str]:
    """Return what a browser can print to PDF, by the address of the PDF: cards of a size, with every question or none.

    `stijl` is the address of their styles, which are those of `on_paper`.
    """
    return {
        address: render(
            VellenView(
                title=f"De kaarten van Ruimte: {CONTENTS[content].lower()}",
                stijl=stijl,
                kleur=colour,
                vellen=printed(knowledge, views, [size], [content]),
            )
        )
        for (content, size, colour), address in urls.KAARTEN_PDF.items()
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
        Pdf(
            toon=content,
            formaat=size,
            kleur=colour,
            naam=f"{WHOLE[content]}, {SIZES[size]}{f', in {colour}' if content == 'vragen' else ''}",
            url=address,
            kb=round(len(made[address]) / 1000),
        )
        for (content, size, colour), address in urls.KAARTEN_PDF.items()
        if address in made
    )


def _sizes() -> Iterator[Formaat]:
    for slug, (columns, rows) in FORMATS.items():
        yield Formaat(slug=slug, label=f"{SIZES[slug].capitalize()}: {in_words(columns * rows)} op een vel")


def _white(number: int) -> Iterator[str]:
    """Yield for each size that leaves places on the last sheet of so many cards how many: "drie bij groot"."""
    for slug, (columns, rows) in FORMATS.items():
        if left := -number % (columns * rows):
            yield f"{'één' if left == 1 else in_words(left)} bij {SIZES[slug]}"


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


def sheets(cards: Sequence[Kaart], columns: int, rows: int) -> list[tuple[Kaart | None, ...]]:
    """Lay cards on sheets of so many columns and rows, in reading order.

    What is left on the last sheet stays white, for a word of the group itself: one more card with a name would come out
    of the pile twice. So every place is a card, and every sheet is as full on its back as on its front.
    """
    size = columns * rows
    laid = [*cards, *([None] * (-len(cards) % size))]
    return [tuple(laid[start : start + size]) for start in range(0, len(laid), size)]
