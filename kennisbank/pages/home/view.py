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
from kennisbank.parts.cards import BundelKaartje, RuimteKaartje, Telling, WerkvormKaartje
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import every

CHOICES = 9
"""Values of a facet that the home page offers to begin with: those with most stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """The values of a facet to begin with, and where all of them are."""

    titel: str
    alle: str
    url: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The home page; `alle` says how many stories there are, `kaarten` are the newest."""

    template: ClassVar[str] = "home.html"
    keuzes: tuple[Keuze, ...]
    kaarten: tuple[Kaartje, ...]
    alle: str
    bundels: tuple[BundelKaartje, ...]
    werkvormen: tuple[WerkvormKaartje, ...]
    ruimtes: tuple[RuimteKaartje, ...]


def made(knowledge: KnowledgeBase, views: Views, text: Record | None = None) -> HomeView:
    """Return what the home page shows beside its text, where a root has one."""
    choices = []
    for facet in (*FACETS[1:], FACETS[0]):
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
    return HomeView(
        title=text.title if text else "Zoek een voorbeeld dat op jullie lijkt",
        description=text.samenvatting if text else f"{knowledge.project.sentence}.",
        keuzes=tuple(choices),
        kaarten=views.cards(knowledge.verhalen[:6]),
        alle=every(len(knowledge.verhalen)),
        bundels=views.bundel_cards(sorted(knowledge.bundels, key=lambda b: not b.gevraagd)[:6]),
        werkvormen=views.onward().werkvormen,
        ruimtes=tuple(map(views.ruimte_card, knowledge.ruimtes)),
        feed=urls.feed(urls.VERHALEN),
    )
