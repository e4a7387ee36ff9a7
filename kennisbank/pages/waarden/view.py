"""The reference of values: every value of the closed lists, with what it means and which fields take it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.fields import specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import Term, Vocabulary
from kennisbank.pages import reference
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link

HEADS = {("verhaal", True): "Verplicht bij een verhaal", ("verhaal", False): "Als je wilt, bij een verhaal"}
OTHERS = "Bij een werkvorm of een afbeelding"
"""Under which head a list stands, by the first field that takes its values from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruik:
    """A field that takes its values from a list, of which kind of text; `extra` are values beside the list."""

    naam: str
    soort: str
    verplicht: bool
    url: str
    extra: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarde:
    """A value: `ook` are other words for it, `eronder` words for a part of it; `url` leads to its page, if any."""

    id: str
    slug: str
    label: str
    uitleg: str
    ook: str
    eronder: str
    url: str


@dataclass(frozen=True, slots=True)
class Waardengroep:
    """Values that belong together; the rest of a list have no title."""

    titel: str
    waarden: tuple[Waarde, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardenlijst:
    """A closed list: its page, where it has one, the fields that use it, and each value beside it with its text."""

    id: str
    titel: str
    uitleg: str
    url: str
    velden: tuple[Gebruik, ...]
    extra: tuple[tuple[str, str], ...]
    groepen: tuple[Waardengroep, ...]


@dataclass(frozen=True, slots=True)
class Lijsten:
    """Lists under one head."""

    titel: str
    lijsten: tuple[Waardenlijst, ...]


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """The places of a region that the map knows, in one line."""

    regio: str
    plaatsen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaardenView(PageView):
    """All values; `verhalen` and `werkvormen` are the addresses of those lists."""

    template: ClassVar[str] = "waarden.html"
    delen: tuple[Lijsten, ...]
    plaatsen: tuple[Plaatsen, ...]
    verhalen: str
    werkvormen: str


def page(knowledge: KnowledgeBase, views: Views) -> Page[WaardenView]:
    """Return the reference of values; its size does not depend on the stories."""
    parts: dict[str, list[Waardenlijst]] = defaultdict(list)
    for name, rows in _uses(knowledge.vocabularies).items():
        head = HEADS.get((rows[0].soort, rows[0].verplicht), OTHERS)
        parts[head].append(_list(knowledge, name, rows))
    view = WaardenView(
        title="Alle waarden",
        description="Waar je uit kunt kiezen bij een verhaal of een werkvorm, met wat elke waarde betekent.",
        kruimels=reference.crumbs(views, Link("Alle velden", urls.VELDEN)),
        delen=tuple(Lijsten(title, tuple(lists)) for title, lists in parts.items()),
        plaatsen=tuple(_places(knowledge)),
        verhalen=urls.VERHALEN,
        werkvormen=urls.WERKVORMEN,
        verder=views.onward(),
    )
    return Page(urls.WAARDEN, view)


def _uses(vocabularies: Mapping[str, Vocabulary]) -> dict[str, list[Gebruik]]:
    """Return for each closed list the fields that take their values from it, by kind of text."""
    found: dict[str, list[Gebruik]] = defaultdict(list)
    for text in reference.PARTS:
        for name, spec in specs(text.record).items():
            if spec.vocabulary in vocabularies:
                found[spec.vocabulary].append(
                    Gebruik(
                        naam=name,
                        soort=text.name,
                        verplicht=spec.required,
                        url=reference.field(text.name, name),
                        extra=spec.extra,
                    )
                )
    return dict(found)


def _list(knowledge: KnowledgeBase, name: str, fields: list[Gebruik]) -> Waardenlijst:
    vocabulary = knowledge.vocabularies[name]
    groups: dict[str, list[Term]] = {}
    for term in vocabulary.terms:
        head = knowledge.province(term.slug).label if name == "regio" else term.extra.get("groep", "")
        groups.setdefault(head, []).append(term)
    return Waardenlijst(
        id=name,
        titel=vocabulary.plural,
        uitleg=vocabulary.explanation,
        url=urls.overview(name) if _shown(knowledge, name) else "",
        velden=tuple(fields),
        extra=tuple((row.soort, slug) for row in fields for slug in row.extra),
        groepen=tuple(
            Waardengroep(head[:1].upper() + head[1:], tuple(_value(knowledge, name, term) for term in terms))
            for head, terms in groups.items()
        ),
    )


def _shown(knowledge: KnowledgeBase, name: str) -> bool:
    """Tell whether a list is a facet that this site shows."""
    return any(facet.name == name for facet in knowledge.facets)


def _value(knowledge: KnowledgeBase, name: str, term: Term) -> Waarde:
    return Waarde(
        id=f"{name}-{term.slug}",
        slug=term.slug,
        label=term.label,
        uitleg=term.definition,
        ook=", ".join(term.synonyms),
        eronder=", ".join(term.narrower),
        url=urls.value(name, term.slug) if _shown(knowledge, name) else "",
    )


def _places(knowledge: KnowledgeBase) -> Iterator[Plaatsen]:
    """Yield the places that the map knows, by region; a story may come from another place too."""
    places = knowledge.vocabularies["plaats"].terms
    for regio in knowledge.vocabularies["regio"].terms:
        yield Plaatsen(regio.label, ", ".join(p.label for p in places if p.extra["regio"] == regio.slug))
