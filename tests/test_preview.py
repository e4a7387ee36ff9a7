"""The picture beside a link: a true PNG, with the cells of its ruimtes in their colours."""

from __future__ import annotations

import struct
import zlib

import pytest

from kennisbank.preview import BAND, CELL, GAP, HEIGHT, WIDTH, colours, name, png
from tests.support import RUIMTES


def pixels(data: bytes) -> list[list[bytes]]:
    """Read an indexed PNG without filters as rows of colours; raises when it is not one."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks: dict[bytes, bytes] = {}
    place = 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack(">I", data[place + 8 + length : place + 12 + length]) == (zlib.crc32(kind + body),)
        chunks[kind] = body
        place += 12 + length
    assert struct.unpack(">IIBB", chunks[b"IHDR"][:10]) == (WIDTH, HEIGHT, 8, 3)
    palette = [chunks[b"PLTE"][n : n + 3] for n in range(0, len(chunks[b"PLTE"]), 3)]
    raw = zlib.decompress(chunks[b"IDAT"])
    assert len(raw) == HEIGHT * (WIDTH + 1)
    rows = [raw[n * (WIDTH + 1) : (n + 1) * (WIDTH + 1)] for n in range(HEIGHT)]
    plain: list[bytes] = []
    for row in rows:
        assert row[0] == 0 or (row[0] == 2 and not any(row[1:]))  # as it is, or the same as the row above
        plain.append(row[1:] if row[0] == 0 else plain[-1])
    return [[palette[index] for index in row] for row in plain]


@pytest.mark.parametrize("slugs", [["plek"], ["drijfveer", "lege-ruimte"], RUIMTES, []])
def test_the_middle_of_each_cell_has_its_colour(slugs: list[str]) -> None:
    rows = pixels(png(slugs, RUIMTES))
    for number, slug in enumerate(RUIMTES):
        line, column = divmod(number, 3)
        x = WIDTH // 2 + (column - 1) * (CELL + GAP)
        y = (HEIGHT - BAND) // 2 + (line - 1) * (CELL + GAP)
        assert rows[y][x] == colours()[f"ruimte-{slug}" if slug in slugs else "papier"], slug
    assert rows[-1][0] == colours()["accent"]
    assert rows[0][0] == colours()["papier"]


def test_a_picture_is_small_and_named_by_its_cells() -> None:
    assert name(["drijfveer", "toekomst"], RUIMTES) == "101000000.png"
    assert len(png(RUIMTES, RUIMTES)) < 6000
