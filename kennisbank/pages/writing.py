"""The forms in which a story or a werkvorm is written: made from the fields, the closed lists and the outline.

The page has all that is fixed; what grows with the number of stories, their names, a script fetches when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kennisbank.contributing import wording
from kennisbank.contributing.forms import FORMS, FREE, HELP, Form
from kennisbank.model import kinds, urls
from kennisbank.model.fields import FieldSpec, Kind, specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import SLUG, Term, fold
from kennisbank.pages import patterns
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link
from kennisbank.reading import files, markup, values
from kennisbank.reading import frontmatter as fm

LONG = 150
"""From how many characters on a text gets a box of several lines."""
SEARCHED = 6
"""From how many choices on a list can be searched."""
CONTROLS = {
    Kind.TEXT: "regel",
    Kind.DATE: "datum",
    Kind.PERIOD: "regel",
    Kind.RANGE: "regel",
    Kind.CONSENT: "toestemming",
    Kind.FLAG: "vinkje",
    Kind.CHOICE: "keuze",
    Kind.WERKVORM: "keuze",
    Kind.VERHAAL: "verhalen",
}
"""How a kind of field is filled in. What is not here is left out: a new text has no former address, and no pictures."""
GUIDE_TO_IMAGES = "meedoen/afbeelding-toevoegen/"

PATTERNS = {
    "periode": values.PERIOD,
    "bereik": values.RANGE,
    "adres": SLUG,
    "bezet": files.RESERVED,
    "verboden": fm.FORBIDDEN,
    "html": markup.HTML,
    "attribuut": markup.ATTRIBUTE,
    "invoegen": markup.SNIPPET,
    "link": markup.INLINE,
    "verwijzing": markup.REFERENCE,
    "code": markup.CODE,
    "vervolg": markup.WORDS,
    "schema": markup.SCHEME,
    "email": markup.EMAIL,
    "cijfers": markup.DIGITS,
    "telefoon": markup.PHONE,
    "negen": markup.NINE_DIGITS,
}
"""What the form refuses or takes out, by the name that its script has for it."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[Any]]:
    """Yield both forms. Their size grows with the closed lists and the werkvormen, not with the stories."""
    for name in FORMS:
        yield Page(urls.SCHRIJVEN[name], Loose(_meta(knowledge, views, name)))


def _meta(knowledge: KnowledgeBase, views: Views, name: str) -> Any:
    form, text = FORMS[name], wording.TEXTS[name]
    (other,) = (kind for kind in FORMS if kind != name)
    every = {field: _field(knowledge, name, field, spec) for field, spec in specs(text.record).items()}
    fields = {field: view for field, view in every.items() if view}
    guide = urls.source(urls.MEEDOEN) in knowledge.targets
    return {
        "template": "schrijven.html",
        "title": form.title,
        "description": form.description,
        "kruimels": [Link("Meedoen", urls.MEEDOEN)] if guide else [],
        "formulier": name,
        "map": text.folder,
        "het": form.it,
        "stappen": [*_steps(form, fields)],
        "delen": [
            {"naam": section.name, "kop": section.heading, "vragen": section.questions} for section in text.outline
        ],
        "plaatsen": [term.label for term in knowledge.vocabularies["plaats"].terms],
        "adressen": kinds.BY_RECORD[text.record].address + "/",
        "cellen": views.glyph(views.order).vol,
        "handleiding": guide,
        "afbeeldingen": GUIDE_TO_IMAGES if urls.source(GUIDE_TO_IMAGES) in knowledge.targets else "",
        "ander": {"label": FORMS[other].title, "url": urls.SCHRIJVEN[other]},
        "gegevens": data(knowledge, name),
    }


def _steps(form: Form, fields: dict[str, Any]) -> Iterator[Any]:
    named = {name for step in form.steps for name in step.fields}
    for step in form.steps:
        yield {
            "titel": step.title,
            "tekst": step.text,
            "velden": [fields[name] for name in step.fields if name in fields],
            "verhaal": step.body,
            "adres": step.address,
        }
    if rest := [view for name, view in fields.items() if name not in named]:
        folded = [view | {"vouw": True} for view in rest]
        yield {"titel": "Meer kenmerken", "tekst": form.more, "velden": folded}


