"""The order in which tests run: what takes long is not left for the end, and no test is lost or run twice."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import LONGEST, TESTS, dealt

pytestmark = pytest.mark.apart  # it looks at tests only

NAMES = (*LONGEST, *(f"test_{letter}.py" for letter in "abcdefgh"))


def items(names: list[str]) -> list[Any]:
    return [SimpleNamespace(path=Path("tests", name), number=number) for number, name in enumerate(names)]


@given(st.lists(st.sampled_from(NAMES), max_size=60), st.integers(1, 6))
def test_every_test_is_dealt_once_and_those_of_a_file_in_their_order(names: list[str], processes: int) -> None:
    all_of_them = items(names)
    found = dealt(all_of_them, processes)
    assert sorted(one.number for one in found) == list(range(len(names)))
    for name in NAMES:
        numbers = [one.number for one in found if one.path.name == name]
        assert numbers == sorted(numbers)


@given(st.permutations([name for name in NAMES for _ in range(9)]), st.integers(1, 4))
def test_whichever_is_read_first_the_order_of_the_files_is_one(names: list[str], processes: int) -> None:
    one, other = dealt(items(names), processes), dealt(items(sorted(names)), processes)
    assert [item.path for item in one] == [item.path for item in other]


@given(st.integers(1, len(LONGEST)), st.integers(200, 260))
def test_every_process_begins_with_what_takes_long(processes: int, number: int) -> None:
    """A share is what is left, by the processes that have none yet."""
    found = dealt(items([*LONGEST, *["test_a.py"] * number]), processes)
    start = 0
    for process in range(processes):
        assert found[start].path.name == LONGEST[process]
        start += (len(found) - start) // (processes - process)


def test_what_takes_long_is_there() -> None:
    there = [file.name for file in TESTS.rglob("test_*.py")]
    assert [name for name in LONGEST if there.count(name) != 1] == []
