"""The forms in which a story or a werkvorm is written: made from the fields, the closed lists and the outline.

The page has all that is fixed; what grows with the number of stories, their names, a script fetches when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kennisbank import files, markup, patterns, urls, values, wording
from kennisbank import frontmatter as fm
from kennisbank.cards import View
from kennisbank.fields import FieldSpec, Kind, specs
from kennisbank.knowledge import KnowledgeBase
from kennisbank.listing import Page
from kennisbank.outline import OUTLINE
from kennisbank.records import Verhaal
from kennisbank.views import Views
from kennisbank.vocabulary import SLUG, Term, fold

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


@dataclass(frozen=True)
class Step:
    """A part of the form: its fields by name; `body` and `address` add the text itself and the address of its page."""

    title: str
    text: str
    fields: tuple[str, ...] = ()
    body: bool = False
    address: bool = False


@dataclass(frozen=True)
class Form:
    """One of the forms: its words, and its steps; a field that no step names comes in a last one, folded."""

    title: str
    description: str
    it: str
    steps: tuple[Step, ...]
    more: str = ""


FORMS = {
    "verhaal": Form(
        "Schrijf een verhaal",
        "Vertel hoe school en culturele partner bij jullie samenwerken. Je vult het formulier in, kijkt het na en stuurt"
        " het in. Dat kost ongeveer een kwartier.",
        "het verhaal",
        (
            Step(
                "Waar gaat het over?",
                "Begin met het verhaal in het klein. Aan de titel en de samenvatting ziet een lezer of het over een"
                " school als de zijne gaat.",
                ("title", "samenvatting", "ruimtes"),
            ),
            Step(
                "Waar speelt het, en met wie?",
                "Hiermee vinden anderen jullie verhaal terug.",
                ("plaats", "regio", "schooltype", "partnertype", "scholen", "partners", "periode"),
            ),
            Step(
                "Het verhaal",
                "Schrijf zoals je het een collega vertelt. De vragen helpen je op weg; een deel dat niet past, laat je"
                " leeg.",
                body=True,
            ),
            Step(
                "Toestemming en bron",
                "Zonder toestemming komt een verhaal niet op de site.",
                ("toestemming", "toestemming_kenmerk", "bron", "datum", "concept"),
                address=True,
            ),
        ),
        "Niets hier is verplicht. Hoe meer je kiest, hoe beter anderen het verhaal vinden.",
    ),
    "werkvorm": Form(
        "Schrijf een werkvorm",
        "Heb je een manier om met een groep in gesprek te gaan? Beschrijf haar zo dat een ander er morgen mee aan de slag"
        " kan. Dat kost ongeveer een kwartier.",
        "de werkvorm",
        (
            Step(
                "Wat is het?",
                "Aan de titel en de samenvatting ziet een begeleider of dit past bij de bijeenkomst.",
                ("title", "samenvatting", "functie", "ruimtes"),
            ),
            Step("Wat heb je nodig?", "Tijd, mensen en spullen.", ("duur", "groep", "materiaal", "voorbereiding")),
            Step(
                "De werkvorm",
                "Schrijf voor iemand die er niet bij was. De vragen helpen je op weg; een deel dat niet past, laat je"
                " leeg.",
                body=True,
            ),
            Step("Bron", "Waar komt de werkvorm vandaan, en waar komt ze te staan?", ("bron",), address=True),
        ),
        "Niets hier is verplicht.",
    ),
}
HELP = {
    ("verhaal", "scholen"): "Namen van scholen, alleen met toestemming. Zet elke naam op een eigen regel.",
    ("verhaal", "partners"): "Namen van culturele partners, alleen met toestemming. Zet elke naam op een eigen regel.",
    ("verhaal", "periode"): "In welke jaren speelde dit? Schrijf een jaar (2019) of twee jaren (2018-2021).",
    ("verhaal", "toestemming_kenmerk"): "Waar is de toestemming bewaard? Noem alleen de plek, bijvoorbeeld: archief"
    " 2026-12. Stuur nooit het formulier zelf.",
    ("verhaal", "bron"): "Waar komt dit verhaal vandaan? Bijvoorbeeld: eigen verhaal van de leergemeenschap. Staat het in"
    " een boek of rapport, noem dan waar.",
    ("verhaal", "gedeelde_praktijk"): "Wat deelden de partners rond hun drijfveer? Zet elk ding op een eigen regel.",
    ("verhaal", "concept"): "Zet dit verhaal nog niet op de site. Alleen wie de site maakt, ziet het in een voorvertoning.",
    ("werkvorm", "ruimtes"): "Bij welke ruimtes past de werkvorm?",
    ("werkvorm", "duur"): "In minuten. Schrijf een getal (30) of een bereik (30-45).",
    ("werkvorm", "groep"): "Met hoeveel mensen? Schrijf een getal (8) of een bereik (2-10).",
    ("werkvorm", "materiaal"): "Wat leg je klaar? Zet elk ding op een eigen regel.",
    ("werkvorm", "bron"): "Waar komt de werkvorm vandaan? Bijvoorbeeld: zelf bedacht. Staat hij in een boek of rapport,"
    " noem dan waar.",
}
"""Where the words for who fills in a file do not fit who fills in a form."""
FREE = {("verhaal", "toestemming_kenmerk"): "verplicht bij ja"}
"""What stands beside the name of a field that need not always be filled in."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    """Yield both forms. Their size grows with the closed lists and the werkvormen, not with the stories."""
    for name in FORMS:
        yield Page(urls.SCHRIJVEN[name], _meta(knowledge, views, name))


def _meta(knowledge: KnowledgeBase, views: Views, name: str) -> View:
    form, text = FORMS[name], wording.TEXTS[name]
    (other,) = (kind for kind in FORMS if kind != name)
    fields = {field: view for field, spec in specs(text.record).items() if (view := _field(knowledge, name, field, spec))}
    guide = urls.source(urls.MEEDOEN) in knowledge.targets
    return {
        "template": "schrijven.html",
        "title": form.title,
        "description": form.description,
        "kruimels": [{"label": "Meedoen", "url": urls.MEEDOEN}] if guide else [],
        "formulier": name,
        "map": text.folder,
        "het": form.it,
        "stappen": [*_steps(form, fields)],
        "delen": [
            {"naam": section.name, "kop": section.heading, "vragen": section.questions}
            for section in OUTLINE[text.record]
        ],
        "plaatsen": [term.label for term in knowledge.vocabularies["plaats"].terms],
        "adressen": urls.FOLDERS[text.folder] + "/",
        "cellen": views.glyph(views.order)["vol"],
        "handleiding": guide,
        "afbeeldingen": GUIDE_TO_IMAGES if urls.source(GUIDE_TO_IMAGES) in knowledge.targets else "",
        "ander": {"label": FORMS[other].title, "url": urls.SCHRIJVEN[other]},
        "gegevens": data(knowledge, name),
    }


def _steps(form: Form, fields: dict[str, View]) -> Iterator[View]:
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


def _field(knowledge: KnowledgeBase, form: str, name: str, spec: FieldSpec) -> View | None:
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
        "hulp": HELP.get((form, name), spec.help),
        "voorbeeld": _example(spec) if control in {"regel", "vak"} and (form, name) not in HELP else "",
        "verplicht": spec.required,
        "vrij": FREE.get((form, name), "" if spec.required else "niet verplicht"),
        "veel": spec.many,
        "groepen": groups,
        "zoek": sum(len(group["opties"]) for group in groups) >= SEARCHED,
    }


def _example(spec: FieldSpec) -> str:
    """Return the example of a field as somebody types it: without the quotes and brackets of a file."""
    node, _ = fm.parse(spec.example, "")
    items = node.items if isinstance(node, fm.Sequence) else (node,)
    return " / ".join(item.text for item in items if isinstance(item, fm.Scalar))


def _choices(knowledge: KnowledgeBase, spec: FieldSpec) -> list[View]:
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
    groups: dict[str, list[View]] = {"": [_option(term) for term in beside]}
    for term in vocabulary.terms:
        province = term.extra.get("provincie")
        title = knowledge.term("provincie", province).label if province else term.extra.get("groep", "")
        ruimte = {"ruimte": term.slug} if spec.vocabulary == "ruimte" else {}
        groups.setdefault(title, []).append(_option(term) | ruimte)
    return [{"titel": title, "opties": options} for title, options in groups.items() if options]


def _option(term: Term) -> View:
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
        "delen": [[section.name, section.heading] for section in OUTLINE[text.record]],
        "woorden": {field: found for field, spec in fields.items() if (found := _words(knowledge, spec))},
        "plaatsen": {fold(t.label): [t.label, t.extra["regio"]] for t in knowledge.vocabularies["plaats"].terms},
        "regios": {term.slug: term.label for term in knowledge.vocabularies["regio"].terms},
        "werkvormen": {werkvorm.origin.slug: werkvorm.title for werkvorm in knowledge.werkvormen},
        "ruimtes": [term.slug for term in knowledge.vocabularies["ruimte"].terms],
        "patronen": {key: patterns.javascript(pattern) for key, pattern in PATTERNS.items()},
        "schemas": sorted(markup.ALLOWED),
        "persoonlijk": text.record is Verhaal,
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
