"""What a glyph shows."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kennisbank.model import urls
from kennisbank.model.records import Ruimte
from kennisbank.parts import cells as grid
from kennisbank.parts import preview
from kennisbank.parts.sentences import listing


@dataclass(frozen=True, slots=True)
class Cel:
    """A filled cell of a glyph: its ruimte, and its outline as SVG path data in a field of 26 by 26 units."""

    ruimte: str
    pad: str


@dataclass(frozen=True, slots=True)
class GlyphCel(Cel):
    """The cell of a ruimte, and how that ruimte is called: of these a script makes a glyph."""

    naam: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """The cells of the ruimtes in their fixed order: each filled one, the outline of all others, and both in words.

    `beeld` is the address of the picture of the same cells, for a preview elsewhere.
    """

    vol: tuple[Cel, ...]
    leeg: str
    tekst: str
    beeld: str


def cells(ruimtes: Sequence[Ruimte]) -> tuple[GlyphCel, ...]:
    """Return the cells of all ruimtes, in their order."""
    places = grid.cells(len(ruimtes))
    return tuple(
        GlyphCel(ruimte.origin.slug, cell.path, ruimte.title) for ruimte, cell in zip(ruimtes, places, strict=True)
    )


def made(filled: Set[str], ruimtes: Sequence[Ruimte]) -> Glyph:
    """Return the glyph of which these cells are filled; there is one for each of `ruimtes`, in their order."""
    every = cells(ruimtes)
    full = [cell for cell in every if cell.ruimte in filled]
    names = [cell.naam for cell in full]
    label = "Ruimte: " if len(names) == 1 else "Ruimtes: " if names else "Geen ruimte"
    return Glyph(
        vol=tuple(Cel(cell.ruimte, cell.pad) for cell in full),
        leeg="".join(cell.pad for cell in every if cell.ruimte not in filled),
        tekst=label + listing(names),
        beeld=urls.preview(preview.name(filled, [cell.ruimte for cell in every])),
    )
