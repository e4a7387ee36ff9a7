"""The list of all ruimtes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import TOOL, Views
from kennisbank.parts.cards import Link, RuimteKaartje


@dataclass(frozen=True, slots=True, kw_only=True)
class RuimtesView(PageView):
    """All ruimtes; `tool` leads to the page about the tool."""

    template: ClassVar[str] = "ruimtes.html"
    ruimtes: tuple[RuimteKaartje, ...]
    tool: Link | None


def page(knowledge: KnowledgeBase, views: Views) -> Page[RuimtesView]:
    """Return the list of all ruimtes, in their fixed order."""
    number = in_words(len(knowledge.ruimtes))
    view = RuimtesView(
        title=f"De {number} ruimtes",
        description=f"De tool Ruimte heeft {number} ruimtes: {number} manieren om naar jullie samenwerking te kijken.",
        ruimtes=tuple(map(views.ruimte_card, knowledge.ruimtes)),
        tool=views.page_link(TOOL),
        verder=replace(views.onward(), ruimtes=()),
    )
    return Page(urls.RUIMTES, view)
