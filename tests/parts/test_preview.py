"""The picture beside a link: a true PNG, with the cells of its ruimtes in their colours."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import pytest
from PIL import Image

from kennisbank.parts import cells, colours, preview
from kennisbank.parts.preview import BAND, CELL, GAP, HEIGHT, WIDTH, name
from tests.support import RUIMTES

INKS = {**colours.theme(), **{f"ruimte-{slug}": f"#0{place}6030" for place, slug in enumerate(RUIMTES)}}


def png(slugs: Iterable[str], order: Sequence[str]) -> bytes:
    return preview.png(slugs, order, INKS)


def ink(token: str) -> bytes:
    return bytes.fromhex(INKS[token].removeprefix("#"))


def pixels(data: bytes) -> Image.Image:
    """Read an indexed PNG as an image of colours; raises when it is not one, or not of the size of a picture."""
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (WIDTH, HEIGHT))
    return image.convert("RGB")


def chunks(data: bytes) -> list[bytes]:
    """Return the kinds of the parts of a PNG, in order."""
    found, place = [], len(b"\x89PNG\r\n\x1a\n")
    while place < len(data):
        found.append(data[place + 4 : place + 8])
        place += 12 + int.from_bytes(data[place : place + 4], "big")
    return found


@pytest.mark.parametrize("slugs", [["plek"], ["drijfveer", "lege-ruimte"], RUIMTES, []])
def test_the_middle_of_each_cell_has_its_colour(slugs: list[str]) -> None:
    image = pixels(png(slugs, RUIMTES))

    def shown(x: int, y: int) -> bytes:
        return bytes(image.getpixel((x, y)))  # type: ignore[arg-type]

    for number, slug in enumerate(RUIMTES):
        line, column = divmod(number, 3)
        x = WIDTH // 2 + (column - 1) * (CELL + GAP)
        y = (HEIGHT - BAND) // 2 + (line - 1) * (CELL + GAP)
        colour = ink(f"ruimte-{slug}")
        assert shown(x, y) == (colour if slug in slugs else ink("papier")), slug
        for side in (-1, 1):  # from the middle, the first and the last pixel of the edge
            edge = x + side * CELL // 2 - (side > 0)
            assert shown(edge, y) == (colour if slug in slugs else ink("rand-sterk")), slug
            assert shown(edge + side, y) == ink("papier"), slug
    assert shown(0, HEIGHT - 1) == shown(WIDTH - 1, HEIGHT - BAND) == ink("accent")
    assert shown(0, 0) == shown(0, HEIGHT - BAND - 1) == ink("papier")


def test_a_picture_is_small_and_named_by_its_cells() -> None:
    assert name(["drijfveer", "toekomst"], RUIMTES) == "101000000.png"
    assert len(png(RUIMTES, RUIMTES)) < 2000


def test_a_picture_has_nothing_in_it_but_pixels_and_is_the_same_each_time() -> None:
    made = png(RUIMTES[:4], RUIMTES)
    assert chunks(made) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    assert png(reversed(RUIMTES[:4]), RUIMTES) == made


@pytest.mark.parametrize(("number", "side"), [(1, 1), (2, 2), (4, 2), (5, 3), (9, 3), (10, 4), (16, 4), (20, 5)])
def test_a_glyph_is_as_wide_as_it_is_high(number: int, side: int) -> None:
    assert cells.across(number) == side


@pytest.mark.parametrize("number", [1, 4, 12, 20])
def test_any_number_of_ruimtes_has_a_picture(number: int) -> None:
    """Also of ruimtes without a colour of their own; every cell lies within the picture."""
    order = [f"ruimte-{place}" for place in range(number)]
    full, empty = (Image.open(io.BytesIO(png(slugs, order))) for slugs in (order, []))
    assert full.size == (preview.WIDTH, preview.HEIGHT)
    assert full.tobytes() != empty.tobytes()
    assert {full.getpixel((x, y)) for x in (0, preview.WIDTH - 1) for y in (0, 20, 500)} == {0}, "the edges are paper"
