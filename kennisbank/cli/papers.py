"""Make anew what is made of fields, lists and code: the files for GitHub, parts of our own papers, types for scripts.

Exit 0 or 1 (the lists have problems, or a folder or file does not say what it is for).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kennisbank import finding, outputs, pages, parts
from kennisbank.cli.parser import Parser
from kennisbank.contributing import house, typescript
from kennisbank.contributing.papers import papers
from kennisbank.problems.report import as_text
from kennisbank.reading import frontmatter as fm
from kennisbank.reading import settings
from kennisbank.reading.loader import lists

ABOUT = "Maak opnieuw wat gemaakt wordt van velden, lijsten en code."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    _, root = Parser(prog=prog, description=ABOUT).parse(given)
    vocabularies, problems = lists(root)
    try:
        home = settings.of(root)
    except fm.Refused as refused:
        problems.append(refused.problem)
    if problems:
        sys.stdout.write(as_text(problems))
        return 1
    made = dict(papers(vocabularies, home))
    try:
        made |= house.papers(root)
    except house.Silent as silent:
        print(silent, file=sys.stderr)
        return 1
    rooms = [parts, finding, outputs, pages]
    if (root / typescript.PATH).parent.is_dir():  # a root with texts alone has no scripts
        made[typescript.PATH] = typescript.written(typescript.marked(rooms), typescript.named(rooms))
    changed = 0
    for path, text in made.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8", errors="replace") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(path)
            changed += 1
    print(f"Bestanden die anders werden: {changed}.", file=sys.stderr)
    return 0
