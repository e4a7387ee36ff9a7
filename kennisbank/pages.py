"""The pages that are generated: overviews, values, pairs, and the rest of long lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kennisbank import urls
from kennisbank.facets import FACETS
from kennisbank.knowledge import KnowledgeBase, Pair
from kennisbank.records import Ruimte, Verhaal
from kennisbank.urls import Value
from kennisbank.views import View, Views

PER_PAGE = 50
"""Stories on one page of a list."""
FEWEST_FOR_PAIR = 2
"""A pair of values gets a page of its own from this many stories on; below that the story itself is the answer."""

# How a value stands in "2 verhalen over de plek, met culturele partner museum"; {} is its label.
PHRASES = {
    "ruimte": "over {}",
    "schooltype": "met schooltype {}",
    "partnertype": "met culturele partner {}",
    "regio": "uit {}",
}


@dataclass(frozen=True)
class Page:
    """One generated page: its address, what its template shows, and its text in Markdown."""

    address: str
    meta: dict[str, Any]
    body: str = ""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    """Yield every generated page, always in the same order. The pages of the ruimtes themselves are files."""
    yield from _overviews(knowledge, views)
    for facet in FACETS:
        for term in knowledge.vocabularies[facet.name].terms:
            value = (facet.name, term.slug)
            first, *rest = value_pages(knowledge, views, value)
            yield from rest if facet.name == "ruimte" else (first, *rest)
    for province in knowledge.vocabularies["provincie"].terms:
        yield from _province(knowledge, views, province.slug)
    for pair, verhalen in sorted(knowledge.pairs.items()):
        if len(verhalen) >= FEWEST_FOR_PAIR:
            yield from _pair(knowledge, views, pair, verhalen)


def home(knowledge: KnowledgeBase, views: Views) -> View:
    """Return what the home page shows beside its text."""
    choices = []
    for facet in FACETS[1:]:
        filled = [value for value in knowledge.values if value[0] == facet.name]
        filled.sort(key=lambda value: (-len(knowledge.values[value]), knowledge.vocabularies[value[0]].order[value[1]]))
        rows = [views.link(value) | {"aantal": len(knowledge.values[value])} for value in filled[:8]]
        vocabulary = knowledge.vocabularies[facet.name]
        choices.append(
            {
                "titel": vocabulary.label,
                "alle": f"Alle {vocabulary.plural.lower()}",
                "url": urls.overview(facet.name),
                "waarden": rows,
            }
        )
    return {
        "template": "home.html",
        "keuzes": choices,
        "kaarten": [views.card(v) for v in knowledge.verhalen[:6]],
        "aantal": len(knowledge.verhalen),
        "ruimtes": [views.ruimte_card(r) for r in knowledge.ruimtes],
        "feed": urls.feed(urls.VERHALEN),
    }


def value_pages(knowledge: KnowledgeBase, views: Views, value: Value) -> list[Page]:
    """Return the page of a value of a main facet and the rest of its list."""
    vocabulary, term = knowledge.vocabularies[value[0]], knowledge.term(*value)
    verhalen = knowledge.values.get(value, [])
    crumbs = [{"label": vocabulary.plural, "url": urls.overview(value[0])}]
    if value[0] == "regio":
        province = knowledge.province(value[1])
        crumbs.append({"label": province.label, "url": urls.value("regio", province.slug)})
    meta = {
        "template": "waarde.html",
        "title": term.label,
        "description": term.definition,
        "soort": vocabulary.label,
        "kruimels": crumbs,
        "synoniemen": list(term.synonyms),
        "kruisingen": _crossings(knowledge, views, value),
        "buren": [views.link((value[0], other.slug)) for other in vocabulary.terms if other is not term],
    }
    return _paginate(views, urls.value(*value), meta, verhalen, feed=True)


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
    phrases = [PHRASES[value[0]].format(views.inside(value)) for value in pair]
    meta = {
        "template": "waarde.html",
        "title": f"{knowledge.term(*pair[0]).label} en {views.inside(pair[1])}",
        "soort": "Combinatie",
        "description": f"{count(len(verhalen))} {', '.join(phrases)}.",
        "kruimels": [
            {"label": knowledge.vocabularies[pair[0][0]].plural, "url": urls.overview(pair[0][0])},
            views.link(pair[0]),
        ],
        "kanten": [
            views.link(value) | {"aantal": len(knowledge.values[value]), "uitleg": knowledge.term(*value).definition}
            for value in pair
        ],
    }
    yield from _paginate(views, urls.pair(*pair), meta, verhalen)


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
        "kruimels": [{"label": knowledge.vocabularies["regio"].plural, "url": urls.overview("regio")}],
        "kruisingen": [{"titel": "Regio", "waarden": regions}],
        "buren": [
            {"label": other.label, "url": urls.value("regio", other.slug)}
            for other in knowledge.vocabularies["provincie"].terms
            if other is not term
        ],
    }
    yield from _paginate(views, urls.value("regio", slug), meta, list(knowledge.in_province(slug)), feed=True)


def _overviews(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    meta = {
        "template": "waarde.html",
        "title": "Alle verhalen",
        "soort": "Verhalen",
        "kruimels": [],
        "description": "Uit de praktijk van leergemeenschappen in Groningen en Drenthe, de nieuwste eerst.",
    }
    yield from _paginate(views, urls.VERHALEN, meta, knowledge.verhalen, feed=True)
    by_function = [
        {
            "titel": term.label,
            "uitleg": term.definition,
            "werkvormen": [views.werkvorm_card(w) for w in knowledge.werkvormen if w.functie == term.slug],
        }
        for term in knowledge.vocabularies["functie"].terms
    ]
    description = "Manieren om met de ruimtes aan de slag te gaan, aan het begin, onderweg en bij de evaluatie."
    yield Page(
        urls.WERKVORMEN,
        {"template": "werkvormen.html", "title": "Werkvormen", "description": description, "groepen": by_function},
    )
    description = "De tool Ruimte heeft negen ruimtes: negen manieren om naar jullie samenwerking te kijken."
    ruimtes = [views.ruimte_card(r) for r in knowledge.ruimtes]
    yield Page(
        urls.RUIMTES,
        {"template": "ruimtes.html", "title": "De negen ruimtes", "description": description, "ruimtes": ruimtes},
    )
    for facet in FACETS[1:]:
        yield _facet_overview(knowledge, facet.name)


def _facet_overview(knowledge: KnowledgeBase, name: str) -> Page:
    vocabulary = knowledge.vocabularies[name]
    groups = (
        [(knowledge.vocabularies["provincie"].by_slug[p], terms) for p, terms in knowledge.provinces.items()]
        if name == "regio"
        else [(None, vocabulary.terms)]
    )
    rows = []
    for head, terms in groups:
        values = [
            {
                "label": t.label,
                "url": urls.value(name, t.slug),
                "aantal": len(knowledge.values.get((name, t.slug), [])),
                "uitleg": t.definition,
            }
            for t in terms
        ]
        rows.append(
            {
                "titel": head.label if head else "",
                "url": urls.value("regio", head.slug) if head else "",
                "waarden": values,
            }
        )
    meta = {
        "template": "facet.html",
        "title": vocabulary.plural,
        "description": vocabulary.explanation,
        "groepen": rows,
    }
    return Page(urls.overview(name), meta)


def count(number: int) -> str:
    """Return a number of stories in words: "1 verhaal", "7 verhalen"."""
    return "1 verhaal" if number == 1 else f"{number} verhalen"


def _paginate(views: Views, address: str, meta: View, verhalen: Sequence[Verhaal], *, feed: bool = False) -> list[Page]:
    """Cut a list of stories in pages that link to each other; the first page alone has all of `meta`."""
    total = max(1, -(-len(verhalen) // PER_PAGE))
    pages = []
    for number in range(1, total + 1):
        part = verhalen[(number - 1) * PER_PAGE : number * PER_PAGE]
        shown = (
            meta
            if number == 1
            else {k: v for k, v in meta.items() if k not in {"kruisingen", "buren", "kanten", "synoniemen"}}
        )
        title = meta["title"] if number == 1 else f"{meta['title']}, pagina {number}"
        crumbs = meta["kruimels"] if number == 1 else [*meta["kruimels"], {"label": meta["title"], "url": address}]
        extra = {
            "title": title,
            "kruimels": crumbs,
            "aantal": len(verhalen),
            "telling": count(len(verhalen)),
            "kaarten": [views.card(v) for v in part],
            "bladeren": pager(address, number, total),
            "feed": urls.feed(address) if feed else "",
        }
        pages.append(Page(urls.numbered(address, number), shown | extra))
    return pages


def pager(address: str, number: int, total: int) -> View:
    """Return links to the previous and next page, the first, the last and those around this one.

    A gap is a row without an address, so that a page does not grow with the number of pages.
    """
    if total == 1:
        return {}
    near = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    rows: list[View] = []
    for before, shown in zip([0, *near], near, strict=False):
        if shown - before > 1:
            rows.append({"nummer": 0, "url": "", "huidig": False})
        rows.append({"nummer": shown, "url": urls.numbered(address, shown), "huidig": shown == number})
    return {
        "paginas": rows,
        "nummer": number,
        "totaal": total,
        "vorige": urls.numbered(address, number - 1) if number > 1 else "",
        "volgende": urls.numbered(address, number + 1) if number < total else "",
    }


def ruimte_meta(knowledge: KnowledgeBase, views: Views, ruimte: Ruimte) -> View:
    """Return what the page of a ruimte shows: that of a value, and its own questions and werkvormen."""
    own = value_pages(knowledge, views, ("ruimte", ruimte.origin.slug))[0].meta
    return own | views.ruimte(ruimte)


def feeds(knowledge: KnowledgeBase) -> Iterator[tuple[str, str, Sequence[Verhaal]]]:
    """Yield for every feed the address of its list, its title and its stories."""
    yield urls.VERHALEN, "Alle verhalen", knowledge.verhalen
    for facet in FACETS:
        for term in knowledge.vocabularies[facet.name].terms:
            yield urls.value(facet.name, term.slug), term.label, knowledge.values.get((facet.name, term.slug), [])
    for term in knowledge.vocabularies["provincie"].terms:
        yield urls.value("regio", term.slug), f"Provincie {term.label}", list(knowledge.in_province(term.slug))
