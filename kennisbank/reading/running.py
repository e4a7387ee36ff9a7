"""What is wrong with how a werkvorm runs: its steps, its time, its circle and what it hands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kennisbank.model import course, kinds
from kennisbank.model.course import Ontijdig, Stap
from kennisbank.model.records import Werkvorm
from kennisbank.parts.sentences import span
from kennisbank.problems.problem import Notice, Place, Problem, problem, quote

BEGIN = "Begin de stap zo: **Naam (10 minuten).** Voor de korte route: (10 minuten; kort 5) of (10 minuten; kort: sla"
BEGIN += " over)."
ASKED = ("hoogstens", "vorm", "energie")
"""The fields without which a host does not know all that is needed; one that was written before may lack them."""


def check(werkvorm: Werkvorm) -> Iterator[Problem]:
    """Yield what does not fit together in a werkvorm of which each field by itself is right.

    One that has none of the fields in `ASKED` was written before there were such rules: its steps may say of their time
    what they like, and `unsaid` tells what they lack.
    """
    yield from _circle(werkvorm)
    yield from _handed_out(werkvorm)
    if any(getattr(werkvorm, name) is not None for name in ASKED):
        found = course.steps(werkvorm.origin.body)
        yield from _steps(werkvorm, found)
        if timed := course.timed(found):
            yield from _time(werkvorm, timed)


def unsaid(werkvorm: Werkvorm) -> Notice | None:
    """Return what a host still misses in a werkvorm, if anything."""
    timed = course.timed(course.steps(werkvorm.origin.body))
    missing = [name for name in ASKED if getattr(werkvorm, name) is None]
    if not timed:
        missing.append("bij elke stap de minuten")
    elif course.short(timed) == course.whole(timed) > werkvorm.duur[0]:
        missing.append(f"hoe het in {werkvorm.duur[0]} minuten kan")
    if not missing:
        return None
    *first, last = missing
    said = f"{', '.join(first)} en {last}" if first else last
    message = f"deze werkvorm zegt nog niet alles wat een begeleider nodig heeft: {said}. Hoe het moet, staat in "
    return Notice(werkvorm.origin.path, 1, f"{message}{kinds.BY_RECORD[Werkvorm].folder}/README.md.")


def _at(werkvorm: Werkvorm, field: str, number: int = -1) -> Place:
    line, column = werkvorm.origin.positions[field, number]
    return {"line": line, "column": column}


def _steps(werkvorm: Werkvorm, found: Sequence[Stap | Ontijdig]) -> Iterator[Problem]:
    """Yield the steps that do not say how long they take, or that lie between meetings of which there is one."""
    path, first = werkvorm.origin.path, werkvorm.origin.body_line
    for step in found:
        line = first + step.regel
        if isinstance(step, Ontijdig):
            if step.kort:
                message = f"De korte tijd van stap {step.nummer} is niet korter dan de gewone."
                yield problem("stap-kort", path, message, line=line)
            else:
                message = f"Stap {step.nummer} begint niet met een naam en zijn minuten."
                yield problem("stap-tijd", path, message, line=line, hint=BEGIN)
        elif step.tussendoor and werkvorm.delen is None:
            message = f"Stap {step.nummer} is tussendoor, maar de werkvorm is één bijeenkomst."
            hint = "Zet er minuten bij, of schrijf in de kop hoeveel bijeenkomsten het zijn, bijvoorbeeld: delen: 2"
            yield problem("stap-tijd", path, message, line=line, hint=hint)


def _time(werkvorm: Werkvorm, steps: Sequence[Stap]) -> Iterator[Problem]:
    """Yield where the minutes of the steps do not fit the time of the werkvorm.

    The whole route takes no longer than the longest time, and no less than the shortest. Where it takes longer than
    that, there is a short one, which takes no longer than the shortest time; and only there.
    """
    path, (least, most) = werkvorm.origin.path, werkvorm.duur
    whole, short = course.whole(steps), course.short(steps)
    if not least <= whole <= most:
        message = f"De stappen duren samen {whole} minuten; bij duur staat {span(least, most)}."
        yield problem("stappen-duur", path, message, field="duur", **_at(werkvorm, "duur"))
    elif least < whole == short:
        message = f"De stappen duren samen {whole} minuten, en ze zeggen niet hoe het in {least} minuten kan."
        yield problem("stappen-kort", path, message, field="duur", **_at(werkvorm, "duur"))
    elif short < whole and not short <= least < whole:
        message = f"De korte route duurt {short} minuten en de hele {whole}; bij duur staat {span(least, most)}."
        yield problem("stappen-kort", path, message, field="duur", **_at(werkvorm, "duur"))


def _circle(werkvorm: Werkvorm) -> Iterator[Problem]:
    """Yield a circle, or a group in it, that does not fit the people for whom the werkvorm is."""
    path, (least, most) = werkvorm.origin.path, werkvorm.groep
    if werkvorm.hoogstens is not None and not least <= werkvorm.hoogstens <= most:
        message = f"In een kring kunnen hoogstens {werkvorm.hoogstens} mensen, en de groep is {span(least, most)}."
        yield problem("groep-past", path, message, field="hoogstens", **_at(werkvorm, "hoogstens"))
    together = course.size(werkvorm.vorm)
    if together > (werkvorm.hoogstens or most):
        message = f"In een groepje zitten {together} mensen, en in een kring hoogstens {werkvorm.hoogstens or most}."
        yield problem("groep-past", path, message, field="vorm", **_at(werkvorm, "vorm"))


def _handed_out(werkvorm: Werkvorm) -> Iterator[Problem]:
    """Yield what cannot be counted or printed of what is handed out."""
    path = werkvorm.origin.path
    for number, thing in enumerate(werkvorm.uitreiken):
        if not course.pieces(thing):
            place = _at(werkvorm, "uitreiken.aantal", number)
            message = f"Van {quote(thing.wat)} zijn er {thing.aantal}, met {len(thing.regels)} regels. Dat deelt niet."
            yield problem("uitreiken-aantal", path, message, field="uitreiken.aantal", **place)
        if thing.per == "groepje" and course.size(werkvorm.vorm) < course.SMALLEST:
            message = f"Voor {quote(thing.wat)} is niet te tellen hoeveel groepjes er zijn."
            place = _at(werkvorm, "uitreiken.per", number)
            yield problem("uitreiken-groepje", path, message, field="uitreiken.per", **place)
