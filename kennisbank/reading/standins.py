"""What stands in for a ruimte that cannot be read, in a site that must be built at once: nine there always are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kennisbank.model import kinds
from kennisbank.model.records import Origin, Ruimte

ROW = ("drijfveer", "kind", "toekomst", "kunsten", "plek", "dynamiek", "experiment", "twijfel", "lege-ruimte")
"""The nine in their fixed order: known also when their files are not."""
SENTENCE = "Over deze ruimte staat hier nu even geen tekst."


def path(slug: str) -> str:
    """Return the path of a ruimte."""
    return kinds.RUIMTE.paths(slug)[0]


def ruimte(slug: str, root: Path) -> Ruimte:
    """Return a ruimte of `ROW` that says nothing of itself: its name, its place, and no question for any function."""
    positions: defaultdict[tuple[str, int], tuple[int, int]] = defaultdict(lambda: (1, 1))
    return Ruimte(
        origin=Origin(path=path(slug), slug=slug, file=root / path(slug), body="", body_line=1, positions=positions),
        title=slug.replace("-", " ").capitalize(),
        volgorde=ROW.index(slug) + 1,
        samenvatting=SENTENCE,
        vragen=defaultdict(tuple),
        bron="",
    )


def nine(found: Iterable[Ruimte], root: Path) -> list[Ruimte]:
    """Return the nine ruimtes: those that were found, and a stand-in for each of the others.

    One that is not of the row is left out. Where the places of what remains are not those from 1 to 9, all get the
    place that they have in the row.
    """
    known = {record.origin.slug: record for record in found}
    row = [known.get(slug) or ruimte(slug, root) for slug in ROW]
    if {record.volgorde for record in row} == set(range(1, len(ROW) + 1)):
        return sorted(row, key=lambda record: record.volgorde)
    return [replace(record, volgorde=number) for number, record in enumerate(row, 1)]
