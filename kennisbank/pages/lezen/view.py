"""The page on which participants read a programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.views import Views
from kennisbank.parts.scripts import Eerder


@dataclass(frozen=True, slots=True, kw_only=True)
class LezenView(PageView):
    """What that page shows: its script reads the programme in the address, and knows what can stand there."""

    template: ClassVar[str] = "lezen.html"
    gegevens: sessie.PlanGegevens
    eerder: Eerder


def page(knowledge: KnowledgeBase, views: Views) -> Page[LezenView]:
    """Return the page. Its size grows with the werkvormen and the ruimtes, not with the stories."""
    view = LezenView(
        title="Programma voor deelnemers",
        description="Wat jullie gaan doen, met de verhalen en de vragen.",
        gegevens=sessie.known(knowledge, views),
        eerder=knowledge.former,
    )
    return Page(urls.LEZEN, view)
