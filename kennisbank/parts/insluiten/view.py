"""The offer to show a list on another site."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import urls
from kennisbank.parts.cards import Cards, Link

GUIDE = "over/insluiten.md"
"""The page that says how it works, where a site has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insluiten:
    """What a list is called, the address of it in a frame, and its own; `uitleg` leads to the page that says how."""

    titel: str
    kader: str
    lijst: str
    uitleg: Link | None


def made(cards: Cards, title: str, address: str) -> Insluiten:
    """Return the offer of a list at an address; that of a selection is filled in by a script."""
    return Insluiten(titel=title, kader=urls.embedded(address), lijst=address, uitleg=cards.page_link(GUIDE))
