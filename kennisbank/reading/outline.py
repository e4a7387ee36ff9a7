"""The questions of a file to fill in that nobody has answered yet.

How a text is built up is said with its kind (`kinds`). A section is a guide, no rule: the check asks for a text, not
for these headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.problems.problem import Problem, problem, quote

UNANSWERED = "INVULLEN:"
"""What a question begins with in a file to fill in; the check refuses it."""
LINE = rf"[ \t>]*{UNANSWERED}[ \t]*"
LEFT = re.compile(rf"^{LINE}(.*)(?:\n{LINE}.*)*", re.MULTILINE)


def unanswered(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for the questions of a file to fill in that still stand in its text; one for those in a row."""
    if UNANSWERED not in body:
        return
    for match in LEFT.finditer(body):
        number = match.group().count("\n") + 1
        what = "Hier staat nog een vraag:" if number == 1 else f"Hier staan nog {number} vragen, te beginnen met"
        line = body.count("\n", 0, match.start()) + first_line
        yield problem("tekst-invullen", path, f"{what} {quote(match.group(1), 100)}", line=line)
