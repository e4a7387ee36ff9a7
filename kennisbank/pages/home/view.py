"""The home page: what it shows beside its text, where a root has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Record
from kennisbank.pages.page import PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import BundelKaartje, Link, Telling
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import every

CHOICES = 9
"""Values of a facet that the home page offers to begin with: those with most stories."""
MORE = 3
"""Stories beside the newest, and questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """The values of a facet to begin with, and where all of them are."""

    titel: str
    alle: str
    url: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The home page: `uitgelicht` is the newest story, `kaarten` are the next ones; `alle` says how many there are.

    Of the `vragen` that are `gesteld` it is known who asked them; the `werkvormen` are there to begin with.
    """

    template: ClassVar[str] = "home.html"
    uitgelicht: Kaartje | None
    kaarten: tuple[Kaartje, ...]
    alle: str
    vragen: tuple[BundelKaartje, ...]
    gesteld: bool
    keuzes: tuple[Keuze, ...]
    ruimtes: tuple[Link, ...]
    werkvormen: tuple[Link, ...]


def made(knowledge: KnowledgeBase, views: Views, text: Record | None = None) -> HomeView:
    """Return what the home page shows beside its text, where a root has one."""
    choices = []
    for facet in FACETS[1:]:
        vocabulary = knowledge.vocabularies[facet.name]
        filled = [value for value in knowledge.values if value[0] == facet.name]
        filled.sort(key=lambda value: (-len(knowledge.values[value]), vocabulary.order[value[1]]))
        choices.append(
            Keuze(
                titel=vocabulary.label,
                alle=f"Alle {vocabulary.plural.lower()}",
                url=urls.overview(facet.name),
                waarden=tuple(views.counted(value, zoek=True) for value in filled[:CHOICES]),
            )
        )
    asked = [bundel for bundel in knowledge.bundels if bundel.gevraagd]
    stories = views.cards(knowledge.verhalen[: 1 + MORE])
    return HomeView(
        title=text.title if text else "Zoek een voorbeeld dat op jullie lijkt",
        description=text.samenvatting if text else f"{knowledge.project.sentence}.",
        uitgelicht=stories[0] if stories else None,
        kaarten=stories[1:],
        alle=every(len(knowledge.verhalen)),
        vragen=views.bundel_cards((asked or knowledge.bundels)[:MORE]),
        gesteld=bool(asked),
        keuzes=tuple(choices),
        ruimtes=tuple(views.link(("ruimte", ruimte.origin.slug)) for ruimte in knowledge.ruimtes),
        werkvormen=tuple(Link(card.titel, card.url) for card in views.onward().werkvormen),
        feed=urls.feed(urls.VERHALEN),
    )
