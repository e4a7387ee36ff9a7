"""A colour that cannot be read is refused at its place, with one that can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kennisbank import PROJECT
from kennisbank.model.colours import READABLE, lowest
from kennisbank.model.records import Ruimte, Source
from kennisbank.parts import colours
from kennisbank.reading import contrast, schema
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.values import Context
from tests.support import TODAY, content, vocabularies


def judged(line: str) -> list[tuple[str, int, int, str, str]]:
    """Return what is wrong with a ruimte that has this line in its head, as line 2."""
    file = PROJECT / "ruimtes" / "plek.md"
    text = file.read_text(encoding="utf-8")
    rows = [row for row in text.split("\n") if not row.startswith("kleur:")]
    front = fm.read("\n".join([rows[0], line, *rows[1:]]), "ruimtes/plek.md")
    source = Source("ruimtes/plek.md", "plek", file)
    assert front.fields is not None
    ruimte, problems = schema.build(Ruimte, front.fields, front, source, Context(vocabularies(), TODAY))
    problems += contrast.check([ruimte] if ruimte else [])
    return [(p.code, p.line, p.column, p.message, p.hint or "") for p in problems]


def test_a_colour_that_can_be_read_is_right() -> None:
    assert judged('kleur: ["#357339", "#8dcd8e"]') == judged('kleur: ["#357339"]') == judged("# geen") == []


def test_a_colour_that_is_too_light_is_refused_with_one_that_will_do() -> None:
    [(code, line, column, message, hint)] = judged('kleur: ["#ffd400"]')
    assert (code, line, column) == ("kleur-contrast", 2, 9)
    assert message == (
        'De kleur "#ffd400" is op een licht scherm niet goed te lezen: het contrast is 1,2 en moet minstens 4,5 zijn.'
    )
    nearest = hint.split('"')[1]
    assert hint == f'Neem hem donkerder, bijvoorbeeld "{nearest}".'
    assert READABLE <= lowest(nearest, colours.grounds()) < READABLE + 0.1
    assert judged(f'kleur: ["{nearest}"]') == []


def test_the_second_colour_is_for_a_dark_screen() -> None:
    [(code, line, column, message, hint)] = judged('kleur: ["#357339", "#2a5a2d"]')
    assert (code, line, column) == ("kleur-contrast", 2, 20)
    assert "op een donker scherm" in message
    assert hint.startswith("Neem hem lichter, bijvoorbeeld ")
    assert hint.endswith("Of haal de tweede kleur weg: dan maakt de site er een.")


@pytest.mark.parametrize("line", ['kleur: ["groen"]', 'kleur: ["#fff"]', 'kleur: ["#3573399"]'])
def test_what_is_no_colour_is_refused(line: str) -> None:
    assert [found[:2] for found in judged(line)] == [("waarde-kleur", 2)]


def test_without_a_colour_a_ruimte_has_that_of_the_site() -> None:
    ruimte = replace(content().ruimtes[0], kleur=())
    assert colours.of_ruimtes([ruimte]) == ()
