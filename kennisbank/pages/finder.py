"""The page of the finder, as it is without a script: every value that has stories, with a link to its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kennisbank.model import urls
from kennisbank.model.facets import ALL, FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import Term
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.parts.cards import every


def page(knowledge: KnowledgeBase, views: Views) -> Page[Any]:
    """Return the finder. Its size grows with the closed lists, not with the stories."""
    first = [facet.name for facet in (*FACETS[1:], FACETS[0])]
    names = first + [facet.name for facet in ALL if facet not in FACETS]
    facets = [_facet(knowledge, views, name, name in first) for name in names]
    meta = {
        "template": "zoeken.html",
        "title": "Zoeken",
        "description": "Zoek op een woord, of kies wat bij jullie past.",
        "kruimels": (),
        "kenmerken": [facet for facet in facets if facet["groepen"]],
        "cellen": views.glyph(views.order).vol,
        "ruimtes": {r.origin.slug: r.title for r in knowledge.ruimtes},
        "alle": every(len(knowledge.verhalen)),
        "eerder": knowledge.former,
        "verder": views.onward(),
    }
    return Page(urls.ZOEKEN, Loose(meta))


def _facet(knowledge: KnowledgeBase, views: Views, name: str, main: bool) -> Any:
    vocabulary = knowledge.vocabularies[name]
    if name == "regio":
        groups = [
            _group(knowledge, views, name, "", [knowledge.term("provincie", province), *regions])
            for province, regions in knowledge.provinces.items()
        ]
    else:
        titles = dict.fromkeys(term.extra.get("groep", "") for term in vocabulary.terms)
        groups = [
            _group(knowledge, views, name, title, [t for t in vocabulary.terms if t.extra.get("groep", "") == title])
            for title in titles
        ]
    return {
        "naam": name,
        "titel": vocabulary.label,
        "open": main,
        "groepen": [group for group in groups if group["waarden"]],
    }


def _group(knowledge: KnowledgeBase, views: Views, name: str, title: str, terms: Iterable[Term]) -> Any:
    rows = []
    for term in terms:
        province = term.slug in knowledge.provinces
        found = list(knowledge.in_province(term.slug)) if province else knowledge.values.get((name, term.slug), [])
        if found:
            link = {"label": term.label, "url": urls.value(name, term.slug)}
            label = {"label": f"Heel {term.label}", "heel": True} if province else {}
            ruimte = {"ruimte": term.slug} if name == "ruimte" else {}
            rows.append({**link, **label, **ruimte, "slug": term.slug, "aantal": len(found)})
    return {"titel": title, "waarden": rows}
