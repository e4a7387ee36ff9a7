"""What machines are told of a story: an article, with where and when it was."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import kinds
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages import machine
from kennisbank.pages.machine import REGIO, Leaf
from kennisbank.pages.verhaal.view import VerhaalView
from kennisbank.parts.machine import AdministrativeArea, GeoCoordinates, Node, Place


def nodes(leaf: Leaf[VerhaalView]) -> Iterator[Node]:
    """Yield a story."""
    verhaal = leaf.knowledge.verhaal[leaf.view.slug]
    where = _where(leaf.knowledge, verhaal)
    yield machine.article(leaf, verhaal, kinds.VERHAAL.one, where=where, years=_years(verhaal))


def _where(knowledge: KnowledgeBase, verhaal: Verhaal) -> Place:
    """Return the place of a story, in its region: where that lies its own page tells."""
    region = knowledge.term(REGIO, verhaal.regio)
    known = knowledge.place(verhaal.plaats)
    return Place(
        name=verhaal.plaats,
        geo=GeoCoordinates(latitude=float(known.extra["breedte"]), longitude=float(known.extra["lengte"]))
        if known
        else None,
        contained_in_place=AdministrativeArea(id=machine.place((REGIO, region.slug)), name=region.label),
    )


def _years(verhaal: Verhaal) -> str:
    """Return the years in which a story played, as ISO 8601 has an interval: the most precise that are known."""
    first, last = verhaal.periode or verhaal.speelde or (0, 0)
    return "" if not first else str(first) if first == last else f"{first}/{last}"
