"""The pages of values and of pairs of values: what they mean, their stories, and where to look further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kennisbank.model import urls
from kennisbank.model.facets import ALL, FACETS
from kennisbank.model.knowledge import KnowledgeBase, Pair
from kennisbank.model.records import Ruimte, Verhaal
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term
from kennisbank.pages.listing import Page, count, paginate
from kennisbank.pages.views import Views
from kennisbank.parts.cards import ONWARD, View

FEWEST_FOR_PAIR = 2
"""A pair of values gets a page of its own from this many stories on; below that the story itself is the answer."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    """Yield the page of every value, province and pair, always in the same order.

    The first page of a ruimte is a file; only the rest of its list is made here.
    """
    for facet in ALL:
        for term in knowledge.vocabularies[facet.name].terms:
            first, *rest = value_pages(knowledge, views, (facet.name, term.slug))
            yield from rest if facet.name == "ruimte" else (first, *rest)
    for province in knowledge.vocabularies["provincie"].terms:
        yield from _province(knowledge, views, province.slug)
    for pair, verhalen in sorted(knowledge.pairs.items()):
        if len(verhalen) >= FEWEST_FOR_PAIR:
            yield from _pair(knowledge, views, pair, verhalen)


def value_pages(knowledge: KnowledgeBase, views: Views, value: Value) -> list[Page]:
    """Return the page of a value and the rest of its list."""
    vocabulary, term = knowledge.vocabularies[value[0]], knowledge.term(*value)
    verhalen = knowledge.values.get(value, [])
    crumbs = [{"label": vocabulary.plural, "url": urls.overview(value[0])}]
    if value[0] != "ruimte":
        crumbs.insert(0, {"label": "Kenmerken", "url": urls.KENMERKEN})
    if value[0] == "regio":
        province = knowledge.province(value[1])
        crumbs.append({"label": province.label, "url": urls.value("regio", province.slug)})
    group = term.extra.get("groep")
    near = [other for other in vocabulary.terms if other is not term and other.extra.get("groep") == group]
    meta = {
        "template": "waarde.html",
        "title": term.label,
        "description": term.definition,
        "soort": f"{vocabulary.label}: {group}" if group else vocabulary.label,
        "kruimels": crumbs,
        "kruisingen": _crossings(knowledge, views, value),
        "zoek": urls.search(value),
        "buren": [views.link((value[0], other.slug)) for other in near],
        "buren_titel": f"Andere {vocabulary.plural.lower()}" if not group else "Ook in deze groep",
        "meer": about(views, value[0]),
        "bron": source(term),
        "vaak": term.extra.get("vaak", ""),
        "verder": onward(views, value[0]) | {"verhalen": []},
    }
    if not verhalen:
        meta |= _nearby(knowledge, views, [(value[0], other.slug) for other in near])
    return paginate(views, urls.value(*value), meta, verhalen, feed=True)


def about(views: Views, name: str) -> View:
    """Return the background page about a list, or nothing where this site does not have it."""
    return next(
        (link for uri in views.knowledge.vocabularies[name].refers("pagina") if (link := views.page_link(uri))), {}
    )


def onward(views: Views, name: str, verhalen: Sequence[Verhaal] = ()) -> View:
    """Return where the pages of a list lead on to when its stories do not say it; of the stories the first three."""
    vocabulary = views.knowledge.vocabularies[name]
    shown = list({v.origin.slug: v for v in verhalen}.values())[:ONWARD]
    return views.onward(vocabulary.refers("ruimtes"), vocabulary.refers("werkvormen"), shown)


def source(term: Term) -> str:
    """Return where a definition comes from, as it is cited."""
    return f"van Beilen & Hummel, 2022, {term.extra['bron']}" if "bron" in term.extra else ""


def _nearby(knowledge: KnowledgeBase, views: Views, values: Sequence[Value]) -> View:
    """Return for a value without stories the newest of others of its list, or of all, and what they are called."""
    found = {v.origin.slug: v for value in values for v in knowledge.values.get(value, [])[:1]}
    return {
        "nabij": [views.card(v) for v in list(found.values() or knowledge.verhalen)[:ONWARD]],
        "nabij_titel": "Wel dichtbij" if found else "De nieuwste verhalen",
    }


def _crossings(knowledge: KnowledgeBase, views: Views, value: Value) -> list[View]:
    """Return per other facet the values that share stories: to their pair, or to the story where there is one."""
    rows: dict[str, list[View]] = {facet.name: [] for facet in FACETS if facet.name != value[0]}
    for other, pair in knowledge.crossings.get(value, []):
        shared = knowledge.pairs[pair]
        single = len(shared) < FEWEST_FOR_PAIR
        url = urls.verhaal(shared[0].origin.slug) if single else urls.pair(*pair)
        rows[other[0]].append(
            {
                "label": knowledge.term(*other).label,
                "aantal": len(shared),
                "url": url,
                "verhaal": shared[0].title if single else "",
            }
        )
    return [{"titel": knowledge.vocabularies[name].label, "waarden": found} for name, found in rows.items() if found]


def _pair(knowledge: KnowledgeBase, views: Views, pair: Pair, verhalen: Sequence[Verhaal]) -> Iterator[Page]:
    phrases = [views.phrase(value) for value in pair]
    meta = {
        "template": "waarde.html",
        "title": f"{knowledge.term(*pair[0]).label}, {views.phrase(pair[1])}",
        "soort": "Combinatie",
        "description": f"{count(len(verhalen))} {', '.join(phrases)}.",
        "zoek": urls.search(*pair),
        "kruimels": [
            {"label": knowledge.vocabularies[pair[0][0]].plural, "url": urls.overview(pair[0][0])},
            views.link(pair[0]),
        ],
        "kanten": [
            views.link(value) | {"aantal": len(knowledge.values[value]), "uitleg": knowledge.term(*value).definition}
            for value in pair
        ],
    }
    yield from paginate(views, urls.pair(*pair), meta, verhalen)


def _province(knowledge: KnowledgeBase, views: Views, slug: str) -> Iterator[Page]:
    term = knowledge.term("provincie", slug)
    regions = [
        views.link(("regio", r.slug)) | {"aantal": len(knowledge.values.get(("regio", r.slug), []))}
        for r in knowledge.provinces[slug]
    ]
    meta = {
        "template": "waarde.html",
        "title": f"Provincie {term.label}",
        "description": term.definition,
        "soort": "Provincie",
        "kruimels": [
            {"label": "Kenmerken", "url": urls.KENMERKEN},
            {"label": knowledge.vocabularies["regio"].plural, "url": urls.overview("regio")},
        ],
        "zoek": urls.search(("regio", slug)),
        "buren_titel": "Andere provincie",
        "kruisingen": [{"titel": "Regio", "waarden": regions}],
        "buren": [
            {"label": other.label, "url": urls.value("regio", other.slug)}
            for other in knowledge.vocabularies["provincie"].terms
            if other is not term
        ],
    }
    yield from paginate(views, urls.value("regio", slug), meta, list(knowledge.in_province(slug)), feed=True)


def ruimte_meta(knowledge: KnowledgeBase, views: Views, ruimte: Ruimte) -> View:
    """Return what the page of a ruimte shows: that of a value, and its own questions and werkvormen."""
    own = value_pages(knowledge, views, ("ruimte", ruimte.origin.slug))[0].meta
    return own | views.ruimte(ruimte) | {"verder": {}}
