"""No sentence of ours is copied from the report: what it tells is retold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank import PROJECT
from tests.tools.copied import HASHES, RUN, SIZE, copied, pack, unpack

PLACES = (
    "lijsten",
    "stories", "werkvormen", "ruimtes", "docs", "kennisbank", ".github", "CONTRIBUTING.md", "README.md",
    "ARCHITECTURE.md",
)  # fmt: skip
"""Everything that somebody reads."""
TEXTS = {".md", ".yml", ".yaml", ".html", ".j2", ".json", ".txt", ".py", ".js", ".css", ".xml", ".svg"}
SOURCE = "In de tuin van de oude molen groeit elk jaar een regenboog van papier, zo’n wonder."
"""Stands in for a report; these words are in no other text."""


def files() -> list[Path]:
    """Return every file of the project that is read for its sentences."""
    found = [file for name in PLACES for file in [PROJECT / name, *(PROJECT / name).rglob("*")]]
    return sorted(file for file in found if file.is_file() and file.suffix in TEXTS)


def told(text: str, known: frozenset[bytes] | None = None) -> list[tuple[int, str]]:
    return list(copied(text, unpack(pack(SOURCE)) if known is None else known))


def test_no_text_of_ours_is_copied() -> None:
    known = unpack(HASHES.read_bytes())
    found = [
        f"{file.relative_to(PROJECT)}:{line}: {run}"
        for file in files()
        for line, run in copied(file.read_text(encoding="utf-8"), known)
    ]
    assert found == [], "copied from the report; tell it in words of your own:\n" + "\n".join(found)


def test_all_that_is_read_is_looked_at() -> None:
    read = {file.relative_to(PROJECT).as_posix() for file in files()}
    assert {"stories/trots-in-meppel.md", "docs/over/onderzoek.md", "lijsten/begrip.yml"} <= read
    assert {Path(path).parts[0] for path in read} == set(PLACES)


def test_what_is_kept_of_the_report_is_a_whole_report() -> None:
    kept = HASHES.read_bytes()
    assert pack(SOURCE) != kept
    assert len(kept) % SIZE == 0 and 30_000 * SIZE < len(kept) < 400_000
    assert b"".join(sorted(unpack(kept))) == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kijk: in de tuin van de oude molen groeit niets.", [(1, "in de tuin van de oude molen groeit")]),
        ("---\na: b\n---\n\n*In de* Tuin\nvan “de” oude, molen groeit\n", [(5, "in de tuin van de oude molen groeit")]),
        ("jaar een regenboog van papier zo'n wonder", []),
        ("elk jaar een regenboog van papier, zo'n wonder", [(1, "elk jaar een regenboog van papier zo'n wonder")]),
        ("in de tuin van de mooie molen groeit elk jaar een roos van papier", []),
        (SOURCE, [(1, "in de tuin van de oude molen groeit elk jaar een regenboog van papier zo'n wonder")]),
        (
            "de tuin van de oude molen groeit elk in de\nde oude molen groeit elk jaar een regenboog",
            [(1, "de tuin van de oude molen groeit elk"), (2, "de oude molen groeit elk jaar een regenboog")],
        ),
        (
            "de tuin van de oude molen groeit elk\nde oude molen groeit elk jaar een regenboog",
            [(1, "de tuin van de oude molen groeit elk"), (2, "de oude molen groeit elk jaar een regenboog")],
        ),
        ("", []),
    ],
)
def test_a_copied_run_is_found_with_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert told(text) == found


def test_a_run_that_was_planted_in_a_text_of_ours_is_found() -> None:
    file = PROJECT / "stories" / "trots-in-meppel.md"
    text = file.read_text(encoding="utf-8")
    planted = f"{text}\nZe zeiden het zo. {SOURCE}\n"
    assert told(text) == []
    assert [line for line, _ in told(planted)] == [text.count("\n") + 2]


def test_the_script_keeps_hashes_and_no_words(tmp_path: Path) -> None:
    report, out = tmp_path / "report.txt", tmp_path / "report.bin"
    report.write_text(SOURCE.replace(" groeit ", "\n\n12\n\ngroeit "), encoding="utf-8")
    command = [sys.executable, PROJECT / "scripts" / "copied.py", report, "--out", out]
    subprocess.run(command, check=True)
    known = unpack(out.read_bytes())
    assert told("molen 12 groeit elk jaar een regenboog van papier", known)
    assert len(known) == len(SOURCE.split()) + 1 - RUN + 1
    assert not any(word.encode() in out.read_bytes() for word in ("molen", "regenboog"))
