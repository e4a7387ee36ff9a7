"""The page of a werkvorm: all that it shows beside its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import course, urls
from kennisbank.model.course import Stap
from kennisbank.model.facets import USED
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Uitreiking, Werkvorm
from kennisbank.pages.page import PageView
from kennisbank.pages.views import Views
from kennisbank.parts.bronvermelding import view as bronvermelding
from kennisbank.parts.bronvermelding.view import Bronvermelding
from kennisbank.parts.cards import ONWARD, BundelKaartje, Link, Voorbeelden
from kennisbank.parts.feiten import view as feiten
from kennisbank.parts.feiten.view import Feit, filled, plain
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.knipvel import view as knipvellen
from kennisbank.parts.knipvel.view import Knipvel
from kennisbank.parts.sentences import span

EXAMPLE = 12
"""People for whom is shown how much there is to hand out."""


@dataclass(frozen=True, slots=True)
class Stapeltje:
    """What is handed out: its name, how many there are ("24 lege stroken") and for whom ("2 per persoon")."""

    wat: str
    stuks: str
    voor: str


@dataclass(frozen=True, slots=True)
class Uitdeellijst:
    """All that is handed out; `bij` says to how many people (`mensen`), and `vellen` are the sheets to print."""

    bij: str
    mensen: str
    stapeltjes: tuple[Stapeltje, ...]
    vellen: tuple[Knipvel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormView(PageView):
    """A werkvorm; `kaarten` are the stories that it fits, `kop` says why, and `andere` have the same function.

    `afgeleid` says that what names the werkvorm tells where it was used, not the werkvorm itself; `uitreiken` is what
    is handed out, if anything.
    """

    template: ClassVar[str] = "werkvorm.html"
    slug: str
    glyph: Glyph
    feiten: tuple[Feit, ...]
    bron: str
    vermelding: Bronvermelding | None
    afgeleid: bool
    uitreiken: Uitdeellijst | None
    kop: str
    kaarten: tuple[Kaartje, ...]
    andere: tuple[Link, ...]
    bundels: tuple[BundelKaartje, ...]
    voorbeelden: Voorbeelden | None


def made(knowledge: KnowledgeBase, views: Views, werkvorm: Werkvorm) -> WerkvormView:
    """Return all that the page of a werkvorm shows beside its text."""
    slugs = ruimtes(knowledge, werkvorm)
    used = views.users.get(werkvorm.origin.slug, [])[:6]
    nearby = (v for slug in slugs for v in knowledge.values.get(("ruimte", slug), [])[: 2 * ONWARD])
    shown = list({v.origin.slug: v for v in [*used, *nearby]}.values())[: max(ONWARD, len(used))]
    others = [w for w in knowledge.werkvormen if w.functie == werkvorm.functie and w is not werkvorm]
    return WerkvormView(
        slug=werkvorm.origin.slug,
        title=werkvorm.title,
        description=werkvorm.samenvatting,
        kruimels=(Link("Werkvormen", urls.WERKVORMEN),),
        feiten=(*facts(views, werkvorm), *_derived(views, werkvorm)),
        afgeleid=bool(knowledge.used[werkvorm.origin.slug].derived),
        uitreiken=_handed_out(knowledge, werkvorm) if werkvorm.uitreiken else None,
        glyph=views.glyph(slugs),
        bron=werkvorm.bron,
        vermelding=bronvermelding.made(knowledge.project, werkvorm),
        kop=_shared_by(len(used), len(shown)),
        kaarten=views.cards(shown),
        andere=tuple(Link(w.title, urls.werkvorm(w.origin.slug)) for w in others),
        voorbeelden=views.voorbeelden(views.shown_in.get(werkvorm.origin.slug, [])),
        bundels=views.bundel_cards(views.bundels.get(werkvorm.origin.path, [])[:ONWARD]),
    )


def ruimtes(knowledge: KnowledgeBase, werkvorm: Werkvorm) -> list[str]:
    """Return the slugs of the ruimtes of a werkvorm in their fixed order: all, where it is for all."""
    of_all = "alle" in werkvorm.ruimtes
    return [r.origin.slug for r in knowledge.ruimtes if of_all or r.origin.slug in werkvorm.ruimtes]


def facts(views: Views, werkvorm: Werkvorm) -> tuple[Feit, ...]:
    """Return a werkvorm in short: what for, how long, with how many, and what it takes."""
    kb = views.knowledge
    together = f"samen over {werkvorm.delen} bijeenkomsten" if werkvorm.delen else ""
    most = f"hoogstens {werkvorm.hoogstens} in een kring" if werkvorm.hoogstens else ""
    children = "met kinderen" if werkvorm.met_kinderen else ""
    energy = kb.term("energie", werkvorm.energie).label.lower() if werkvorm.energie else ""
    own = [
        Feit("Functie", plain([kb.term("functie", werkvorm.functie).label])),
        Feit("Duur", plain(filter(None, [span(*werkvorm.duur, " minuten"), together]))),
        Feit("Kort", plain(filter(None, [shorter(course.timed(steps(werkvorm)))]))),
        Feit("Groep", plain(filter(None, [span(*werkvorm.groep, " mensen"), most, children]))),
        Feit("Vorm", plain(filter(None, [seated(werkvorm.vorm), energy]))),
        Feit("Vooraf", plain([werkvorm.vooraf] if werkvorm.vooraf else [])),
        Feit("Materiaal", plain(werkvorm.materiaal)),
        Feit("Voorbereiding", plain([werkvorm.voorbereiding] if werkvorm.voorbereiding else [])),
        Feit("Ruimtes", tuple(views.link(("ruimte", slug)) for slug in ruimtes(kb, werkvorm))),
    ]
    return filled([*own, *feiten.made(views, werkvorm, USED)])


def steps(werkvorm: Werkvorm) -> tuple[course.Stap | course.Ontijdig, ...]:
    """Return the steps of a werkvorm as its text has them."""
    return course.steps(werkvorm.origin.body)


def seated(vorm: str | None) -> str:
    """Return how people sit most of the time, as it is said: "in groepjes van 3"; nothing where it is not known."""
    return f"in {vorm}" if course.size(vorm) else (vorm or "")


def shorter(steps: Sequence[Stap]) -> str:
    """Return the short route in words: "30 minuten. Sla stap 4 over; doe stap 3 in 12 minuten."; or nothing."""
    if course.short(steps) == course.whole(steps):
        return ""
    gone = [str(step.nummer) for step in steps if not step.kort and not step.tussendoor]
    less = [(step.nummer, step.kort) for step in steps if 0 < step.kort < step.minuten]
    parts = [f"sla stap {_listed(gone)} over"] if gone else []
    if less:
        last = less[-1][1]
        parts.append(f"doe {_listed([f'stap {number} in {time}' for number, time in less])} {_unit(last)}")
    said = "; ".join(parts)
    time = course.short(steps)
    return f"{time} {_unit(time)}. {said[0].upper()}{said[1:]}."


def _unit(number: int) -> str:
    return "minuut" if number == 1 else "minuten"


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last


def _handed_out(knowledge: KnowledgeBase, werkvorm: Werkvorm) -> Uitdeellijst:
    """Return what is handed out, with how much of it there is for some people as an example."""
    number = len(course.circles(EXAMPLE, werkvorm.hoogstens))
    circles = f" in {number} kringen" if number > 1 else ""
    return Uitdeellijst(
        bij=f"Voor {EXAMPLE} mensen{circles}:",
        mensen=str(EXAMPLE),
        stapeltjes=tuple(_piles(knowledge, werkvorm)),
        vellen=knipvellen.made(werkvorm, EXAMPLE),
    )


def _piles(knowledge: KnowledgeBase, werkvorm: Werkvorm) -> Iterator[Stapeltje]:
    for thing in werkvorm.uitreiken:
        number = course.needed(thing, werkvorm, EXAMPLE)
        every = knowledge.term("uitdeelwijze", thing.per).label
        what = thing.wat[:1].upper() + thing.wat[1:]
        yield Stapeltje(
            what, _pieces(knowledge, thing, number), f"{thing.aantal} {every}" if thing.per != "vel" else ""
        )


def _pieces(knowledge: KnowledgeBase, thing: Uitreiking, number: int) -> str:
    """Return how many pieces there are: "24 lege stroken", "1 leeg blad"."""
    paper = knowledge.term("papier", thing.soort)
    one = number == 1
    name = paper.extra.get("enkelvoud", paper.label) if one else paper.label
    if thing.regels:
        return f"{number} {name}"
    return f"{number} {'leeg' if one and thing.soort == 'blad' else 'lege'} {name}"


def _derived(views: Views, werkvorm: Werkvorm) -> tuple[Feit, ...]:
    """Return where a werkvorm was used, as far as it does not say so itself: "in het speciaal onderwijs"."""
    used = views.knowledge.used[werkvorm.origin.slug]
    found = [(name, slug) for name, slugs in used.values.items() if name in used.derived for slug in slugs]
    return filled([Feit("Gebruikt", tuple(Link(views.phrase(value), urls.value(*value)) for value in found))])


def _shared_by(using: int, shown: int) -> str:
    """Return what stories with a werkvorm are, of which the first so many name it and the others share a ruimte."""
    if not using:
        return "Verhalen met een van deze ruimtes"
    return "Verhalen waar deze werkvorm bij hoort" if using == shown else "Verhalen die bij deze werkvorm passen"
