"""Colours: how well one is seen on another, and which one that is like it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
"""A colour as it is written: red, green and blue, each from 00 to ff."""
READABLE = 4.5
"""How many times lighter or darker a letter is than what it stands on, at least (WCAG 2.2, 1.4.3); a drawing asks 3."""
BLACK, WHITE = "#000000", "#ffffff"
STEPS = 200
"""In how many steps a colour becomes black or white: each is too small to be seen."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of a colour, from 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    linear = [
        (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in (n / 255 for n in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return how well a colour is seen on another, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lowest(colour: str, grounds: Iterable[str]) -> float:
    """Return the contrast of a colour with that of these on which it is seen worst."""
    return min(contrast(colour, ground) for ground in grounds)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a `share` (from 0 to 1) of another in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(own + (more - own) * share):02x}" for own, more in pairs)


def readable(colour: str, grounds: Iterable[str], least: float = READABLE) -> str:
    """Return the colour nearest to this one that can be read on all of these: darker on light ones, lighter on dark.

    Where none can, because some are light and some dark, it is the last that was tried.
    """
    grounds = tuple(grounds)
    dark = sum(map(luminance, grounds)) / len(grounds) < 0.18
    made = colour
    for step in range(STEPS + 1):
        made = mixed(colour, WHITE if dark else BLACK, step / STEPS)
        if lowest(made, grounds) >= least:
            break
    return made
