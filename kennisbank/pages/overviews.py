"""The overviews: all stories, werkvormen, ruimtes, questions, characteristics and words."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import kinds, urls
from kennisbank.model.facets import ALL, FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import Term, fold
from kennisbank.pages import valuepages
from kennisbank.pages.listing import Page, paginate
from kennisbank.pages.views import Views
from kennisbank.parts.cards import View


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    """Yield every overview, always in the same order."""
    yield from _verhalen(knowledge, views)
    yield _werkvormen(knowledge, views)
    yield _ruimtes(knowledge, views)
    yield _bundels(knowledge, views)
    yield _kenmerken(knowledge, views)
    yield _begrippen(knowledge, views)
    for facet in ALL:
        if facet.name != "ruimte":
            yield _facet(knowledge, views, facet.name)
    for name in urls.OTHERS:
        yield _texts(knowledge, views, kinds.BY_NAME[name])


def _verhalen(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    meta = {
        "template": "waarde.html",
        "title": "Alle verhalen",
        "soort": "Verhalen",
        "kruimels": [],
        "description": "Uit de praktijk van leergemeenschappen in Groningen en Drenthe, de nieuwste eerst.",
    }
    yield from paginate(views, urls.VERHALEN, meta, knowledge.verhalen, feed=True)


def _werkvormen(knowledge: KnowledgeBase, views: Views) -> Page:
    by_duration = sorted(knowledge.werkvormen, key=lambda w: w.duur)  # ties by title
    groups = [
        {
            "titel": term.label,
            "uitleg": term.definition,
            "werkvormen": [views.werkvorm_card(w) for w in by_duration if w.functie == term.slug],
        }
        for term in knowledge.vocabularies["functie"].terms
    ]
    meta = {
        "template": "werkvormen.html",
        "title": "Werkvormen",
        "description": "Ga met de ruimtes aan de slag: aan het begin, onderweg en aan het eind. De kortste eerst.",
        "groepen": groups,
        "verder": views.onward() | {"werkvormen": []},
    }
    return Page(urls.WERKVORMEN, meta)


def _ruimtes(knowledge: KnowledgeBase, views: Views) -> Page:
    meta = {
        "template": "ruimtes.html",
        "title": "De negen ruimtes",
        "description": "De tool Ruimte heeft negen ruimtes: negen manieren om naar jullie samenwerking te kijken.",
        "ruimtes": [views.ruimte_card(r) for r in knowledge.ruimtes],
        "tool": views.page_link("ruimte/index.md"),
        "verder": views.onward() | {"ruimtes": []},
    }
    return Page(urls.RUIMTES, meta)


def _bundels(knowledge: KnowledgeBase, views: Views) -> Page:
    asked = [views.bundel_card(b) for b in knowledge.bundels if b.gevraagd]
    others = [views.bundel_card(b) for b in knowledge.bundels if not b.gevraagd]
    meta = {
        "template": "bundels.html",
        "title": "Vragen",
        "description": "Wat leergemeenschappen van elkaar willen weten. Bij elke vraag vind je verhalen en werkvormen.",
        "groepen": [
            {"titel": "Gevraagd in leergemeenschappen", "bundels": asked},
            {"titel": "Vragen waar de verhalen op antwoorden", "bundels": others},
        ],
        "verder": views.onward(),
    }
    return Page(urls.BUNDELS, meta)


def _texts(knowledge: KnowledgeBase, views: Views, kind: kinds.Kind) -> Page:
    """Return a plain list of the texts of a kind that has no overview of its own."""
    records = sorted(knowledge.of(kind), key=lambda record: (fold(record.title), record.origin.slug))
    meta = {
        "template": "pagina.html",
        "title": kind.many.capitalize(),
        "description": f"Alle {kind.many} op deze site.",
        "kruimels": [],
        "onder": [
            {
                "label": record.title,
                "url": urls.of(record.origin.path, record.origin.slug),
                "uitleg": record.samenvatting,
            }
            for record in records
        ],
        "bron": "",
        "verder": views.onward(),
    }
    return Page(urls.OTHERS[kind.one], meta)


def _kenmerken(knowledge: KnowledgeBase, views: Views) -> Page:
    rows = []
    for facet in ALL:
        vocabulary = knowledge.vocabularies[facet.name]
        rows.append(
            {
                "label": vocabulary.plural,
                "url": urls.overview(facet.name),
                "uitleg": vocabulary.explanation,
                "waarden": [views.link((facet.name, term.slug)) for term in vocabulary.terms if facet in FACETS],
            }
        )
    meta = {
        "template": "kenmerken.html",
        "title": "Kenmerken",
        "description": "Zoek een verhaal op wat jullie gemeen hebben: de school, de streek, de partner of iets anders.",
        "lijsten": rows,
        "verder": views.onward(),
    }
    return Page(urls.KENMERKEN, meta)


def _begrippen(knowledge: KnowledgeBase, views: Views) -> Page:
    terms = sorted(knowledge.vocabularies["begrip"].terms, key=lambda term: fold(term.label))
    letters: dict[str, list[View]] = {}
    for term in terms:
        row = {
            "slug": term.slug,
            "eerder": list(term.former),
            "label": term.label,
            "uitleg": term.definition,
            "vormen": _forms(term),
            "bron": term.extra.get("bron", ""),
            "zie": views.page_link(term.extra.get("zie", "")),
        }
        letters.setdefault(term.label[0].upper(), []).append(row)
    meta = {
        "template": "begrippen.html",
        "title": "Begrippen",
        "description": "Woorden die in de verhalen en op andere pagina's voorkomen, in gewone taal uitgelegd.",
        "letters": [{"letter": letter, "begrippen": rows} for letter, rows in letters.items()],
        "verder": views.onward(),
    }
    return Page(urls.BEGRIPPEN, meta)


def _forms(term: Term) -> list[str]:
    """Return the other forms of a word that say something new: not its plural or another spelling."""
    start = fold(term.label)[:4]
    return [form for form in term.synonyms if not fold(form).startswith(start)]


def _facet(knowledge: KnowledgeBase, views: Views, name: str) -> Page:
    vocabulary = knowledge.vocabularies[name]
    groups: dict[str, list[Term]] = {}
    for term in vocabulary.terms:
        head = knowledge.province(term.slug).slug if name == "regio" else term.extra.get("groep", "")
        groups.setdefault(head, []).append(term)
    rows = []
    for head, terms in groups.items():
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
                "titel": knowledge.term("provincie", head).label if name == "regio" else head.capitalize(),
                "url": urls.value("regio", head) if name == "regio" else "",
                "waarden": values,
            }
        )
    of_list = [v for term in vocabulary.terms for v in knowledge.values.get((name, term.slug), [])[:1]]
    meta = {
        "template": "facet.html",
        "title": vocabulary.plural,
        "description": vocabulary.explanation,
        "groepen": rows,
        "kruimels": [{"label": "Kenmerken", "url": urls.KENMERKEN}],
        "meer": valuepages.about(views, name),
        "verder": valuepages.onward(views, name, of_list),
    }
    return Page(urls.overview(name), meta)
