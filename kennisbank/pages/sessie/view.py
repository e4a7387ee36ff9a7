"""The planner of a session: what its script chooses from, and without one a table to plan by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Verhaal, Werkvorm
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.knipvel.view import Knipvel
from kennisbank.parts.scripts import Eerder
from kennisbank.parts.sentences import span
from kennisbank.parts.slots import slots
from kennisbank.reading import markup

NEWEST = 6
"""Stories of each ruimte that the planner chooses from by itself; a host can add any other."""
EXAMPLES = 2
"""Praktijkvoorbeelden of each ruimte that are among what it chooses from, and in the list for a host."""
ONLINE = re.compile(r"^- \*\*Online:\*\* (.+)$", re.MULTILINE)
"""How a werkvorm goes online, among its variations."""


MOMENT = {"orientatie": "vraag"}
"""The place in the arc of a werkvorm that does not say it, by its function: the others dig."""
SENTENCE = re.compile(r"(?<=[.?!])\s+")
TELLING = 45
"""Characters from which on a sentence tells enough by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormRij:
    """A werkvorm in the tables, with its time and its group in words."""

    label: str
    url: str
    slug: str
    duur: str
    groep: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A function that a meet-up can have, and the werkvormen for it, the shortest first."""

    waarde: str
    label: str
    uitleg: str
    werkvormen: tuple[WerkvormRij, ...]


@dataclass(frozen=True, slots=True)
class RuimteKeus:
    """A ruimte that a meet-up can be about."""

    waarde: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWerkvorm:
    """A werkvorm that the planner can choose: `duur` is in minutes, `groep` in people, the least and the most of each.

    `moment` is its place in the arc of a meet-up. `alle` says that it is for every ruimte; `online` how it goes online,
    or nothing. `hoogstens` is how many fit in one circle, 0 where it does not say. `vorm` is how people sit most of the
    time, or nothing, and `doet` what one does in it, in a sentence or two. `vooraf` says that it asks for days of lead
    time; over so many meetings (`delen`) it goes.
    """

    slug: str
    titel: str
    functie: str
    moment: str
    alle: bool
    ruimtes: tuple[str, ...]
    duur: tuple[int, int]
    groep: tuple[int, int]
    materiaal: tuple[str, ...]
    voorbereiding: str
    online: str
    hoogstens: int
    vorm: str
    doet: str
    vooraf: bool
    kinderen: bool
    delen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerhaal:
    """A story that the planner can choose, with the functions for which it tells something."""

    slug: str
    titel: str
    plaats: str
    ruimtes: tuple[str, ...]
    functies: tuple[str, ...]
    werkvormen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVoorbeeld:
    """A praktijkvoorbeeld that the planner can choose, with its questions; the rest is as of a story."""

    slug: str
    titel: str
    ruimtes: tuple[str, ...]
    functies: tuple[str, ...]
    werkvormen: tuple[str, ...]
    gesprek: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRuimte:
    """A ruimte as it stands in a sentence, with its questions by function."""

    slug: str
    naam: str
    vragen: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGegevens:
    """What the planner chooses from: all werkvormen, the newest stories and examples of each ruimte, all ruimtes."""

    for_scripts: ClassVar[bool] = True
    werkvormen: tuple[PlanWerkvorm, ...]
    verhalen: tuple[PlanVerhaal, ...]
    voorbeelden: tuple[PlanVoorbeeld, ...]
    ruimtes: tuple[PlanRuimte, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessieView(PageView):
    """The planner of a session; `vel` is a glyph and `knipvel` a sheet to cut, as slots."""

    template: ClassVar[str] = "sessie.html"
    vel: Glyph
    knipvel: Knipvel
    functies: tuple[Doel, ...]
    ruimtes: tuple[RuimteKeus, ...]
    gegevens: PlanGegevens
    eerder: Eerder


def page(knowledge: KnowledgeBase, views: Views) -> Page[SessieView]:
    """Return the planner. Its size grows with the werkvormen and the ruimtes, not with the stories."""
    by_duration = sorted(knowledge.werkvormen, key=lambda w: w.duur)  # ties by title
    functions = (
        Doel(
            waarde=term.slug,
            label=term.label,
            uitleg=term.definition,
            werkvormen=tuple(_row(w) for w in by_duration if w.functie == term.slug),
        )
        for term in knowledge.vocabularies["functie"].terms
    )
    view = SessieView(
        title="Maak een programma",
        description="Zeg hoeveel tijd je hebt en met hoeveel mensen je bent. Je krijgt een programma dat precies "
        "past: met werkvormen, en waar het kan een verhaal of praktijkvoorbeeld en een pauze. Pas het aan, deel het "
        "en druk het af.",
        functies=tuple(functions),
        ruimtes=tuple(RuimteKeus(r.origin.slug, r.title) for r in knowledge.ruimtes),
        vel=slots(Glyph, "glyph"),
        knipvel=slots(Knipvel),
        gegevens=data(knowledge, views),
        eerder=knowledge.former,
    )
    return Page(urls.SESSIE, view)


def _row(werkvorm: Werkvorm) -> WerkvormRij:
    return WerkvormRij(
        label=werkvorm.title,
        url=urls.werkvorm(werkvorm.origin.slug),
        slug=werkvorm.origin.slug,
        duur=span(*werkvorm.duur, " minuten"),
        groep=span(*werkvorm.groep, " mensen"),
    )


def data(knowledge: KnowledgeBase, views: Views) -> PlanGegevens:
    """Return what the script of the planner chooses from."""
    newest = {
        verhaal.origin.slug
        for ruimte in knowledge.ruimtes
        for verhaal in knowledge.values.get(("ruimte", ruimte.origin.slug), [])[:NEWEST]
    }
    asking = {
        voorbeeld.origin.slug
        for ruimte in knowledge.ruimtes
        for voorbeeld in _asking(knowledge.examples.get(("ruimte", ruimte.origin.slug), []))
    }
    return PlanGegevens(
        werkvormen=tuple(_werkvorm(knowledge, werkvorm) for werkvorm in knowledge.werkvormen),
        verhalen=tuple(_verhaal(verhaal) for verhaal in knowledge.verhalen if verhaal.origin.slug in newest),
        voorbeelden=tuple(_voorbeeld(v) for v in knowledge.voorbeelden if v.origin.slug in asking),
        ruimtes=tuple(
            PlanRuimte(
                slug=ruimte.origin.slug,
                naam=views.inside(("ruimte", ruimte.origin.slug)),
                vragen={functie: tuple(vragen) for functie, vragen in ruimte.vragen.items()},
            )
            for ruimte in knowledge.ruimtes
        ),
    )


def known(knowledge: KnowledgeBase, views: Views) -> PlanGegevens:
    """Return what a page must know to show a programme that was made: every werkvorm in short, and all ruimtes.

    What only choosing and preparing ask for is left out, and so are all stories and examples: of those that the
    programme has, a page fetches what stands beside them.
    """
    everything = data(knowledge, views)
    short = (replace(one, materiaal=(), voorbereiding="", online="") for one in everything.werkvormen)
    return replace(everything, werkvormen=tuple(short), verhalen=(), voorbeelden=())


def _asking(voorbeelden: list[Praktijkvoorbeeld]) -> list[Praktijkvoorbeeld]:
    """Return the first of those that have a question to talk about."""
    return [voorbeeld for voorbeeld in voorbeelden if voorbeeld.gesprek][:EXAMPLES]


def _werkvorm(knowledge: KnowledgeBase, werkvorm: Werkvorm) -> PlanWerkvorm:
    of_all = "alle" in werkvorm.ruimtes
    online = ONLINE.search(werkvorm.origin.body)
    return PlanWerkvorm(
        slug=werkvorm.origin.slug,
        titel=werkvorm.title,
        functie=werkvorm.functie,
        moment=werkvorm.moment or MOMENT.get(werkvorm.functie, "verdiepen"),
        alle=of_all,
        ruimtes=tuple(r.origin.slug for r in knowledge.ruimtes if of_all or r.origin.slug in werkvorm.ruimtes),
        duur=werkvorm.duur,
        groep=werkvorm.groep,
        materiaal=tuple(werkvorm.materiaal),
        voorbereiding=werkvorm.voorbereiding or "",
        online=markup.plain(online[1]).strip() if online else "",
        hoogstens=werkvorm.hoogstens or 0,
        vorm=werkvorm.vorm or "",
        doet=_does(werkvorm),
        vooraf=werkvorm.vooraf is not None,
        kinderen=werkvorm.met_kinderen,
        delen=werkvorm.delen or 1,
    )


def _does(werkvorm: Werkvorm) -> str:
    """Return what one does in a werkvorm: a summary begins with that."""
    first, *others = SENTENCE.split(werkvorm.samenvatting)
    return first if len(first) >= TELLING or not others else f"{first} {others[0]}"


def _verhaal(verhaal: Verhaal) -> PlanVerhaal:
    return PlanVerhaal(
        slug=verhaal.origin.slug,
        titel=verhaal.title,
        plaats=verhaal.plaats,
        ruimtes=tuple(verhaal.ruimtes),
        functies=_functies(verhaal),
        werkvormen=tuple(verhaal.werkvormen),
    )


def _voorbeeld(voorbeeld: Praktijkvoorbeeld) -> PlanVoorbeeld:
    return PlanVoorbeeld(
        slug=voorbeeld.origin.slug,
        titel=voorbeeld.title,
        ruimtes=tuple(voorbeeld.ruimtes),
        functies=_functies(voorbeeld),
        werkvormen=tuple(voorbeeld.werkvormen),
        gesprek=voorbeeld.gesprek,
    )


def _functies(text: Verhaal | Praktijkvoorbeeld) -> tuple[str, ...]:
    """Return the functions for which a text tells something."""
    fits = {
        "orientatie": text.redenen,
        "verdieping": text.team + text.leren,
        "evaluatie": text.opbrengsten + text.borging,
    }
    return tuple(functie for functie, told in fits.items() if told)
