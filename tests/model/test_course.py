"""How a werkvorm runs: steps read from its text, the whole and the short route, and how much there is to hand out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.model import course
from kennisbank.model.course import Ontijdig, Stap
from kennisbank.model.records import Origin, Uitreiking, Werkvorm

BODY = """\
## Wanneer

1. **Dit is geen stap (3 minuten).** Nee.

## Stappen van de middag

Eerst dit.

1. **Kies een kaart? (1 minuut).** Ieder kiest
   er *één*.
2. **Vertel (10 minuten; kort 6).** Om de beurt.

   Nog een alinea.
3. **Doe het (tussendoor).** Thuis.
4. **Kijk terug (8 minuten; kort: sla over).**

Na de lijst.

1. **Ook dit niet (3 minuten).** Nee.

## Let op
"""
WERKVORM = Werkvorm(
    origin=Origin(path="werkvormen/x.md", slug="x", file=Path("x"), body=BODY, body_line=1, positions={}),
    title="x",
    samenvatting="x" * 40,
    functie="orientatie",
    ruimtes=("alle",),
    duur=(7, 19),
    groep=(3, 12),
    hoogstens=6,
    vorm="groepjes van 4",
    bron="eigen",
)
THING = Uitreiking(wat="vragen", soort="stroken", per="groep", aantal=2)


def step(regel: int, nummer: int, naam: str, minuten: int, kort: int, tekst: str, tussendoor: bool = False) -> Stap:
    return Stap(
        regel=regel, nummer=nummer, naam=naam, minuten=minuten, kort=kort, tussendoor=tussendoor, tekst=tekst
    )  # fmt: skip


def test_the_steps_are_the_list_under_their_heading() -> None:
    found = course.steps(BODY)
    assert found == (
        step(8, 1, "Kies een kaart?", 1, 1, "Ieder kiest er *één*."),
        step(10, 2, "Vertel", 10, 6, "Om de beurt. Nog een alinea."),
        step(13, 3, "Doe het", 0, 0, "Thuis.", tussendoor=True),
        step(14, 4, "Kijk terug", 8, 0, ""),
    )
    assert BODY.split("\n")[8].startswith("1. **Kies")
    assert (course.whole(course.timed(found)), course.short(course.timed(found))) == (19, 7)


@pytest.mark.parametrize(
    "body",
    ["", "## Stappen\n\nGeen lijst.\n", "1. **Kies (3 minuten).** x\n", "## Let op\n\n1. x"],
)
def test_without_the_list_there_are_none(body: str) -> None:
    assert course.steps(body) == ()


@pytest.mark.parametrize(
    ("item", "short"),
    [
        ("Kies een kaart (5 minuten).", False),
        ("**Kies een kaart.** Vijf minuten.", False),
        ("**Kies een kaart (5 min).** x", False),
        ("**Kies een kaart (5 minuten)** x", False),
        ("**Kies een kaart (0 minuten).** x", False),
        ("**Kies een kaart (5 minuten, kort 3).** x", False),
        ("**Kies een kaart (5 minuten; kort 0).** x", True),
        ("**Kies een kaart (5 minuten; kort 5).** x", True),
        ("**Kies een kaart (5 minuten; kort 6).** x", True),
    ],
)
def test_a_step_that_says_it_otherwise_is_told(item: str, short: bool) -> None:
    found = course.steps(f"## Stappen\n\n1. **Begin (5 minuten).** x\n2. {item}\n")
    assert found[1] == Ontijdig(3, 2, kort=short)
    assert course.timed(found) == (), "a sum of some of the steps means nothing"


@pytest.mark.parametrize(
    ("vorm", "size"), [(None, 0), ("plenair", 0), ("tweetallen", 2), ("groepjes van 3", 3), ("groepjes van 8", 8)]
)
def test_how_many_sit_together(vorm: str | None, size: int) -> None:
    assert course.size(vorm) == size


@given(st.integers(1, 500), st.none() | st.integers(2, 200))
def test_people_are_spread_over_as_few_circles_as_hold_them(people: int, most: int | None) -> None:
    found = course.circles(people, most)
    assert sum(found) == people
    assert max(found) - min(found) <= 1
    assert most is None or max(found) <= most
    assert len(found) == 1 or (most is not None and people > most * (len(found) - 1))


@pytest.mark.parametrize(
    ("per", "people", "number"),
    [
        ("persoon", 6, 12), ("persoon", 13, 26),
        ("tweetal", 6, 6), ("tweetal", 5, 6), ("tweetal", 12, 12), ("tweetal", 13, 14),  # circles of 5, 4 and 4
        ("groepje", 4, 2), ("groepje", 6, 4), ("groepje", 12, 8), ("groepje", 13, 8),
        ("groep", 6, 2), ("groep", 7, 4), ("groep", 13, 6),
        ("vel", 6, 2), ("vel", 40, 2),
    ],
)  # fmt: skip
def test_how_many_there_are_for_so_many_people(per: str, people: int, number: int) -> None:
    """Two of each, in circles of at most six and groups of four."""
    assert course.needed(replace(THING, per=per), WERKVORM, people) == number


@given(st.integers(1, 300), st.integers(3, 8), st.none() | st.integers(3, 60))
def test_there_is_never_too_little(people: int, size: int, most: int | None) -> None:
    werkvorm = replace(WERKVORM, vorm=f"groepjes van {size}", hoogstens=most)
    assert course.needed(replace(THING, per="groepje", aantal=1), werkvorm, people) * size >= people
    assert course.needed(replace(THING, per="tweetal", aantal=1), werkvorm, people) * 2 >= people
    circles = course.needed(replace(THING, per="groep", aantal=1), werkvorm, people)
    assert circles == len(course.circles(people, most))


def test_what_stands_on_each_piece() -> None:
    lines = ("Een.", "Twee.")
    assert course.pieces(replace(THING, regels=lines)) == (("Een.",), ("Twee.",))
    assert course.pieces(THING) == ((), ()), "blank: to write on"
    assert course.pieces(replace(THING, soort="blad", aantal=1, regels=lines)) == (lines,)
    assert course.pieces(replace(THING, soort="blad", regels=lines)) == (lines, lines)
    assert course.pieces(replace(THING, aantal=1, regels=lines)) == (lines,)
    assert course.pieces(replace(THING, aantal=4, regels=lines)) == (("Een.",), ("Twee.",)) * 2
    assert course.pieces(replace(THING, regels=lines[:1])) == (("Een.",),) * 2, "the same on both"
    assert course.pieces(replace(THING, aantal=3, regels=lines)) == ()
