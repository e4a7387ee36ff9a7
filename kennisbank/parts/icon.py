"""The mark of the site as pictures for the screen of a device: drawn of the icon that a browser shows."""

from __future__ import annotations

import io
from functools import cache
from xml.etree import ElementTree

from PIL import Image, ImageDraw

from kennisbank import PACKAGE
from kennisbank.parts import assets, preview

SVG = "{http://www.w3.org/2000/svg}"
SIZES = (192, 512)
"""Pixels of a side: what a device asks for at least, and what it makes others of."""
FINE = 8
"""How many times larger it is drawn first, so that its corners are round."""
WHOLE, SAFE = 0.74, 0.54
"""How much of a side the mark takes, and where a device may cut off all but a circle (of 0.8 of a side)."""


def png(size: int, *, maskable: bool) -> bytes:
    """Return the mark on paper, as a square PNG of so many pixels; one that is `maskable` may lose its corners."""
    colours = preview.colours()
    ink, paper = colours["accent"], colours["papier"]
    shown, pieces = _mark()
    side = size * FINE
    mask = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(mask)
    share = SAFE if maskable else WHOLE
    scale, edge = side * share / shown, side * (1 - share) / 2
    for x, y, width, height, radius in pieces:
        box = (edge + x * scale, edge + y * scale, edge + (x + width) * scale - 1, edge + (y + height) * scale - 1)
        draw.rounded_rectangle(box, radius * scale, fill=255)
    image = Image.new("RGB", (size, size), tuple(paper))
    image.paste(tuple(ink), mask=mask.resize((size, size), Image.Resampling.BOX))
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


@cache
def _mark() -> tuple[float, list[tuple[float, float, float, float, float]]]:
    """Return the side of the drawing, and of each square in it the place, the size and the radius of its corners."""
    root = ElementTree.parse(PACKAGE / assets.OWN / assets.ICON).getroot()
    side = float(root.attrib["viewBox"].split()[2])
    names = ("x", "y", "width", "height", "rx")
    pieces = [tuple(float(node.attrib[name]) for name in names) for node in root.iter(f"{SVG}rect")]
    return side, [(x, y, width, height, radius) for x, y, width, height, radius in pieces]
