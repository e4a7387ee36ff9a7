"""The page of a story: all that it shows beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlsplit

from kennisbank.finding.related import Different, Related
from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.fields import specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.model.urls import Value
from kennisbank.pages.page import Dag, PageView, day
from kennisbank.pages.views import Views
from kennisbank.parts import drawing
from kennisbank.parts.bronvermelding import view as bronvermelding
from kennisbank.parts.bronvermelding.view import Bronvermelding
from kennisbank.parts.cards import ONWARD, PHRASES, Link
from kennisbank.parts.feiten import view as feiten
from kennisbank.parts.feiten.view import Feit, filled, plain
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.highlights import Citaat
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.sentences import listing, sentence, span, then
from kennisbank.parts.vertelling import view as vertelling
from kennisbank.parts.vertelling.view import Regel
from kennisbank.reading.quoted import bare, spoken

ALIKE = 2
"""How many stories stand below one, of those that are like it."""
SHARED = 2
"""How many of the things that they share are named."""
APPROACH = tuple((name, spec.label) for name, spec in specs(Verhaal).items() if name.startswith("aanpak_"))
"""The fields that say in short how it was done, each with its label."""


@dataclass(frozen=True, slots=True)
class Site:
    """Another site: its name, and its whole address."""

    naam: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekening:
    """The shared practice: as a drawing for a wide and for a narrow page, in a sentence, and as a list."""

    tekst: str
    zin: str
    delen: tuple[str, ...]
    breed: drawing.Vorm
    smal: drawing.Vorm


@dataclass(frozen=True, slots=True, kw_only=True)
class VerhaalView(PageView):
    """A story; `omslag` is its opening picture, `verwant` are those that are like it, `anders` is one that is not.

    `kern` is what it is in a few words; `speelde` says when it happened, `sites` are those of its schools and partners,
    `aanpak` says in short how it was done, and `gesprek` are its own questions to talk about.
    """

    template: ClassVar[str] = "verhaal.html"
    slug: str
    omslag: Omslag | None
    glyph: Glyph
    datum: Dag
    kern: tuple[str, ...]
    feiten: tuple[Feit, ...]
    meer_feiten: tuple[Feit, ...]
    speelde: str
    sites: tuple[Site, ...]
    aanpak: tuple[Feit, ...]
    gesprek: tuple[str, ...]
    tekening: Tekening | None
    concept: bool
    bron: str
    vermelding: Bronvermelding | None
    verwant: tuple[Kaartje, ...]
    anders: Kaartje | None
    werkvormen: tuple[Regel, ...]
    bundels: tuple[Regel, ...]


def made(knowledge: KnowledgeBase, views: Views, verhaal: Verhaal) -> VerhaalView:
    """Return all that the page of a story shows beside its text."""
    offer = views.index.offer(verhaal)
    return VerhaalView(
        slug=verhaal.origin.slug,
        omslag=views.omslag(verhaal),
        title=verhaal.title,
        description=verhaal.samenvatting,
        kruimels=(Link("Verhalen", urls.VERHALEN),),
        kern=_core(views, verhaal),
        feiten=facts(views, verhaal),
        meer_feiten=feiten.made(views, verhaal, knowledge.project.optional),
        speelde=then(verhaal.speelde),
        sites=tuple(Site(urlsplit(address).netloc.removeprefix("www."), address) for address in verhaal.sites),
        aanpak=_approach(verhaal),
        gesprek=verhaal.gesprek,
        tekening=_drawing(verhaal),
        glyph=views.glyph(verhaal.ruimtes),
        concept=verhaal.concept,
        datum=day(verhaal.datum),
        bijgewerkt=day(verhaal.bijgewerkt) if verhaal.bijgewerkt else None,
        bron=verhaal.bron,
        vermelding=bronvermelding.made(knowledge.project, verhaal),
        verwant=tuple(_related(views, found) for found in offer.alike[:ALIKE]),
        anders=_different(views, offer.other) if offer.other else None,
        werkvormen=vertelling.werkvormen(views, views.suited(verhaal)),
        bundels=vertelling.vragen(views, views.bundels.get(verhaal.origin.path, [])[:ONWARD]),
    )


def quoted(verhaal: Verhaal) -> Citaat | None:
    """Return the quote of a story as its page shows it, in the colour of the first of its ruimtes; None without one."""
    if not verhaal.citaat:
        return None
    return Citaat(bare(verhaal.citaat), bool(spoken(verhaal.origin.body, verhaal.citaat)), verhaal.ruimtes[0])


def _core(views: Views, verhaal: Verhaal) -> tuple[str, ...]:
    """Return where a story was, and the first kinds of school and partner that it had: as much as fits in a line."""
    return (verhaal.plaats, *vertelling.first(views, verhaal, FACETS[1:3]))


def facts(views: Views, verhaal: Verhaal) -> tuple[Feit, ...]:
    """Return a story in short: who, which ruimtes and kinds of schools and partners, where and when."""
    province = views.knowledge.province(verhaal.regio)
    places = (
        Link(verhaal.plaats),
        views.link(("regio", verhaal.regio)),
        Link(province.label, urls.value("regio", province.slug)),
    )
    names = [Feit("School", plain(verhaal.scholen)), Feit("Partner", plain(verhaal.partners))]
    period = [Feit("Periode", plain([span(*verhaal.periode)]))] if verhaal.periode else []
    return filled([*names, *feiten.made(views, verhaal, FACETS[:3]), Feit("Plaats", places), *period])


def _approach(verhaal: Verhaal) -> tuple[Feit, ...]:
    """Return how it was done in short: each field of the group with its label."""
    return tuple(Feit(label, plain([text])) for name, label in APPROACH if (text := getattr(verhaal, name)))


def _drawing(verhaal: Verhaal) -> Tekening | None:
    labels = verhaal.gedeelde_praktijk
    if not labels:
        return None
    drive = verhaal.gedeelde_drijfveer or "Onze gedeelde drijfveer"
    return Tekening(
        tekst=sentence(f"In het midden: {sentence(drive)} Daaromheen: {listing(labels)}"),
        zin=sentence(f"Gedeelde drijfveer: {drive}"),
        delen=tuple(labels),
        breed=drawing.wide(drive, labels),
        smal=drawing.narrow(drive, labels),
    )


def _related(views: Views, found: Related) -> Kaartje:
    reason = "Uitgekozen om naast dit verhaal te lezen."
    if found.shared:
        reason = f"Ook {_together(views, found.shared[:SHARED])}."
    return replace(views.card(found.verhaal), reden=reason)


def _different(views: Views, found: Different) -> Kaartje:
    reason = f"Ook {_together(views, found.shared[:1])}, maar {_together(views, found.other[:1])}."
    return replace(views.card(found.verhaal), reden=reason)


def _together(views: Views, values: Sequence[Value]) -> str:
    """Return values as one phrase, the ruimtes first: "over de plek en het kind, met een museum"."""
    spaces = [views.inside(value) for value in values if value[0] == "ruimte"]
    others = [views.phrase(value) for value in values if value[0] != "ruimte"]
    return ", ".join(([PHRASES["ruimte"].format(listing(spaces))] if spaces else []) + others)
