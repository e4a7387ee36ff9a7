"""What stands in the way of an urgent build is passed over, in a bounded number of attempts, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.passing import MOST, Fault, Hopeless, settle

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

FILES = [f"stories/{number:03}.md" for number in range(100)]


def engine(
    named: Collection[str] = (), silent: Collection[str] = (), together: Sequence[Collection[str]] = ()
) -> tuple[Callable[[frozenset[str]], list[Fault]], list[frozenset[str]]]:
    """Return a build in which some files are wrong and named, others wrong and not, or wrong only together.

    Beside it the list of what each attempt was made without.
    """
    attempts: list[frozenset[str]] = []

    def attempt(without: frozenset[str]) -> list[Fault]:
        attempts.append(without)
        there = set(FILES) - without
        faults = [Fault("is fout.", path) for path in sorted(there.intersection(named))]
        hidden = there.intersection(silent) or any(there.issuperset(group) for group in together)
        return [Fault("Ergens is iets fout.")] if hidden else faults

    return attempt, attempts


def test_nothing_is_passed_over_where_nothing_is_wrong() -> None:
    attempt, attempts = engine()
    assert settle(attempt, FILES).passed == frozenset()
    assert attempts == [frozenset()]


def test_all_that_is_named_goes_at_once() -> None:
    attempt, attempts = engine(named=FILES[10:40])
    assert settle(attempt, FILES).passed == frozenset(FILES[10:40])
    assert len(attempts) == 2


@pytest.mark.parametrize("number", [0, 1, 49, 50, 98, 99])
def test_one_that_nobody_names_is_found(number: int) -> None:
    attempt, attempts = engine(silent=[FILES[number]], named=FILES[3:5])
    settled = settle(attempt, FILES)
    assert settled.passed == {FILES[number], *FILES[3:5]}
    assert attempts[-1] == settled.passed, "the last attempt is the one that was right"
    assert [str(fault) for fault in settled.faults] == [
        "Ergens is iets fout.", "stories/003.md: is fout.", "stories/004.md: is fout."
    ]  # fmt: skip


def test_of_two_that_are_wrong_together_one_goes() -> None:
    attempt, _ = engine(together=[FILES[20:22]])
    assert settle(attempt, FILES).passed == {FILES[21]}


def test_a_few_that_nobody_names_are_found() -> None:
    attempt, attempts = engine(silent=[FILES[7], FILES[70]])
    assert settle(attempt, FILES).passed == {FILES[7], FILES[70]}
    assert len(attempts) <= MOST + 3


def test_many_that_nobody_names_cost_a_part_and_not_an_hour() -> None:
    attempt, attempts = engine(silent=FILES[60::2])
    settled = settle(attempt, FILES)
    assert len(attempts) <= MOST + 3
    assert set(FILES[60::2]) <= settled.passed
    assert not settled.passed.intersection(FILES[:60])
    assert attempts[-1] == settled.passed


def test_what_is_wrong_without_any_file_is_hopeless() -> None:
    attempts: list[frozenset[str]] = []

    def attempt(without: frozenset[str]) -> list[Fault]:
        attempts.append(without)
        return [Fault("De schijf is vol.")]

    with pytest.raises(Hopeless, match="De schijf is vol"):
        settle(attempt, FILES)
    assert len(attempts) == 2


def test_a_file_that_is_named_for_ever_ends_it() -> None:
    """A fault that stays although its file is gone is one of the build itself."""
    with pytest.raises(Hopeless):
        settle(lambda without: [Fault("Blijft.", "stories/000.md")], FILES)


def test_a_fault_that_names_another_file_each_time_ends() -> None:
    def attempt(without: frozenset[str]) -> list[Fault]:
        return [Fault("Volgende.", f"nieuw/{len(without)}.md")]

    with pytest.raises(Hopeless):
        settle(attempt, FILES)


@given(
    st.sets(st.sampled_from(FILES), max_size=6),
    st.sets(st.sampled_from(FILES), max_size=6),
    st.lists(st.sets(st.sampled_from(FILES), min_size=2, max_size=3), max_size=3),
)
def test_it_ends_right_whatever_is_wrong(named: set[str], silent: set[str], together: list[set[str]]) -> None:
    attempt, attempts = engine(named, silent, together)
    settled = settle(attempt, FILES)
    assert len(attempts) <= MOST + 3
    assert attempt(settled.passed) == [] and attempts[-2] == settled.passed
    again, same = engine(named, silent, together)
    assert settle(again, FILES) == settled and same == attempts[:-1], "the same wrongs, the same attempts"
