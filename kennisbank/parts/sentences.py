"""Pieces of Dutch sentences: ranges, numbers of stories, lists of words, full stops."""

from __future__ import annotations

import re
from collections.abc import Iterable

FEWEST, MOST = 50, 160
"""Characters of what a search engine shows below a title: with fewer it looks for a text itself, more it cuts off."""
ENDS = re.compile(r"(?<=[.!?…]) +(?=[^\W_a-z])")
"""Where a sentence ends and the next begins."""


def span(low: int, high: int, unit: str = "", between: str = " tot ") -> str:
    """Return a range as it is said: "30 tot 45 minuten", or one number when both are the same."""
    return f"{low}{between}{high}{unit}" if low != high else f"{low}{unit}"


def happened(years: tuple[int, int] | None) -> str:
    """Return in a few words when something happened; nothing where it is not known."""
    if years is None:
        return ""
    first, last = years
    return f"Speelde in {first}" if first == last else f"Speelde tussen {first} en {last}"


def then(years: tuple[int, int] | None) -> str:
    """Return when something happened, and that it was then; nothing where it is not known."""
    return f"Dit {happened(years).lower()}. Hoe het nu gaat, weten we niet." if years else ""


def sentence(text: str) -> str:
    """End a text with a full stop, unless it ends a sentence by itself: of a source or a question that is quoted."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def count(number: int) -> str:
    """Return a number of stories in words: "1 verhaal", "7 verhalen"."""
    return "1 verhaal" if number == 1 else f"{number} verhalen"


def practice(number: int) -> str:
    """Return a number of stories for who does not know the site: "1 praktijkverhaal", "7 praktijkverhalen"."""
    return "1 praktijkverhaal" if number == 1 else f"{number} praktijkverhalen"


def short(number: int) -> str:
    """Return a number of short examples in words: "1 praktijkvoorbeeld", "7 praktijkvoorbeelden"."""
    return "1 praktijkvoorbeeld" if number == 1 else f"{number} praktijkvoorbeelden"


def every(number: int) -> str:
    """Return all stories in words: "alle 7 verhalen", "het enige verhaal"."""
    return {0: "alle verhalen", 1: "het enige verhaal"}.get(number, f"alle {number} verhalen")


def listing(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b en c"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} en {last}" if first else last


def fitting(text: str, more: str = "") -> str:
    """Return a text as long as a search engine shows it: from `FEWEST` to `MOST` characters.

    Of a long one as many whole sentences as fit, or else its first words; a short one goes on with `more`, a sentence
    without a full stop.
    """
    if len(text) < FEWEST and more and more not in text:
        text = f"{sentence(text)} {sentence(more)}" if text else sentence(more)
    if len(text) <= MOST:
        return text
    kept = ""
    for part in ENDS.split(text):
        longer = f"{kept} {part}".strip()
        if len(longer) > MOST:
            break
        kept = longer
    if len(kept) >= FEWEST:
        return kept
    words = text[:MOST].rpartition(" ")[0] or text[: MOST - 1]
    return words.rstrip(" .,:;–") + "…"
