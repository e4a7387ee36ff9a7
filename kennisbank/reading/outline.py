"""How a text is built up: the sections of a good story, werkvorm and bundel, each with the questions it answers.

The form, the file to fill in and the guide all take them from here. A section is a guide, no rule: the check asks for a
text, not for these headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kennisbank.model.records import Bundel, Verhaal, Werkvorm
from kennisbank.problems.problem import Problem, problem, quote

UNANSWERED = "INVULLEN:"
"""What a question begins with in a file to fill in; the check refuses it."""
LINE = rf"[ \t>]*{UNANSWERED}[ \t]*"
LEFT = re.compile(rf"^{LINE}(.*)(?:\n{LINE}.*)*", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """`name` is its short name, `heading` what stands above it (empty for the opening), `questions` what it answers."""

    name: str
    heading: str
    questions: tuple[str, ...]


OUTLINE: dict[type[Any], tuple[Section, ...]] = {
    Verhaal: (
        Section("begin", "", ("Wie werken er samen, en waar?", "Wat dreef jullie? Waarom begonnen jullie eraan?")),
        Section(
            "aanpak",
            "Zo pakten we het aan",
            ("Wat deden jullie precies, stap voor stap?", "Wie deed wat: de school, de partner, de kinderen?"),
        ),
        Section(
            "lastig",
            "Wat lastig was",
            ("Waar liepen jullie tegenaan?", "Welke omweg hebben jullie genomen, en wat hielp?"),
        ),
        Section(
            "opbrengst",
            "Wat het opleverde",
            ("Wat merkten de kinderen ervan, en het team?", "Wat is er gebleven?"),
        ),
        Section(
            "overnemen",
            "Wat je ervan kunt overnemen",
            ("Wat raad je een school aan die hiermee wil beginnen?", "Wat zou je een volgende keer anders doen?"),
        ),
    ),
    Werkvorm: (
        Section("wanneer", "Wanneer", ("Op welk moment gebruik je deze werkvorm?", "Voor wie is hij bedoeld?")),
        Section("stappen", "Stappen", ("Wat doe je eerst, en wat daarna? Geef elke stap een nummer en een tijd.",)),
        Section("vragen", "Vragen", ("Welke vragen stel je aan tafel?",)),
        Section("variatie", "Variatie", ("Hoe doe je het korter, langer, met meer mensen of online?",)),
        Section("let-op", "Let op", ("Waar gaat het vaak mis?", "Wat heb je nodig om het te laten slagen?")),
    ),
    Bundel: (
        Section(
            "waarom",
            "Waarom deze verhalen",
            ("Wat laat elk verhaal zien als antwoord op de vraag?", "Waarin verschillen ze van elkaar?"),
        ),
        Section(
            "gebruik",
            "Zo gebruik je deze bundel",
            ("Hoe brengt een begeleider dit op tafel?", "Hoeveel tijd kost dat?"),
        ),
    ),
}


def unanswered(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for the questions of a file to fill in that still stand in its text; one for those in a row."""
    if UNANSWERED not in body:
        return
    for match in LEFT.finditer(body):
        number = match.group().count("\n") + 1
        what = "Hier staat nog een vraag:" if number == 1 else f"Hier staan nog {number} vragen, te beginnen met"
        line = body.count("\n", 0, match.start()) + first_line
        yield problem("tekst-invullen", path, f"{what} {quote(match.group(1), 100)}", line=line)
