"""The years of the overview: how many stories played in each, and the first of them."""

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
from kennisbank.parts.cards import Link
from kennisbank.parts.sentences import count

OF_A_YEAR = 6
"""Stories that are named with a year; the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaar:
    """A year: how many stories played in it, as a share of the most (percent), and the first of them."""

    jaar: str
    aantal: int
    deel: int
    verhalen: tuple[Link, ...]
    meer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JarenView(OverzichtView):
    """The years; `zonder` says how many stories name none, where there are any."""

    template: ClassVar[str] = "jaren.html"
    jaren: tuple[Jaar, ...]
    zonder: str


def page(knowledge: KnowledgeBase, views: Views) -> Page[JarenView]:
    """Return the page of the years; what it shows of each does not grow with the stories."""
    years: dict[int, list[Verhaal]] = defaultdict(list)
    for verhaal in knowledge.verhalen:
        if verhaal.periode:
            for year in range(verhaal.periode[0], verhaal.periode[1] + 1):
                years[year].append(verhaal)
    most = max((len(found) for found in years.values()), default=1)
    span = range(min(years), max(years) + 1) if years else range(0)
    rows = [
        Jaar(
            jaar=str(year),
            aantal=len(years.get(year, [])),
            deel=round(100 * len(years.get(year, [])) / most),
            verhalen=tuple(Link(v.title, urls.verhaal(v.origin.slug)) for v in years.get(year, [])[:OF_A_YEAR]),
            meer=max(0, len(years.get(year, [])) - OF_A_YEAR),
        )
        for year in span
    ]
    without = len([verhaal for verhaal in knowledge.verhalen if not verhaal.periode])
    view = JarenView(
        title="Overzicht: door de jaren",
        description="In welke jaren de verhalen speelden. Een verhaal staat bij elk jaar van zijn periode.",
        kruimels=crumbs(urls.JAREN),
        soorten=sorts(urls.JAREN),
        jaren=tuple(rows),
        zonder=count(without) if without else "",
        verder=views.onward(),
    )
    return Page(urls.JAREN, view)


def listed(view: JarenView) -> Iterator[Link]:
    """Yield the stories that are named, from the first year to the last."""
    yield from (link for year in view.jaren for link in year.verhalen)
