"""Check the content of a commit that is being made: what stands ready in git, whatever else lies in the folder.

So a text that is half written does not stop the commit of another, and a link to a file that is not in the commit, or
that the commit takes away, does. Exit 0, 1 (problems) or 2 (no git).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kennisbank.cli.parser import Parser
from kennisbank.contributing import papers
from kennisbank.model import kinds
from kennisbank.problems.report import as_text
from kennisbank.reading import settings, withdrawal, wordlists
from kennisbank.reading.loader import load
from kennisbank.reading.settings import counted

ABOUT = "Controleer de inhoud die klaarstaat voor een commit."

CONTENT = (*kinds.FOLDERS, wordlists.OWN_FOLDER, withdrawal.FILE, settings.FILE)


class NoGit(Exception):
    """Git is not there, or this is no folder of git."""


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    _, root = parser.parse(given)
    try:
        changed = names(git(root, "diff", "--cached", "--name-only", "--no-renames", "-z"))
        if changed and not any(path.split("/")[0] in CONTENT for path in changed):
            return 0  # the commit has no content; without any change somebody asks to check all
        with tempfile.TemporaryDirectory(prefix="klaar-") as folder:
            export(root, Path(folder))
            problems = load(Path(folder), drift=papers.drift).problems
    except NoGit:
        print(f"Dit werkt alleen met git, in een map van git; {root} is dat niet.", file=sys.stderr)
        return 2
    print(as_text(problems), end="")
    if problems:
        if any(found.path not in changed for found in problems):
            print("Staat een probleem in een bestand dat je niet veranderde? Dan noemt dat iets wat jij weghaalt.")
        print(f"{counted(len(problems), root)}\nVerbeter dit en zet de bestanden opnieuw klaar met git add.")
    return 1 if problems else 0


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what a command of git prints. Raises `NoGit`."""
    try:
        return subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoGit from error


def names(listed: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name]


def export(root: Path, folder: Path) -> None:
    """Write all that stands ready into a folder; what is only announced (`add -N`) is not in a commit."""
    listed = git(root, "ls-tree", "-r", "-z", "--name-only", git(root, "write-tree").decode().strip())
    git(root, "checkout-index", "-z", "--stdin", f"--prefix={folder}/", given=listed)
