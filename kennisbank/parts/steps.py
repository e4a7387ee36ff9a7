"""A text as data, for a script that shows it elsewhere: the steps and sections of a werkvorm, and all of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from kennisbank.model.course import HEADING
from kennisbank.parts import prose
from kennisbank.parts.tree import tree

Soort = Literal[
    "tekst", "alinea", "kop", "lijst", "genummerd", "punt", "citaat", "sterk", "nadruk", "code", "blok", "hoog",
    "regel", "streep", "begrippen", "begrip", "uitleg", "tabel", "rij", "kopcel", "cel",
]  # fmt: skip
SOORTEN: dict[str, Soort] = {
    "p": "alinea",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "kop"),
    "ul": "lijst",
    "ol": "genummerd",
    "li": "punt",
    "blockquote": "citaat",
    "strong": "sterk",
    "em": "nadruk",
    "code": "code",
    "pre": "blok",
    "sup": "hoog",
    "br": "regel",
    "hr": "streep",
    "dl": "begrippen",
    "dt": "begrip",
    "dd": "uitleg",
    "table": "tabel",
    "tr": "rij",
    "th": "kopcel",
    "td": "cel",
}
"""What each element is called. Of any other only what is in it is kept: of a link its words."""
BROKEN = re.compile(r"[ \t\n]+")
"""Where a line may be broken: not at a space that keeps two words together."""
BLOCKS = frozenset({"p", "ul", "ol", "dl", "blockquote", "pre", "table"})
HOLDERS = frozenset({"div", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "blockquote"})
"""Elements that hold no text of their own: the white space between their parts is none of the text."""


@dataclass(frozen=True, slots=True)
class Tekstdeel:
    """A part of a text: of which sort it is, and its words (of a `tekst`) or its parts (of any other sort)."""

    soort: Soort
    tekst: str = ""
    delen: tuple[Tekstdeel, ...] = ()


def steps(body: str) -> tuple[Tekstdeel, ...]:
    """Return what stands under the heading of the steps in the text of a werkvorm; nothing where it has none."""
    found: list[Tekstdeel] = []
    within = False
    for element in tree(body):
        if element.tag == "h2":
            if within:
                break
            within = "".join(element.itertext()).strip().startswith(HEADING)
        elif within:
            found += _part(element)
    return tuple(found)


def chapters(body: str) -> Iterator[tuple[str, tuple[Tekstdeel, ...]]]:
    """Yield what stands under each heading of a text, with that heading."""
    heading, found = "", list[Tekstdeel]()
    for element in tree(body):
        if element.tag == "h2":
            if heading:
                yield heading, tuple(found)
            heading, found = "".join(element.itertext()).strip(), []
        else:
            found += _part(element)
    if heading:
        yield heading, tuple(found)


def whole(body: str) -> tuple[Tekstdeel, ...]:
    """Return all that a text says."""
    return tuple(part for element in tree(body) for part in _part(element))


def _part(element: Element) -> Iterator[Tekstdeel]:
    """Yield an element as a part; where it has no name of its own, what is in it; of a picture what is to be seen."""
    if element.tag == "img":
        yield from _words(element.get("alt", ""))
        return
    inside = _trimmed(tuple(_inside(element)))
    if soort := SOORTEN.get(element.tag):
        yield Tekstdeel(soort, delen=inside)
    else:
        yield from inside


def _inside(element: Element) -> Iterator[Tekstdeel]:
    """Yield what is in an element; a text stands on one line, but for that of code."""
    keeps, holds = element.tag == "code", element.tag in HOLDERS
    yield from _words(element.text or "", keeps, holds)
    for child in element:
        yield from _part(child)
        yield from _words(child.tail or "", keeps, holds or child.tag in BLOCKS)


def _words(text: str, keeps: bool = False, between: bool = False) -> Iterator[Tekstdeel]:
    """Yield a text, if there is any; white space `between` blocks is none."""
    said = text if keeps else prose.unbroken(BROKEN.sub(" ", text))
    if said.strip() if between else said:
        yield Tekstdeel("tekst", said)


def _trimmed(parts: tuple[Tekstdeel, ...]) -> tuple[Tekstdeel, ...]:
    """Leave out a space at the beginning or the end: no browser shows it."""
    blank = Tekstdeel("tekst", " ")
    return parts[parts[:1] == (blank,) : len(parts) - (parts[-1:] == (blank,))]
