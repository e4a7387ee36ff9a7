"""What is meant is read; what cannot be guessed is refused by name."""

from __future__ import annotations

import pytest

from kennisbank.reading.cleaning import WRITTEN, clean
from kennisbank.reading.files import decode

MEANT = [
    ("De regen\u00adboog\u00adparade.", "De regenboogparade."),
    ("De ﬁlosofenclub kreeg een oﬃciële plek in de w\u0133k.", "De filosofenclub kreeg een officiële plek in de wijk."),
    ("\uf0b7\ttekenen\n\uf0b7\tzingen\n", "- tekenen\n- zingen\n"),
    ("  \u2022 een\n  \u25aa\ttwee", "  - een\n  - twee"),
    ("Prijs: 5\u00a0euro, 10\u202f000 keer.", "Prijs: 5 euro, 10 000 keer."),
    ("cafe\u0301", "café"),
    ("een\u200b\u2060\u200etwee", "eentwee"),
]


@pytest.mark.parametrize(("typed", "read"), MEANT)
def test_what_is_meant_is_read(typed: str, read: str) -> None:
    assert clean(typed) == read
    assert decode(typed.encode(), "x.md") == (read, [])


def test_what_was_cleaned_is_clean_and_every_line_stays_one() -> None:
    for sign in WRITTEN:
        text = f"a{sign}b\n{sign}\nc"
        assert clean(clean(text)) == clean(text)
        assert clean(text).count("\n") == 2
    assert clean("gewoon\ttekst • met een stip") == "gewoon\ttekst • met een stip"


LOST = [
    ("Caf\ufffd en", "bytes-verloren", "U+FFFD"),
    ("caf\u00c3\u00a9", "bytes-verloren", "\u00c3\u00a9"),
    ("zo\u00e2\u20ac\u2122n dag", "bytes-verloren", "\u00e2\u20ac\u2122"),
    ("naar\u00c2\u00a0huis", "bytes-verloren", "\u00c2"),
    ("een \ue123 teken", "bytes-verloren", "U+E123"),
    ("z\u0335\u0321\u0321a", "bytes-verloren", "U+0335 (3 tekens op elkaar)"),
    ("naam\u3164", "bytes-teken", "U+3164"),
    ("x\U000e0041", "bytes-teken", "U+E0041"),
    ("x\u202ey", "bytes-teken", "U+202E"),
]


@pytest.mark.parametrize(("text", "code", "name"), LOST)
def test_what_cannot_be_guessed_is_refused_by_name(text: str, code: str, name: str) -> None:
    (found,) = decode(f"een\n{text}\n".encode(), "x.md")[1]
    assert (found.code, found.line) == (code, 2)
    assert name in found.message
