"""The tests of scripts that need no page run in Node, each of them; a reader fetches none of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kennisbank import PACKAGE, PROJECT
from kennisbank.parts import assets
from tests.node.cases import question, shuffled
from tests.node.running import HERE, files_with_tests, programmas, run

LONGEST = ("zoeken/script/results", "zoeken/script/lookup", "sessie/script/plan")
"""Files that take as long as all others together: each is a test of its own, for another process."""


def _apart(files: list[Path]) -> dict[str, list[Path]]:
    """Return the files in groups that are run by themselves, by name."""
    found = {name: [file for file in files if file.as_posix().endswith(f"{name}.test.js")] for name in LONGEST}
    taken = [file for group in found.values() for file in group]
    return found | {"all others": [file for file in files if file not in taken]}


@pytest.mark.apart  # the longest of all; what the planner proposes of other texts is seen below
@pytest.mark.parametrize("files", _apart(files_with_tests()).values(), ids=_apart(files_with_tests()))
def test_what_needs_no_page_is_right(given: Path, files: list[Path]) -> None:
    assert files
    result = run(given, *files, capture=True)
    assert result.returncode == 0, result.stdout + result.stderr
    said = dict(re.findall(r"^# (\w+) (\d+)$", result.stdout, re.MULTILINE))
    assert int(said["pass"]) >= sum(map(_written, files)), "not every test was run"
    assert said["skipped"] == said["todo"] == said["cancelled"] == "0"


def test_every_file_has_tests_and_is_run_once() -> None:
    assert sorted(file for group in _apart(files_with_tests()).values() for file in group) == files_with_tests()
    assert min(map(_written, files_with_tests())) >= 1
    assert sum(map(_written, files_with_tests())) >= 100


def _written(file: Path) -> int:
    return len(re.findall(r"^\s*test\(", file.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_proposals_of_the_planner_are_written_as_json(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "programmas.json"
    assert programmas(given, str(out)).returncode == 0
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
    assert files_with_tests()
    names = [file.relative_to(HERE).as_posix().replace(".test.js", ".js") for file in files_with_tests()]
    assert [name for name in names if not (PACKAGE / name).is_file()] == []


def test_no_reader_fetches_a_test_or_a_type() -> None:
    found = [name for name in assets.read().files if re.search(r"\.test\.|\.ts$|\.mjs$", name)]
    assert found == []


@pytest.mark.parametrize("seed", ["k3x9qa", "1", "zzzzzzz"])
def test_the_steps_in_python_shuffle_too(seed: str) -> None:
    """They are the other side of a comparison: that they do something is said here."""
    assert sorted(shuffled(seed)) == sorted(shuffled("")) != shuffled(seed)
    assert {question(seed, "verdieping", slug) for slug in shuffled(seed)} == {1, 2, 3}
