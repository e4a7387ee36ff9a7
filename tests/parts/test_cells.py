"""The cells of any number of ruimtes: a row of rows that can be read at a glance."""

from __future__ import annotations

import pytest

from kennisbank.parts import icon
from kennisbank.parts.cells import FIELD, across, cells, spots


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        (1, [1]),
        (2, [2]),
        (3, [2, 1]),
        (4, [2, 2]),
        (5, [3, 2]),
        (7, [3, 3, 1]),
        (9, [3, 3, 3]),
        (12, [4, 4, 4]),
        (20, [5] * 4),
    ],
)
def test_cells_stand_in_rows_from_the_first_to_the_last(number: int, rows: list[int]) -> None:
    places = spots(number)
    heights = sorted({row for _, row in places})
    assert [[row for _, row in places].count(height) for height in heights] == rows
    assert list(places) == sorted(places, key=lambda place: (place[1], place[0])), "in their order"
    for height in heights:
        columns = [column for column, row in places if row == height]
        assert columns[0] + columns[-1] == across(number) - 1, "each row stands in the middle"
    assert heights[0] + heights[-1] == across(number) - 1, "and so do all together"


@pytest.mark.parametrize("number", range(1, 21))
def test_cells_lie_apart_within_the_drawing(number: int) -> None:
    found = cells(number)
    assert len({(cell.x, cell.y) for cell in found}) == len(found) == number
    for cell in found:
        assert min(cell.x, cell.y) >= 1
        assert max(cell.x, cell.y) + cell.side <= FIELD - 1 + 0.05
        assert cell.side >= 3.5, "at the size of a list it is five pixels"
        assert all(
            abs(cell.x - other.x) > cell.side or abs(cell.y - other.y) > cell.side or cell == other for other in found
        )


def test_the_mark_is_that_of_its_ruimtes() -> None:
    assert icon.mark(9).open == "M18.5 18.5h6v6h-6z"
    assert icon.mark(9).vol.count("M") == 8
    assert icon.mark(7).vol.count("M") == 6
    assert (icon.mark(1).vol.count("M"), icon.mark(1).open) == (1, "")
