#!/usr/bin/env python3
"""Write the files for GitHub anew from the fields and the closed lists; exit 0 or 1 (the lists have problems)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml")
ensure("jinja2")

from kennisbank.cli import Parser
from kennisbank.contributing.papers import papers
from kennisbank.problems.report import as_text
from kennisbank.reading import frontmatter as fm
from kennisbank.reading import settings
from kennisbank.reading.loader import lists


def main() -> int:
    _, root = Parser(description="Maak de bestanden voor GitHub opnieuw, uit de velden en de lijsten.").parse()
    vocabularies, problems = lists(root)
    try:
        home = settings.of(root)
    except fm.Refused as refused:
        problems.append(refused.problem)
    if problems:
        sys.stdout.write(as_text(problems))
        return 1
    changed = 0
    for path, text in papers(vocabularies, home):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8", errors="replace") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(path)
            changed += 1
    print(f"Bestanden die anders werden: {changed}.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
