"""A copy of the project in which a newcomer does a task, and what the task touched."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kennisbank import PACKAGE, PROJECT
from kennisbank.reading import settings
from tests.site_support import QUIET, fingerprint, real_root

CODE = ("hooks", "scripts", ".github")
"""The folders beside the package and the content that a command of a copy works with."""
ADDRESS = "https://kennis.internal/"
SETTINGS = re.sub(r"(?m)^(?:# )?adres: .*$", f"adres: {ADDRESS}", (PROJECT / settings.FILE).read_text(encoding="utf-8"))
"""Those of the project, on a site that stands somewhere."""

RECORD = '''\
"""An interview: what somebody of a leergemeenschap tells."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model.fields import Kind, field
from kennisbank.model.records import BRON_VOORBEELD, EERDER, MOST_FORMER, Origin


@dataclass(frozen=True, kw_only=True)
class Interview:
    origin: Origin
    title: str = field(
        Kind.TEXT, "Titel", "Met wie?", "Een docent", required=True, minimum=3, maximum=120, open_data=True
    )
    samenvatting: str = field(
        Kind.TEXT, "Samenvatting", "Waarover?", "Over", required=True, minimum=9, maximum=300, open_data=True
    )
    bron: str = field(
        Kind.TEXT, "Bron", "Waarvandaan?", BRON_VOORBEELD, required=True, minimum=3, maximum=300, open_data=True
    )
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=True)
'''
ENTRY: dict[str, Any] = {
    "one": "interview",
    "many": "interviews",
    "article": "het",
    "folder": "interviews",
    "address": "interviews",
    "page": "pagina.html",
    "found": "Interview",
    "pictures": False,
}
"""The entry of the kind that a newcomer adds: the least that one has."""


def copied(folder: Path) -> Path:
    """Copy the project into a folder, as far as a site and its papers need it; returns the root.

    With what Python compiled of it, which a command would else do again: but for what another process just writes.
    """
    ignored = shutil.ignore_patterns("*.pyc.*")
    for place in (PACKAGE, *(PROJECT / name for name in CODE)):
        shutil.copytree(place, folder / place.name, ignore=ignored)
    for name in ("Makefile", "mkdocs.yml", "CITATION.cff"):
        shutil.copy(PROJECT / name, folder)
    return real_root(folder, SETTINGS)


def started(root: Path, *arguments: str | Path) -> tuple[int, str]:
    """Run Python in a copy; returns its status, and all that it says."""
    run = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env=QUIET | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return run.returncode, run.stdout + run.stderr


def ruimte(root: Path, *arguments: str | Path) -> str:
    """Give a command in a copy, which must succeed; returns all that it says."""
    status, words = started(root, "-m", "kennisbank", *arguments)
    assert status == 0, words
    return words


def site(root: Path) -> Path:
    """Make the papers and the site of a copy, as whoever changes something does; returns the folder of the site."""
    ruimte(root, "papers")
    ruimte(root, "build")
    return root / "site"


@dataclass(frozen=True)
class Touched:
    """The paths of the files that are new, that were changed, and that are gone."""

    new: list[str]
    changed: list[str]
    gone: list[str]


class Task:
    """Notes how the files of a copy are; `touched` tells what was done to them since."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before = fingerprint(root)

    def touched(self) -> Touched:
        after = fingerprint(self.root)
        both = self.before.keys() & after.keys()
        return Touched(
            sorted(after.keys() - both),
            sorted(path for path in both if after[path] != self.before[path]),
            sorted(self.before.keys() - both),
        )


def replaced(file: Path, old: str, new: str) -> None:
    """Replace a piece of a file that stands in it once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def add_kind(root: Path, **more: Any) -> None:
    """Add a kind of text to a copy: a module with its record, and its entry."""
    (root / "kennisbank" / "model" / "interview.py").write_text(RECORD, encoding="utf-8")
    table = root / "kennisbank" / "model" / "kinds.py"
    entry = f"    Kind(record=Interview, {', '.join(f'{name}={value!r}' for name, value in (ENTRY | more).items())}),"
    replaced(table, "\n)\n\n\ndef lacking", f"\n{entry}\n)\n\n\ndef lacking")
    imported = "from kennisbank.model.fields import Kind as Field\n"
    replaced(table, imported, f"{imported}from kennisbank.model.interview import Interview\n")


def finder(made: Path) -> Path:
    """Return the folder of a site with the files of the finder: it has a name of its own each time they change."""
    return made / "zoeken" / str(json.loads(text(made / "zoeken" / "index.json"))["map"])


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
