"""The page on which a host follows a programme while it runs."""

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
class NuView(PageView):
    """What that page shows: its script reads the programme in the address, and knows what can stand there."""

    template: ClassVar[str] = "nu.html"
    gegevens: sessie.PlanGegevens
    eerder: Eerder


def page(knowledge: KnowledgeBase, views: Views) -> Page[NuView]:
    """Return the page. Its size grows with the werkvormen and the ruimtes, not with the stories."""
    view = NuView(
        title="Bijeenkomst nu",
        description="Zie op het scherm of je telefoon wat er nu gebeurt in jullie programma, hoelang nog, en wat "
        "erna komt.",
        gegevens=sessie.known(knowledge, views),
        eerder=knowledge.former,
    )
    return Page(urls.NU, view)
