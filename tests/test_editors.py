"""What editors, git, ruff and mypy are told of the files is one thing: whoever saves one does not make another fail."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib

import pytest

from kennisbank import PROJECT

TOOLS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
RUFF = TOOLS["ruff"]
FOLDERS = ("docs", "kennisbank", "hooks", "scripts", "tests", "stories", "werkvormen", "ruimtes", ".github")


def editor(section: str) -> dict[str, str]:
    """Return what `.editorconfig` says of a kind of file, with what it says of all."""
    parser = configparser.ConfigParser()
    parser.read_string("[top]\n" + (PROJECT / ".editorconfig").read_text(encoding="utf-8"))
    return {**parser["*"], **parser[section]}


def binary() -> set[str]:
    """Return the ends of names that `.gitattributes` has as binary."""
    lines = (PROJECT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    return {line.split()[0].removeprefix("*") for line in lines if line.endswith(" binary")}


def test_an_editor_and_ruff_agree() -> None:
    python = editor("*.py")
    assert int(python["max_line_length"]) == RUFF["line-length"]
    assert (python["indent_style"], int(python["indent_size"])) == ("space", RUFF.get("indent-width", 4))
    assert python["end_of_line"] == RUFF["format"]["line-ending"] == "lf"
    assert python["charset"] == "utf-8"


def test_types_are_strict_in_all_code_but_the_tests() -> None:
    folders = {file.relative_to(PROJECT).parts[0] for name in FOLDERS for file in (PROJECT / name).rglob("*.py")}
    assert TOOLS["mypy"]["strict"]
    assert set(TOOLS["mypy"]["files"]) == folders - {"tests"} | {"tests/tools"}


def test_git_keeps_the_ends_of_lines_that_an_editor_writes() -> None:
    rules = (PROJECT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "* text=auto eol=lf" in rules


def test_a_file_with_other_bytes_than_text_is_binary_for_git() -> None:
    files = [file for folder in FOLDERS for file in (PROJECT / folder).rglob("*") if file.is_file()]
    kept = [file for file in files if "__pycache__" not in file.parts]
    assert {file.suffix for file in kept if b"\0" in file.read_bytes()} <= binary()
    assert {file.suffix for file in kept if file.suffix in binary()} >= {".png", ".woff2"}


@pytest.mark.skipif(not (PROJECT / ".git").exists() or not shutil.which("git"), reason="a copy without git")
def test_git_would_change_no_file_that_is_there() -> None:
    """As `git add --renormalize .` would find it: every text in the index has line feeds only."""
    command = ["git", "ls-files", "--eol"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(listed) > 400
    assert [line for line in listed if not line.startswith(("i/lf", "i/-text", "i/none"))] == []
