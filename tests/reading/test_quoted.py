"""Words that are shown large stand so in the text: between quotation marks, or as a whole sentence."""

from __future__ import annotations

import time

import pytest

from kennisbank.reading.quoted import bare, spoken

BODY = """\
De icc'er zag het. 'Daar kan ik [wel](../ruimtes/kind.md) wat mee!' zei ze. Toen gingen ze **samen** op
pad. Ze vroegen: "Hoe ruikt het hier?" En dan 'om even te prutsen', zo heette het.

## Wat blijft

Het bleef. Niemand wist waarom... Maar mooi was het.
"""


@pytest.mark.parametrize(
    "words",
    ["Daar kan ik wel wat mee!", "Daar kan ik wel wat mee", "“Daar kan ik wel wat mee!”", "Hoe ruikt het hier?",
     "om even te prutsen"],
)  # fmt: skip
def test_what_is_quoted_in_the_text_was_said(words: str) -> None:
    assert spoken(BODY, words) is True


@pytest.mark.parametrize(
    "words",
    ["De icc'er zag het.", "De icc’er zag het.", "Toen gingen ze samen op pad.", "Het bleef.", "Maar mooi was het."],
)
def test_a_whole_sentence_stands_there_too(words: str) -> None:
    assert spoken(BODY, words) is False


@pytest.mark.parametrize(
    "words",
    ["", "'", "Toen gingen ze op pad.", "gingen ze samen op pad.", "Toen gingen ze samen", "er zag het.", "kan ik wel",
     "Daar kan ik wel wat mee?", "even te prutsen"],
)  # fmt: skip
def test_what_was_changed_or_cut_off_does_not_stand_there(words: str) -> None:
    assert spoken(BODY, words) is None


def test_a_page_adds_the_quotation_marks_itself() -> None:
    assert [bare(words) for words in ("‘Ja, graag!’", '"Ja"', "'s Morgens", "Ja, 'graag'", "'")] == [
        "Ja, graag!", "Ja", "'s Morgens", "Ja, 'graag'", "'",
    ]  # fmt: skip


def test_a_long_text_full_of_the_same_words_takes_no_time() -> None:
    start = time.process_time()
    assert spoken("steeds weer " * 20_000, "steeds weer") is None
    assert time.process_time() - start < 2
