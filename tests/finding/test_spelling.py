"""The words that a typing error is mended to: those of the pages and the lists, the most telling first."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest

from kennisbank.finding import spelling
from kennisbank.finding.inverted import NAMES, PART, SUMMARY, TEXT, TITLE, WHOLE, Page, postings
from kennisbank.finding.spelling import ALL, MOST, SHORTEST, letters

PAGES = [
    {"museum": TEXT, "muziek": TEXT, "mist": TEXT, "kring": PART | TEXT, "een museum": TEXT, "=thema/taal": NAMES},
    {"museum": TEXT | SUMMARY, "muziek": TITLE, "les": TITLE, "2018": TEXT, "école": TEXT, "mist": TEXT},
    {"museum": TEXT, "monument": TEXT | NAMES},
    {"mist": TEXT | WHOLE, "moment": TEXT},
]


def words(pages: Iterable[Mapping[str, int]], lists: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return spelling.words(postings(Page(tuple(page), bytes(page.values())) for page in pages), lists)


def test_what_names_a_page_comes_first_then_what_most_pages_have() -> None:
    found = words(PAGES, ["speciaal onderwijs"])
    assert found["m"] == ("mist", "muziek", "monument", "museum", "moment")
    assert found["s"] == ("speciaal",) and found["o"] == ("onderwijs",)


def test_a_part_of_a_compound_a_group_a_number_and_a_short_word_are_none() -> None:
    found = words(PAGES, [])
    every = {word for table in found.values() for word in table}
    assert every == {"museum", "muziek", "mist", "monument", "moment", "école"}
    assert all(len(word) >= SHORTEST for word in every)


def test_every_word_is_among_those_of_its_letter_and_the_most_telling_among_all() -> None:
    draw = random.Random(3)
    pages = [
        {"".join(draw.choices("abcdé", k=draw.randint(1, 6))): draw.randint(1, 2 * WHOLE - 1) for _ in range(60)}
        for _ in range(30)
    ]
    found = words(pages, ["abcd abcd", "een lijst"])
    expected = {word for page in pages for word, where in page.items() if not where & PART and len(word) >= SHORTEST}
    expected |= {"abcd", "lijst"}
    assert set(found[ALL]) == expected
    for letter in set(found) - {ALL}:
        assert list(found[letter]) == [word for word in found[ALL] if word[0] == letter]
    assert set(found) - {ALL} == {word[0] for word in expected if word[0].isascii()}
    assert words(pages, ["abcd abcd", "een lijst"]) == found


def test_the_tables_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "MOST_OF_A_LETTER", 5)
    draw = random.Random(1)
    pages = [{"m" + "".join(draw.choices("abc", k=6)): TEXT for _ in range(3000)} for _ in range(2)]
    found = words(pages, [])
    assert len(found["m"]) == 5
    assert found[ALL][:5] == found["m"]
    assert len(found[ALL]) <= MOST


def test_letters_are_those_with_a_table() -> None:
    assert letters(list(words(PAGES, ["onderwijs"]))) == "mo"
