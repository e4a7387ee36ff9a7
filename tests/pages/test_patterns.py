"""Expressions of Python as JavaScript reads them."""

from __future__ import annotations

import re

import pytest

from kennisbank.pages.schrijven import patterns
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.schrijven.patterns import Patroon, javascript


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (re.compile(r"\w+@[\w-]+"), Patroon(r"[\p{L}\p{N}_]+@[\p{L}\p{N}_-]+", "u")),
        (re.compile(r"\d{3}[\d.]"), Patroon(r"[\p{Nd}]{3}[\p{Nd}.]", "u")),
        (re.compile(r"^a$", re.MULTILINE | re.IGNORECASE), Patroon("^a$", "uim")),
        (re.compile(r"a*+[*+]b{1,2}+"), Patroon(r"a*[*+]b{1,2}", "u")),
        (re.compile(r"\++\\"), Patroon(r"\++\\", "u")),
        (re.compile(r"\bx"), Patroon(f"{patterns.EDGE}x", "u")),
    ],
)
def test_translation(pattern: re.Pattern[str], expected: Patroon) -> None:
    assert javascript(pattern) == expected


@pytest.mark.parametrize("pattern", [r"\Bword", r"(?P<name>x)", r"\Z"])
def test_what_cannot_be_said_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no way to say"):
        javascript(re.compile(pattern))


def test_flags_that_change_the_meaning_are_refused() -> None:
    with pytest.raises(ValueError, match="no way to say"):
        javascript(re.compile(".", re.DOTALL))


def test_every_rule_of_the_form_can_be_said() -> None:
    assert {name for name, pattern in schrijven.PATTERNS.items() if javascript(pattern).bron} == set(schrijven.PATTERNS)
