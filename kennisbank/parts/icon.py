"""The mark of the site: the cells of its ruimtes, as the icon of a browser and as pictures for a device."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from PIL import Image, ImageDraw

from kennisbank.parts import cells
from kennisbank.parts.cells import FIELD, Cell
from kennisbank.parts.colours import Kleur
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render

SIZES = (192, 512)
"""Pixels of a side: what a device asks for at least, and what it makes others of."""
FINE = 8
"""How many times larger it is drawn first, so that its corners are round."""
WHOLE, SAFE = 0.74, 0.54
"""How much of a side the mark takes, and where a device may cut off all but a circle (of 0.8 of a side)."""
ROUND = 1.5 / 7
"""The radius of a corner of a cell, as a share of its side."""


@dataclass(frozen=True, slots=True)
class Vak:
    """A cell of the mark, in units as they are written."""

    x: str
    y: str
    zijde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MerkView(FileView):
    """The mark as a drawing for a browser: its cells, the radius of their corners and their colour."""

    template: ClassVar[str] = "merk.svg"
    cellen: tuple[Vak, ...]
    hoek: str
    kleur: Kleur


@dataclass(frozen=True, slots=True)
class Merk:
    """The mark above every page: the outline of all cells but the last, and that of the last, which stands open."""

    vol: str
    open: str


def drawn(number: int) -> tuple[Cell, ...]:
    """Return the cells of the mark of a site with so many ruimtes: all but the last, which stands open."""
    return cells.cells(max(number, 1))[: max(number - 1, 1)]


def mark(number: int) -> Merk:
    """Return the mark of a site with so many ruimtes."""
    last = cells.cells(max(number, 1))[-1]
    inside = Cell(last.x + 0.5, last.y + 0.5, round(last.side - 1, 2))
    return Merk("".join(cell.path for cell in drawn(number)), inside.path if number > 1 else "")


def svg(number: int, colour: Kleur) -> str:
    """Return the mark of a site with so many ruimtes as a drawing."""
    found = drawn(number)
    shown = tuple(Vak(f"{cell.x:g}", f"{cell.y:g}", f"{cell.side:g}") for cell in found)
    return render(MerkView(cellen=shown, hoek=f"{found[0].side * ROUND:.3g}", kleur=colour))


def pngs(number: int, colours: Mapping[str, str]) -> dict[tuple[int, bool], bytes]:
    """Return the icons of a site by their size in pixels and whether a device may give them its own shape.

    `colours` are those of the site by their token.
    """
    own = colours["accent"], colours["papier"]
    return {(size, shaped): png(size, number, *own, maskable=shaped) for shaped in (False, True) for size in SIZES}


@cache
def png(size: int, number: int, ink: str, paper: str, *, maskable: bool) -> bytes:
    """Return the mark on paper, as a square PNG of so many pixels; one that is `maskable` may lose its corners."""
    side = size * FINE
    mask = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(mask)
    share = SAFE if maskable else WHOLE
    scale, edge = side * share / FIELD, side * (1 - share) / 2
    for cell in drawn(number):
        left, top, width = edge + cell.x * scale, edge + cell.y * scale, cell.side * scale
        box = (left, top, left + width - 1, top + width - 1)
        draw.rounded_rectangle(box, width * ROUND, fill=255)
    image = Image.new("RGB", (size, size), paper)
    image.paste(ink, mask=mask.resize((size, size), Image.Resampling.BOX))
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
