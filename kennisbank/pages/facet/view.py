"""The page of a facet: all of its values, each with its number of stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import BY_NAME
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import found
from kennisbank.parts.cards import Link, Telling


@dataclass(frozen=True, slots=True)
class WaardeGroep:
    """Values that belong together: those of a province, or of a group of a list. The rest have no title.

    `leeg` are those that nothing has yet.
    """

    titel: str
    url: str
    waarden: tuple[Telling, ...]
    leeg: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView(PageView):
    """All values of a facet, the list of this name (`naam`); `meer` leads to what the background says of them."""

    template: ClassVar[str] = "facet.html"
    naam: str
    groepen: tuple[WaardeGroep, ...]
    meer: Link | None


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[FacetView]]:
    """Yield the page of each facet, but of the ruimtes, which have a list of their own."""
    for facet in knowledge.facets:
        if facet.name != "ruimte":
            yield Page(urls.overview(facet.name), made(knowledge, views, facet.name))


def made(knowledge: KnowledgeBase, views: Views, name: str) -> FacetView:
    """Return what the page of a facet shows."""
    vocabulary = knowledge.vocabularies[name]
    groups: dict[str, list[Telling]] = {}
    for term in vocabulary.terms:
        head = knowledge.province(term.slug).slug if name == "regio" else term.extra.get("groep", "")
        groups.setdefault(head, []).append(views.counted((name, term.slug), uitleg=True))
    rows = (
        WaardeGroep(
            knowledge.term("provincie", head).label if name == "regio" else head.capitalize(),
            urls.value("regio", head) if name == "regio" else "",
            tuple(value for value in values if not value.empty),
            tuple(value for value in values if value.empty),
        )
        for head, values in groups.items()
    )
    of_list = [v for term in vocabulary.terms for v in knowledge.values.get((name, term.slug), [])[:1]]
    stories = [verhaal for verhaal in knowledge.verhalen if BY_NAME[name].of(verhaal)]
    title, text = found.of_list(knowledge, vocabulary, stories)
    return FacetView(
        naam=name,
        title=vocabulary.plural,
        zoektitel=title,
        zoekzin=text,
        description=vocabulary.explanation,
        groepen=tuple(rows),
        kruimels=(Link("Kenmerken", urls.KENMERKEN),),
        meer=views.about(name),
        verder=views.onward_of(name, of_list),
    )
