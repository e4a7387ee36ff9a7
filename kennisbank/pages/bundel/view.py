"""The page of a bundel: a question, with all that answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Bundel
from kennisbank.pages.page import PageView
from kennisbank.pages.views import Views
from kennisbank.parts.bronvermelding import view as bronvermelding
from kennisbank.parts.bronvermelding.view import Bronvermelding
from kennisbank.parts.cards import Link, Verder, Voorbeelden
from kennisbank.parts.glyph.view import Glyph


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelView(PageView):
    """A question: `gevraagd` says who asked it; `sessie` and `boekje` make a programme and a booklet of its texts."""

    template: ClassVar[str] = "bundel.html"
    glyph: Glyph
    gevraagd: str
    vragen: tuple[str, ...]
    bron: str
    vermelding: Bronvermelding | None
    sessie: str
    boekje: str
    andere: tuple[Link, ...]
    delen: Verder
    voorbeelden: Voorbeelden | None


def function(knowledge: KnowledgeBase, bundel: Bundel) -> str:
    """Return what a bundel is for: the function of most of its werkvormen, of the first where that is equal."""
    named = [knowledge.werkvorm[slug].functie for slug in bundel.werkvormen if slug in knowledge.werkvorm]
    return max(named, key=named.count) if named else "verdieping"


def made(knowledge: KnowledgeBase, views: Views, bundel: Bundel) -> BundelView:
    """Return all that the page of a bundel shows beside its text."""
    others = views.bundel_cards(b for b in knowledge.bundels if b is not bundel)
    stories = views.stories(bundel.verhalen)
    slugs = [verhaal.origin.slug for verhaal in stories]
    methods = [werkvorm.origin.slug for werkvorm in views.named(bundel.werkvormen)]
    examples = [knowledge.voorbeeld[slug] for slug in bundel.voorbeelden if slug in knowledge.voorbeeld]
    return BundelView(
        title=bundel.title,
        description=bundel.samenvatting,
        kruimels=(Link("Vragen", urls.BUNDELS),),
        gevraagd=bundel.gevraagd or "",
        vragen=tuple(bundel.vragen),
        bron=bundel.bron,
        vermelding=bronvermelding.made(knowledge.project, bundel),
        sessie=urls.session(slugs, methods, function(knowledge, bundel), bundel.title),
        boekje=urls.chosen(urls.SELECTIE, slugs, methods),
        glyph=views.glyph(bundel.ruimtes),
        andere=tuple(Link(other.titel, other.url) for other in others),
        voorbeelden=views.voorbeelden(examples, most=len(examples)),
        delen=replace(views.onward(bundel.ruimtes, bundel.werkvormen), verhalen=views.cards(stories)),
    )


def listed(view: BundelView) -> Iterator[Link]:
    """Yield what answers the question, as the page has it."""
    yield from (Link(card.titel, card.url) for card in view.delen.verhalen)
    yield from (Link(card.titel, card.url) for card in view.delen.werkvormen)
    yield from view.voorbeelden.voorbeelden if view.voorbeelden else ()
