"""The picture that others show beside a link to a page: its glyph, as a PNG with a palette.

A page of the same ruimtes has the same picture, so of nine ruimtes there are never more than 512. The colours are those
of the theme.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Sequence
from functools import cache

from PIL import Image, ImageDraw

from kennisbank import PACKAGE

WIDTH, HEIGHT = 1200, 630
"""Pixels; the shape that Open Graph readers show whole (https://ogp.me)."""
CELL, GAP, LINE = 140, 22, 5
BAND = 26
"""Height of the edge at the bottom, in the colour of the site."""
TOKENS = PACKAGE / "theme" / "assets" / "css" / "tokens.css"


def name(slugs: Iterable[str], order: Sequence[str]) -> str:
    """Return the name of the picture of some ruimtes, of which `order` has all: `101000000.png`."""
    filled = frozenset(slugs)
    return "".join("1" if slug in filled else "0" for slug in order) + ".png"


@cache
def colours() -> dict[str, bytes]:
    """Return the colours of the theme for paper, by token, as red, green and blue."""
    found: dict[str, bytes] = {}
    for token, value in re.findall(r"--rb-([\w-]+): #([0-9a-f]{6});", TOKENS.read_text(encoding="utf-8")):
        found.setdefault(token, bytes.fromhex(value))  # the first is that of the light scheme
    return found


def columns(number: int) -> int:
    """Return how many cells of a glyph stand beside each other, of so many in all: as many as it is high, at least."""
    return max(math.isqrt(max(number, 1) - 1) + 1, 1)


def png(slugs: Iterable[str], order: Sequence[str]) -> bytes:
    """Return the picture of some ruimtes: an indexed PNG of pixels only, the same bytes for the same ruimtes."""
    filled = frozenset(slugs)
    theme = colours()
    paper, edge, band = range(3)
    image = Image.new("P", (WIDTH, HEIGHT), paper)
    own = [theme.get(f"ruimte-{slug}", theme["accent"]) for slug in order]
    inks = [theme["papier"], theme["rand-sterk"], theme["accent"], *own]
    image.putpalette(b"".join(inks))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), fill=band)
    across = columns(len(order))
    cell = CELL if across <= 3 else (3 * CELL + 2 * GAP - (across - 1) * GAP) // across
    down = -(-len(order) // across)
    left = (WIDTH - across * cell - (across - 1) * GAP) // 2
    top = (HEIGHT - BAND - down * cell - (down - 1) * GAP) // 2
    for number, slug in enumerate(order):
        line, column = divmod(number, across)
        x, y = left + column * (cell + GAP), top + line * (cell + GAP)
        box = (x, y, x + cell - 1, y + cell - 1)
        ink = band + 1 + number
        if slug in filled:
            draw.rectangle(box, fill=ink)
        else:
            draw.rectangle(box, outline=edge, width=LINE)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
