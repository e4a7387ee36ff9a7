"""How many sides of paper a whole story takes: its lines counted at the measure of the sheet, as `style.css` sets it.

No browser is needed: words are put on lines by the widths of the letters that the site has. A test prints every story,
and long ones that were made up, and holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from kennisbank.model.records import Verhaal
from kennisbank.parts.sentences import then
from kennisbank.parts.steps import Tekstdeel

MOST = 2
"""Sides of paper for a whole story: the front and the back of a sheet."""
WIDTHS = {
    20: " ", 24: "|", 25: "',.:;ijïíî’‘·", 26: "Il", 29: "!f", 30: "()[]{}", 31: "-", 34: "t", 35: "/\\r", 42: "*?sz",
    43: "“”", 45: "x", 46: "cç", 47: "vy", 48: "JY–", 49: "FL", 50: "0123456789#$+<=>^_aegk~éèëêáàäâ§€×", 51: "X",
    52: "V", 53: "ES", 54: "ATZ`houöóôüúû", 55: "bnñ", 56: "dpq", 57: "CPR", 58: "K", 59: "B", 61: "&", 62: "DG",
    64: "U", 65: "HN", 66: "OQ", 72: "w", 73: "M", 79: "W", 80: "—", 81: "½", 82: "%", 83: "m", 85: "@", 95: "…",
}  # fmt: skip
"""Letters by how wide they are, in hundredths of their height: those of Source Sans 3."""
WIDTH = {letter: width / 100 for width, letters in WIDTHS.items() for letter in letters}
SPACE = WIDTH[" "]
OTHER = 0.7
"""The width of any other letter, rather too much than too little."""
KNOWN = 10_000
"""Words of which the width is known without counting it anew: more than a region uses often."""
BOLD, TITLE = 1.04, 1.17
"""How much wider bold letters are, and those of a title."""

POINT = 25.4 / 72
PAPER, HIGH, GAP = 174.0, 259.0, 7.0
"""What fits between the margins of A4, and the room between two columns, in mm."""
COLUMN = (PAPER - GAP) / 2
TEXT, LINE = 12.0, 16.5
"""Points of the letters of a story, and of its lines."""
INDENT = 13.0
"""Points by which a list or a quotation is narrower."""
CUT = 1.045
"""What is lost where a column ends: a heading or the last line of a paragraph does not stand alone."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together: their size and the height of a line in points, the room around, and their width."""

    words: str
    size: float = TEXT
    line: float = LINE
    around: float = 5.0
    narrower: float = 0.0
    wider: float = 1.0


def sides(verhaal: Verhaal, text: Sequence[Tekstdeel]) -> int:
    """Return how many sides of paper a story takes with its title, its questions and a code; never too few."""
    return ceil(length(verhaal, text) - 1e-9)


def fits(verhaal: Verhaal, text: Sequence[Tekstdeel]) -> bool:
    """Tell whether a story stands on the front and the back of one sheet of paper."""
    return length(verhaal, text) <= MOST


def length(verhaal: Verhaal, text: Sequence[Tekstdeel]) -> float:
    """Return how much paper a story takes, in sides: its head, its text in two columns, and what stands at the end.

    What stands at the end is never divided over two sides; it is lower than one, so that counts for nothing.
    """
    column = sum(height(block, COLUMN) for part in text for block in _blocks(part)) * CUT
    return (_head(verhaal) + column / 2 + _tail(verhaal)) / HIGH


def _head(verhaal: Verhaal) -> float:
    who = short([*verhaal.scholen, *verhaal.partners, verhaal.plaats])
    blocks = [
        Block("Praktijkverhaal", 9.5, 14, 0),
        Block(verhaal.title, 20, 24, 6, 60, TITLE),
        Block(verhaal.samenvatting, 11.5, 16, 6),
        Block(f"{who}. {then(verhaal.speelde)}", 9.5, 13.5, 10),
    ]
    return sum(height(block, PAPER) for block in blocks)


def _tail(verhaal: Verhaal) -> float:
    questions = verhaal.gesprek or ("x" * 200,) * 3
    asked = sum(height(Block(question, TEXT, LINE, 3, INDENT), PAPER) for question in questions)
    return asked + 12 + 34 + 8  # with its heading, the code of 30 mm, and room around


def short(values: Iterable[str], most: int = 170) -> str:
    """Return so many values as fit in two lines, and how many more there are: as `script/sheet.js` does."""
    every, first = list(values), list[str]()
    for value in every:
        if first and len(", ".join([*first, value])) > most:
            return f"{', '.join(first)} en nog {len(every) - len(first)}"
        first.append(value)
    return ", ".join(first)


def height(block: Block, width: float) -> float:
    """Return how high words are when they are put on lines of a width, both in mm."""
    room = width / POINT - block.narrower
    return (lines(block.words, room / (block.size * block.wider)) * block.line + block.around) * POINT


def lines(words: str, room: float) -> int:
    """Return on how many lines words stand; `room` is the width of a line, in times the height of the letters."""
    number, filled = 1, 0.0
    for wide in map(_wide, words.split(" ")):
        end = filled + SPACE + wide if filled else wide
        if end <= room:
            filled = end
            continue
        number += bool(filled) + int(wide // room)  # a word that is wider than a line is broken
        filled = wide % room
    return number


@lru_cache(KNOWN)
def _wide(word: str) -> float:
    """Return the width of a word, in times the height of the letters; a text says most of its words more than once."""
    return sum(WIDTH.get(letter, OTHER) for letter in word)


def _blocks(part: Tekstdeel, narrower: float = 0.0) -> Iterator[Block]:
    """Yield the blocks of a part of a text, as high as they are on the sheet or a little higher."""
    if part.soort == "kop":
        yield Block(_words(part), 13, 17, 11, narrower, BOLD)
    elif part.soort == "streep":
        yield Block("", around=10)
    elif any(child.soort in HOLDS for child in part.delen):
        inner = narrower + (INDENT if part.soort in INDENTED else 0.0)
        for child in part.delen:
            yield from _blocks(child, inner)
    else:
        own = INDENT if part.soort in INDENTED else 0.0
        breaks = sum(child.soort == "regel" for child in part.delen)
        yield Block(_words(part), around=5 + breaks * LINE, narrower=narrower + own)


INDENTED = {"lijst", "genummerd", "citaat", "uitleg", "blok"}
HOLDS = {
    "alinea", "kop", "lijst", "genummerd", "punt", "citaat", "blok", "begrippen", "begrip", "uitleg", "tabel", "rij",
}  # fmt: skip


def _words(part: Tekstdeel) -> str:
    return (
        part.tekst + "".join(map(_words, part.delen))
        if part.soort != "cel"
        else "".join(map(_words, part.delen)) + "  "
    )
