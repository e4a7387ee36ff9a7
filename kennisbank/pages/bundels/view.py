"""The list of all bundels: the questions that were asked, and those that the stories answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import BundelKaartje, Link


@dataclass(frozen=True, slots=True)
class BundelGroep:
    """Questions of one kind."""

    titel: str
    bundels: tuple[BundelKaartje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelsView(PageView):
    """All questions."""

    template: ClassVar[str] = "bundels.html"
    groepen: tuple[BundelGroep, ...]


def page(knowledge: KnowledgeBase, views: Views) -> Page[BundelsView]:
    """Return the list of all questions; those that somebody asked come first."""
    asked = views.bundel_cards(b for b in knowledge.bundels if b.gevraagd)
    others = views.bundel_cards(b for b in knowledge.bundels if not b.gevraagd)
    view = BundelsView(
        title="Vragen",
        zoektitel="Vragen van leergemeenschappen, met antwoorden uit de praktijk" if knowledge.bundels else "",
        description="Wat leergemeenschappen van elkaar willen weten. Bij elke vraag vind je verhalen en werkvormen.",
        groepen=(
            BundelGroep("Gevraagd in leergemeenschappen", asked),
            BundelGroep("Vragen waar de verhalen op antwoorden", others),
        ),
        verder=views.onward(),
    )
    return Page(urls.BUNDELS, view)


def listed(view: BundelsView) -> Iterator[Link]:
    """Yield every question, as the page has them."""
    yield from (Link(card.titel, card.url) for group in view.groepen for card in group.bundels)
