"""A view of slots: what a template shows of it, a script fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from kennisbank.parts.glyph.view import Cel, Glyph
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.slots import slots


def test_a_text_says_where_it_comes_from() -> None:
    card = slots(Kaartje)
    assert (card.titel, card.kenmerken, card.concept) == ("{titel}", ("{kenmerken}",), False)
    assert card.glyph == Glyph(
        (Cel("{glyph.vol.ruimte}", "{glyph.vol.pad}"),), "{glyph.leeg}", "{glyph.tekst}", "{glyph.beeld}"
    )
    assert slots(Cel, "cel") == Cel("{cel.ruimte}", "{cel.pad}")


def test_what_may_be_missing_has_its_slot_too() -> None:
    @dataclass(frozen=True)
    class Maybe:
        naam: str | None
        cel: Cel | None

    assert slots(Maybe) == Maybe("{naam}", Cel("{cel.ruimte}", "{cel.pad}"))


@dataclass(frozen=True)
class Odd:
    naam: str
    aantallen: Mapping[str, int]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"aantallen: what is .* is no text, list or view"):
        slots(Odd)
