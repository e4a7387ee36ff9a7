"""The list of all facets, with the values of the main ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link, Uitleg


@dataclass(frozen=True, slots=True)
class Lijst(Uitleg):
    """A facet, what it is about, and its values where there are few enough to show."""

    waarden: tuple[Link, ...] = ()


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
        shown = tuple(views.link((facet.name, term.slug)) for term in vocabulary.terms if facet in FACETS)
        rows.append(Lijst(vocabulary.plural, urls.overview(facet.name), uitleg=vocabulary.explanation, waarden=shown))
    view = KenmerkenView(
        title="Kenmerken",
        description="Zoek een verhaal op wat jullie gemeen hebben: de school, de streek, de partner of iets anders.",
        lijsten=tuple(rows),
        verder=views.onward(),
    )
    return Page(urls.KENMERKEN, view)
