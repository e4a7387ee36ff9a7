"""The forms in which a text is written: made from the fields, the closed lists and the outline of its kind.

The page has all that is fixed; what grows with the number of stories, their names, a script fetches when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.contributing import wording
from kennisbank.contributing.forms import EXTRA, FORMS, FREE, HELP, REST, Form, Group
from kennisbank.model import kinds, urls
from kennisbank.model.examples import told
from kennisbank.model.fields import FieldSpec, Kind
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Beeld
from kennisbank.model.vocabulary import SLUG, Term, fold
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.schrijven import patterns
from kennisbank.pages.schrijven.patterns import Patroon
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link
from kennisbank.parts.glyph.view import Cel
from kennisbank.parts.slots import slots
from kennisbank.problems.problem import CODES
from kennisbank.reading import cleaning, files, judge, markup, quoted, references, remains, values
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.outline import UNANSWERED

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
    Kind.SITE: "regel",
    Kind.CITAAT: "regel",
    Kind.NUMBER: "regel",
    Kind.YES: "vinkje",
    Kind.VORM: "regel",
}
"""How a kind of field is filled in. What is not here is left out: a new text has no former address, and was
not changed yet.

Pictures have a part of the form of their own. Nor does the form ask what is handed out: that is a list of records,
which is for the file itself.
"""
SHAPED = {Kind.SITE: "site", Kind.VORM: "vorm", Kind.FILE: "foto"}
"""The kinds of field that are typed as any text, each with its entry of `PATTERNS`, which the text must be like."""
READ_AS = {**dict.fromkeys((*SHAPED, Kind.CITAAT), Kind.TEXT), Kind.YES: Kind.FLAG, Kind.GRANTED: Kind.FLAG}
"""The kinds of field that a script takes for another."""
TICKS = {Kind.FLAG: "true", Kind.YES: "ja", Kind.GRANTED: "ja"}
"""What stands in the file for a field that is ticked."""
GUIDE_TO_IMAGES = "meedoen/afbeelding-toevoegen/"

PATTERNS = {
    "periode": values.PERIOD,
    "bereik": values.RANGE,
    "site": values.SITE,
    "vorm": values.VORM,
    "foto": values.PICTURE,
    "adres": SLUG,
    "bezet": files.RESERVED,
    "plaatsnaam": references.NAME,
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
    "buitenland": markup.ABROAD,
    "los": markup.LOOSE,
    "ander_nummer": markup.OTHER_NUMBER,
    "negen": markup.NINE_DIGITS,
    "heel": markup.WHOLE,
    "noot": markup.NOTE,
    "tussenkop": markup.HEADING,
    "streep": markup.RULE,
    "punt": markup.MARKED,
    "nadruk": markup.EMPHASIS,
    "af": markup.STOP,
    "aanhaling": quoted.SIGN,
    "citaat_open": quoted.OPENS,
    "citaat_dicht": quoted.CLOSES,
    "zin_begin": quoted.BEGINS,
    "zin_heel": quoted.FULL,
    "zin_eind": quoted.ENDS,
    "conflict": judge.CONFLICT,
    "verdacht": remains.SUSPECT,
    "verdacht_link": judge.SUSPECT,
    "noot_teken": judge.NOTE,
    "noot_tekst": judge.NOTE_TEXT,
    "link_stuk": judge.BROKEN_LINK,
    "onveilig": judge.UNSAFE,
    "enkel": judge.SINGLE,
    "domein": judge.DOMAIN,
    "kaal": judge.BARE,
    "gelinkt": judge.LINKED,
    "mail": judge.MAIL,
    "gevolgd": judge.TRACKED,
    **{kind.code.replace("-", "_"): kind.pattern for kind in remains.REMAINS},
}
"""What the form refuses, takes out, or does not count as words, by the name that its script has for it."""
CURED = (
    "citaat-tekst",
    "rest-conflict",
    "tekst-kop-binnen",
    "tekst-kop-leeg",
    "tekst-kop1",
    "link-leeg",
    "tekst-diep",
    "tekst-inspringen",
    "noot-zonder-teken",
    "noot-zonder-tekst",
    "link-stuk",
    "link-zonder-https",
    "link-adres",
    "privacy",
    "beeld-elders",
    "tekst-doorhalen",
    *(kind.code for kind in remains.REMAINS),
)
"""The problems that the form tells of with the cure that the check has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Optie:
    """A value that can be chosen, with what it means; one of the ruimtes has its slug too, for its colour."""

    waarde: str
    label: str
    uitleg: str = ""
    ruimte: str = ""


