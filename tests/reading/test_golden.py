"""Every row of the list of bad inputs: what somebody wrote, and exactly what the check says about it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kennisbank.model.fields import specs
from kennisbank.model.records import Verhaal
from kennisbank.problems.report import as_text
from kennisbank.reading.values import choices
from tests.support import GOED, changed, golden, lists, read, write

CASES = golden(Path(__file__).parent.parent / "golden")
LISTS = lists()
FIELDS = ", ".join(specs(Verhaal))
CHOICE = re.compile(r"\{keuze ([a-z]+)\}")
KEYS = {"name", "files", "change", "problems", "notices", "fields", "body", "same"}

WRITTEN = {"beelden", "bytes", "files", "front-matter", "tekeningen"}
"""Groups about how a file is written and where it lies."""


def _apart(name: str) -> bool:
    """Tell whether no setting or list of the project makes a difference to a case."""
    return name.partition(":")[0] in WRITTEN and not CHOICE.search(CASES[name]["problems"])


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.apart] * _apart(name), id=name) for name in CASES]
)
def test_golden(name: str, tmp_path: Path) -> None:
    """A case is laid over a valid root; `change` edits its one story, `files` adds to it.

    `problems` is the whole output, empty when the input is accepted; `{keuze regio}` in it is the cure that lists the
    values of a closed list, as that list is now, and `{velden}` are the fields of a story. Then `fields` and `body`
    tell what was read by slug, and `same` that the story was read as it is in the valid root.
    """
    case = CASES[name]
    assert case.keys() <= KEYS
    files: dict[str, Any] = dict(case.get("files", {}))
    if "change" in case:
        files[GOED] = changed(case["change"])
    loaded = read(write(tmp_path / "root", files))

    expected = case["problems"].replace("{velden}", FIELDS)
    assert as_text(loaded.problems) == CHOICE.sub(lambda found: choices(LISTS[found[1]], ()), expected)
    assert [str(notice) for notice in loaded.notices] == case.get("notices", [])
    assert (loaded.knowledge is None) == bool(case["problems"])
    if loaded.knowledge is None:
        return
    for slug, fields in case.get("fields", {}).items():
        verhaal = loaded.knowledge.verhaal[slug]
        assert {field: str(getattr(verhaal, field)) for field in fields} == fields
    for slug, body in case.get("body", {}).items():
        assert loaded.knowledge.verhaal[slug].origin.body == body
    if case.get("same"):
        plain = read(write(tmp_path / "plain", {})).knowledge
        assert plain is not None
        found, valid = loaded.knowledge.verhaal["goed"], plain.verhaal["goed"]
        assert found == replace(valid, origin=replace(valid.origin, file=found.origin.file))


def test_no_message_is_english_or_a_traceback() -> None:
    everything = "".join(case["problems"] for case in CASES.values())
    for word in ("Traceback", "Error", "expected", "None", "mapping values", "found"):
        assert word not in everything
