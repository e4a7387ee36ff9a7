"""What the top of a page shows: the doors of the site, each with the pages behind it that the site has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisbank.model.doors import DOORS, Entry
from kennisbank.parts.cards import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Deur:
    """A door: where it leads, its drawing, and the pages behind it; those of `meer` only the foot names."""

    naam: str
    url: str
    tekening: str
    paginas: tuple[Link, ...]
    meer: tuple[Link, ...]


def doors(has: Callable[[str], bool]) -> tuple[Deur, ...]:
    """Return the doors of a site, of which `has` tells whether it has a page at an address.

    A page that is not there is left out, and so is a door with nothing behind it.
    """
    found = []
    for door in DOORS:
        pages = links(door.pages, has)
        if pages:
            found.append(
                Deur(
                    naam=door.name,
                    url=pages[0].url,
                    tekening=door.drawing,
                    paginas=pages,
                    meer=links(door.more, has),
                )
            )
    return tuple(found)


def links(entries: Iterable[Entry], has: Callable[[str], bool]) -> tuple[Link, ...]:
    """Return those of these pages that a site has."""
    return tuple(Link(entry.name, entry.address) for entry in entries if has(entry.address))
