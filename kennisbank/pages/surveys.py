"""The overview of all stories at once: tables of two facets, the map, and the years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kennisbank.model import urls
from kennisbank.model.facets import FACETS, Facet
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages.listing import Page, count
from kennisbank.pages.valuepages import FEWEST_FOR_PAIR
from kennisbank.pages.views import Views
from kennisbank.parts import atlas
from kennisbank.parts.cards import View

SHADES = 4
"""Steps of colour in a table, beside none for an empty cell."""
OF_A_YEAR = 6
"""Stories that are named with a year; the newest."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    """Yield a page for every two main facets, the map and the years; their size does not depend on the stories."""
    for first, second in urls.TABLES:
        yield _table(knowledge, views, first, second)
    yield _map(knowledge, views)
    yield _years(knowledge, views)


def _ways(knowledge: KnowledgeBase, here: str) -> list[View]:
    """Return the other pages of the overview."""
    plural = {facet: knowledge.vocabularies[facet.name].plural for facet in FACETS}
    pages = [(f"{plural[a]} en {plural[b].lower()}", address) for (a, b), address in urls.TABLES.items()]
    pages += [("Op de kaart", urls.KAART), ("Door de jaren", urls.JAREN)]
    return [{"label": label, "url": url, "hier": url == here} for label, url in pages]


def _page(knowledge: KnowledgeBase, views: Views, where: str, meta: View) -> Page:
    crumbs = [{"label": "Overzicht", "url": urls.OVERZICHT}] if where != urls.OVERZICHT else []
    return Page(where, {"kruimels": crumbs, "wegen": _ways(knowledge, where), "verder": views.onward()} | meta)


def _table(knowledge: KnowledgeBase, views: Views, first: Facet, second: Facet) -> Page:
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
            url = "" if not found else urls.verhaal(found[0].origin.slug) if single else urls.pair(*pair)
            cells.append(
                {
                    "kolom": column.label,
                    "aantal": len(found),
                    "woorden": f"{count(len(found))} bij {row.label} en {column.label}",
                    "url": url,
                    "tint": -(-len(found) * SHADES // most) if found else 0,
                }
            )
        lines.append({**views.link((first.name, row.slug)), "cellen": cells})
    title = f"{rows.plural} en {columns.plural.lower()}"
    where = urls.TABLES[first, second]
    meta = {
        "template": "tabel.html",
        "title": f"Overzicht: {title.lower()}" if where != urls.OVERZICHT else "Overzicht",
        "description": "Hoeveel verhalen er zijn bij elke combinatie. Kies een getal om ze te lezen.",
        "onderschrift": title,
        "kolommen": [views.link((second.name, column.slug)) for column in columns.terms],
        "rijen": lines,
    }
    return _page(knowledge, views, where, meta)


def _map(knowledge: KnowledgeBase, views: Views) -> Page:
    by_place: dict[tuple[str, str], list[Verhaal]] = defaultdict(list)
    for verhaal in knowledge.verhalen:
        term = knowledge.place(verhaal.plaats)
        by_place[term.label if term else verhaal.plaats, verhaal.regio].append(verhaal)
    rows, spots = [], []
    for (name, _), found in sorted(by_place.items(), key=lambda item: (-len(item[1]), item[0])):
        url = urls.verhaal(found[0].origin.slug) if len(found) == 1 else urls.value("regio", found[0].regio)
        term = knowledge.place(name)
        where = knowledge.term("regio", found[0].regio).label
        title = found[0].title if len(found) == 1 else f"Verhalen uit {where}"
        rows.append({"plaats": name, "aantal": len(found), "regio": where, "label": title, "url": url})
        if term:
            spots.append(atlas.Spot(name, float(term.extra["lengte"]), float(term.extra["breedte"]), len(found), url))
    meta = {
        "template": "kaart.html",
        "title": "Overzicht: op de kaart",
        "description": "Waar de verhalen vandaan komen. Hoe groter de cirkel, hoe meer verhalen.",
        "kaart": atlas.draw(spots),
        "plaatsen": rows[: 2 * len(knowledge.vocabularies["plaats"].terms)],
    }
    return _page(knowledge, views, urls.KAART, meta)


def _years(knowledge: KnowledgeBase, views: Views) -> Page:
    years: dict[int, list[Verhaal]] = defaultdict(list)
    for verhaal in knowledge.verhalen:
        if verhaal.periode:
            for year in range(verhaal.periode[0], verhaal.periode[1] + 1):
                years[year].append(verhaal)
    most = max((len(found) for found in years.values()), default=1)
    span = range(min(years), max(years) + 1) if years else range(0)
    rows = [
        {
            "jaar": str(year),
            "aantal": len(years.get(year, [])),
            "deel": round(100 * len(years.get(year, [])) / most),
            "verhalen": [
                {"label": v.title, "url": urls.verhaal(v.origin.slug)} for v in years.get(year, [])[:OF_A_YEAR]
            ],
            "meer": max(0, len(years.get(year, [])) - OF_A_YEAR),
        }
        for year in span
    ]
    without = len([verhaal for verhaal in knowledge.verhalen if not verhaal.periode])
    meta = {
        "template": "jaren.html",
        "title": "Overzicht: door de jaren",
        "description": "In welke jaren de verhalen speelden. Een verhaal staat bij elk jaar van zijn periode.",
        "jaren": rows,
        "zonder": count(without) if without else "",
    }
    return _page(knowledge, views, urls.JAREN, meta)
