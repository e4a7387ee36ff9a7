"""The shared practice as a drawing: the drive in the middle, around it all that school and partners do together.

After the figure of a shared practice in the report (figure 2). Lengths are units of the
drawing; one is about one CSS pixel at its natural size.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of text: the middle of its letters, and the width that they are pressed in, where they are too wide."""

    tekst: str
    x: float
    y: float
    breed: float


@dataclass(frozen=True, slots=True)
class Vak:
    """A box with its lines."""

    x: float
    y: float
    breed: float
    hoog: float
    regels: tuple[Regel, ...]

    @property
    def midden(self) -> float:
        """The height of its middle."""
        return round(self.y + self.hoog / 2, 1)


@dataclass(frozen=True, slots=True)
class Cirkel:
    """A circle."""

    x: float
    y: float
    straal: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """The whole drawing: its size, the path of its lines, the boxes, and the one in the middle, in a circle or not."""

    breed: float
    hoog: float
    lijnen: str
    vakken: tuple[Vak, ...]
    kern: Vak
    cirkel: Cirkel | None


LETTER = 15
"""Size of the letters."""
WIDTH_OF_LETTER = 0.5 * LETTER
"""Width of an average letter of a sans-serif font; labels are in sentence case."""
ROOM_FOR_LETTER = 0.62 * LETTER
"""What a letter gets when a text is cut in lines: a reader may set letters 0.12 em apart (WCAG 2.2, 1.4.12)."""
LINE = 19
PADDING = 12
GAP = 14


BREAK = re.compile(r"(?<=\w[-/])(?=\w)")
"""Where a word may be cut in two: it brings its own sign."""


def wrap(text: str, width: float) -> list[str]:
    """Cut a text in as few lines of at most `width` as it needs, of about one length.

    So no word stands alone on the last of them while there is room elsewhere. One that is wider than all of a line is
    cut where it has a sign of its own for that, or stands on a line of its own.
    """
    most = max(1, int(width / ROOM_FOR_LETTER))
    words = [part for word in text.split() for part in _parts(word, most)]
    # Of each number of words from the end on: the lines they take, how much room those leave, and the lines themselves.
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for first in reversed(range(len(words))):
        found = []
        for last in range(first + 1, len(words) + 1):
            line = " ".join(words[first:last])
            if len(line) > most and last > first + 1:
                break
            lines, left, rest = best[len(words) - last]
            found.append((lines + 1, left + max(0, most - len(line)) ** 2, (line, *rest)))
        best.append(min(found))
    return list(best[-1][2])


def _parts(word: str, most: int) -> list[str]:
    """Return a word, or the pieces of one that is longer than a line: no two of them fit on one."""
    pieces: list[str] = []
    for piece in BREAK.split(word):
        if pieces and len(pieces[-1]) + len(piece) <= most:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces if len(word) > most else [word]


def _height(text: str, width: float) -> float:
    """Return the height of a box of this width around a text."""
    return len(wrap(text, width - 2 * PADDING)) * LINE + 2 * PADDING - 6


def _box(text: str, x: float, y: float, width: float) -> Vak:
    """Return the box around a text with its left upper corner at `x`, `y`, and its lines in it."""
    inner = width - 2 * PADDING
    lines = (
        Regel(
            line,
            round(x + width / 2, 1),
            round(y + PADDING - 3 + (number + 0.5) * LINE, 1),
            inner if len(line) * WIDTH_OF_LETTER > inner else 0,
        )
        for number, line in enumerate(wrap(text, inner))
    )
    return Vak(x, round(y, 1), width, _height(text, width), tuple(lines))


def _stack(labels: Sequence[str], x: float, top: float, width: float) -> list[Vak]:
    """Return boxes below each other."""
    boxes = []
    for label in labels:
        boxes.append(_box(label, x, top, width))
        top += boxes[-1].hoog + GAP
    return boxes


def _together(labels: Sequence[str], width: float) -> float:
    """Return the height of boxes below each other."""
    return float(sum(_height(label, width) for label in labels) + GAP * (len(labels) - 1))


def wide(drive: str, labels: Sequence[str]) -> Vorm:
    """Return the drawing for a wide page: a circle in the middle, the labels on both sides."""
    width, column, radius = 640, 208, 86
    half = math.ceil(len(labels) / 2)
    sides = labels[:half], labels[half:]
    height = max(*(_together(side, column) for side in sides), 2 * radius) + 2
    boxes = [
        box
        for side, x in zip(sides, (1, width - column - 1), strict=True)
        for box in _stack(side, x, (height - _together(side, column)) / 2, column)
    ]
    middle, centre = width / 2, round(height / 2, 1)
    lines = []
    for number, box in enumerate(boxes):
        edge = column + 1 if number < half else width - column - 1
        turn = (edge + middle) / 2
        lines.append(f"M{middle:g} {centre:g}C{turn:g} {centre:g} {turn:g} {box.midden:g} {edge:g} {box.midden:g}")
    return Vorm(
        breed=width,
        hoog=round(height, 1),
        lijnen="".join(lines),
        vakken=tuple(boxes),
        kern=_box(drive, middle - radius, centre - _height(drive, 2 * radius) / 2, 2 * radius),
        cirkel=Cirkel(middle, centre, radius),
    )


def narrow(drive: str, labels: Sequence[str]) -> Vorm:
    """Return the drawing for a phone: the drive on top, the labels below each other along a line."""
    width, indent = 328, 34
    core = _box(drive, 1, 1, width - 2)
    top = core.y + core.hoog + GAP
    boxes = _stack(labels, indent, top, width - indent - 1)
    spine, start = 16, core.y + core.hoog
    lines = f"M{spine} {start:g}V{boxes[-1].midden:g}" + "".join(f"M{spine} {box.midden:g}H{indent}" for box in boxes)
    return Vorm(
        breed=width,
        hoog=round(top + _together(labels, width - indent - 1) + 1, 1),
        lijnen=lines,
        vakken=tuple(boxes),
        kern=core,
        cirkel=None,
    )
