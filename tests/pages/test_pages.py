"""Lists of pages and words for numbers."""

from __future__ import annotations

import pytest

from kennisbank.pages.listing import pager
from kennisbank.parts.sentences import count, listing, span


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, 0, 9]),
        (5, 9, [1, 0, 3, 4, 5, 6, 7, 0, 9]),
        (9, 9, [1, 0, 7, 8, 9]),
        (50, 100, [1, 0, 48, 49, 50, 51, 52, 0, 100]),
    ],
)
def test_pager_shows_the_ends_and_what_is_near(number: int, total: int, shown: list[int]) -> None:
    found = pager("verhalen/", number, total)
    assert found is not None
    assert [row.nummer for row in found.paginas] == shown
    assert [row.nummer for row in found.paginas if row.huidig] == [number]
    assert bool(found.vorige) == (number > 1)
    assert bool(found.volgende) == (number < total)


def test_no_pager_for_one_page() -> None:
    assert pager("verhalen/", 1, 1) is None


def test_words() -> None:
    assert [count(n) for n in (0, 1, 2)] == ["0 verhalen", "1 verhaal", "2 verhalen"]
    assert [listing(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a en b", "a, b en c"]
    assert [span(30, 45, " minuten"), span(30, 30, " minuten")] == ["30 tot 45 minuten", "30 minuten"]
