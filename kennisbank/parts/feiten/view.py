"""What a list of facts shows: what each is about, and its values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kennisbank.model.facets import Facet, Text
from kennisbank.parts.cards import Cards, Link


@dataclass(frozen=True, slots=True)
class Feit:
    """A fact in short: what it is about, and its values."""

    label: str
    waarden: tuple[Link, ...]


def made(cards: Cards, text: Text, facets: Iterable[Facet]) -> tuple[Feit, ...]:
    """Return the values that a text has in these facets, with links to their pages."""
    lists = cards.knowledge.vocabularies
    rows = ((facet.name, facet.of(text)) for facet in facets)
    return tuple(
        Feit(lists[name].label, tuple([cards.link((name, slug)) for slug in slugs])) for name, slugs in rows if slugs
    )


def plain(texts: Iterable[str]) -> tuple[Link, ...]:
    """Return texts that lead nowhere."""
    return tuple(map(Link, texts))


def filled(facts: Iterable[Feit]) -> tuple[Feit, ...]:
    """Return the facts that have any value."""
    return tuple(fact for fact in facts if fact.waarden)
