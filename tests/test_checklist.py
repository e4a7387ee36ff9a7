"""Nothing of the source report is left out: every item of its guide has a page, and that page speaks of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

from kennisbank.pages.page import PageView
from kennisbank.pages.site import Site
from kennisbank.pages.waarde.view import WaardeView
from tests.support import CHECKLIST, content

# How many the report has of each; the guide to it names these numbers.
NUMBERS = {
    "verhaal": 7 + 1, "ruimte": 9, "tool": 9, "werkvorm: oriëntatie": 8, "werkvorm: verdieping": 15,
    "werkvorm: evaluatie": 9, "regio": 8 + 2, "schooltype": 9, "omgeving": 3, "richting": 3, "partner": 11,
    "discipline": 11, "rol": 12, "activiteit": 20, "thema": 5, "team": 16, "opbrengst": 11, "borging": 5,
    "reden": 6 + 5, "leren (tabel 8)": 44, "kerngroep (tabel 6)": 8, "achtergrond": 22,
    "aanbeveling voor deelnemers": 5, "aanbeveling voor financiers": 3, "ambitiescenario": 4 + 1,
    "vraag van de evaluatieleidraad": 11, "vraag van deelnemers": 3, "onderzoek": 8, "gebruikers": 3, "begrip": 22,
    "partner, die lezers zoeken": 6, "de 25 in beeld": 7, "conclusie": 9, "nagelezen": 13,
    "woord dat lezers gebruiken": 4, "praktijkvoorbeeld": 22,
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(content())


def strings(value: Any) -> Iterator[str]:
    """Yield every text in what a template shows."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from strings(value.values())
    elif isinstance(value, Iterable):
        for item in value:
            yield from strings(item)


def shown(site: Site, address: str) -> str:
    """Return what the page at an address shows: its text and all that its template gets."""
    assert address in site.by_address, f"there is no page {address}"
    uri = site.by_address[address]
    view = site.view(uri)
    own = [getattr(view, f.name) for f in dataclasses.fields(view) if f.name not in {"verder", "verwant", "buren"}]
    return f"{site.text(uri)} {' '.join(strings(own))} {_sentence(view)}"


def _sentence(view: PageView) -> str:
    return f"in {view.vaak} leergemeenschappen" if isinstance(view, WaardeView) and view.vaak else ""


def test_the_checklist_is_complete() -> None:
    assert {kind: len(rows) for kind, rows in CHECKLIST.items()} == NUMBERS
    for kind, rows in CHECKLIST.items():
        assert len({item for item, _, _ in rows}) == len(rows), kind


@pytest.mark.parametrize("kind", CHECKLIST)
def test_every_item_has_its_place(site: Site, kind: str) -> None:
    missing = []
    for item, address, words in CHECKLIST[kind]:
        page, _, anchor = address.partition("#")
        text = shown(site, page)
        if words not in text or (anchor and anchor not in text):
            missing.append(f"{item}: {address} does not have {words!r}")
    assert missing == []


def test_a_checklist_can_fail(site: Site) -> None:
    assert "Zestien manieren" not in shown(site, "achtergrond/zichtbaarheid/")
    with pytest.raises(AssertionError, match="there is no page"):
        shown(site, "achtergrond/iets-anders/")
