"""A text as data, for a script that shows it elsewhere: the steps and sections of a werkvorm, and all of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
    for element in _read(body):
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
    for element in _read(body):
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
    return tuple(part for element in _read(body) for part in _part(element))


@lru_cache(1)
def _read(body: str) -> Element:
    """Return the elements of a text, which is asked for more than once in a row: the steps, and then the rest."""
    return tree(body, places=False)


def _part(element: Element) -> list[Tekstdeel]:
    """Return an element as a part; where it has no name of its own, what is in it; of a picture what is to be seen."""
    if element.tag == "img":
        return _words(element.get("alt", ""))
    inside = _trimmed(_inside(element))
    soort = SOORTEN.get(element.tag)
    return [Tekstdeel(soort, delen=tuple(inside))] if soort else inside


def _inside(element: Element) -> list[Tekstdeel]:
    """Return what is in an element; a text stands on one line, but for that of code."""
    keeps, holds = element.tag == "code", element.tag in HOLDERS
    found = _words(element.text, keeps, holds)
    for child in element:
        found += _part(child)
        found += _words(child.tail, keeps, holds or child.tag in BLOCKS)
    return found


def _words(text: str | None, keeps: bool = False, between: bool = False) -> list[Tekstdeel]:
    """Return a text, if there is any; white space `between` blocks is none."""
    if not text or (between and not text.strip()):
        return []
    return [Tekstdeel("tekst", text if keeps else _on_one_line(text))]


def _on_one_line(text: str) -> str:
    if "\n" in text or "  " in text or "\t" in text:  # most have none: looking at each space takes far longer
        text = BROKEN.sub(" ", text)
    return prose.unbroken(text)


def _trimmed(parts: list[Tekstdeel]) -> list[Tekstdeel]:
    """Leave out a space at the beginning or the end: no browser shows it."""
    if parts and parts[0].tekst == " ":
        parts = parts[1:]
    if parts and parts[-1].tekst == " ":
        parts = parts[:-1]
    return parts
