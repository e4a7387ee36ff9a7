"""The appointments of the planner, read by what reads calendars: at the right moment, with the whole text."""

from __future__ import annotations

import itertools
import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from tests.node.running import appointments

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OCTETS = 75


@pytest.fixture(scope="module")
def made(given: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    out = tmp_path_factory.mktemp("afspraken") / "afspraken.json"
    assert appointments(given, str(out)).returncode == 0
    found: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return found


def kept(text: str) -> str:
    """Return a text as a value has it: with one kind of line break, and without other controls."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", re.sub(r"\r\n|\r", "\n", text))


def event(one: dict[str, Any]) -> Event:
    calendar = Calendar.from_ical(one["file"])
    (found,) = calendar.walk("VEVENT")
    assert calendar.errors == found.errors == []
    assert isinstance(found, Event)
    return found


def test_a_calendar_reads_back_every_word(made: list[dict[str, Any]]) -> None:
    for one in made:
        found = event(one)
        assert str(found["UID"]) == f"{one['id']}@ruimte.example"
        assert str(found["SUMMARY"]) == kept(one["titel"])
        assert str(found.get("LOCATION", "")) == kept(one["place"])
        assert str(found["DESCRIPTION"]) == kept(f"{one['text']}\n\n{one['address']}")
        assert str(found["URL"]) == one["address"]
        assert found["DTSTAMP"].dt == datetime.fromisoformat(one["now"])


def test_no_line_is_too_long_and_none_breaks_a_character(made: list[dict[str, Any]]) -> None:
    for one in made:
        raw = one["file"].encode("utf-8")
        assert raw.endswith(b"\r\n")
        for line in raw[:-2].split(b"\r\n"):
            assert len(line) <= OCTETS
            assert line.decode("utf-8") and b"\n" not in line and b"\r" not in line


def test_it_is_at_the_hour_of_the_netherlands_whatever_the_season(made: list[dict[str, Any]]) -> None:
    timed = [one for one in made if one["begin"]]
    offsets = set()
    for one in timed:
        found = event(one)
        begin = datetime.fromisoformat(f"{one['date']}T{one['begin']}").replace(tzinfo=AMSTERDAM)
        assert found["DTSTART"].params["TZID"] == "Europe/Amsterdam"
        # What is compared is the moment itself: two times of one zone are compared by their clocks.
        assert found["DTSTART"].dt.astimezone(UTC) == begin.astimezone(UTC)
        assert found["DURATION"].dt == timedelta(minutes=one["minutes"])
        offsets.add(begin.utcoffset())
    assert len(offsets) == 2, "summer and winter"
    assert len(timed) > 300


def test_the_rules_that_go_along_are_those_of_the_zone(made: list[dict[str, Any]]) -> None:
    """A calendar that knows no zones reads the rules of the file: they say the same, also on the days of the change."""
    zoned = next(one for one in made if one["begin"])
    (rules,) = Calendar.from_ical(zoned["file"]).walk("VTIMEZONE")
    zone = rules.to_tz(lookup_tzid=False)
    days = itertools.product((2000, 2026, 2027, 2060), (1, 3, 7, 10), (1, 24, 25, 26, 28, 29, 30, 31), (0, 1, 4, 12))
    for moment in itertools.starmap(datetime, days):
        assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=AMSTERDAM).utcoffset(), moment


def test_without_an_hour_it_is_the_whole_day(made: list[dict[str, Any]]) -> None:
    whole = [one for one in made if not one["begin"]]
    assert whole
    for one in whole:
        found = event(one)
        day = date.fromisoformat(one["date"])
        assert (found["DTSTART"].dt, found["DTEND"].dt) == (day, day + timedelta(days=1))
        assert Calendar.from_ical(one["file"]).walk("VTIMEZONE") == []
