"""What machines are told of a page with nothing of its own beside its text: the page, or the list that it is."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.pages import machine
from kennisbank.pages.machine import Leaf
from kennisbank.pages.pagina.view import PaginaView
from kennisbank.parts.machine import AboutPage, Node, WebPage

ABOUT = "over/"
"""The address of the page that says what the site is."""


def nodes(leaf: Leaf[PaginaView]) -> Iterator[Node]:
    """Yield the page; the first of a folder is a list of the others, but for the one about the site."""
    if leaf.address != ABOUT and leaf.view.onder:
        yield machine.collection(leaf, leaf.view.onder)
    else:
        yield machine.page(leaf, AboutPage if leaf.address == ABOUT else WebPage)
