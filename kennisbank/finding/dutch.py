"""Common Dutch words: what is one of these is never mended as a typing error, though no text of the site has it.

The list, its licence and how it was made stand in `nederlands/`.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path

FILE = Path(__file__).with_name("nederlands") / "woorden.txt"


@cache
def common() -> frozenset[str]:
    """Return the common words, as `kennisbank.finding.compared.plain` writes them."""
    return frozenset(_sorted())


def by_beginning() -> dict[str, tuple[str, ...]]:
    """Return the common words by their first two letters, sorted: a browser fetches those of one beginning."""
    return {letters: tuple(words) for letters, words in groupby(_sorted(), key=lambda word: word[:2])}


def _sorted() -> list[str]:
    return FILE.read_text(encoding="ascii").split()


def everyday() -> tuple[str, ...]:
    """Return the words that stand in every text, the most common first: they say little of what is looked for."""
    return tuple(FILE.with_name("gewoon.txt").read_text(encoding="ascii").split())
