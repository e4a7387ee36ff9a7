"""How a werkvorm runs: its steps with their minutes, its short route, and how much a host hands out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from kennisbank.model import kinds
from kennisbank.model.records import Uitreiking, Werkvorm

HEADING = next(section.heading for section in kinds.BY_RECORD[Werkvorm].outline if section.name == "stappen")
"""What the heading above the steps begins with."""
SECTION = re.compile(r"##[ \t]+(.*)")
STEP = re.compile(r"[0-9]{1,3}[.)][ \t]+(.*)")
HEAD = re.compile(r"\*\*(?P<naam>.+?) \((?P<tijd>[^()]*)\)\.\*\*[ \t]*(?P<tekst>.*)")
"""How a step begins: **Naam (10 minuten).** and then what is to be done."""
MINUTES = re.compile(r"(?P<minuten>[0-9]{1,3}) minu(?:ten|ut)(?:; kort(?: (?P<kort>[0-9]{1,3})|: (?P<over>sla over)))?")
BETWEEN = "tussendoor"
"""Said of a step that happens between two meetings, and takes no time of either."""
SHEET = "blad"
"""The paper that has room for all lines."""
PLENARY, PAIRS = "plenair", "tweetallen"
SMALLEST = 3
"""People in the smallest group that is no pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A step of a werkvorm: `regel` is its line in the text, from 0, and `nummer` its place in the list, from 1.

    `minuten` and `kort` are what it takes in the whole route and in the short one, which is 0 where that leaves it out.
    Both are 0 for a step that happens between two meetings (`tussendoor`). `tekst` is Markdown, on one line.
    """

    regel: int
    nummer: int
    naam: str
    minuten: int
    kort: int
    tussendoor: bool
    tekst: str


@dataclass(frozen=True, slots=True)
class Ontijdig:
    """A step that does not say how long it takes in the way that is asked, or whose short time is not shorter."""

    regel: int
    nummer: int
    kort: bool = False


def steps(body: str) -> tuple[Stap | Ontijdig, ...]:
    """Return the steps of a text: the items of the first numbered list under their heading."""
    return tuple(_step(number, line, text) for number, (line, text) in enumerate(_items(body), 1))


def timed(found: Iterable[Stap | Ontijdig]) -> tuple[Stap, ...]:
    """Return the steps when every one of them says how long it takes; otherwise nothing: their sum means nothing."""
    every = tuple(found)
    whole = tuple(step for step in every if isinstance(step, Stap))
    return whole if len(whole) == len(every) else ()


def _items(body: str) -> Iterator[tuple[int, str]]:
    """Yield the first line of each item, and its text on one line."""
    within, item, blank = False, list[str](), False
    start = 0
    for number, line in enumerate(body.split("\n")):
        if head := SECTION.match(line):
            if within:
                break
            within = head[1].startswith(HEADING)
        elif within:
            found = STEP.match(line)
            if item and (found or (blank and line[:1].strip())):
                yield start, " ".join(item)
                item = []
                if not found:  # a paragraph after the list: what comes then is no step
                    return
            if found:
                start, item = number, [found[1].strip()]
            elif item and line.strip():
                item.append(line.strip())
            blank = not line.strip()
    if item:
        yield start, " ".join(item)


def _step(number: int, line: int, text: str) -> Stap | Ontijdig:
    head = HEAD.match(text)
    if head and head["tijd"] == BETWEEN:
        return Stap(
            regel=line, nummer=number, naam=head["naam"], minuten=0, kort=0, tussendoor=True, tekst=head["tekst"]
        )
    time = MINUTES.fullmatch(head["tijd"]) if head else None
    if head is None or time is None or not (minutes := int(time["minuten"])):
        return Ontijdig(line, number)
    short = 0 if time["over"] else int(time["kort"] or minutes)
    if time["kort"] and not 0 < short < minutes:
        return Ontijdig(line, number, kort=True)
    return Stap(
        regel=line,
        nummer=number,
        naam=head["naam"],
        minuten=minutes,
        kort=short,
        tussendoor=False,
        tekst=head["tekst"],
    )


def whole(found: Iterable[Stap]) -> int:
    """Return how many minutes all steps take together, over all meetings."""
    return sum(step.minuten for step in found)


def short(found: Iterable[Stap]) -> int:
    """Return how many minutes the short route takes; as many as the whole one where there is none."""
    return sum(step.kort for step in found)


def size(vorm: str | None) -> int:
    """Return how many people sit together: 2 in pairs, N in "groepjes van N"; 0 when all sit in one circle."""
    if vorm is None or vorm == PLENARY:
        return 0
    return 2 if vorm == PAIRS else int(vorm.rpartition(" ")[2])


def circles(people: int, most: int | None) -> list[int]:
    """Return how many sit in each circle when so many people are spread over as few circles as hold them."""
    number = ceil(people / most) if most else 1
    few, over = divmod(people, number)
    return [few + (place < over) for place in range(number)]


def needed(thing: Uitreiking, werkvorm: Werkvorm, people: int) -> int:
    """Return how many pieces of something a host has to hand out to so many people (at least one): never too few.

    Who is left over when a circle is divided gets what a pair or a group would get.
    """
    there = circles(people, werkvorm.hoogstens)
    each = {
        "persoon": people,
        "tweetal": sum(ceil(circle / 2) for circle in there),
        "groepje": sum(ceil(circle / (size(werkvorm.vorm) or circle)) for circle in there),
        "groep": len(there),
        "vel": 1,
    }
    return thing.aantal * each[thing.per]


def pieces(thing: Uitreiking) -> Sequence[tuple[str, ...]]:
    """Return what stands on each piece of one set: all lines, or one of them in turn, or nothing.

    Nothing is returned where the lines cannot be divided over the pieces.
    """
    lines, number = thing.regels, thing.aantal
    if not lines or number == 1 or thing.soort == SHEET:
        return (lines,) * number
    times, over = divmod(number, len(lines))
    return () if over else tuple((line,) for line in lines) * times
