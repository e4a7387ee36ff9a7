"""The list of all facets, with the values of the main ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link, Telling, Uitleg
from kennisbank.parts.sentences import listing


@dataclass(frozen=True, slots=True)
class Lijst(Uitleg):
    """A facet and what it is about; of a main one the values that something has, and how many nothing has."""

    waarden: tuple[Telling, ...] = ()
    leeg: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KenmerkenView(PageView):
    """All facets."""

    template: ClassVar[str] = "kenmerken.html"
    lijsten: tuple[Lijst, ...]


def page(knowledge: KnowledgeBase, views: Views) -> Page[KenmerkenView]:
    """Return the list of the facets that this site shows."""
    rows = []
    for facet in knowledge.facets:
        vocabulary = knowledge.vocabularies[facet.name]
        values = [views.counted((facet.name, term.slug)) for term in vocabulary.terms if facet in FACETS]
        shown = tuple(value for value in values if not value.empty)
        url = urls.overview(facet.name)
        rows.append(Lijst(vocabulary.plural, url, "", vocabulary.explanation, shown, len(values) - len(shown)))
    view = KenmerkenView(
        title="Kenmerken",
        zoektitel="Kenmerken: vind praktijkverhalen per "
        + listing(knowledge.vocabularies[facet.name].label.lower() for facet in FACETS),
        description="Zoek een verhaal op wat jullie gemeen hebben: de school, de streek, de partner of iets anders.",
        lijsten=tuple(rows),
        verder=views.onward(),
    )
    return Page(urls.KENMERKEN, view)


def listed(view: KenmerkenView) -> Iterator[Link]:
    """Yield every facet."""
    yield from view.lijsten
