"""The check at the command line: its exit status, its three forms, and what it says to whom."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kennisbank.problems.report import json_schema
from kennisbank.reading import settings
from tests.site_support import PROJECT, SETTINGS, mini_root, run

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings


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
        "Let op: stories/nog-een-concept.md:13: dit is een concept en komt nog niet op de site.",
        "Let op: stories/zonder-toestemming.md:10: toestemming is nee, dus dit verhaal komt niet op de site.",
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
    assert result.stderr.splitlines()[-1] == (
        f"3 problemen gevonden. Uitleg met voorbeelden: {settings.of(root).site}meedoen/foutmeldingen/"
    )


def test_what_is_wrong_is_explained_on_the_site_of_the_root(root: Path, tmp_path: Path) -> None:
    text = SETTINGS.replace("https://ruimte.example/", "https://kust.example/les/")
    (root / settings.FILE).write_text(text, encoding="utf-8")
    said = "3 problemen gevonden. Uitleg met voorbeelden: https://kust.example/les/meedoen/foutmeldingen/"
    assert run("check.py", "--root", root).stderr.splitlines()[-1] == said
    assert said in run("build.py", "--root", root, "--out", tmp_path / "site").stdout
    assert said in run("addresses.py", "--root", root).stdout
    summary = tmp_path / "summary.md"
    run("check.py", "--root", root, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert "https://kust.example/les/meedoen/foutmeldingen/#bestand-leeg" in summary.read_text(encoding="utf-8")
    (root / "stories" / "leeg.md").unlink()
    (root / "stories" / "klooster.md").unlink()
    made = run("new.py", "--root", root, "verhaal", "Zingen bij de zee").stdout
    assert "Het adres wordt https://kust.example/les/verhalen/zingen-bij-de-zee/" in made


def test_only_the_files_that_are_named(root: Path) -> None:
    for name in (root / "stories" / "leeg.md", "stories/leeg.md"):
        result = run("check.py", "--root", root, name)
        assert (result.returncode, len(result.stdout.splitlines())) == (1, 1)
    result = run("check.py", "--root", root, "stories/opmaak.md")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_named_file_is_told_what_it_names_that_is_gone(root: Path) -> None:
    """The problem is of the text that is gone; whoever asks for one that names it must hear of it."""
    (root / "stories" / "klooster.md").unlink()
    naming = next(
        path
        for path in sorted((root / "stories").glob("*.md"))
        if "klooster" in path.read_text(encoding="utf-8") and path.stem != "klooster"
    )
    result = run("check.py", "--root", root, naming)
    assert result.returncode == 1
    assert 'stories/klooster.md:1:1 Is "stories/klooster.md" ingetrokken of hernoemd?' in result.stdout


def test_annotations_for_github(root: Path) -> None:
    result = run("check.py", "--root", root, "--format", "github", GITHUB_STEP_SUMMARY="")
    lines = result.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 3 + ["::notice"] * 2
    assert lines[0].startswith(
        "::error file=stories/klooster.md,line=5,col=8,title=Waarde die niet in de lijst staat::[regio] "
    )
    assert lines[-1].startswith("::notice file=stories/zonder-toestemming.md,line=10,title=Let op::toestemming is nee")
    assert result.stderr.startswith("stories/klooster.md:5:8 [regio] "), "an annotation in the log names no file"


def test_a_summary_for_github(root: Path, tmp_path: Path) -> None:
    """GitHub shows ten annotations of a step at most: the summary has them all, and is added to what is there."""
    summary = tmp_path / "summary.md"
    summary.write_text("# Eerder\n", encoding="utf-8")
    for number in range(12):
        (root / "stories" / f"leeg-{number}.md").write_bytes(b"")
    result = run("check.py", "--root", root, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text(encoding="utf-8")
    assert (result.returncode, result.stdout.count("::error ")) == (1, 10)
    assert text.startswith("# Eerder\n### 15 problemen gevonden.\n")
    assert text.count("/meedoen/foutmeldingen/#") == 15
    assert "concept" in text
    run("check.py", "--root", root, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text(encoding="utf-8") == text, "only the format for GitHub writes it"


def test_json(root: Path) -> None:
    result = run("check.py", "--root", root, "--format", "json")
    found = json.loads(result.stdout)
    assert [(row["path"], row["line"], row["field"]) for row in found["problemen"]] == [
        ("stories/klooster.md", 5, "regio"),
        ("stories/klooster.md", 7, "schooltype"),
        ("stories/leeg.md", 1, ""),
    ]
    assert [row["path"] for row in found["mededelingen"]] == [
        "stories/nog-een-concept.md",
        "stories/zonder-toestemming.md",
    ]
    assert "Let op" not in result.stderr


def test_json_is_as_the_published_schema_says(root: Path) -> None:
    (root / "stories" / '"een"\n\u202e <script>.md').write_bytes(b"x")
    Path(os.fsdecode(os.fsencode(root / "stories") + b"/\xff.md")).write_bytes(b"x")
    result = run("check.py", "--root", root, "--format", "json")
    assert result.returncode == 1
    Draft202012Validator(json_schema()).validate(json.loads(result.stdout))


def test_a_file_that_is_named_has_its_own_notices_only(tmp_path: Path) -> None:
    root = mini_root(tmp_path)
    result = run("check.py", "--root", root, "--format", "json", "stories/nog-een-concept.md")
    assert [row["path"] for row in json.loads(result.stdout)["mededelingen"]] == ["stories/nog-een-concept.md"]


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


BLOCKED = """
import runpy, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material", "selectolax"}:
            raise ModuleNotFoundError(name=name)

sys.meta_path.insert(0, Absent())
sys.argv = ["check.py", "--root", "tests/site"]
runpy.run_path("scripts/check.py", run_name="__main__")
"""


def test_the_check_needs_no_engine() -> None:
    """Checking works where MkDocs, and what only a build needs, cannot be imported at all."""
    result = subprocess.run([sys.executable, "-c", BLOCKED], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.endswith("Geen problemen gevonden.\n")
