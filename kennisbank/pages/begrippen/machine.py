"""What machines are told of the words that the site explains: a list, with all that is told of each."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import urls
from kennisbank.pages import machine
from kennisbank.pages.begrippen.view import BegrippenView
from kennisbank.pages.machine import Leaf
from kennisbank.parts.machine import Address, Node, TermSet

LIST = "begrip"


def nodes(leaf: Leaf[BegrippenView]) -> Iterator[Node]:
    """Yield the words and the page around them: no word has a page of its own."""
    words = leaf.knowledge.vocabularies[LIST].terms
    yield TermSet(
        id=Address(urls.BEGRIPPEN),
        name=leaf.view.title,
        description=leaf.view.description,
        skos_pref_label=leaf.view.title,
        skos_definition=leaf.view.description,
        has_defined_term=tuple(
            machine.named(word, Address(urls.begrip(word.slug)), urls.BEGRIPPEN, explained=True) for word in words
        ),
        **machine.sourced(leaf.knowledge),
    )
    yield machine.around(leaf)
