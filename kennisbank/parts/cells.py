"""Where the cell of each ruimte stands: in rows of a square, in their fixed order, whatever their number."""

from __future__ import annotations

import math
from dataclasses import dataclass

FIELD, EDGE, GAP = 26, 1, 1.5
"""The side of the drawing, the room around the cells and between them, in its units."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A square in a drawing of 26 by 26 units: its left, its top and its side."""

    x: float
    y: float
    side: float

    @property
    def path(self) -> str:
        """The cell as SVG path data."""
        return f"M{self.x:g} {self.y:g}h{self.side:g}v{self.side:g}h-{self.side:g}z"


def across(number: int) -> int:
    """Return how many cells stand beside each other, of so many in all: as many as fit above each other, at least."""
    return math.isqrt(max(number, 1) - 1) + 1


def spots(number: int) -> tuple[tuple[float, float], ...]:
    """Return how many cells each of so many stands from the left and from the top of the square.

    What does not fill a row stands in its middle, and rows that do not fill the square stand in the middle of that.
    """
    side = across(number)
    rows = -(-number // side)
    found = []
    for place in range(number):
        row, column = divmod(place, side)
        short = side - (number - row * side if row == rows - 1 else side)
        found.append((column + short / 2, row + (side - rows) / 2))
    return tuple(found)


def cells(number: int) -> tuple[Cell, ...]:
    """Return so many cells, each at its place."""
    side = across(number)
    size = round((FIELD - 2 * EDGE - GAP * (side - 1)) / side, 2)
    step = size + GAP
    return tuple(Cell(round(EDGE + x * step, 3), round(EDGE + y * step, 3), size) for x, y in spots(number))
