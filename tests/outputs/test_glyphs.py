"""The picture of a set of ruimtes is drawn once, and never another than it would be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisbank.outputs import glyphs
from kennisbank.parts import colours, preview
from kennisbank.reading.kept import WITHOUT

ORDER = ("tijd", "plek")
INKS = colours.theme()
SETS = frozenset({frozenset({"plek"}), frozenset(ORDER)})
FRESH = [
    (preview.name(slugs, ORDER), preview.png(slugs, ORDER, INKS)) for slugs in (frozenset({"plek"}), frozenset(ORDER))
]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path))
    monkeypatch.delenv(WITHOUT, raising=False)
    return tmp_path / glyphs.KIND


def made() -> list[tuple[str, bytes]]:
    return [*glyphs.pictures(SETS, ORDER, INKS)]


def test_the_second_time_nothing_is_drawn(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made() == FRESH
    assert len([*kept.iterdir()]) == 2
    monkeypatch.setattr(preview, "png", None)
    assert made() == FRESH


def test_other_colours_or_an_other_order_are_drawn_anew() -> None:
    made()
    other = {**INKS, "papier": "#000000"}
    found = dict(glyphs.pictures(SETS, ORDER, other))
    assert found["11.png"] == preview.png(ORDER, ORDER, other) != dict(FRESH)["11.png"]
    turned = dict(glyphs.pictures({frozenset({"plek"})}, ORDER[::-1], INKS))
    assert turned == {"10.png": preview.png({"plek"}, ORDER[::-1], INKS)}


@pytest.mark.parametrize("harm", [b"", b"x", None])
def test_what_is_not_whole_is_drawn_anew(kept: Path, harm: bytes | None) -> None:
    made()
    for file in kept.iterdir():
        file.write_bytes(file.read_bytes()[:-1] if harm is None else harm)
    assert made() == FRESH
    assert made() == FRESH


def test_a_cache_that_cannot_be_written_stops_nothing(kept: Path) -> None:
    kept.write_text("a file where its folder would be")
    assert made() == FRESH


def test_it_can_be_turned_off(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WITHOUT, "1")
    assert made() == FRESH
    assert not kept.exists()
