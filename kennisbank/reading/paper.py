"""Which story is too long for paper: whoever hands it out has it on the front and the back of one sheet."""

from __future__ import annotations

import re
from math import ceil

from kennisbank.model.records import Verhaal
from kennisbank.parts.steps import Soort, Tekstdeel, whole
from kennisbank.parts.vel import measure
from kennisbank.problems.problem import CODES, Notice

TOO_LONG = "vel-te-lang"
"""The kind of problem, which stops nothing: the story is on the site all the same."""
SURE = 1.8
"""Sides of paper up to which a rough measure is enough: it knows nothing of Markdown, which takes time to read."""
FAR = 6
"""Sides from which it is rough enough: a text of a hundred pages would take as long again to read as it did before."""
TARGET = re.compile(r"\]\([^()\s]*\)")


def too_long(verhaal: Verhaal) -> Notice | None:
    """Return that a story does not fit on a sheet of paper, with how much must go and what to do."""
    rough = measure.length(verhaal, _roughly(verhaal.origin.body))
    if rough <= SURE:
        return None
    long = rough if rough > FAR else measure.length(verhaal, whole(verhaal.origin.body))
    if long <= measure.MOST:
        return None
    words = len(verhaal.origin.body.split())
    less = max(10, 10 * ceil(words * (1 - measure.MOST / long) / 10))
    message = f"dit verhaal past niet op één vel papier van twee kanten: er zijn ongeveer {less} woorden te veel."
    return Notice(verhaal.origin.path, verhaal.origin.body_line, f"{message} {CODES[TOO_LONG].cure} ({TOO_LONG})")


def _roughly(body: str) -> list[Tekstdeel]:
    """Return the lines of a text as parts of it, without reading their Markdown: rather too many than too few."""
    parts, paragraph = list[Tekstdeel](), list[str]()
    for line in [*TARGET.sub("", body).split("\n"), ""]:
        apart = not line.strip() or line.startswith(("#", "-", "*", ">", "|")) or line[:1].isdigit()
        if apart and paragraph:
            parts.append(_part("alinea", " ".join(paragraph)))
            paragraph = []
        if apart and line.strip():
            parts.append(_part("kop" if line.startswith("#") else "citaat", line.strip()))
        elif not apart:
            paragraph.append(line.strip())
    return parts


def _part(soort: Soort, words: str) -> Tekstdeel:
    return Tekstdeel(soort, delen=(Tekstdeel("tekst", words),))