NONE_OF_THEM = Optie(waarde="", label="Geen keuze")


@dataclass(frozen=True, slots=True)
class OptieGroep:
    """Values that belong together; others have no title."""

    titel: str
    opties: tuple[Optie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A field of the form.

    `element` is how it is filled in, `vrij` what stands beside its name; `veel` says that more than one value can be
    chosen, `zoek` that there are so many that one can search, `geen` is the choice for none, where one can be undone.
    One that is `vouw` is folded.
    """

    naam: str
    element: str
    label: str
    hulp: str
    voorbeeld: str
    verplicht: bool
    vrij: str
    veel: bool
    groepen: tuple[OptieGroep, ...]
    geen: Optie | None
    zoek: bool
    vouw: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VeldGroep:
    """Fields that belong together; the only group of a step has no title."""

    titel: str
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A step of the form; `verhaal` says that the text itself is asked for in it, `adres` the address of the page.

    `nummer` is its place among the steps; what may stay empty is no step, and has none (0).
    """

    nummer: int
    titel: str
    tekst: str
    groepen: tuple[VeldGroep, ...]
    verhaal: bool = False
    adres: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A section of the text, with the questions that it answers; the opening has no head."""

    naam: str
    kop: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """What may stand in a field: from `minimum` to `maximum` characters or as a number, `minste` to `meeste` items.

    A text that must have a form of its own names it in `patroon`, one of `patronen`. What is ticked is written as
    `vinkje`.
    """

    label: str
    soort: str
    patroon: str
    verplicht: bool
    veel: bool
    minimum: int | None
    maximum: int | None
    minste: int
    meeste: int | None
    vinkje: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulierGegevens:
    """What the script of a form must know: the limits of every field, the words that find a value, the rules.

    It is the only place from which the script takes them. What has an order is a list of pairs, of a name and what it
    stands for. `woorden` are other words for the values of a field, `plaatsen` the name and the region of a place by
    its name in small letters; `vooruit` are years, `kortste` is a number of characters, `bytes` what a file may be, and
    `foto` the fields of a picture, where the text can have any.
    Between `woorden_minste` and `woorden_meeste` words the text itself may have, where that is limited. `formulieren`
    are all forms there are, this one too, by name: what the page of each is called. `invullen` marks what is still to
    be filled in, which the check refuses. `resten` are what other programs leave behind: the kind of problem, its
    pattern, and what is said of it; `herstel` is the cure of a kind of problem.
    """

    for_scripts: ClassVar[bool] = True
    formulier: str
    formulieren: tuple[tuple[str, str], ...]
    map: str
    velden: tuple[tuple[str, Grenzen], ...]
    delen: tuple[tuple[str, str], ...]
    woorden: Mapping[str, Mapping[str, tuple[str, ...]]]
    plaatsen: Mapping[str, tuple[str, str]]
    regios: Mapping[str, str]
    werkvormen: Mapping[str, str]
    ruimtes: tuple[str, ...]
    patronen: Mapping[str, Patroon]
    resten: tuple[tuple[str, str, str], ...]
    herstel: Mapping[str, str]
    letters: Mapping[str, str]
    opsomtekens: str
    schemas: tuple[str, ...]
    persoonlijk: bool
    oudste: str
    vooruit: int
    kortste: int
    woorden_minste: int | None
    woorden_meeste: int | None
    foto: tuple[tuple[str, Grenzen], ...]
    bytes: int
    naamloos: str
    invullen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchrijvenView(PageView):
    """A form: `het` is what is written in it, `andere` lead to the other forms, `aantal` is how many steps it has.

    `adressen` is the folder of addresses; `handleiding` says that there is a guide, and `afbeeldingen` is where it
    tells of pictures, or nothing; `licenties` are those to choose from, where the text can have any. `cellen` are those
    of all ruimtes, for the glyph of the preview; `sjabloon` is a choice of which a script makes more.
    """

    template: ClassVar[str] = "schrijven.html"
    het: str
    aantal: int
    stappen: tuple[Stap, ...]
    delen: tuple[Deel, ...]
    plaatsen: tuple[str, ...]
    adressen: str
    cellen: tuple[Cel, ...]
    handleiding: bool
    afbeeldingen: str
    licenties: tuple[Optie, ...]
    andere: tuple[Link, ...]
    sjabloon: Optie
    gegevens: FormulierGegevens


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[SchrijvenView]]:
    """Yield every form. Their size grows with the closed lists and the werkvormen, not with the stories."""
    for name in FORMS:
        yield Page(urls.SCHRIJVEN[name], _view(knowledge, views, name))


def _view(knowledge: KnowledgeBase, views: Views, name: str) -> SchrijvenView:
    form, text = FORMS[name], wording.TEXTS[name]
    kind = kinds.BY_RECORD[text.record]
    known = told(text.record, knowledge.vocabularies)
    every = {field: _field(knowledge, name, field, spec) for field, spec in known.items()}
    fields = {field: view for field, view in every.items() if view}
    guide = urls.source(urls.MEEDOEN) in knowledge.targets
    return SchrijvenView(
        title=form.title,
        description=form.description,
        kruimels=(Link("Deel je verhaal", urls.MEEDOEN),) if guide else (),
        map=text.folder,
        het=form.it,
        aantal=len(form.steps),
        stappen=tuple(_steps(form, fields)),
        delen=tuple(Deel(naam=part.name, kop=part.heading, vragen=part.questions) for part in text.outline),
        plaatsen=tuple(term.label for term in knowledge.vocabularies["plaats"].terms) if "plaats" in fields else (),
        adressen=kind.address + "/",
        cellen=views.glyph(views.order).vol,
        handleiding=guide,
        afbeeldingen=GUIDE_TO_IMAGES if kind.pictures and urls.source(GUIDE_TO_IMAGES) in knowledge.targets else "",
        licenties=tuple(map(_option, knowledge.vocabularies["licentie"].terms)) if kind.pictures else (),
        andere=tuple(Link(FORMS[other].title, urls.SCHRIJVEN[other]) for other in FORMS if other != name),
        sjabloon=replace(slots(Optie), uitleg="", ruimte=""),
        gegevens=data(knowledge, name),
    )


def _steps(form: Form, fields: Mapping[str, Veld]) -> Iterator[Stap]:
    """Yield the steps, and after them what may stay empty; each field of that is folded."""
    for number, step in enumerate(form.steps, 1):
        shown = tuple(fields[name] for name in step.fields if name in fields)
        yield Stap(
            nummer=number,
            titel=step.title,
            tekst=step.text,
            groepen=(VeldGroep(titel="", velden=shown),),
            verhaal=step.body,
            adres=step.address,
        )
    named = {name for step in form.steps for name in step.fields}
    named |= {name for group in form.extra for name in group.fields}
    rest = Group(REST, tuple(name for name in fields if name not in named))
    groups = (*form.extra, rest)
    extra = ((group.title, tuple(_folded(fields[n]) for n in group.fields if n in fields)) for group in groups)
    yield Stap(
        nummer=0,
        titel=EXTRA,
        tekst=form.more,
        groepen=tuple(VeldGroep(titel=title, velden=folded) for title, folded in extra if folded),
    )


def _folded(field: Veld) -> Veld:
    return replace(field, vouw=True)


def _field(knowledge: KnowledgeBase, form: str, name: str, spec: FieldSpec) -> Veld | None:
    """Return what the form shows of a field; None for a kind that it leaves out."""
    if spec.kind not in CONTROLS:
        return None
    control = CONTROLS[spec.kind]
    if spec.kind in {Kind.TEXT, *SHAPED} and (spec.many or (spec.maximum or 0) > LONG):
        control = "vak"
    groups = tuple(_choices(knowledge, spec))
    help = HELP.get(form, {})
    return Veld(
        naam=name,
        element=control,
        label=spec.label,
        hulp=help.get(name, spec.help),
        voorbeeld=_example(spec) if control in {"regel", "vak"} and name not in help else "",
        verplicht=spec.required,
        vrij=FREE.get(name, "" if spec.required else "niet verplicht"),
        veel=spec.many,
        groepen=groups,
        geen=None if spec.many or spec.required else NONE_OF_THEM,
        zoek=sum(len(group.opties) for group in groups) >= SEARCHED,
    )


def _example(spec: FieldSpec) -> str:
    """Return the example of a field as somebody types it: without the quotes and brackets of a file."""
    node, _ = fm.parse(spec.example, "")
    items = node.items if isinstance(node, fm.Sequence) else (node,)
    return " / ".join(item.text for item in items if isinstance(item, fm.Scalar))


def _choices(knowledge: KnowledgeBase, spec: FieldSpec) -> Iterator[OptieGroep]:
    """Yield the choices of a field in groups, each with its label and what it means."""
    if spec.kind is Kind.WERKVORM:
        yield OptieGroep("", tuple(_option(Term(w.origin.slug, w.title, w.samenvatting)) for w in knowledge.werkvormen))
    if spec.kind is not Kind.CHOICE:
        return
    vocabulary = knowledge.vocabularies[spec.vocabulary]
    beside = [Term(slug, f"{slug.capitalize()} {vocabulary.plural.lower()}") for slug in spec.extra]
    groups: dict[str, list[Optie]] = {"": [_option(term) for term in beside]}
    for term in vocabulary.terms:
        province = term.extra.get("provincie")
        title = knowledge.term("provincie", province).label if province else term.extra.get("groep", "")
        groups.setdefault(title, []).append(_option(term, term.slug if spec.vocabulary == "ruimte" else ""))
    yield from (OptieGroep(title, tuple(options)) for title, options in groups.items() if options)


def _option(term: Term, ruimte: str = "") -> Optie:
    return Optie(waarde=term.slug, label=term.label, uitleg=term.definition, ruimte=ruimte)


def data(knowledge: KnowledgeBase, name: str) -> FormulierGegevens:
    """Return what the script of a form must know."""
    text = wording.TEXTS[name]
    fields = {field: spec for field, spec in told(text.record, knowledge.vocabularies).items() if spec.kind in CONTROLS}
    least, most = kinds.BY_RECORD[text.record].words or (None, None)
    return FormulierGegevens(
        formulier=name,
        formulieren=tuple((other, form.title) for other, form in FORMS.items()),
        map=text.folder,
        velden=tuple((field, _limits(spec)) for field, spec in fields.items()),
        delen=tuple((section.name, section.heading) for section in text.outline),
        woorden={field: found for field, spec in fields.items() if (found := _words(knowledge, spec))},
        plaatsen={fold(t.label): (t.label, t.extra["regio"]) for t in knowledge.vocabularies["plaats"].terms},
        regios={term.slug: term.label for term in knowledge.vocabularies["regio"].terms},
        werkvormen={werkvorm.origin.slug: werkvorm.title for werkvorm in knowledge.werkvormen},
        ruimtes=tuple(term.slug for term in knowledge.vocabularies["ruimte"].terms),
        patronen={key: patterns.javascript(pattern) for key, pattern in PATTERNS.items()},
        resten=tuple((kind.code, kind.code.replace("-", "_"), kind.said) for kind in remains.REMAINS),
        herstel={code: CODES[code].cure for code in CURED},
        letters=cleaning.WRITTEN,
        opsomtekens=cleaning.BULLETS,
        schemas=tuple(sorted(markup.ALLOWED)),
        persoonlijk=kinds.BY_RECORD[text.record].private,
        oudste=values.OLDEST.isoformat(),
        vooruit=values.YEARS_AHEAD,
        kortste=markup.SHORTEST,
        woorden_minste=least,
        woorden_meeste=most,
        foto=_picture(knowledge) if kinds.BY_RECORD[text.record].pictures else (),
        bytes=files.TEXT_LIMIT,
        naamloos=name,
        invullen=UNANSWERED,
    )


def _picture(knowledge: KnowledgeBase) -> tuple[tuple[str, Grenzen], ...]:
    return tuple((name, _limits(spec)) for name, spec in told(Beeld, knowledge.vocabularies).items())


def _limits(spec: FieldSpec) -> Grenzen:
    return Grenzen(
        label=spec.label,
        soort=READ_AS.get(spec.kind, spec.kind).name.lower(),
        patroon=SHAPED.get(spec.kind, ""),
        verplicht=spec.required,
        veel=spec.many,
        minimum=spec.minimum,
        maximum=spec.maximum,
        minste=spec.least,
        meeste=spec.most,
        vinkje=TICKS.get(spec.kind, ""),
    )


def _words(knowledge: KnowledgeBase, spec: FieldSpec) -> dict[str, tuple[str, ...]]:
    """Return the other words for the values of a field."""
    if spec.kind is not Kind.CHOICE:
        return {}
    terms = knowledge.vocabularies[spec.vocabulary].terms
    found = {term.slug: (*term.synonyms, *term.narrower) for term in terms}
    return {slug: words for slug, words in found.items() if words}
