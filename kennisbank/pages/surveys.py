"""The overview of all stories at once: tables of two facets, the map, and the years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS, USED, Facet
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages.listing import count
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.valuepages import FEWEST_FOR_PAIR
from kennisbank.pages.views import Views
from kennisbank.parts import atlas
from kennisbank.parts.cards import Gebruiktelling, Link

SHADES = 4
"""Steps of colour in a table, beside none for an empty cell."""
OF_A_YEAR = 6
"""Stories that are named with a year; the newest."""


@dataclass(frozen=True, slots=True)
class Weg(Link):
    """A page of the overview; `hier` says that it is the one that is shown."""

    hier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OverzichtView(PageView):
    """A page of the overview: `wegen` are all of them."""

    wegen: tuple[Weg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A cell of the table: how many stories, in words too, and where they are; `tint` is its step of colour.

    `apart` is how many short examples there are beside them, with words for who hears it.
    """

    kolom: str
    aantal: int
    woorden: str
    url: str
    tint: int
    apart: int
    ook: str


@dataclass(frozen=True, slots=True)
class Rij(Link):
    """A row of the table."""

    cellen: tuple[Vak, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelView(OverzichtView):
    """A table of two facets; `voorbeelden` says how many short examples are counted apart, where there are any.

    `gebruikt` says with which values of both facets how many werkvormen were used.
    """

    template: ClassVar[str] = "tabel.html"
    onderschrift: str
    kolommen: tuple[Link, ...]
    rijen: tuple[Rij, ...]
    voorbeelden: Link | None
    gebruikt: tuple[Gebruiktelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A place with its stories; `label` says what the link leads to."""

    plaats: str
    aantal: int
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LandkaartView(OverzichtView):
    """The map, and the places in a list."""

    template: ClassVar[str] = "kaart.html"
    kaart: atlas.Landkaart
    plaatsen: tuple[Plaats, ...]


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


def examples(number: int) -> str:
    """Return a number of short examples in words."""
    return "1 praktijkvoorbeeld" if number == 1 else f"{number} praktijkvoorbeelden"


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[OverzichtView]]:
    """Yield a page for every two main facets, the map and the years; their size does not depend on the stories."""
    for first, second in urls.TABLES:
        yield _table(knowledge, views, first, second)
    yield _map(knowledge, views)
    yield _years(knowledge, views)


def _ways(knowledge: KnowledgeBase, here: str) -> tuple[Weg, ...]:
    """Return the pages of the overview."""
    plural = {facet: knowledge.vocabularies[facet.name].plural for facet in FACETS}
    pages = [(f"{plural[a]} en {plural[b].lower()}", address) for (a, b), address in urls.TABLES.items()]
    pages += [("Op de kaart", urls.KAART), ("Door de jaren", urls.JAREN)]
    return tuple(Weg(label, url, hier=url == here) for label, url in pages)


def _crumbs(where: str) -> tuple[Link, ...]:
    return (Link("Overzicht", urls.OVERZICHT),) if where != urls.OVERZICHT else ()


def _table(knowledge: KnowledgeBase, views: Views, first: Facet, second: Facet) -> Page[TabelView]:
    rows, columns = (knowledge.vocabularies[facet.name] for facet in (first, second))
    numbers = {
        (row.slug, column.slug): knowledge.pairs.get(((first.name, row.slug), (second.name, column.slug)), [])
        for row in rows.terms
        for column in columns.terms
    }
    most = max(map(len, numbers.values()), default=1)
    lines = []
    for row in rows.terms:
        cells = []
        for column in columns.terms:
            found = numbers[row.slug, column.slug]
            pair = ((first.name, row.slug), (second.name, column.slug))
            single = len(found) < FEWEST_FOR_PAIR
            beside = len(knowledge.example_pairs.get(pair, []))
            url = "" if not found else urls.verhaal(found[0].origin.slug) if single else urls.pair(*pair)
            cells.append(
                Vak(
                    kolom=column.label,
                    aantal=len(found),
                    woorden=f"{count(len(found))} bij {row.label} en {column.label}",
                    url=url,
                    tint=-(-len(found) * SHADES // most) if found else 0,
                    apart=beside,
                    ook=f"en {examples(beside)}" if beside else "",
                )
            )
        link = views.link((first.name, row.slug))
        lines.append(Rij(link.label, link.url, link.ruimte, tuple(cells)))
    title = f"{rows.plural} en {columns.plural.lower()}"
    where = urls.TABLES[first, second]
    total = len(knowledge.voorbeelden)
    view = TabelView(
        title=f"Overzicht: {title.lower()}" if where != urls.OVERZICHT else "Overzicht",
        description="Hoeveel verhalen er zijn bij elke combinatie. Kies een getal om ze te lezen.",
        kruimels=_crumbs(where),
        wegen=_ways(knowledge, where),
        onderschrift=title,
        kolommen=tuple(views.link((second.name, column.slug)) for column in columns.terms),
        rijen=tuple(lines),
        gebruikt=views.used_counts(facet for facet in (first, second) if facet in USED),
        voorbeelden=Link(examples(total), urls.VOORBEELDEN) if total else None,
        verder=views.onward(),
    )
    return Page(where, view)


def _map(knowledge: KnowledgeBase, views: Views) -> Page[LandkaartView]:
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
    view = LandkaartView(
        title="Overzicht: op de kaart",
        description="Waar de verhalen vandaan komen. Hoe groter de cirkel, hoe meer verhalen.",
        kruimels=_crumbs(urls.KAART),
        wegen=_ways(knowledge, urls.KAART),
        kaart=atlas.draw(
            spots, {knowledge.term("provincie", slug).label: found for slug, found in knowledge.outlines.items()}
        ),
        plaatsen=tuple(rows[: 2 * len(knowledge.vocabularies["plaats"].terms)]),
        verder=views.onward(),
    )
    return Page(urls.KAART, view)


def _years(knowledge: KnowledgeBase, views: Views) -> Page[JarenView]:
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
        kruimels=_crumbs(urls.JAREN),
        wegen=_ways(knowledge, urls.JAREN),
        jaren=tuple(rows),
        zonder=count(without) if without else "",
        verder=views.onward(),
    )
    return Page(urls.JAREN, view)
