"""Check the content without building: one line per problem; exit 0, 1 (problems) or 2 (wrong use)."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kennisbank.cli.parser import Parser
from kennisbank.contributing import papers
from kennisbank.problems.report import FORMATS, as_log, as_markdown
from kennisbank.reading.loader import load
from kennisbank.reading.settings import counted, explained

ABOUT = "Controleer de verhalen, werkvormen, ruimtes en pagina's."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="BESTAND", help="meld alleen problemen in deze bestanden"
    )
    parser.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="de vorm van de meldingen (standaard: text)"
    )
    arguments, root = parser.parse(given)
    gc.disable()  # a short run that makes many small objects and keeps them all
    loaded = load(root, drift=papers.drift)
    problems, notices = list(loaded.problems), list(loaded.notices)
    if arguments.files:
        chosen = {_below(parser, file, root) for file in arguments.files}
        problems = [found for found in problems if found.about(chosen)]
        notices = [found for found in notices if found.path in chosen]
    sys.stdout.write(FORMATS[arguments.format](problems, notices))
    if arguments.format == "text":
        sys.stderr.writelines(f"Let op: {notice}\n" for notice in notices)
    if arguments.format == "github":
        sys.stderr.write(as_log(problems))  # an annotation does not show its file in the log
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(as_markdown(problems, notices, explained(root)))
    print(counted(len(problems), root), file=sys.stderr)
    return 1 if problems else 0


def _below(parser: argparse.ArgumentParser, file: Path, root: Path) -> str:
    """Return the path of a file as problems name it: relative to the root, from there or from here."""
    for path in (file if file.is_absolute() else Path.cwd() / file, root / file):
        if path.is_relative_to(root) and (path.exists() or path.is_symlink()):
            return path.relative_to(root).as_posix()
    parser.error(f"het bestand {file} is er niet")
