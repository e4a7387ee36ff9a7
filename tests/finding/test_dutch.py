"""Common Dutch words: which are there, which are not, and what a browser fetches of them."""

from __future__ import annotations

import gzip
import json

import pytest

from kennisbank.finding import dutch
from kennisbank.finding.compared import plain
from tests.tools import dutch_words

HEAVIEST = 10_000
"""Bytes at most that a browser fetches of the words, compressed: those of one beginning."""


def test_there_are_as_many_as_said_each_once_and_sorted() -> None:
    lines = dutch.FILE.read_text(encoding="ascii").splitlines()
    assert len(lines) == len(dutch.common()) == dutch_words.MANY - len(dutch_words.LOCAL)
    assert dutch_words.LOCAL.isdisjoint(lines)
    assert lines == sorted(lines)


def test_a_word_is_written_as_it_is_compared() -> None:
    assert [word for word in dutch.common() if plain(word) != word or len(word) < 2 or not word.isalpha()] == []


@pytest.mark.parametrize(
    "word",
    "herfst schoolplein voorschool gymnasium autisme rap kringgesprek muziekles toneel cafe reunie categorie ideeen "
    "zongen verhalen leerkrachten basisscholen engels nederlandse friese winter pesten musical kerst carnaval".split(),
)
def test_a_word_that_dutch_has_is_there(word: str) -> None:
    assert word in dutch.common()


@pytest.mark.parametrize("word", "muzik shcool teather gesprekt emmen utrecht marieke kunstenbaar vehraal".split())
def test_a_typing_error_or_a_name_is_not(word: str) -> None:
    assert word not in dutch.common()


def test_the_beginnings_have_every_word_once() -> None:
    beginnings = dutch.by_beginning()
    assert {beginning[0] for beginning in beginnings} == set("abcdefghijklmnopqrstuvwxyz")
    assert [word for words in beginnings.values() for word in words] == sorted(dutch.common())
    assert all(word[:2] == beginning for beginning, words in beginnings.items() for word in words)


def test_a_browser_fetches_little() -> None:
    for beginning, words in dutch.by_beginning().items():
        sent = gzip.compress(json.dumps(words, separators=(",", ":")).encode(), 6)
        assert len(sent) <= HEAVIEST, beginning


def test_the_list_is_made_of_words_that_both_have() -> None:
    spelling = {"dans", "café", "Frans", "Franse", "Jan", "foto's", "Parijs"}
    counted = ["dans", "parijs", "café", "cafe", "dasn", "frans", "franse", "jan", "foto's", "a"]
    assert list(dutch_words.words(counted, spelling.__contains__)) == ["dans", "cafe", "frans", "franse"]


def test_accents_are_taken_away_as_in_a_search() -> None:
    for word in ("Café", "reünie", "crème", "ideeën", "señor", "coördinator"):
        assert dutch_words.without_accents(word) == plain(word)
