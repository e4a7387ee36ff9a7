"""The cards of the tool Ruimte: the page to play with them, and the sheets to print and cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Ruimte
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link
from kennisbank.parts.rendering import environment

EMPTY = "lege-ruimte"
"""The card with nothing on it: on screen it takes the words of the group, on paper its front stays blank."""
FORMATS = {"klein": 3, "groot": 2}
"""The sizes of a printed card, and how many stand beside and below each other on a sheet of A4."""

_FIRST = re.compile(r".*?[.?!](?=\s|$)", re.DOTALL)
T = TypeVar("T")


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[Any]]:
    """Yield the page of the cards and the page to print them."""
    crumbs = tuple(link for link in [views.page_link("ruimte/index.md")] if link)
    cards = [card(knowledge, views, ruimte) for ruimte in knowledge.ruimtes]
    functions = [
        {"slug": term.slug, "label": term.label, "uitleg": term.definition}
        for term in knowledge.vocabularies["functie"].terms
    ]
    title = "De kaarten van Ruimte"
    yield Page(
        urls.KAARTEN,
        Loose(
            {
                "template": "kaarten.html",
                "title": title,
                "description": "Trek een kaart, of leg ze alle negen op tafel. Bij elke kaart hoort een vraag voor je "
                "groep. De link die je deelt, laat iedereen dezelfde kaarten en vragen zien.",
                "kruimels": crumbs,
                "functies": functions,
                "kaarten": cards,
                "eerder": knowledge.former,
                "gebruiken": views.page_link("ruimte/gebruiken.md"),
                "verder": replace(views.onward(), verhalen=()),
            }
        ),
    )
    yield Page(
        urls.KAARTEN_AFDRUKKEN,
        Loose(
            {
                "template": "kaarten-afdrukken.html",
                "title": "Druk de kaarten van Ruimte af",
                "description": "Negen kaarten om uit te knippen, met vragen voor het begin, voor onderweg of om terug te "
                "kijken. Op A4, in kleur of zwart-wit.",
                "kruimels": (*crumbs, Link(title, urls.KAARTEN)),
                "functies": functions,
                "kaarten": cards,
                "eerder": knowledge.former,
                "rug": views.glyph(views.order),
                "sets": [
                    {"formaat": name, "functie": number, "vellen": sheets(cards, columns)}
                    for name, columns in FORMATS.items()
                    for number in range(len(functions))
                ],
            }
        ),
    )


def printable(knowledge: KnowledgeBase, views: Views) -> dict[str, str]:
    """Return what a browser can print to PDF, by the address of the PDF: all the small cards, with their backs."""
    meta = next(page.view for page in generate(knowledge, views) if page.address == urls.KAARTEN_AFDRUKKEN)
    shown = {
        "title": "De kaarten van Ruimte",
        "functies": meta.functies,
        "rug": meta.rug,
        "sets": [sheet for sheet in meta.sets if sheet["formaat"] == "klein"],
    }
    template = environment.get_template("kaarten-vellen.html")
    return {address: template.render(shown, kleur=colour) for colour, address in urls.KAARTEN_PDF.items()}


def downloads(printed: Mapping[str, bytes]) -> list[Any]:
    """Return what can be fetched of all that was printed: its address, its colour and its size in kB."""
    return [
        {"kleur": colour, "url": address, "kb": round(len(printed[address]) / 1000)}
        for colour, address in urls.KAARTEN_PDF.items()
        if address in printed
    ]


def card(knowledge: KnowledgeBase, views: Views, ruimte: Ruimte) -> Any:
    """Return what stands on the card of a ruimte, with the questions of each function in their order.

    An address names a question by its place in that order (`theme/assets/js/kaarten/stand.js`): a new question comes
    last, or links that were shared would show another one.
    """
    slug = ruimte.origin.slug
    return {
        "ruimte": slug,
        "naam": ruimte.title,
        "zin": first_sentence(ruimte.samenvatting),
        "url": urls.value("ruimte", slug),
        "glyph": views.glyph([slug]),
        "leeg": slug == EMPTY,
        "vragen": [
            {"slug": term.slug, "label": term.label, "vragen": list(ruimte.vragen[term.slug])}
            for term in knowledge.vocabularies["functie"].terms
        ],
    }


def first_sentence(text: str) -> str:
    """Return the first sentence of a text: a card has one line of meaning (the report, § 6.2.3)."""
    found = _FIRST.match(text)
    return found.group() if found else text


def sheets(cards: Sequence[Any], columns: int) -> list[Any]:
    """Lay cards on sheets of `columns` by `columns`: the fronts in reading order, the backs as they lie behind them.

    What is left on the last sheet is filled with more empty cards: a group has more than one word to add.
    """
    size = columns * columns
    spare = [card for card in cards if card["leeg"]][:1] * (-len(cards) % size)
    laid = [*cards, *spare]
    return [
        {"voor": laid[start : start + size], "achter": mirrored(laid[start : start + size], columns)}
        for start in range(0, len(laid), size)
    ]


def mirrored(cards: Sequence[T], columns: int) -> list[T]:
    """Return the backs of a sheet: paper is turned over its long side, so that each row runs the other way."""
    rows = [list(cards[start : start + columns]) for start in range(0, len(cards), columns)]
    return [back for row in rows for back in reversed(row)]
