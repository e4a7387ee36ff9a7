"""What a reader takes along: the page of a selection, and paper to hand out with a story or a werkvorm.

Both are filled by a script from what the browser keeps or the address says; the stories come from their own pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.contributing import wording
from kennisbank.model import kinds, urls
from kennisbank.model.fields import Kind, specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Bundel
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.insluiten import view as insluiten
from kennisbank.parts.insluiten.view import Insluiten
from kennisbank.parts.knipvel.view import Knipvel
from kennisbank.parts.scripts import Eerder
from kennisbank.parts.slots import slots
from kennisbank.reading.outline import UNANSWERED

TALK = "verdieping"
"""The function whose questions go with a story: those that let people tell of their own practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuimteVragen:
    """A ruimte by its title, and the questions of it that go with a story."""

    titel: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulveld:
    """A field of a bundel that the reader fills in, of at most so many characters; a `vak` has several lines."""

    naam: str
    label: str
    hulp: str
    meeste: int | None
    vak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelVeld:
    """How a field of a bundel is written: its kind, and whether it is a list."""

    soort: str
    veel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelDeel:
    """A section of a bundel, with the questions that are still to be answered in it."""

    naam: str
    kop: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UitdeelGegevens:
    """What a story on paper is given beside itself: the questions of each ruimte, by its slug."""

    for_scripts: ClassVar[bool] = True
    ruimtes: Mapping[str, RuimteVragen]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectieGegevens:
    """What a selection is given: the questions of each ruimte, and how the file of a bundel is written.

    Fields stand in their order, each with its name.
    """

    for_scripts: ClassVar[bool] = True
    ruimtes: Mapping[str, RuimteVragen]
    velden: tuple[tuple[str, BundelVeld], ...]
    delen: tuple[BundelDeel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectieView(PageView):
    """The page of a selection; `velden` are those of a bundel that is made of it.

    `vel` has the glyph of a sheet, and `knipvel` is a sheet to cut, as slots.
    """

    template: ClassVar[str] = "selectie.html"
    vel: Glyph
    knipvel: Knipvel
    insluiten: Insluiten
    velden: tuple[Invulveld, ...]
    gegevens: SelectieGegevens
    eerder: Eerder


@dataclass(frozen=True, slots=True, kw_only=True)
class UitdelenView(PageView):
    """A story on paper, or what is handed out with a werkvorm; `vel` is a glyph and `knipvel` a sheet, as slots."""

    template: ClassVar[str] = "uitdelen.html"
    vel: Glyph
    knipvel: Knipvel
    gegevens: UitdeelGegevens
    eerder: Eerder


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[SelectieView | UitdelenView]]:
    """Yield both pages. Their size grows with the ruimtes, not with the stories or werkvormen."""
    questions = {r.origin.slug: RuimteVragen(titel=r.title, vragen=tuple(r.vragen[TALK])) for r in knowledge.ruimtes}
    selection = SelectieView(
        title="Mijn selectie",
        description="De verhalen, werkvormen en praktijkvoorbeelden die je bewaarde voor een bijeenkomst. Zet ze op "
        "volgorde, schrijf er iets bij, deel ze en druk ze af als boekje.",
        map=wording.TEXTS["bundel"].folder,
        vel=slots(Glyph, "glyph"),
        knipvel=slots(Knipvel),
        insluiten=insluiten.made(views, "Een selectie", urls.SELECTIE),
        velden=tuple(_field(name) for name in ("title", "samenvatting", "bron")),
        gegevens=SelectieGegevens(ruimtes=questions, velden=tuple(_written()), delen=tuple(_sections())),
        eerder=knowledge.former,
    )
    yield Page(urls.SELECTIE, selection)
    sheet = UitdelenView(
        title="Uitdeelblad",
        description="Een heel verhaal op één vel papier, met vragen voor het gesprek en een QR-code. Of de stroken, "
        "kaarten en bladen bij een werkvorm, zoveel als je nodig hebt.",
        vel=slots(Glyph, "glyph"),
        knipvel=slots(Knipvel),
        gegevens=UitdeelGegevens(ruimtes=questions),
        eerder=knowledge.former,
    )
    yield Page(urls.UITDELEN, sheet)


def _field(name: str) -> Invulveld:
    """Return a field of a bundel that the reader fills in; the others follow from the selection."""
    spec = specs(Bundel)[name]
    return Invulveld(naam=name, label=spec.label, hulp=spec.help, meeste=spec.maximum, vak=(spec.maximum or 0) > 200)


def _written() -> Iterator[tuple[str, BundelVeld]]:
    """Yield how each field of a bundel is written."""
    for name, spec in specs(Bundel).items():
        if spec.kind is not Kind.BEELDEN:
            yield name, BundelVeld(soort=spec.kind.name.lower(), veel=spec.many)


def _sections() -> Iterator[BundelDeel]:
    """Yield the sections of a bundel; a question that is not answered yet is refused by the check."""
    for section in kinds.BY_RECORD[Bundel].outline:
        questions = tuple(f"{UNANSWERED} {question}" for question in section.questions)
        yield BundelDeel(naam=section.name, kop=section.heading, vragen=questions)
