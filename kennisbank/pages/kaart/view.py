"""The map of the overview: where the stories come from, as circles and in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages.page import Page
from kennisbank.pages.surveys import OverzichtView, crumbs, sorts
from kennisbank.pages.views import Views
from kennisbank.parts import atlas
from kennisbank.parts.cards import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A place with its stories; `label` says what the link leads to."""

    plaats: str
    aantal: int
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LandkaartView(OverzichtView):
    """The map, for a wide screen and for a phone, and the places in a list."""

    template: ClassVar[str] = "kaart.html"
    kaart: atlas.Landkaart
    smal: atlas.Landkaart
    plaatsen: tuple[Plaats, ...]


def page(knowledge: KnowledgeBase, views: Views) -> Page[LandkaartView]:
    """Return the page of the map; of places there are at most twice those that the lists know."""
    by_place: dict[tuple[str, str], list[Verhaal]] = defaultdict(list)
    for verhaal in knowledge.verhalen:
        term = knowledge.place(verhaal.plaats)
        by_place[term.label if term else verhaal.plaats, verhaal.regio].append(verhaal)
    rows, spots, edges = [], [], atlas.frame(knowledge.outlines)
    for (name, _), found in sorted(by_place.items(), key=lambda item: (-len(item[1]), item[0])):
        url = urls.verhaal(found[0].origin.slug) if len(found) == 1 else urls.value("regio", found[0].regio)
        term = knowledge.place(name)
        where = knowledge.term("regio", found[0].regio).label
        title = found[0].title if len(found) == 1 else f"Verhalen uit {where}"
        rows.append(Plaats(plaats=name, aantal=len(found), label=title, url=url))
        if term and edges.holds(float(term.extra["lengte"]), float(term.extra["breedte"])):
            spots.append(atlas.Spot(name, float(term.extra["lengte"]), float(term.extra["breedte"]), len(found), url))
    outlines = {knowledge.term("provincie", slug).label: found for slug, found in knowledge.outlines.items()}
    view = LandkaartView(
        title="Landkaart",
        description="Waar de verhalen vandaan komen. Hoe groter de cirkel, hoe meer verhalen.",
        kruimels=crumbs(urls.KAART),
        soorten=sorts(urls.KAART),
        kaart=atlas.draw(spots, outlines, atlas.WIDE),
        smal=atlas.draw(spots, outlines, atlas.NARROW),
        plaatsen=tuple(rows[: 2 * len(knowledge.vocabularies["plaats"].terms)]),
        verder=views.onward(),
    )
    return Page(urls.KAART, view)


def listed(view: LandkaartView) -> Iterator[Link]:
    """Yield what the places lead to."""
    yield from (Link(row.label, row.url) for row in view.plaatsen)
