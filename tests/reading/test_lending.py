"""What a site borrows of the tool fits it: no story that it lacks, as many ruimtes as it has, its own texts first."""

from __future__ import annotations

import re

import pytest

from kennisbank import LENDER
from kennisbank.reading import lending
from tests.support import RUIMTES, content

OURS = re.compile("groning|drent|hanze", re.IGNORECASE)
"""Words of our region, and of who made the report."""
PATH = "werkvormen/x.md"
SEVEN = tuple(slug for slug in RUIMTES if slug not in {"plek", "lege-ruimte"})


def fitted(text: str, ruimtes: tuple[str, ...] = SEVEN) -> str:
    return lending.fitted(text, PATH, frozenset({"stories/hier.md"}), ruimtes)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Een. In [X](../stories/weg.md) ging het zo. Twee.", "Een. Twee."),
        ("Een. Lees [X](../stories/hier.md). Twee.", "Een. Lees [X](../stories/hier.md). Twee."),
        ("Wil je meer? Lees [X](../stories/weg.md). Twee.", "Twee."),
        ("Een. In [X](../stories/weg.md) niet. Later wel. Twee.", "Een. Twee."),
        ("- **Kort:** lees eerst [X](../stories/weg.md) en praat.", "- **Kort:** lees eerst een verhaal en praat."),
        ("Een.\n\n[X](../stories/weg.md) laat het zien.\n\nTwee.", "Een.\n\n\nTwee."),
        ("Zie [de plek](../ruimtes/plek.md) en [de site](https://kunst.example/).", None),
        ("Leg de negen kaarten neer. Negen mensen kijken.", "Leg de zeven kaarten neer. Negen mensen kijken."),
        ("Negen woorden.", "Zeven woorden."),
        ("Nu heeft de een er vier en de ander vijf.", "Nu heeft de een er drie en de ander vier."),
    ],
)  # fmt: skip
def test_a_text_fits_the_site_that_borrows_it(text: str, left: str | None) -> None:
    assert fitted(text) == (text if left is None else left)


def test_with_our_stories_and_ruimtes_it_stays_as_it_is() -> None:
    stories = frozenset(verhaal.origin.path for verhaal in content().verhalen)
    for werkvorm in content().werkvormen:
        text = werkvorm.origin.file.read_text(encoding="utf-8")
        assert lending.fitted(text, werkvorm.origin.path, stories, RUIMTES) == text


def test_nothing_that_is_lent_names_our_region() -> None:
    places = {term.label for name in ("plaats", "regio") for term in content().vocabularies[name].terms}
    ours = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(places)))})\b(?! & Hummel)")
    files = [file for file in (LENDER / "werkvormen").glob("*.md") if file.name != "README.md"]
    assert len(files) > 40
    for file in files:
        text = lending.fitted(file.read_text(encoding="utf-8"), f"werkvormen/{file.name}", frozenset(), SEVEN)
        assert not (found := OURS.search(text) or ours.search(text)), (file.name, found)
        assert "stories/" not in text
