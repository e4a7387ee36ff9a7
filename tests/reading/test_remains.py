"""What other programs leave behind is looked for only where it can be, and nothing is missed by that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.reading import remains
from kennisbank.reading.remains import REMAINS, Remain


@pytest.mark.parametrize("kind", REMAINS, ids=lambda kind: kind.code)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_a_kind_finds_has_a_part_that_it_needs(kind: Remain, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(kind.pattern))
    if any(match for match in kind.pattern.finditer(text)):
        assert kind in remains.possible(text)
        assert kind in remains.possible(f"Ervoor staat iets.\n\n{text}\n\nEn erna ook.")


PARTS = [need for kind in REMAINS for need in kind.needs]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*PARTS, "a", "A", " ", "\n", "]", "}", ")", "word", "1", ":", "é"]), max_size=12))
def test_the_same_is_found_as_by_every_pattern(parts: list[str]) -> None:
    text = "".join(parts)
    assert [*remains.find(text)] == [*remains.find(text, kinds=REMAINS)]


def test_an_ordinary_text_can_have_none() -> None:
    assert not remains.possible('De juf zei: "Het is feest!" En toen - om 10:30 uur - begon het (dachten ze).')
