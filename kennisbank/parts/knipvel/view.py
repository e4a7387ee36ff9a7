"""The sheets of what is handed out with a werkvorm, counted for a number of people: what stands on each.

`script/sheets.js` makes the same of the data beside the page of a werkvorm; the cases of the tests hold them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from kennisbank.model import course
from kennisbank.model.records import Uitreiking, Werkvorm

Vorm = Literal["stroken", "leeg", "kaarten", "blad", "vakken", "affiche"]
ROOM: dict[Vorm, int] = {"stroken": 9, "leeg": 18, "kaarten": 8, "blad": 1, "vakken": 1, "affiche": 1}
"""Pieces on one side of paper."""
COPIES = 4
"""Sheets of the same that are printed so many times; of more there is one, to copy."""
CARD, CARD_LINES = 220, 4
"""Characters and lines that stand on a card, large enough to read: more of them get a whole page."""
STRIP = 200
"""Characters that stand on a strip."""
POSTER = 14
"""Characters that can be read from across a room: one such line fills a sheet, and several are boxes on it."""
FEWEST_BOXES = 4
LARGE, LARGE_LINES = 110, 2
"""Characters and lines on a strip or a card that have room for large letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """A piece of a sheet: its number, what it is, and what stands on it; nothing where it is to be written on.

    `maat` is "groot" where its words have room for large letters.
    """

    nummer: str
    maat: str
    wat: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knipvel:
    """One side of paper: what is on it, of which werkvorm, which of the sheets it is, and its pieces."""

    wat: str
    bij: str
    welk: str
    vorm: str
    stukken: tuple[Stuk, ...]


def form(thing: Uitreiking) -> Vorm | None:
    """Return how a thing is printed; nothing for a blank page, which needs no printer."""
    if thing.soort == course.SHEET:
        return _page(thing.regels)
    on_each = course.pieces(thing)
    most = max((sum(len(line) for line in lines) for lines in on_each), default=0)
    lines = max((len(lines) for lines in on_each), default=0)
    if thing.soort == "stroken":
        if not thing.regels:
            return "leeg"
        if lines == 1 and most <= STRIP:
            return "stroken"
    return "kaarten" if most <= CARD and lines <= CARD_LINES else "blad"


def _page(lines: tuple[str, ...]) -> Vorm | None:
    if not lines:
        return None
    if all(len(line) <= POSTER for line in lines):
        if len(lines) == 1:
            return "affiche"
        if len(lines) >= FEWEST_BOXES:
            return "vakken"
    return "blad"


def printed(thing: Uitreiking, number: int) -> int:
    """Return how many of so many pieces are printed: all of what is cut, and of many equal pages one, to copy."""
    vorm = form(thing)
    if vorm is None:
        return 0
    kinds = len(set(course.pieces(thing)))
    return number if ROOM[vorm] > 1 or number <= COPIES else kinds


def made(werkvorm: Werkvorm, people: int) -> tuple[Knipvel, ...]:
    """Return all sheets of a werkvorm for so many people. What is cut in the same way stands together on a sheet."""
    found: dict[str, list[Stuk]] = {}
    for place, thing in enumerate(werkvorm.uitreiken):
        vorm, one_set = form(thing), course.pieces(thing)
        if vorm is None or not one_set:
            continue
        together = found.setdefault(vorm if ROOM[vorm] > 1 else f"{vorm} {place}", [])
        for number in range(printed(thing, course.needed(thing, werkvorm, people))):
            lines = one_set[number % len(one_set)]
            piece = Stuk(nummer=str(len(together) + 1), maat=_letters(lines), wat=_capital(thing.wat), regels=lines)
            together.append(piece)
    return tuple(sheet for vorm, pieces in found.items() for sheet in _sheets(vorm.partition(" ")[0], pieces, werkvorm))


def _sheets(vorm: str, pieces: Sequence[Stuk], werkvorm: Werkvorm) -> Iterator[Knipvel]:
    """Yield so many sheets as the pieces take."""
    room = next(room for name, room in ROOM.items() if name == vorm)
    total = ceil(len(pieces) / room)
    for sheet in range(total):
        there = tuple(pieces[sheet * room : (sheet + 1) * room])
        yield Knipvel(
            wat=", ".join(dict.fromkeys(piece.wat for piece in there)),
            bij=werkvorm.title,
            welk=f"vel {sheet + 1} van {total}" if total > 1 else "",
            vorm=vorm,
            stukken=there,
        )


def _letters(lines: tuple[str, ...]) -> str:
    return "groot" if len(lines) <= LARGE_LINES and sum(map(len, lines)) <= LARGE else "gewoon"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