def _field(knowledge: KnowledgeBase, form: str, name: str, spec: FieldSpec) -> Any | None:
    """Return what the form shows of a field; None for a kind that it leaves out."""
    if spec.kind not in CONTROLS:
        return None
    control = CONTROLS[spec.kind]
    if spec.kind is Kind.TEXT and (spec.many or (spec.maximum or 0) > LONG):
        control = "vak"
    groups = _choices(knowledge, spec)
    return {
        "naam": name,
        "element": control,
        "label": spec.label,
        "hulp": HELP[form].get(name, spec.help),
        "voorbeeld": _example(spec) if control in {"regel", "vak"} and name not in HELP[form] else "",
        "verplicht": spec.required,
        "vrij": FREE.get(name, "" if spec.required else "niet verplicht"),
        "veel": spec.many,
        "groepen": groups,
        "zoek": sum(len(group["opties"]) for group in groups) >= SEARCHED,
    }


def _example(spec: FieldSpec) -> str:
    """Return the example of a field as somebody types it: without the quotes and brackets of a file."""
    node, _ = fm.parse(spec.example, "")
    items = node.items if isinstance(node, fm.Sequence) else (node,)
    return " / ".join(item.text for item in items if isinstance(item, fm.Scalar))


def _choices(knowledge: KnowledgeBase, spec: FieldSpec) -> list[Any]:
    """Return the choices of a field in groups, each with its label and what it means."""
    if spec.kind is Kind.WERKVORM:
        return [
            {
                "titel": "",
                "opties": [_option(Term(w.origin.slug, w.title, w.samenvatting)) for w in knowledge.werkvormen],
            }
        ]
    if spec.kind is not Kind.CHOICE:
        return []
    vocabulary = knowledge.vocabularies[spec.vocabulary]
    beside = [Term(slug, f"{slug.capitalize()} {vocabulary.plural.lower()}") for slug in spec.extra]
    groups: dict[str, list[Any]] = {"": [_option(term) for term in beside]}
    for term in vocabulary.terms:
        province = term.extra.get("provincie")
        title = knowledge.term("provincie", province).label if province else term.extra.get("groep", "")
        ruimte = {"ruimte": term.slug} if spec.vocabulary == "ruimte" else {}
        groups.setdefault(title, []).append(_option(term) | ruimte)
    return [{"titel": title, "opties": options} for title, options in groups.items() if options]


def _option(term: Term) -> Any:
    return {"waarde": term.slug, "label": term.label, "uitleg": term.definition}


def data(knowledge: KnowledgeBase, name: str) -> dict[str, Any]:
    """Return what the script of a form must know: the limits of every field, the words that find a value, the rules.

    It is the only place from which the script takes them. What has an order is a list of pairs.
    """
    text = wording.TEXTS[name]
    fields = {field: spec for field, spec in specs(text.record).items() if spec.kind in CONTROLS}
    return {
        "formulier": name,
        "map": text.folder,
        "velden": [[field, _limits(spec)] for field, spec in fields.items()],
        "delen": [[section.name, section.heading] for section in text.outline],
        "woorden": {field: found for field, spec in fields.items() if (found := _words(knowledge, spec))},
        "plaatsen": {fold(t.label): [t.label, t.extra["regio"]] for t in knowledge.vocabularies["plaats"].terms},
        "regios": {term.slug: term.label for term in knowledge.vocabularies["regio"].terms},
        "werkvormen": {werkvorm.origin.slug: werkvorm.title for werkvorm in knowledge.werkvormen},
        "ruimtes": [term.slug for term in knowledge.vocabularies["ruimte"].terms],
        "patronen": {key: patterns.javascript(pattern) for key, pattern in PATTERNS.items()},
        "schemas": sorted(markup.ALLOWED),
        "persoonlijk": kinds.BY_RECORD[text.record].private,
        "oudste": values.OLDEST.isoformat(),
        "vooruit": values.YEARS_AHEAD,
        "kortste": markup.SHORTEST,
        "bytes": files.TEXT_LIMIT,
        "naamloos": files.slugify(""),
    }


def _limits(spec: FieldSpec) -> dict[str, Any]:
    return {
        "label": spec.label,
        "soort": spec.kind.name.lower(),
        "verplicht": spec.required,
        "veel": spec.many,
        "minimum": spec.minimum,
        "maximum": spec.maximum,
        "minste": spec.least,
        "meeste": spec.most,
    }


def _words(knowledge: KnowledgeBase, spec: FieldSpec) -> dict[str, list[str]]:
    """Return the other words for the values of a field."""
    if spec.kind is not Kind.CHOICE:
        return {}
    found = {
        term.slug: [*term.synonyms, *filter(None, map(str.strip, term.extra.get("zoekwoorden", "").split(",")))]
        for term in knowledge.vocabularies[spec.vocabulary].terms
    }
    return {slug: words for slug, words in found.items() if words}
