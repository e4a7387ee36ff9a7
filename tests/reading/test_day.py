"""The day that counts as today is that of the Netherlands, also where a computer has another clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kennisbank import PROJECT
from kennisbank.reading import values
from kennisbank.reading.loader import load
from tests.support import GOED, VERHAAL, write

MOMENTS = [
    ("2026-01-15T22:59:59+00:00", "2026-01-15"),  # winter: an hour ahead of UTC
    ("2026-01-15T23:00:00+00:00", "2026-01-16"),
    ("2026-07-01T21:59:59+00:00", "2026-07-01"),  # summer: two hours
    ("2026-07-01T22:00:00+00:00", "2026-07-02"),
    ("2026-03-28T23:30:00+00:00", "2026-03-29"),  # the night in which summer begins
    ("2026-03-29T22:00:00+00:00", "2026-03-30"),
    ("2026-10-24T22:30:00+00:00", "2026-10-25"),  # the night in which it ends
    ("2026-10-25T22:30:00+00:00", "2026-10-25"),
    ("2026-12-31T23:00:00+00:00", "2027-01-01"),
]
"""The same moments as in tests/node/pages/schrijven/script/day.test.js."""


@pytest.mark.parametrize(("now", "day"), MOMENTS)
def test_today_is_that_of_the_netherlands(now: str, day: str) -> None:
    assert values.today(datetime.fromisoformat(now)) == date.fromisoformat(day)


@pytest.mark.parametrize(("now", "day"), MOMENTS)
def test_the_check_accepts_a_story_of_today_and_none_of_tomorrow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: str, day: str
) -> None:
    today = values.today(datetime.fromisoformat(now))
    monkeypatch.setattr(values, "today", lambda: today)
    for ahead, codes in ((0, []), (1, ["waarde-datum"])):
        dated = VERHAAL.replace("datum: 2026-11-01", f"datum: {date.fromisoformat(day) + timedelta(ahead)}")
        assert dated != VERHAAL
        root = write(tmp_path / str(ahead), {GOED: dated.encode()})
        assert [problem.code for problem in load(root).problems] == codes


def test_nothing_else_asks_what_day_it_is() -> None:
    """A clock of a computer abroad, or in UTC, would refuse what somebody dated today."""
    asking = [
        file.relative_to(PROJECT).as_posix()
        for file in (PROJECT / "kennisbank").rglob("*.py")
        if any(call in file.read_text(encoding="utf-8") for call in ("date.today(", "datetime.now(", ".utcnow("))
    ]
    assert asking == ["kennisbank/reading/values.py"]
