"""What machines are told of a closed list: its values, by name; each tells the rest on its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.urls import Value
from kennisbank.pages import machine
from kennisbank.pages.facet.view import FacetView
from kennisbank.pages.machine import PROVINCIE, REGIO, Leaf
from kennisbank.pages.ruimtes.view import RuimtesView
from kennisbank.parts.machine import Address, Node, TermSet


def nodes(leaf: Leaf[FacetView]) -> Iterator[Node]:
    """Yield the list of a facet and the page around it; that of the regions has their provinces too."""
    provinces = [(PROVINCIE, slug) for slug in leaf.knowledge.provinces] if leaf.view.naam == REGIO else []
    yield of_list(leaf.knowledge, leaf.view.naam, provinces)
    yield machine.around(leaf)


def of_ruimtes(leaf: Leaf[RuimtesView]) -> Iterator[Node]:
    """Yield the same of the ruimtes, whose list has a page in words of its own."""
    yield of_list(leaf.knowledge, "ruimte")
    yield machine.around(leaf)


def of_list(knowledge: KnowledgeBase, name: str, first: Iterable[Value] = ()) -> TermSet:
    """Return a closed list, with `first` before its own values."""
    vocabulary, scheme = knowledge.vocabularies[name], urls.overview(name)
    values = [*first, *((name, term.slug) for term in vocabulary.terms)]
    return TermSet(
        id=Address(scheme),
        name=vocabulary.plural,
        description=vocabulary.explanation,
        skos_pref_label=vocabulary.plural,
        skos_definition=vocabulary.explanation,
        has_defined_term=tuple(machine.named(knowledge.term(*value), machine.place(value), scheme) for value in values),
        **machine.sourced(knowledge),
    )
