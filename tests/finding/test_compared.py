"""How words are compared: the same for any sign, however it is made quick."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.finding.compared import ACCENT, plain, words
from kennisbank.reading.markup import WORD

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

QUICK = settings(max_examples=150, deadline=None, derandomize=True, database=None)
SIGNS = st.sampled_from([*"aEz9_- .'’“–…\u00a0", *"éÉëïöüçÇñøßæœŒ½™²İıſΣςﬁΩK日한", "e\u0301", "\u0327", "\u0345"])


def by_rule(text: str) -> list[str]:
    """Take all of a text apart: small letters first, then each sign without its accents, then what is a word."""
    return WORD.findall(ACCENT.sub("", unicodedata.normalize("NFKD", text.lower())))


@QUICK
@given(text=st.lists(SIGNS, max_size=12).map("".join) | st.text(max_size=12))
def test_any_text_is_compared_by_one_rule(text: str) -> None:
    assert words(text) == by_rule(text)
    assert plain(text) == " ".join(by_rule(text))


def test_every_sign_by_itself_is_compared_by_the_same_rule() -> None:
    every = "".join(f"a{chr(code)}B {chr(code)} " for code in range(0x3000) if not 0xD800 <= code < 0xE000)
    for start in range(0, len(every), 600):
        assert words(every[start : start + 600]) == by_rule(every[start : start + 600])
