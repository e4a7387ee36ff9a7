"""The fields as a site tells them: the gaps of help and example are filled with what its lists have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kennisbank.model import examples
from kennisbank.model.fields import specs
from kennisbank.model.kinds import KINDS
from kennisbank.model.numbers import in_words
from kennisbank.model.records import Beeld, Verhaal
from tests.support import RUIMTES, vocabularies

RECORDS = [*(kind.record for kind in KINDS), Beeld]


@pytest.mark.parametrize("record", RECORDS)
def test_no_gap_is_left(record: type[Any]) -> None:
    told = examples.told(record, vocabularies())
    assert list(told) == list(specs(record))
    for spec in told.values():
        assert not examples.GAP.search(spec.help + spec.example)
        assert spec.most is None or spec.most > 0


def test_every_gap_of_a_field_is_one_that_the_list_must_fill() -> None:
    known = {*examples.NEEDED, *examples.PLACES.values(), "streek", "aantal"}
    used = {gap for record in RECORDS for spec in specs(record).values() for gap in examples.GAP.findall(spec.help)}
    used |= {gap for record in RECORDS for spec in specs(record).values() for gap in examples.GAP.findall(spec.example)}
    assert used <= known
    assert len(used) > 10


def test_most_follows_the_list() -> None:
    lists = vocabularies()
    fewer = replace(lists["ruimte"], terms=lists["ruimte"].terms[:4])
    assert examples.told(Verhaal, lists)["ruimtes"].most == len(RUIMTES)
    told = examples.told(Verhaal, {**lists, "ruimte": fewer})["ruimtes"]
    assert (told.most, told.help) == (4, "Welke van de vier ruimtes laat het verhaal zien?")


def test_without_the_list_a_gap_stays_as_it_is() -> None:
    lists = vocabularies()
    nothing = {**lists, "voorbeeld": replace(lists["voorbeeld"], terms=())}
    assert examples.told(Verhaal, nothing)["plaats"].example == "{plaats}"


@pytest.mark.parametrize(("number", "words"), [(0, "nul"), (4, "vier"), (9, "negen"), (20, "twintig"), (21, "21")])
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words
