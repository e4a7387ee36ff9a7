"""The picture that others show beside a link to a page: its glyph, as a PNG made here, without a drawing library.

A page of the same ruimtes has the same picture, so there are never more than 512. The colours are those of the theme.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

WIDTH, HEIGHT = 1200, 630
"""Pixels; the shape that Open Graph readers show whole (https://ogp.me)."""
CELL, GAP, LINE = 140, 22, 5
BAND = 26
"""Height of the edge at the bottom, in the colour of the site."""
TOKENS = Path(__file__).parent / "theme" / "assets" / "css" / "tokens.css"


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


def png(slugs: Iterable[str], order: Sequence[str]) -> bytes:
    """Return the picture of some ruimtes as an indexed PNG (PNG specification, third edition, colour type 3)."""
    filled = frozenset(slugs)
    theme = colours()
    palette = [theme["papier"], theme["rand-sterk"], theme["accent"], *(theme[f"ruimte-{slug}"] for slug in order)]
    left = (WIDTH - 3 * CELL - 2 * GAP) // 2
    top = (HEIGHT - BAND - 3 * CELL - 2 * GAP) // 2
    rows = [bytes([0]) * WIDTH] * (HEIGHT - BAND) + [bytes([2]) * WIDTH] * BAND
    for line in range(3):
        cells = [(number + 3, order[number] in filled) for number in range(3 * line, 3 * line + 3)]
        start = top + line * (CELL + GAP)
        edge = _row(left, [(colour, True, full) for colour, full in cells])
        middle = _row(left, [(colour, full, full) for colour, full in cells])
        rows[start : start + CELL] = [edge] * LINE + [middle] * (CELL - 2 * LINE) + [edge] * LINE
    # A row that is the same as the one above it is written as no difference (filter "Up"): that packs at once.
    same = b"\2" + bytes(WIDTH)
    data = b"".join(same if row == above else b"\0" + row for above, row in zip([b"", *rows], rows, strict=False))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(data, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _row(left: int, cells: Sequence[tuple[int, bool, bool]]) -> bytes:
    """Return one row of pixels through three cells: colour, whether this row is solid, whether the cell is filled."""
    parts = [bytes(left)]
    for colour, solid, full in cells:
        ink = colour if full else 1
        inside = bytes([ink if solid else 0]) * (CELL - 2 * LINE)
        parts += [bytes([ink]) * LINE, inside, bytes([ink]) * LINE, bytes(GAP)]
    row = b"".join(parts)
    return row + bytes(WIDTH - len(row))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
