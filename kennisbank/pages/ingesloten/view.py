"""A list as another site shows it: its newest stories, or those of a selection, and where all of it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import found
from kennisbank.parts.cards import Link
from kennisbank.parts.sentences import count
from kennisbank.parts.slots import slots

MOST = 5
"""Stories in it: it is as long as that, however many there are."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A text in it: `waar` is a place, or the kind of a text that has none."""

    titel: str
    url: str
    waar: str
    samenvatting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngeslotenView(PageView):
    """A list on another site; `alle` leads to all of it on this one, and the label says what is there.

    In that of a selection (`gekozen`) a script puts what the address names, in the form of `sjabloon`.
    """

    template: ClassVar[str] = "ingesloten.html"
    alle: Link
    verhalen: tuple[Verwijzing, ...] = ()
    gekozen: bool = False
    sjabloon: Verwijzing


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[IngeslotenView]]:
    """Yield that of all stories, of each value and province with any, and of a selection, always in the same order.

    A pair has none: there are too many of them. A list that has no story any more leads to all stories (`Answers`).
    """
    yield _page(urls.VERHALEN, "", knowledge.verhalen)
    for facet in knowledge.facets:
        for term in knowledge.vocabularies[facet.name].terms:
            value = (facet.name, term.slug)
            if verhalen := knowledge.values.get(value):
                yield _page(urls.value(*value), found.behind(knowledge, views, value), verhalen)
    for term in knowledge.vocabularies["provincie"].terms:
        if in_it := list(knowledge.in_province(term.slug)):
            yield _page(urls.value("regio", term.slug), found.behind_province(term), in_it)
    selection = IngeslotenView(
        title="Een selectie",
        description="",
        verborgen=True,
        alle=Link("Alle verhalen", urls.VERHALEN),
        gekozen=True,
        sjabloon=slots(Verwijzing),
    )
    yield Page(urls.embedded(urls.SELECTIE), selection)


def _page(address: str, about: str, verhalen: Sequence[Verhaal]) -> Page[IngeslotenView]:
    number = len(verhalen)
    said = f"{count(number)} {about}".strip()
    view = IngeslotenView(
        title=found.heading(about),
        description="",
        verborgen=True,
        alle=Link(f"Alle {said}" if number > MOST else "De hele lijst", address),
        verhalen=tuple(
            Verwijzing(verhaal.title, urls.verhaal(verhaal.origin.slug), verhaal.plaats, verhaal.samenvatting)
            for verhaal in verhalen[:MOST]
        ),
        sjabloon=slots(Verwijzing),
    )
    return Page(urls.embedded(address), view)
