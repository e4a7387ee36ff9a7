"""What belongs with a text, each thing in a line or two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kennisbank.model.facets import Facet, Text
from kennisbank.model.records import Bundel, Werkvorm
from kennisbank.parts.cards import Cards
from kennisbank.parts.sentences import span

NEXT = re.compile(r"(?<=[.!?])\s")
"""Where a sentence after the first one begins."""


@dataclass(frozen=True, slots=True)
class Regel:
    """What somebody can go on with: its name, where it is, how long it takes, and a sentence on it."""

    titel: str
    url: str
    duur: str = ""
    zin: str = ""


def first(cards: Cards, text: Text, facets: Iterable[Facet]) -> tuple[str, ...]:
    """Return the first value that a text has in each of these facets, in words."""
    found = ((facet.name, facet.of(text)[:1]) for facet in facets)
    return tuple(cards.knowledge.term(name, slug).label for name, slugs in found for slug in slugs)


def werkvormen(cards: Cards, found: Iterable[Werkvorm]) -> tuple[Regel, ...]:
    """Return werkvormen, each with its time and the first sentence of its summary."""
    return tuple(
        Regel(card.titel, card.url, span(*one.duur, " min", "–"), NEXT.split(one.samenvatting)[0])
        for one, card in ((one, cards.werkvorm_card(one)) for one in found)
    )


def vragen(cards: Cards, found: Iterable[Bundel]) -> tuple[Regel, ...]:
    """Return questions, by what is asked alone."""
    return tuple(Regel(card.titel, card.url) for card in cards.bundel_cards(found))
