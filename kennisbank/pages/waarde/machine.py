"""What machines are told of a list of stories: of a value, with that value itself; of a pair, of all stories."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import urls
from kennisbank.pages import machine
from kennisbank.pages.machine import PROVINCIE, REGIO, Leaf
from kennisbank.pages.waarde.view import WaardeView
from kennisbank.parts.cards import Link
from kennisbank.parts.machine import Node


def nodes(leaf: Leaf[WaardeView]) -> Iterator[Node]:
    """Yield the list; the first page of one value is about that value, which is told of there."""
    values = leaf.view.waarden
    stories = [Link(card.titel, card.url) for card in leaf.view.kaarten]
    if len(values) != 1 or machine.place(values[0]).path != leaf.address:
        yield machine.collection(leaf, stories, [machine.term(leaf.knowledge, value) for value in values])
        return
    (value,) = values
    scheme = urls.overview(REGIO if value[0] == PROVINCIE else value[0])
    yield machine.concept(leaf.knowledge, value, scheme)
    yield machine.around(leaf, stories)
