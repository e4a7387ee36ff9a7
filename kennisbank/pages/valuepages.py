"""The pages of values and of pairs of values: what they mean, their stories, and where to look further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase, Pair
from kennisbank.model.records import Ruimte, Verhaal
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term
from kennisbank.pages.listing import Kruising, WaardeView, count, paginate
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import ONWARD, BundelKaartje, Link, Telling, WerkvormKaartje
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.kaartje.view import Kaartje

FEWEST_FOR_PAIR = 2
"""A pair of values gets a page of its own from this many stories on; below that the story itself is the answer."""


@dataclass(frozen=True, slots=True)
class Vragen:
    """The questions of a ruimte for one function."""

    functie: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuimteView(WaardeView):
    """A ruimte: the list of its stories, its text, its questions and its werkvormen.

    `voorheen` is what it was called before, and `voor_alle` are the werkvormen for every ruimte.
    """

    template: ClassVar[str] = "ruimte.html"
    glyph: Glyph
    ruimte: str
    voorheen: str
    vragen: tuple[Vragen, ...]
    werkvormen: tuple[WerkvormKaartje, ...]
    voor_alle: tuple[Link, ...]
    bundels: tuple[BundelKaartje, ...]


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[PageView]]:
    """Yield the page of every value, province and pair, always in the same order.

    The first page of a ruimte is a file; only the rest of its list is made here.
    """
    for facet in knowledge.facets:
        for term in knowledge.vocabularies[facet.name].terms:
            first, *rest = value_pages(knowledge, views, (facet.name, term.slug))
            yield from rest if facet.name == "ruimte" else (first, *rest)
    for province in knowledge.vocabularies["provincie"].terms:
        yield from _province(knowledge, views, province.slug)
    for pair, verhalen in sorted(knowledge.pairs.items()):
        if len(verhalen) >= FEWEST_FOR_PAIR:
            yield from _pair(knowledge, views, pair, verhalen)


def value_pages(knowledge: KnowledgeBase, views: Views, value: Value) -> list[Page[WaardeView]]:
    """Return the page of a value and the rest of its list."""
    verhalen = knowledge.values.get(value, [])
    return paginate(views, urls.value(*value), value_view(knowledge, views, value), verhalen, feed=True)


def value_view(knowledge: KnowledgeBase, views: Views, value: Value) -> WaardeView:
    """Return what the page of a value shows, but for its stories."""
    vocabulary, term = knowledge.vocabularies[value[0]], knowledge.term(*value)
    verhalen = knowledge.values.get(value, [])
    crumbs = [Link(vocabulary.plural, urls.overview(value[0]))]
    if value[0] != "ruimte":
        crumbs.insert(0, Link("Kenmerken", urls.KENMERKEN))
    if value[0] == "regio":
        province = knowledge.province(value[1])
        crumbs.append(Link(province.label, urls.value("regio", province.slug)))
    group = term.extra.get("groep")
    near = [other for other in vocabulary.terms if other is not term and other.extra.get("groep") == group]
    nearby, called = ((), "") if verhalen else _nearby(knowledge, views, [(value[0], other.slug) for other in near])
    return WaardeView(
        title=term.label,
        description=term.definition,
        soort=f"{vocabulary.label}: {group}" if group else vocabulary.label,
        kruimels=tuple(crumbs),
        kruisingen=_crossings(knowledge, views, value),
        zoek=urls.search(value),
        buren=tuple(views.link((value[0], other.slug)) for other in near),
        buren_titel=f"Andere {vocabulary.plural.lower()}" if not group else "Ook in deze groep",
        meer=views.about(value[0]),
        bron=source(knowledge, term),
        vaak=term.extra.get("vaak", ""),
        verder=replace(views.onward_of(value[0]), verhalen=()),
        nabij=nearby,
        nabij_titel=called,
        voorbeelden=views.voorbeelden(knowledge.examples.get(value, [])),
        gebruikt=views.used_with(value),
    )


def source(knowledge: KnowledgeBase, term: Term) -> str:
    """Return where in the report a definition comes from, as it is cited; nothing where it does not."""
    return knowledge.project.cited(term.extra.get("bron", ""))


def _nearby(knowledge: KnowledgeBase, views: Views, values: Sequence[Value]) -> tuple[tuple[Kaartje, ...], str]:
    """Return for a value without stories the newest of others of its list, or of all, and what they are called."""
    found = {v.origin.slug: v for value in values for v in knowledge.values.get(value, [])[:1]}
    return (
        views.cards(list(found.values() or knowledge.verhalen)[:ONWARD]),
        "Wel dichtbij" if found else "De nieuwste verhalen",
    )


def _crossings(knowledge: KnowledgeBase, views: Views, value: Value) -> tuple[Kruising, ...]:
    """Return per other facet the values that share stories: to their pair, or to the story where there is one."""
    rows: dict[str, list[Telling]] = {facet.name: [] for facet in FACETS if facet.name != value[0]}
    for other, pair in knowledge.crossings.get(value, []):
        shared = knowledge.pairs[pair]
        single = len(shared) < FEWEST_FOR_PAIR
        rows[other[0]].append(
            Telling(
                knowledge.term(*other).label,
                urls.verhaal(shared[0].origin.slug) if single else urls.pair(*pair),
                aantal=len(shared),
                verhaal=shared[0].title if single else "",
            )
        )
    return tuple(Kruising(knowledge.vocabularies[name].label, tuple(found)) for name, found in rows.items() if found)


def _pair(knowledge: KnowledgeBase, views: Views, pair: Pair, verhalen: Sequence[Verhaal]) -> Iterator[Page[PageView]]:
    phrases = [views.phrase(value) for value in pair]
    first = knowledge.vocabularies[pair[0][0]]
    view = WaardeView(
        title=f"{knowledge.term(*pair[0]).label}, {views.phrase(pair[1])}",
        soort="Combinatie",
        description=f"{count(len(verhalen))} {', '.join(phrases)}.",
        zoek=urls.search(*pair),
        kruimels=(Link(first.plural, urls.overview(pair[0][0])), views.link(pair[0])),
        kanten=tuple(views.counted(value, uitleg=True) for value in pair),
        voorbeelden=views.voorbeelden(knowledge.example_pairs.get(pair, [])),
        gebruikt=views.used_with(*pair),
    )
    yield from paginate(views, urls.pair(*pair), view, verhalen)


def _province(knowledge: KnowledgeBase, views: Views, slug: str) -> Iterator[Page[PageView]]:
    term = knowledge.term("provincie", slug)
    regions = tuple(views.counted(("regio", regio.slug)) for regio in knowledge.provinces[slug])
    others = [other for other in knowledge.vocabularies["provincie"].terms if other is not term]
    view = WaardeView(
        title=f"Provincie {term.label}",
        description=term.definition,
        soort="Provincie",
        kruimels=(
            Link("Kenmerken", urls.KENMERKEN),
            Link(knowledge.vocabularies["regio"].plural, urls.overview("regio")),
        ),
        zoek=urls.search(("regio", slug)),
        kruisingen=(Kruising("Regio", regions),),
        buren=tuple(Link(other.label, urls.value("regio", other.slug)) for other in others),
        buren_titel="Andere provincie",
    )
    yield from paginate(views, urls.value("regio", slug), view, list(knowledge.in_province(slug)), feed=True)


def ruimte_view(knowledge: KnowledgeBase, views: Views, ruimte: Ruimte) -> RuimteView:
    """Return what the page of a ruimte shows: that of a value, and its own questions and werkvormen."""
    slug = ruimte.origin.slug
    own = value_pages(knowledge, views, ("ruimte", slug))[0].view
    former = ruimte.voorheen if ruimte.voorheen and ruimte.voorheen.casefold() != ruimte.title.casefold() else ""
    return RuimteView(
        title=own.title,
        description=own.description,
        kruimels=own.kruimels,
        glyph=views.glyph([slug]),
        feed=own.feed,
        bladeren=own.bladeren,
        soort=own.soort,
        telling=own.telling,
        kaarten=own.kaarten,
        zoek=own.zoek,
        kruisingen=own.kruisingen,
        buren=own.buren,
        buren_titel=own.buren_titel,
        meer=own.meer,
        bron=ruimte.bron,
        vaak=own.vaak,
        nabij=own.nabij,
        nabij_titel=own.nabij_titel,
        voorbeelden=own.voorbeelden,
        ruimte=slug,
        voorheen=former,
        vragen=tuple(
            Vragen(term.label, asked)
            for term in knowledge.vocabularies["functie"].terms
            if (asked := tuple(ruimte.vragen[term.slug]))  # a stand-in has none
        ),
        werkvormen=views.werkvorm_cards(w for w in knowledge.werkvormen if slug in w.ruimtes),
        voor_alle=tuple(
            Link(w.title, urls.werkvorm(w.origin.slug)) for w in knowledge.werkvormen if "alle" in w.ruimtes
        ),
        bundels=views.bundel_cards(b for b in knowledge.bundels if slug in b.ruimtes),
    )
