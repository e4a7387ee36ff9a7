"""What the pages of the overview share, that of a table, of the map and of the years: each leads to the others."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import PageView
from kennisbank.parts.cards import Link


@dataclass(frozen=True, slots=True)
class Weg(Link):
    """A page of the overview; `hier` says that it is the one that is shown."""

    hier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OverzichtView(PageView):
    """A page of the overview: `wegen` are all of them."""

    wegen: tuple[Weg, ...]


def ways(knowledge: KnowledgeBase, here: str) -> tuple[Weg, ...]:
    """Return the pages of the overview."""
    plural = {facet: knowledge.vocabularies[facet.name].plural for facet in FACETS}
    pages = [(f"{plural[a]} en {plural[b].lower()}", address) for (a, b), address in urls.TABLES.items()]
    pages += [("Landkaart", urls.KAART), ("Door de jaren", urls.JAREN)]
    return tuple(Weg(label, url, hier=url == here) for label, url in pages)


def crumbs(here: str) -> tuple[Link, ...]:
    """Return where a page of the overview stands: below its first page, unless it is that."""
    return (Link("Overzicht", urls.OVERZICHT),) if here != urls.OVERZICHT else ()
