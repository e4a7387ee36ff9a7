"""What an anonymous praktijkvoorbeeld may not tell: names are found however they are written, and in linear time."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from kennisbank.model.records import Praktijkvoorbeeld, Record, Verhaal
from kennisbank.reading import anonymous
from tests.support import verhaal, vocabularies, voorbeeld


def example(slug: str = "kort", body: str = "Een tekst.", **fields: Any) -> Praktijkvoorbeeld:
    return voorbeeld(slug, body, title="Iets kleins", **fields)


def story(slug: str, body: str, **fields: Any) -> Verhaal:
    record = verhaal(slug, **fields)
    return replace(record, origin=replace(record.origin, body=body))


def named(text: str, *names: str) -> list[str]:
    """Return what is named in a text that stands in an example, where a story has these schools."""
    records: list[Record] = [verhaal("een", scholen=names), example(body=text)]
    return [found.message.split('"')[1] for found in anonymous.check(records, {}, vocabularies())]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Mackayschool", "Op de Mackayschool gaat het zo.", "Mackayschool"),
        ("Mackayschool", "Op de **Mackayschool**, zei ze.", "Mackayschool"),
        ("OBS De Brug", "Bij De Brug begon het.", "Brug"),
        ("OBS De Brug", "Bij obs de brug begon het.", "obs de brug"),
        ("OBS De Brug", "De school heet Brug.", "Brug"),
        ("W.A. van Lieflandschool", "Op W A van Lieflandschool kon dat.", "W A van Lieflandschool"),
        ("IKC Borgman Oosterpark", "Bij borgman-oosterpark leerden ze.", "borgman-oosterpark"),
        ("Poëziepaleis", "Het Poeziepaleis hielp.", "Poeziepaleis"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str, found: str) -> None:
    assert named(text, name) == [found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("OBS De Brug", "Ze bouwden een brug, en liepen over de brug."),
        ("OBS De Brug", "De Bruggen en de Brugklas bleven over."),
        ("Basisonderwijs", "Basisonderwijs is een soort school."),
        ("Docent beeldend", "Een docent beeldend gaf les."),
        ("...", "Hier staan drie punten ..."),
    ],
)
def test_an_ordinary_word_is_no_name(name: str, text: str) -> None:
    assert named(text, name) == []


def test_the_longest_name_is_said_once() -> None:
    assert named("De Bonte Brug is de bonte brug.", "De Bonte", "De Bonte Brug") == ["De Bonte Brug"]


def test_a_story_that_is_not_on_the_site_is_protected_too() -> None:
    records: list[Record] = [
        verhaal("een", scholen=("Mackayschool",), toestemming=False),
        example(body="Mackayschool."),
    ]
    assert [found.code for found in anonymous.check(records, {}, vocabularies())] == ["anoniem-naam"]


WORDS = "zeepkisten vuurtorens lampionnen"


def test_words_that_many_texts_have_say_nothing() -> None:
    own = [story("een", WORDS, scholen=("Mackayschool",)), example(body=WORDS)]
    (notice,) = anonymous.resembling(own)
    assert (notice.path, notice.line) == ("stories/kort/kort.md", 9)
    assert "stories/een.md" in notice.message
    others = [story(f"ander-{number}", WORDS) for number in range(anonymous.FEW)]
    assert list(anonymous.resembling([*own, *others])) == []


def test_two_words_are_too_few_and_consent_makes_it_no_matter() -> None:
    there = story("een", WORDS, scholen=("Mackayschool",))
    assert list(anonymous.resembling([there, example(body="zeepkisten en vuurtorens")])) == []
    assert list(anonymous.resembling([there, example(body=WORDS, toestemming=True)])) == []


@pytest.mark.apart
def test_the_work_grows_with_the_number_of_texts() -> None:
    """Four times as many texts take about four times as long: far less than the sixteen of comparing each with each."""

    def taken(number: int) -> float:
        records: list[Record] = [
            story(f"verhaal-{n}", f"woord{n} anders{n} nogiets{n} " * 20, scholen=(f"Basisschool Nummer{n}",))
            for n in range(number)
        ]
        records += [example(f"kort-{n}", f"Iets op een basisschool, met woorden{n} erin. " * 10) for n in range(number)]
        start = time.process_time()
        assert list(anonymous.check(records, {}, vocabularies())) == []
        assert list(anonymous.resembling(records)) == []
        return time.process_time() - start

    assert min(taken(1200) for _ in range(3)) < 10 * max(taken(300), 0.05)  # what a busy machine adds is no work
