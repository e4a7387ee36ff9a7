"""Colours: how well they are seen on each other, and the nearest one that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.model.colours import BLACK, READABLE, WHITE, contrast, lowest, mixed, readable

COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21),
        (WHITE, WHITE, 1),
        ("#777777", WHITE, 4.48),
        ("#767676", WHITE, 4.54),
        ("#0000ff", WHITE, 8.59),
    ],
)
def test_contrast_is_that_of_the_guideline(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


def test_a_share_of_another_colour() -> None:
    assert mixed("#204060", WHITE, 0) == "#204060"
    assert mixed("#204060", WHITE, 1) == WHITE
    assert mixed(BLACK, WHITE, 0.5) == "#808080"


@pytest.mark.apart
@given(COLOURS)
def test_any_colour_has_one_that_can_be_read(colour: str) -> None:
    for grounds in (["#faf7f0", "#fffefb", "#f2ecdf"], ["#171a1a", "#1f2423", "#252c2a"]):
        found = readable(colour, grounds)
        assert lowest(found, grounds) >= READABLE
        if lowest(colour, grounds) >= READABLE:
            assert found == colour, "what can be read stays as it is"
