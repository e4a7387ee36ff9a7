"""What the pages of the overview share, that of a table, of the map and of the years: each leads to the others."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import urls
from kennisbank.pages.page import PageView
from kennisbank.parts.cards import Link

TOGETHER = "Combinaties"
"""What the tables are called among the ways to look."""


@dataclass(frozen=True, slots=True)
class Weg(Link):
    """A page of the overview; `hier` says that it is the one that is shown."""

    hier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OverzichtView(PageView):
    """A page of the overview: `soorten` are the ways to look."""

    soorten: tuple[Weg, ...]


def sorts(here: str) -> tuple[Weg, ...]:
    """Return the ways to look at all stories: by what they have in common, on the map, through the years."""
    pages = ((TOGETHER, urls.OVERZICHT), ("Landkaart", urls.KAART), ("Door de jaren", urls.JAREN))
    tables = urls.TABLES.values()
    return tuple(Weg(label, url, hier=here in tables if url == urls.OVERZICHT else url == here) for label, url in pages)


def crumbs(here: str) -> tuple[Link, ...]:
    """Return where a page of the overview stands: below its first page, unless it is that."""
    return (Link("Overzicht", urls.OVERZICHT),) if here != urls.OVERZICHT else ()
