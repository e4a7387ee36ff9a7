"""The three doors of the site: what each is called, which pages lie behind it, and behind which door a page lies."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import kinds, urls
from kennisbank.model.facets import ALL


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a menu names; `holds` are the beginnings of addresses that belong to it, beside its own."""

    name: str
    address: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """What a visitor comes for; the door leads to the first of its pages. Those of `more` only the foot names.

    `drawing` is the file of its drawing, among what pages fetch.
    """

    name: str
    drawing: str
    pages: tuple[Entry, ...]
    more: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies: the name of its door, and the address of the page of that door to which it belongs."""

    door: str = ""
    page: str = ""


_FACETS = tuple(f"{folder}/" for facet in ALL if facet.name != kinds.RUIMTE.one for folder in facet.folders)
_PAIR = 4
"""Parts of the address of two values that cross each other."""

DOORS = (
    Door(
        "Vind een voorbeeld",
        "deur-vinden.svg",
        (
            Entry("Zoeken", urls.ZOEKEN),
            Entry("Verhalen", urls.VERHALEN),
            Entry("Praktijkvoorbeelden", urls.VOORBEELDEN),
            Entry("Vragen", urls.BUNDELS),
            Entry("Kenmerken", urls.KENMERKEN, (*_FACETS, urls.OVERZICHT)),
            Entry("Landkaart", urls.KAART),
        ),
        (Entry("Overzicht", urls.OVERZICHT),),
    ),
    Door(
        "Maak een bijeenkomst",
        "deur-bijeenkomst.svg",
        (
            Entry("Programma", urls.SESSIE),
            Entry("Kaarten", urls.KAARTEN),
            Entry("Werkvormen", urls.WERKVORMEN),
            Entry("De ruimtes", "ruimte/", (urls.RUIMTES,)),
            Entry("Mijn selectie", urls.SELECTIE, (urls.UITDELEN,)),
        ),
    ),
    Door(
        "Deel je verhaal",
        "deur-delen.svg",
        (
            Entry("Deel je verhaal", urls.MEEDOEN),
            *(Entry(f"Schrijf een {one}", address) for one, address in urls.SCHRIJVEN.items()),
        ),
    ),
)
"""The doors in their order, with the names that all of the site has for these pages (`tests/test_names.py`).

A site shows of them what it has.
"""
ABOUT = (
    Entry("Achtergrond", "achtergrond/"),
    Entry("Begrippen", urls.BEGRIPPEN),
    Entry("Over deze kennisbank", "over/"),
    Entry("Contact", "over/contact/"),
    Entry("Toegankelijkheid", "over/toegankelijkheid/"),
    Entry("Privacy", "over/privacy/"),
    Entry("Open data", urls.DATA),
)
"""What the foot names beside the doors."""


def of(address: str) -> Place:
    """Return where the page at an address lies; nowhere for what belongs to no door.

    It belongs to the page with which its address begins: the longest counts. Two values that cross each other are found
    by their characteristics, whichever is named first.
    """
    if address.count("/") >= _PAIR and address.partition("/")[0] in _FOLDERS:
        address = urls.KENMERKEN
    found = [(len(start), place) for start, place in _STARTS if address.startswith(start)]
    return max(found, key=lambda one: one[0])[1] if found else Place()


def _starts(entry: Entry) -> tuple[str, ...]:
    """Return the beginnings of the addresses of a page of a door: kinds that lie within another are found with it."""
    inner = (f"{kind.address}/" for kind in kinds.INNER if f"{kinds.home(kind).address}/" == entry.address)
    return (entry.address, *entry.holds, *inner)


_FOLDERS = frozenset(folder for facet in ALL for folder in facet.folders)
_STARTS = tuple(
    (start, Place(door.name, entry.address))
    for door in DOORS
    for entry in reversed(door.pages)  # a page of its own comes before those that hold it
    for start in _starts(entry)
)
