"""The tables of the overview: how many stories two main facets have in common, for each value of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import USED, Facet
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages.page import Page
from kennisbank.pages.surveys import OverzichtView, crumbs, sorts
from kennisbank.pages.views import Views
from kennisbank.pages.waarde.view import FEWEST_FOR_PAIR
from kennisbank.parts.cards import Gebruiktelling, Link, Telling, Uitleg
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.sentences import count, listing

SHADES = 4
"""Steps of colour in a table, beside none for an empty cell."""
OF_A_ROW = 6
"""Stories that are named with a value, where there are few; the newest."""


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
class Genoemd:
    """A story by its name; `bij` are its values of the other facet."""

    label: str
    url: str
    glyph: Glyph
    bij: str


@dataclass(frozen=True, slots=True)
class Namen(Link):
    """A value with its stories by name; `meer` is how many are not named, `ook` says how many short examples it has."""

    verhalen: tuple[Genoemd, ...] = ()
    meer: int = 0
    ook: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelView(OverzichtView):
    """A table of two facets; `voorbeelden` says how many short examples are counted apart, where there are any.

    As long as the numbers are small (`is_small`) it is no table, but has the stories themselves (`namen`), and says
    which values of both have none together (`open`, `gaten` in all). `andere` are the other tables.

    Values that nothing has are no row or column: they are in `leeg`. `gebruikt` says with which values of both facets
    how many werkvormen were used.
    """

    template: ClassVar[str] = "tabel.html"
    onderschrift: str
    andere: tuple[Link, ...]
    kolommen: tuple[Link, ...]
    rijen: tuple[Rij, ...]
    namen: tuple[Namen, ...]
    open: tuple[Uitleg, ...]
    gaten: int
    leeg: tuple[Telling, ...]
    voorbeelden: Link | None
    gebruikt: tuple[Gebruiktelling, ...]


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[TabelView]]:
    """Yield a table for every two main facets; its size does not depend on the stories."""
    for first, second in urls.TABLES:
        yield _table(knowledge, views, first, second)


def _table(knowledge: KnowledgeBase, views: Views, first: Facet, second: Facet) -> Page[TabelView]:
    rows, columns = (knowledge.vocabularies[facet.name] for facet in (first, second))
    counted = {
        facet.name: [views.counted((facet.name, term.slug)) for term in vocabulary.terms]
        for facet, vocabulary in ((first, rows), (second, columns))
    }
    filled = {facet: {value.url for value in values if not value.empty} for facet, values in counted.items()}
    down = [term for term in rows.terms if urls.value(first.name, term.slug) in filled[first.name]]
    across = [term for term in columns.terms if urls.value(second.name, term.slug) in filled[second.name]]
    numbers = {
        (row.slug, column.slug): knowledge.pairs.get(((first.name, row.slug), (second.name, column.slug)), [])
        for row in down
        for column in across
    }
    most = max(map(len, numbers.values()), default=1)
    lines = []
    for row in down:
        cells = []
        for column in across:
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
                    ook=f"en {_examples(beside)}" if beside else "",
                )
            )
        link = views.link((first.name, row.slug))
        lines.append(Rij(link.label, link.url, link.ruimte, tuple(cells)))
    small = is_small(map(len, numbers.values()))
    bare = [(line, [cell.kolom for cell in line.cellen if not cell.aantal]) for line in lines] if small else []
    title = _title(knowledge, first, second)
    where = urls.TABLES[first, second]
    total = len(knowledge.voorbeelden)
    view = TabelView(
        title=f"Overzicht: {title.lower()}" if where != urls.OVERZICHT else "Overzicht",
        zoekzin=f"Welke verhalen er zijn bij elke combinatie van {title.lower()}. Kies er één om te lezen."
        if small
        else f"Hoeveel verhalen er zijn bij elke combinatie van {title.lower()}. Kies een getal om ze te lezen.",
        description="Welke verhalen er zijn, en wat ze gemeen hebben. Kies er één om te lezen."
        if small
        else "Hoeveel verhalen er zijn bij elke combinatie. Kies een getal om ze te lezen.",
        kruimels=crumbs(where),
        soorten=sorts(where),
        onderschrift=title,
        andere=tuple(
            Link(_title(knowledge, *facets), address) for facets, address in urls.TABLES.items() if address != where
        ),
        kolommen=tuple(views.link((second.name, column.slug)) for column in across),
        rijen=tuple(lines),
        namen=tuple(_named(knowledge, views, first, term.slug, second) for term in down) if small else (),
        open=tuple(Uitleg(line.label, line.url, line.ruimte, listing(names)) for line, names in bare if names),
        gaten=sum(len(names) for _, names in bare),
        leeg=tuple(value for facet in (first, second) for value in counted[facet.name] if value.empty),
        gebruikt=views.used_counts(facet for facet in (first, second) if facet in USED),
        voorbeelden=Link(_examples(total), urls.VOORBEELDEN) if total else None,
        verder=views.onward(),
    )
    return Page(where, view)


def _title(knowledge: KnowledgeBase, first: Facet, second: Facet) -> str:
    """Return what a table is called: "Ruimtes en schooltypen"."""
    return f"{knowledge.vocabularies[first.name].plural} en {knowledge.vocabularies[second.name].plural.lower()}"


def is_small(cells: Iterable[int]) -> bool:
    """Tell whether a table would be one of ones: half of the cells that have stories have one, or none has any."""
    filled = [number for number in cells if number]
    return not filled or median(filled) <= 1


def _named(knowledge: KnowledgeBase, views: Views, facet: Facet, slug: str, other: Facet) -> Namen:
    """Return a value with the newest of its stories, each with its values of the other facet."""
    link = views.link((facet.name, slug))
    found = knowledge.values.get((facet.name, slug), [])
    beside = len(knowledge.examples.get((facet.name, slug), []))

    def named(verhaal: Verhaal) -> Genoemd:
        labels = [knowledge.term(other.name, value).label for value in other.of(verhaal)]
        return Genoemd(
            label=verhaal.title,
            url=urls.verhaal(verhaal.origin.slug),
            glyph=views.glyph(verhaal.ruimtes),
            bij=", ".join(labels),
        )

    return Namen(
        link.label,
        link.url,
        link.ruimte,
        tuple(map(named, found[:OF_A_ROW])),
        max(0, len(found) - OF_A_ROW),
        _examples(beside) if beside else "",
    )


def _examples(number: int) -> str:
    """Return a number of short examples in words."""
    return "1 praktijkvoorbeeld" if number == 1 else f"{number} praktijkvoorbeelden"


def listed(view: TabelView) -> Iterator[Link]:
    """Yield the stories that are named, or else the values of the table."""
    yield from (Link(found.label, found.url) for row in view.namen for found in row.verhalen)
    if not view.namen:
        yield from (*view.rijen, *view.kolommen)
