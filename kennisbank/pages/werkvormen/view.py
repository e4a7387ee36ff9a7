"""The list of all werkvormen, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import USED
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Gebruiktelling, WerkvormKaartje


@dataclass(frozen=True, slots=True)
class WerkvormGroep:
    """The werkvormen of a function, with what it is for."""

    titel: str
    uitleg: str
    werkvormen: tuple[WerkvormKaartje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormenView(PageView):
    """All werkvormen; `gebruikt` says where how many of them were used."""

    template: ClassVar[str] = "werkvormen.html"
    groepen: tuple[WerkvormGroep, ...]
    gebruikt: tuple[Gebruiktelling, ...]


def page(knowledge: KnowledgeBase, views: Views) -> Page[WerkvormenView]:
    """Return the list of all werkvormen: those of a function together, the shortest first."""
    by_duration = sorted(knowledge.werkvormen, key=lambda w: w.duur)  # ties by title
    groups = (
        WerkvormGroep(
            term.label, term.definition, views.werkvorm_cards(w for w in by_duration if w.functie == term.slug)
        )
        for term in knowledge.vocabularies["functie"].terms
    )
    number = len(knowledge.werkvormen)
    ways = "1 manier" if number == 1 else f"{number} manieren"
    view = WerkvormenView(
        title="Werkvormen",
        zoektitel=f"Werkvormen: {ways} om als school en culturele partner in gesprek te gaan" if number else "",
        zoekzin=f"{ways} om als school en culturele partner samen te leren: aan het begin, "
        "onderweg en aan het eind, met duur, groep en stappen."
        if number
        else "",
        description="Ga met de ruimtes aan de slag: aan het begin, onderweg en aan het eind. De kortste eerst.",
        groepen=tuple(groups),
        gebruikt=views.used_counts(USED),
        verder=replace(views.onward(), werkvormen=()),
    )
    return Page(urls.WERKVORMEN, view)
