"""The picture that others show beside a link to a page: its glyph, as a PNG with a palette.

A page of the same ruimtes has the same picture, so of nine ruimtes there are never more than 512. The colours are those
of the site on paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from PIL import Image, ImageDraw

from kennisbank.parts import cells

WIDTH, HEIGHT = 1200, 630
"""Pixels; the shape that Open Graph readers show whole (https://ogp.me)."""
CELL, GAP, LINE = 140, 22, 5
BAND = 26
"""Height of the edge at the bottom, in the colour of the site."""


def name(slugs: Iterable[str], order: Sequence[str]) -> str:
    """Return the name of the picture of some ruimtes, of which `order` has all: `101000000.png`."""
    filled = frozenset(slugs)
    return "".join("1" if slug in filled else "0" for slug in order) + ".png"


def png(slugs: Iterable[str], order: Sequence[str], colours: Mapping[str, str]) -> bytes:
    """Return the picture of some ruimtes: an indexed PNG of pixels only, the same bytes for the same ruimtes.

    `colours` are those of the site by their token (`colours.of`).
    """
    filled = frozenset(slugs)
    theme = {token: bytes.fromhex(colour.removeprefix("#")) for token, colour in colours.items()}
    paper, edge, band = range(3)
    image = Image.new("P", (WIDTH, HEIGHT), paper)
    own = [theme.get(f"ruimte-{slug}", theme["accent"]) for slug in order]
    inks = [theme["papier"], theme["rand-sterk"], theme["accent"], *own]
    image.putpalette(b"".join(inks))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), fill=band)
    across = cells.across(len(order))
    whole = 3 * CELL + 2 * GAP
    cell = CELL if across <= 3 else (whole - (across - 1) * GAP) // across
    side = across * cell + (across - 1) * GAP
    left, top = (WIDTH - side) // 2, (HEIGHT - BAND - side) // 2
    for number, (slug, (column, row)) in enumerate(zip(order, cells.spots(len(order)), strict=True)):
        x, y = left + int(column * (cell + GAP)), top + int(row * (cell + GAP))
        box = (x, y, x + cell - 1, y + cell - 1)
        ink = band + 1 + number
        if slug in filled:
            draw.rectangle(box, fill=ink)
        else:
            draw.rectangle(box, outline=edge, width=LINE)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
