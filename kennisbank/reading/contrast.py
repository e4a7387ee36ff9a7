"""Whether the colours that a site chooses can be read on a light page and on a dark one, and which one like it can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kennisbank.model.colours import READABLE, lowest, readable
from kennisbank.model.records import Ruimte
from kennisbank.parts import colours
from kennisbank.problems.problem import Problem, problem, quote

CODE = "kleur-contrast"


def poor(given: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield for each colour that cannot be read its number, what is wrong and the cure: the first is on light pages."""
    for number, colour in enumerate(given[:2]):
        grounds = colours.grounds(dark=number == 1)
        if lowest(colour, grounds) < READABLE:
            screen, more = (("licht", "donkerder"), ("donker", "lichter"))[number]
            has, least = (f"{value:.1f}".replace(".", ",") for value in (lowest(colour, grounds), READABLE))
            message = (
                f"De kleur {quote(colour)} is op een {screen} scherm niet goed te lezen: het contrast is {has} en moet"
                f" minstens {least} zijn."
            )
            hint = f"Neem hem {more}, bijvoorbeeld {quote(readable(colour, grounds))}."
            if number == 1:
                hint += " Of haal de tweede kleur weg: dan maakt de site er een."
            yield number, message, hint


def check(ruimtes: Iterable[Ruimte]) -> Iterator[Problem]:
    """Yield the colours of ruimtes that cannot be read, each at its place."""
    for ruimte in ruimtes:
        for number, message, hint in poor(ruimte.kleur):
            line, column = ruimte.origin.positions["kleur", number]
            yield problem(CODE, ruimte.origin.path, message, line=line, column=column, field="kleur", hint=hint)
