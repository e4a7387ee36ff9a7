"""The page of a praktijkvoorbeeld, and the list of all of them: what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld
from kennisbank.pages.listing import PER_PAGE, pager
from kennisbank.pages.page import Dag, Page, PageView, day
from kennisbank.pages.views import Views
from kennisbank.pages.waarde.found import HOW, on_page
from kennisbank.parts.bronvermelding import view as bronvermelding
from kennisbank.parts.bronvermelding.view import Bronvermelding
from kennisbank.parts.cards import RESEARCH, Link, Uitleg
from kennisbank.parts.feiten import view as feiten
from kennisbank.parts.feiten.view import Feit
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.sentences import short
from kennisbank.parts.vertelling import view as vertelling
from kennisbank.parts.vertelling.view import Regel

TITLE = "Praktijkvoorbeelden"
MAIN = FACETS[:3]
"""The facets of the facts beside the text; the others come below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PraktijkvoorbeeldView(PageView):
    """A praktijkvoorbeeld; `soort` says where it is from, `werkvormen` are those that it names or that fit it.

    `kern` is in a few words what ruimtes, schools and partners it is about.
    """

    template: ClassVar[str] = "praktijkvoorbeeld.html"
    slug: str
    soort: str
    glyph: Glyph
    datum: Dag
    kern: tuple[str, ...]
    feiten: tuple[Feit, ...]
    meer_feiten: tuple[Feit, ...]
    gesprek: tuple[str, ...]
    werkvormen: tuple[Regel, ...]
    bron: str
    vermelding: Bronvermelding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorbeeldenView(PageView):
    """A page of the list of all praktijkvoorbeelden; `telling` says how many there are."""

    template: ClassVar[str] = "voorbeelden.html"
    telling: str
    voorbeelden: tuple[Uitleg, ...]


def made(knowledge: KnowledgeBase, views: Views, voorbeeld: Praktijkvoorbeeld) -> PraktijkvoorbeeldView:
    """Return all that the page of a praktijkvoorbeeld shows beside its text."""
    return PraktijkvoorbeeldView(
        title=voorbeeld.title,
        description=voorbeeld.samenvatting,
        kruimels=(Link("Verhalen", urls.VERHALEN), Link(TITLE, urls.VOORBEELDEN)),
        slug=voorbeeld.origin.slug,
        soort=RESEARCH if knowledge.project.reported(voorbeeld.bron) else "Praktijkvoorbeeld",
        glyph=views.glyph(voorbeeld.ruimtes),
        datum=day(voorbeeld.datum),
        bijgewerkt=day(voorbeeld.bijgewerkt) if voorbeeld.bijgewerkt else None,
        kern=(
            *(knowledge.term("ruimte", slug).label for slug in voorbeeld.ruimtes),
            *vertelling.first(views, voorbeeld, MAIN[1:]),
        ),
        feiten=feiten.made(views, voorbeeld, MAIN),
        meer_feiten=feiten.made(views, voorbeeld, knowledge.project.optional),
        gesprek=voorbeeld.gesprek,
        werkvormen=vertelling.werkvormen(views, views.suited(voorbeeld)),
        bron=voorbeeld.bron,
        vermelding=bronvermelding.made(knowledge.project, voorbeeld),
    )


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[VoorbeeldenView]]:
    """Yield the list of all praktijkvoorbeelden, newest first, cut in pages as that of the stories."""
    found = knowledge.voorbeelden
    total = max(1, -(-len(found) // PER_PAGE))
    head = f"{short(len(found)).capitalize()} van school en culturele partner" if found else ""
    told = f"{short(len(found)).capitalize()}, in een paar zinnen: {HOW}." if found else ""
    for number in range(1, total + 1):
        shown = views.voorbeelden(found[(number - 1) * PER_PAGE : number * PER_PAGE], most=PER_PAGE)
        again = number > 1
        title, text = on_page(head, told, number, total)
        yield Page(
            urls.numbered(urls.VOORBEELDEN, number),
            VoorbeeldenView(
                title=f"{TITLE}, pagina {number}" if again else TITLE,
                zoektitel=title,
                zoekzin=text,
                description="Hoe school en partner samenwerkten, in een paar zinnen. De meeste voorbeelden komen uit"
                " het onderzoek en noemen geen namen.",
                kruimels=(Link("Verhalen", urls.VERHALEN), *((Link(TITLE, urls.VOORBEELDEN),) if again else ())),
                feed=urls.feed(urls.VOORBEELDEN),
                bladeren=pager(urls.VOORBEELDEN, number, total),
                telling="1 voorbeeld" if len(found) == 1 else f"{len(found)} voorbeelden",
                voorbeelden=shown.voorbeelden if shown else (),
                verder=views.onward(),
            ),
        )
