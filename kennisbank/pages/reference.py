"""What the pages of the reference share: of which texts the fields are, and where each field and each list stands."""

from __future__ import annotations

from kennisbank.contributing.wording import TEXTS, Text
from kennisbank.model import urls
from kennisbank.model.records import Beeld, Uitreiking
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link

WITHIN = {
    Beeld: Text("beeld", "Een afbeelding", Beeld, ""),
    Uitreiking: Text("uitreiking", "Iets om uit te reiken", Uitreiking, ""),
}
"""What stands in a field of a text, with fields of its own: it has no file."""
PARTS = (*TEXTS.values(), *WITHIN.values())
"""All that has fields, in the order of the page."""


def field(text: str, name: str) -> str:
    """Return the place of a field in the reference: `meedoen/velden/#verhaal-regio`."""
    return f"{urls.VELDEN}#{text}-{name}"


def values(vocabulary: str) -> str:
    """Return the place of a closed list in the reference: `meedoen/waarden/#regio`."""
    return f"{urls.WAARDEN}#{vocabulary}"


def crumbs(views: Views, *more: Link) -> tuple[Link, ...]:
    """Return where a page of the reference stands: below the guide for who writes, and below `more`."""
    first = views.page_link("meedoen/index.md")  # another root need not have it
    return (first, *more) if first else more
