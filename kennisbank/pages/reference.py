"""The reference for who writes: every field with its form and limits, and every value of the closed lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from kennisbank.contributing import wording
from kennisbank.contributing.wording import TEXTS, Text
from kennisbank.model import kinds, urls
from kennisbank.model.facets import BY_NAME
from kennisbank.model.fields import FieldSpec, specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Beeld
from kennisbank.model.vocabulary import Term, Vocabulary
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link

PARTS = (*TEXTS.values(), Text("beeld", "Een afbeelding", Beeld, ""))
"""All that has fields, in the order of the page; an image has no file with fields of its own."""

BEYOND = {field: (f"Alle {kind.many}", f"{kind.address}/") for field, kind in kinds.BY_FIELD.items()}
"""Where the names stand that a field takes and no closed list has."""
HEADS = {("verhaal", True): "Verplicht bij een verhaal", ("verhaal", False): "Als je wilt, bij een verhaal"}
OTHERS = "Bij een werkvorm of een afbeelding"
"""Under which head a list stands, by the first field that takes its values from it."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[Any]]:
    """Yield the page of the fields and the page of the values; their size does not depend on the stories."""
    yield _fields(knowledge, views)
    yield _values(knowledge, views)


def uses(vocabularies: Mapping[str, Vocabulary]) -> dict[str, list[Any]]:
    """Return for each closed list the fields that take their values from it, by kind of text."""
    found: dict[str, list[Any]] = defaultdict(list)
    for text in PARTS:
        for name, spec in specs(text.record).items():
            if spec.vocabulary in vocabularies:
                row = {"naam": name, "soort": text.name, "verplicht": spec.required, "url": field(text.name, name)}
                found[spec.vocabulary].append(row | {"extra": spec.extra})
    return dict(found)


def field(text: str, name: str) -> str:
    """Return the place of a field in the reference: `meedoen/velden/#verhaal-regio`."""
    return f"{urls.VELDEN}#{text}-{name}"


def values(vocabulary: str) -> str:
    """Return the place of a closed list in the reference: `meedoen/waarden/#regio`."""
    return f"{urls.WAARDEN}#{vocabulary}"


def _crumbs(views: Views, *more: Any) -> list[Any]:
    first = views.page_link("meedoen/index.md")  # another root need not have it
    return [first, *more] if first else list(more)


def _fields(knowledge: KnowledgeBase, views: Views) -> Page[Any]:
    texts = [
        {
            "naam": text.name,
            "titel": text.title,
            "bestand": f"{text.folder}/<naam>.md" if text.folder else "",
            "formulier": urls.SCHRIJVEN.get(text.name, ""),
            "velden": [_field(knowledge, text.name, *item) for item in specs(text.record).items()],
        }
        for text in PARTS
    ]
    meta = {
        "template": "velden.html",
        "title": "Alle velden",
        "description": "Wat je invult bij een verhaal, een werkvorm of een bundel: elk veld, met een voorbeeld.",
        "kruimels": _crumbs(views),
        "teksten": texts,
        "waarden": urls.WAARDEN,
        "verder": views.onward(),
    }
    return Page(urls.VELDEN, Loose(meta))


def _field(knowledge: KnowledgeBase, text: str, name: str, spec: FieldSpec) -> Any:
    label, url = BEYOND.get(spec.kind, ("", ""))
    source = wording.source(spec, knowledge.vocabularies)
    if spec.of is Beeld:
        label, url = "Een afbeelding", f"{urls.VELDEN}#beeld"
    return {
        "id": f"{text}-{name}",
        "naam": name,
        "label": spec.label,
        "uitleg": spec.help,
        "verplicht": spec.required,
        "vorm": wording.form(spec),
        "lijst": {"label": source, "url": values(spec.vocabulary)} if source else {},
        "grenzen": wording.limits(spec),
        "voorbeeld": wording.written(name, spec),
        "zie": {"label": label, "url": url} if url else {},
    }


def _values(knowledge: KnowledgeBase, views: Views) -> Page[Any]:
    used = uses(knowledge.vocabularies)
    parts: dict[str, list[Any]] = defaultdict(list)
    for name, rows in used.items():
        head = HEADS.get((rows[0]["soort"], rows[0]["verplicht"]), OTHERS)
        parts[head].append(_list(knowledge, name, rows))
    meta = {
        "template": "waarden.html",
        "title": "Alle waarden",
        "description": "Waar je uit kunt kiezen bij een verhaal of een werkvorm, met wat elke waarde betekent.",
        "kruimels": _crumbs(views, Link("Alle velden", urls.VELDEN)),
        "delen": [{"titel": title, "lijsten": lists} for title, lists in parts.items()],
        "plaatsen": _places(knowledge),
        "verhalen": urls.VERHALEN,
        "werkvormen": urls.WERKVORMEN,
        "verder": views.onward(),
    }
    return Page(urls.WAARDEN, Loose(meta))


def _list(knowledge: KnowledgeBase, name: str, fields: list[Any]) -> Any:
    vocabulary = knowledge.vocabularies[name]
    groups: dict[str, list[Term]] = {}
    for term in vocabulary.terms:
        head = knowledge.province(term.slug).label if name == "regio" else term.extra.get("groep", "")
        groups.setdefault(head, []).append(term)
    return {
        "id": name,
        "titel": vocabulary.plural,
        "uitleg": vocabulary.explanation,
        "url": urls.overview(name) if name in BY_NAME else "",
        "velden": fields,
        "extra": [(row["soort"], slug) for row in fields for slug in row["extra"]],
        "groepen": [
            {"titel": head[:1].upper() + head[1:], "waarden": [_value(name, term) for term in terms]}
            for head, terms in groups.items()
        ],
    }


def _value(name: str, term: Term) -> Any:
    return {
        "id": f"{name}-{term.slug}",
        "slug": term.slug,
        "label": term.label,
        "uitleg": term.definition,
        "ook": ", ".join(term.synonyms),
        "url": urls.value(name, term.slug) if name in BY_NAME else "",
    }


def _places(knowledge: KnowledgeBase) -> list[Any]:
    """Return the places that the map knows, by region; a story may come from another place too."""
    places = knowledge.vocabularies["plaats"].terms
    return [
        {"regio": regio.label, "plaatsen": ", ".join(p.label for p in places if p.extra["regio"] == regio.slug)}
        for regio in knowledge.vocabularies["regio"].terms
    ]
