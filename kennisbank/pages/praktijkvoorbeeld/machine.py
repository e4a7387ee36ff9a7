"""What machines are told of a praktijkvoorbeeld: an article, without any place, time or name."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import kinds
from kennisbank.model.records import Praktijkvoorbeeld
from kennisbank.pages import machine
from kennisbank.pages.machine import Leaf
from kennisbank.pages.praktijkvoorbeeld.view import PraktijkvoorbeeldView, VoorbeeldenView
from kennisbank.parts.machine import Node


def nodes(leaf: Leaf[PraktijkvoorbeeldView]) -> Iterator[Node]:
    """Yield a praktijkvoorbeeld."""
    yield machine.article(leaf, leaf.knowledge.voorbeeld[leaf.view.slug], kinds.BY_RECORD[Praktijkvoorbeeld].one)


def of_list(leaf: Leaf[VoorbeeldenView]) -> Iterator[Node]:
    """Yield the list of all of them."""
    yield machine.collection(leaf, leaf.view.voorbeelden)
