"""What a glyph shows."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kennisbank.model import urls
from kennisbank.model.records import Ruimte
from kennisbank.parts import preview
from kennisbank.parts.sentences import listing


@dataclass(frozen=True, slots=True)
class Cel:
    """A filled cell of a glyph: its ruimte, and its outline as SVG path data in a field of 26 by 26 units."""

    ruimte: str
    pad: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """The cells of the ruimtes in their fixed order: each filled one, the outline of all others, and both in words.

    `beeld` is the address of the picture of the same cells, for a preview elsewhere.
    """

    vol: tuple[Cel, ...]
    leeg: str
    tekst: str
    beeld: str


def made(filled: Set[str], ruimtes: Sequence[Ruimte]) -> Glyph:
    """Return the glyph of which these cells are filled; there is one for each of `ruimtes`, in their order."""
    side = preview.columns(len(ruimtes))
    size = round((24 - 1.5 * (side - 1)) / side, 2)
    step = size + 1.5
    full: list[Cel] = []
    empty = ""
    for number, ruimte in enumerate(ruimtes):
        row, column = divmod(number, side)
        cell = f"M{1 + column * step:g} {1 + row * step:g}h{size:g}v{size:g}h-{size:g}z"
        if ruimte.origin.slug in filled:
            full.append(Cel(ruimte.origin.slug, cell))
        else:
            empty += cell
    names = [ruimte.title for ruimte in ruimtes if ruimte.origin.slug in filled]
    label = "Ruimte: " if len(names) == 1 else "Ruimtes: " if names else "Geen ruimte"
    order = [ruimte.origin.slug for ruimte in ruimtes]
    return Glyph(tuple(full), empty, label + listing(names), urls.preview(preview.name(filled, order)))
