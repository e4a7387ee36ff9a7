"""What a list shows of a story."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.sentences import happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartje:
    """What a list shows of a story; `speelde` says when it was, `omslag` is its picture, `reden` why it is there."""

    titel: str
    url: str
    samenvatting: str
    plaats: str
    regio: str
    kenmerken: tuple[str, ...]
    glyph: Glyph
    concept: bool
    speelde: str
    omslag: Omslag | None = None
    reden: str = ""


def made(knowledge: KnowledgeBase, verhaal: Verhaal, glyph: Glyph, omslag: Omslag | None) -> Kaartje:
    """Return what a list shows of a story; `glyph` is that of its ruimtes, and `omslag` its opening picture."""
    labels = (knowledge.term(facet.name, slug).label for facet in FACETS[1:3] for slug in facet.of(verhaal))
    return Kaartje(
        titel=verhaal.title,
        url=urls.verhaal(verhaal.origin.slug),
        samenvatting=verhaal.samenvatting,
        plaats=verhaal.plaats,
        regio=knowledge.term("regio", verhaal.regio).label,
        kenmerken=tuple(labels),
        glyph=glyph,
        concept=verhaal.concept,
        speelde=happened(verhaal.speelde),
        omslag=omslag,
    )
