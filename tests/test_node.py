"""The tests of scripts that need no page run in Node, each of them; a reader fetches none of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kennisbank import PACKAGE, PROJECT
from kennisbank.parts import assets
from tests.node.cases import question, shuffled
from tests.node.running import HERE, programmas, run


@pytest.mark.apart  # the longest of all; what the planner proposes of other texts is seen below
def test_what_needs_no_page_is_right() -> None:
    result = run(capture=True)
    assert result.returncode == 0, result.stdout + result.stderr
    said = dict(re.findall(r"^# (\w+) (\d+)$", result.stdout, re.MULTILINE))
    written = sum(len(re.findall(r"^\s*test\(", file.read_text(encoding="utf-8"), re.MULTILINE)) for file in _tests())
    assert int(said["pass"]) >= written >= 100, "not every test was run"
    assert said["skipped"] == said["todo"] == said["cancelled"] == "0"


def test_the_proposals_of_the_planner_are_written_as_json(tmp_path: Path) -> None:
    out = tmp_path / "programmas.json"
    assert programmas(str(out)).returncode == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    of_bundels = [one for one in found if one["vraag"]]
    bundels = list((PROJECT / "docs" / "bundels").glob("*.md"))
    assert (len(found) - len(of_bundels), len(of_bundels)) == (3 * 6 * 14 * 2, len(bundels))
    for one in found:
        assert set(one) == {"functie", "mensen", "minuten", "waar", "vraag", "onderdelen"}
        assert sum(item["minuten"] for item in one["onderdelen"]) == one["minuten"]
        for item in one["onderdelen"]:
            assert set(item) == {"soort", "slug", "minuten", "ruimtes", "vorm", "groepen"}
            assert item["soort"] in {"welkom", "werkvorm", "verhaal", "pauze", "oogst"}
            assert bool(item["slug"]) == bool(item["vorm"]) == (item["soort"] != "pauze")


def test_a_test_lies_where_its_script_lies() -> None:
    assert _tests()
    names = [file.relative_to(HERE).as_posix().replace(".test.js", ".js") for file in _tests()]
    assert [name for name in names if not (PACKAGE / name).is_file()] == []


def test_no_reader_fetches_a_test_or_a_type() -> None:
    found = [name for name in assets.read().files if re.search(r"\.test\.|\.ts$|\.mjs$", name)]
    assert found == []


@pytest.mark.parametrize("seed", ["k3x9qa", "1", "zzzzzzz"])
def test_the_steps_in_python_shuffle_too(seed: str) -> None:
    """They are the other side of a comparison: that they do something is said here."""
    assert sorted(shuffled(seed)) == sorted(shuffled("")) != shuffled(seed)
    assert {question(seed, "verdieping", slug) for slug in shuffled(seed)} == {1, 2, 3}


def _tests() -> list[Path]:
    return sorted(HERE.rglob("*.test.js"))
