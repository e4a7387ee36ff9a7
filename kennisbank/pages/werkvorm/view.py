"""The page of a werkvorm: all that it shows beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import USED
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Werkvorm
from kennisbank.pages.page import PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import ONWARD, BundelKaartje, Link, Voorbeelden
from kennisbank.parts.feiten import view as feiten
from kennisbank.parts.feiten.view import Feit, filled, plain
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import span


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormView(PageView):
    """A werkvorm; `kaarten` are the stories that it fits, `kop` says why, and `andere` have the same function.

    `afgeleid` says that what names the werkvorm tells where it was used, not the werkvorm itself.
    """

    template: ClassVar[str] = "werkvorm.html"
    slug: str
    glyph: Glyph
    feiten: tuple[Feit, ...]
    bron: str
    afgeleid: bool
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
        glyph=views.glyph(slugs),
        bron=werkvorm.bron,
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
    own = [
        Feit("Functie", plain([kb.term("functie", werkvorm.functie).label])),
        Feit("Duur", plain([span(*werkvorm.duur, " minuten")])),
        Feit("Groep", plain([span(*werkvorm.groep, " mensen")])),
        Feit("Materiaal", plain(werkvorm.materiaal)),
        Feit("Voorbereiding", plain([werkvorm.voorbereiding] if werkvorm.voorbereiding else [])),
        Feit("Ruimtes", tuple(views.link(("ruimte", slug)) for slug in ruimtes(kb, werkvorm))),
    ]
    return filled([*own, *feiten.made(views, werkvorm, USED)])


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
