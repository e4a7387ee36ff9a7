"""What a script gets of a story, a werkvorm or a praktijkvoorbeeld: data beside its page, made of the same parts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Literal

from kennisbank.model import course, kinds
from kennisbank.model.course import Stap
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Record, Uitreiking, Verhaal, Werkvorm
from kennisbank.pages.page import Dag, day
from kennisbank.pages.praktijkvoorbeeld.view import MAIN
from kennisbank.pages.site import Site
from kennisbank.pages.verhaal import view as verhalen
from kennisbank.pages.views import Views
from kennisbank.pages.werkvorm import view as werkvormen
from kennisbank.parts.feiten import view as feiten
from kennisbank.parts.feiten.view import Feit
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.sentences import sentence, then
from kennisbank.parts.steps import Tekstdeel, chapters, steps, whole
from kennisbank.parts.vel import measure
from kennisbank.reading.markup import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class VerhaalGegevens:
    """A story, with its whole text.

    Addresses in it are relative to the root of the site (`kort` is its short one); `ruimtes` are slugs, those that the
    story names first come first; `bron` is a sentence; `speelde` says when it happened, and `gesprek` are its own
    questions: where there are none, those of its ruimtes do. `wie` are its schools and partners. All of it takes so
    many sides of paper (`kanten`).
    """

    for_scripts: ClassVar[bool] = True
    soort: Literal["verhaal"] = "verhaal"
    slug: str
    kort: str
    titel: str
    samenvatting: str
    plaats: str
    ruimtes: tuple[str, ...]
    feiten: tuple[Feit, ...]
    glyph: Glyph
    bron: str
    datum: Dag
    speelde: str
    gesprek: tuple[str, ...]
    wie: tuple[str, ...]
    tekst: tuple[Tekstdeel, ...]
    kanten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StapGegevens:
    """A step: its minutes in the whole route and in the short one (`kort`), which is 0 where that leaves it out.

    Both are 0 for a step between two meetings (`tussendoor`). `tekst` are its words without marks.
    """

    naam: str
    minuten: int
    kort: int
    tussendoor: bool
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UitreikGegevens:
    """Something to hand out: `aantal` pieces for each of `per`.

    Each piece has one of `regels`, in turn; a single piece, and every sheet (`blad`), has them all. Without any it is
    blank. One piece is called `stuk`, more are `stuks`; `elk` says for whom, as in "per persoon".
    """

    wat: str
    soort: str
    per: str
    aantal: int
    regels: tuple[str, ...]
    stuk: str
    stuks: str
    elk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hoofdstuk:
    """A section of a text: its name in the outline of its kind, or nothing; its heading, and what stands under it."""

    naam: str
    kop: str
    delen: tuple[Tekstdeel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormGegevens:
    """A werkvorm in short, with its steps.

    `kort` is its short address; `duur` is the shortest and the longest time in minutes, `groep` the smallest and the
    largest number of people; `ruimtes` are slugs in their fixed order; `bron` is a sentence. `stappen` are the steps as
    its page shows them, and `verloop` what they take, which is empty where they do not all say so. `samen` is how many
    sit together most of the time by `vorm`, 0 for all of a circle, in which `hoogstens` so many fit. Over so many
    meetings (`delen`) it goes. `hoofdstukken` are its other sections that a host needs: those before the steps, and
    about research, are not.
    """

    for_scripts: ClassVar[bool] = True
    soort: Literal["werkvorm"] = "werkvorm"
    slug: str
    kort: str
    titel: str
    samenvatting: str
    ruimtes: tuple[str, ...]
    duur: tuple[int, int]
    groep: tuple[int, int]
    feiten: tuple[Feit, ...]
    glyph: Glyph
    bron: str
    stappen: tuple[Tekstdeel, ...]
    verloop: tuple[StapGegevens, ...]
    vorm: str | None
    samen: int
    hoogstens: int | None
    energie: str | None
    vooraf: str | None
    met_kinderen: bool
    delen: int
    uitreiken: tuple[UitreikGegevens, ...]
    hoofdstukken: tuple[Hoofdstuk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorbeeldGegevens:
    """A praktijkvoorbeeld, with its whole text: it is short.

    `kort` is its short address; `ruimtes` are slugs, those that it names first come first; `bron` is a sentence, and
    `gesprek` are its own questions: where there are none, those of its ruimtes do.
    """

    for_scripts: ClassVar[bool] = True
    soort: Literal["voorbeeld"] = "voorbeeld"
    slug: str
    kort: str
    titel: str
    samenvatting: str
    ruimtes: tuple[str, ...]
    feiten: tuple[Feit, ...]
    glyph: Glyph
    bron: str
    datum: Dag
    gesprek: tuple[str, ...]
    tekst: tuple[Tekstdeel, ...]


@dataclass(frozen=True, slots=True)
class Verhuisd:
    """What stands at the address of before: the slug of today."""

    for_scripts: ClassVar[bool] = True
    verhuisd: str


def verhaal(record: Verhaal, views: Views, text: str) -> VerhaalGegevens:
    """Return what scripts get of a story; `text` is its text as the site shows it."""
    parts = whole(text)
    return VerhaalGegevens(
        slug=record.origin.slug,
        kort=views.knowledge.short(record),
        titel=record.title,
        samenvatting=record.samenvatting,
        plaats=record.plaats,
        ruimtes=tuple(record.ruimtes),
        feiten=verhalen.facts(views, record),
        glyph=views.glyph(record.ruimtes),
        bron=sentence(record.bron),
        datum=day(record.datum),
        speelde=then(record.speelde),
        gesprek=record.gesprek,
        wie=(*record.scholen, *record.partners),
        tekst=parts,
        kanten=measure.sides(record, parts),
    )


def werkvorm(record: Werkvorm, views: Views, text: str) -> WerkvormGegevens:
    """Return what scripts get of a werkvorm; `text` is its text as the site shows it."""
    ruimtes = werkvormen.ruimtes(views.knowledge, record)
    return WerkvormGegevens(
        slug=record.origin.slug,
        kort=views.knowledge.short(record),
        titel=record.title,
        samenvatting=record.samenvatting,
        ruimtes=tuple(ruimtes),
        duur=record.duur,
        groep=record.groep,
        feiten=werkvormen.facts(views, record),
        glyph=views.glyph(ruimtes),
        bron=sentence(record.bron),
        stappen=steps(text),
        verloop=tuple(_step(step) for step in course.timed(werkvormen.steps(record))),
        vorm=record.vorm,
        samen=course.size(record.vorm),
        hoogstens=record.hoogstens,
        energie=record.energie,
        vooraf=record.vooraf,
        met_kinderen=record.met_kinderen,
        delen=record.delen or 1,
        uitreiken=tuple(_handed_out(views.knowledge, one) for one in record.uitreiken),
        hoofdstukken=tuple(_chapters(text)),
    )


def _handed_out(knowledge: KnowledgeBase, thing: Uitreiking) -> UitreikGegevens:
    paper = knowledge.term("papier", thing.soort)
    return UitreikGegevens(
        wat=thing.wat,
        soort=thing.soort,
        per=thing.per,
        aantal=thing.aantal,
        regels=thing.regels,
        stuk=paper.extra.get("enkelvoud", paper.label),
        stuks=paper.label,
        elk=knowledge.term("uitdeelwijze", thing.per).label,
    )


def _chapters(text: str) -> Iterator[Hoofdstuk]:
    """Yield the sections after the steps of a werkvorm, but what comes after the last of its outline."""
    names = {section.heading: section.name for section in kinds.BY_RECORD[Werkvorm].outline}
    found = [Hoofdstuk(naam=names.get(kop, ""), kop=kop, delen=delen) for kop, delen in chapters(text)]
    steps_at = next((n for n, one in enumerate(found) if one.kop.startswith(course.HEADING)), -1)
    last = max((n for n, one in enumerate(found) if one.naam), default=-1)
    yield from found[steps_at + 1 : last + 1]


def _step(step: Stap) -> StapGegevens:
    return StapGegevens(
        naam=step.naam,
        minuten=step.minuten,
        kort=step.kort,
        tussendoor=step.tussendoor,
        tekst=plain(step.tekst),
    )


def voorbeeld(record: Praktijkvoorbeeld, views: Views, text: str) -> VoorbeeldGegevens:
    """Return what scripts get of a praktijkvoorbeeld; `text` is its text as the site shows it."""
    return VoorbeeldGegevens(
        slug=record.origin.slug,
        kort=views.knowledge.short(record),
        titel=record.title,
        samenvatting=record.samenvatting,
        ruimtes=tuple(record.ruimtes),
        feiten=feiten.made(views, record, MAIN),
        glyph=views.glyph(record.ruimtes),
        bron=sentence(record.bron),
        datum=day(record.datum),
        gesprek=record.gesprek,
        tekst=whole(text),
    )


def made(site: Site, record: Record) -> str | None:
    """Return the data of a text as JSON, or nothing for a kind of text that has none."""
    view = _of(record, site.views, site.body(record))
    return None if view is None else _written(view)


def inputs(site: Site, record: Record) -> bytes | None:
    """Return what the data of a text are made from: as long as that is the same, so are they.

    Those are all that they say beside its text, and the text itself: reading that is nine tenths of the work. Nothing
    for a kind of text that has no data.
    """
    view = _of(record, site.views, "")
    return None if view is None else f"{_written(view)}{site.body(record)}".encode()


def _of(record: Record, views: Views, text: str) -> VerhaalGegevens | WerkvormGegevens | VoorbeeldGegevens | None:
    if isinstance(record, Verhaal):
        return verhaal(record, views, text)
    if isinstance(record, Werkvorm):
        return werkvorm(record, views, text)
    if isinstance(record, Praktijkvoorbeeld):
        return voorbeeld(record, views, text)
    return None


def moved(slug: str) -> str:
    """Return what stands where a text was before, now that it has this slug."""
    return _written(Verhuisd(slug))


def _written(data: Any) -> str:
    return _encoded(data) + "\n"


def _inside(data: Any) -> dict[str, Any]:
    """Return a dataclass as its fields, in their order: `asdict` copies all that is in it too, which takes longer."""
    names, values = _fields(data.__class__)
    return dict(zip(names, values(data), strict=True))


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of the fields of a dataclass, and what takes their values."""
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names) if len(names) > 1 else lambda data: (getattr(data, names[0]),)


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_inside).encode
