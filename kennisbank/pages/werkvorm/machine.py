"""What machines are told of a werkvorm: how it is done, step by step, in how much time and with what."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import course, kinds
from kennisbank.model.records import Werkvorm
from kennisbank.pages import machine
from kennisbank.pages.machine import Leaf
from kennisbank.pages.werkvorm.view import WerkvormView, steps
from kennisbank.parts import steps as texts
from kennisbank.parts.machine import Audience, HowTo, HowToStep, HowToSupply, Node
from kennisbank.parts.steps import Tekstdeel
from kennisbank.reading.markup import plain

WHO, WITH_CHILDREN = "Scholen en culturele partners", "Scholen, culturele partners en kinderen"
"""Whom every werkvorm is for, and one in which children take part."""


def nodes(leaf: Leaf[WerkvormView]) -> Iterator[Node]:
    """Yield a werkvorm."""
    werkvorm = leaf.knowledge.werkvorm[leaf.view.slug]
    longest = _minutes(werkvorm.duur[1])
    things = dict.fromkeys((*(thing.wat for thing in werkvorm.uitreiken), *werkvorm.materiaal))
    yield HowTo(
        name=werkvorm.title,
        about=tuple(
            machine.term(leaf.knowledge, ("ruimte", slug)) for slug in werkvorm.ruimtes if slug not in kinds.NO_RUIMTE
        ),
        educational_use=leaf.knowledge.term("functie", werkvorm.functie).label,
        audience=Audience(audience_type=WITH_CHILDREN if werkvorm.met_kinderen else WHO),
        total_time=longest,
        time_required=longest,
        supply=tuple(HowToSupply(name=name) for name in things),
        step=tuple(_steps(werkvorm)),
        **machine.written(leaf, kinds.BY_RECORD[Werkvorm].one, werkvorm.bron),
    )


def _minutes(number: int) -> str:
    """Return minutes as ISO 8601 has a duration."""
    return f"PT{number}M"


def _steps(werkvorm: Werkvorm) -> Iterator[HowToStep]:
    """Yield the steps: each by its name, with what it takes, or else by its text alone."""
    timed = course.timed(steps(werkvorm))
    for step in timed:
        yield HowToStep(
            position=step.nummer,
            name=step.naam,
            text=plain(step.tekst),
            time_required=_minutes(step.minuten) if step.minuten else "",
        )
    if not timed:
        listed = (part for part in texts.steps(werkvorm.origin.body) if part.soort == "genummerd")
        for number, told in enumerate((each for part in listed for each in part.delen), 1):
            yield HowToStep(position=number, text=" ".join(_words(told).split()))


def _words(part: Tekstdeel) -> str:
    return part.tekst + "".join(map(_words, part.delen))
