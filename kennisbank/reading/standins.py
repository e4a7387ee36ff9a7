"""What stands in for a ruimte that cannot be read, in a site that must be built at once: the row is always whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from kennisbank.model import kinds
from kennisbank.model.records import Origin, Ruimte

SENTENCE = "Over deze ruimte staat hier nu even geen tekst."


def path(slug: str) -> str:
    """Return the path of a ruimte."""
    return kinds.RUIMTE.paths(slug)[0]


def ruimte(slug: str, root: Path) -> Ruimte:
    """Return a ruimte that says nothing of itself: its name, and no question for any function."""
    positions: defaultdict[tuple[str, int], tuple[int, int]] = defaultdict(lambda: (1, 1))
    return Ruimte(
        origin=Origin(path=path(slug), slug=slug, file=root / path(slug), body="", body_line=1, positions=positions),
        title=slug.replace("-", " ").capitalize(),
        samenvatting=SENTENCE,
        vragen=defaultdict(tuple),
        bron="",
    )


def whole(row: Sequence[str], found: Iterable[Ruimte], root: Path) -> list[Ruimte]:
    """Return the ruimtes of a row in its order: those that were found, and a stand-in for each of the others.

    One that is not of the row is left out.
    """
    known = {record.origin.slug: record for record in found}
    return [known.get(slug) or ruimte(slug, root) for slug in row]
