"""The check at the command line: its exit status, its three forms, and what it says to whom."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site_support import PROJECT, mini_root, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with two problems in one story and one in another."""
    root = mini_root(tmp_path)
    story = root / "stories" / "klooster.md"
    text = story.read_text(encoding="utf-8").replace("regio: oost-groningen", "regio: noord holland")
    story.write_text(text.replace("[vo]", "[gymnasium]"), encoding="utf-8")
    (root / "stories" / "leeg.md").write_bytes(b"")
    return root


def test_no_problems(tmp_path: Path) -> None:
    result = run("check.py", "--root", mini_root(tmp_path))
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "Let op: stories/nog-een-concept.md:12: dit is een concept en komt nog niet op de site.",
        "Let op: stories/zonder-toestemming.md:11: toestemming is nee, dus dit verhaal komt niet op de site.",
        "Geen problemen gevonden.",
    ]


def test_the_content_of_this_project_has_no_problems() -> None:
    result = run("check.py")
    assert (result.returncode, result.stdout) == (0, "")


def test_every_problem_on_a_line_of_its_own(root: Path) -> None:
    result = run("check.py", "--root", root)
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "stories/klooster.md:5:8",
        "stories/klooster.md:7:14",
        "stories/leeg.md:1:1",
    ]
    assert lines[0].startswith('stories/klooster.md:5:8 [regio] "noord holland" bestaat niet. Bedoelde je "noord-')
    assert result.stderr.splitlines()[-1] == "3 problemen gevonden."


def test_only_the_files_that_are_named(root: Path) -> None:
    for name in (root / "stories" / "leeg.md", "stories/leeg.md"):
        result = run("check.py", "--root", root, name)
        assert (result.returncode, len(result.stdout.splitlines())) == (1, 1)
    result = run("check.py", "--root", root, "stories/opmaak.md")
    assert (result.returncode, result.stdout) == (0, "")


def test_annotations_for_github(root: Path) -> None:
    lines = run("check.py", "--root", root, "--format", "github").stdout.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(
        "::error file=stories/klooster.md,line=5,col=8,title=Waarde die niet in de lijst staat::[regio] "
    )


def test_json(root: Path) -> None:
    found = json.loads(run("check.py", "--root", root, "--format", "json").stdout)
    assert [(row["path"], row["line"], row["field"]) for row in found["problemen"]] == [
        ("stories/klooster.md", 5, "regio"),
        ("stories/klooster.md", 7, "schooltype"),
        ("stories/leeg.md", 1, ""),
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--root", "/bestaat/niet"], "de map /bestaat/niet is er niet"),
        (["stories/bestaat-niet.md"], "het bestand stories/bestaat-niet.md is er niet"),
        (["--format", "xml"], "kies uit"),
        (["--wat"], "onbekend: --wat"),
        (["--root"], "hier hoort een waarde achter"),
    ],
)
def test_wrong_use_is_said_in_dutch(arguments: list[str], words: str) -> None:
    result = run("check.py", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr
    assert "usage" not in result.stderr


def test_help_is_dutch() -> None:
    result = run("check.py", "--help")
    assert result.returncode == 0
    for english in ("usage", "options", "positional", "show this"):
        assert english not in result.stdout


def test_the_check_needs_no_engine() -> None:
    """Checking imports neither MkDocs nor what only a build needs, so that it starts at once."""
    code = "import runpy, sys; sys.argv = ['check.py', '--root', 'tests/site']\ntry: runpy.run_path('scripts/check.py', run_name='__main__')\nexcept SystemExit: pass\nprint(sorted(m for m in ('mkdocs', 'material', 'selectolax', 'jinja2') if m in sys.modules))"  # noqa: E501
    result = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
