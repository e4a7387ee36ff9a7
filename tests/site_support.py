"""Build real sites in a temporary folder, as a contributor would."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from kennisbank.model import kinds
from kennisbank.parts import assets
from kennisbank.reading import settings, wordlists

PROJECT = Path(__file__).resolve().parent.parent
MINI = PROJECT / "tests" / "site"
HOME = settings.read(MINI)
"""Where the sites of the tests stand: with a repository that works, whatever the project has filled in."""
SETTINGS = (MINI / settings.FILE).read_text(encoding="utf-8")
"""The settings of the tests."""
SCRIPTS = f"{assets.read().scripts}/"
"""Where the scripts of any site stand, below its root."""
EXAMPLE = SETTINGS.replace("github.com/team/kennis", "github.com/voorbeeld/ruimte").replace(
    "hulp@kennis.internal", "voorbeeld@ruimte.example"
)
EXAMPLE = re.sub(r"(?m)^(?:adres|beheer|beveiliging):.*\n(?:  .*\n)*", "", EXAMPLE)
"""Settings of which nothing has been filled in yet."""

WITHOUT_WORKER = "delete Navigator.prototype.serviceWorker"
"""Makes a page one of a browser without workers: what a test lets the site answer reaches it, and no copy of before."""

QUIET = os.environ | {"CHROMIUM": "", "KENNISBANK_PROCESSES": "1", "KENNISBANK_ZONDER_CACHE": "1"}
"""The environment of a build that prints nothing to PDF, for a browser takes seconds, stays in one process, for the
processors are those of the tests beside it, and keeps nothing."""


def mini_root(folder: Path) -> Path:
    """Copy the small knowledge base of the tests into a folder and return its root."""
    root = folder / "bron"
    shutil.copytree(MINI, root)
    return root


def real_root(folder: Path, filled_in: str = SETTINGS) -> Path:
    """Copy the content of the project into a folder, with the settings of the tests or others; return its root."""
    for name in (*kinds.FOLDERS, wordlists.OWN_FOLDER):
        shutil.copytree(PROJECT / name, folder / name)
    for file in PROJECT.glob("*.txt"):  # lists of addresses
        shutil.copy(file, folder)
    (folder / settings.FILE).write_text(filled_in, encoding="utf-8")
    return folder


def run(script: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the scripts in a process of its own; never raises for its exit status.

    Nothing is printed to PDF, unless CHROMIUM is among `environment`.
    """
    return subprocess.run(
        [sys.executable, PROJECT / "scripts" / script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=QUIET | environment,
    )


def build(root: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("build.py", "--root", root, "--out", out, **environment)


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the hash of every file in a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
