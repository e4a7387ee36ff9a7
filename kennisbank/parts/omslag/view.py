"""What is shown of the opening picture of a story, in a list and at the top of its page."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from kennisbank.model import kinds, urls
from kennisbank.model.drawings import HEIGHT, WIDTH
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.made import Made
from kennisbank.model.records import Verhaal
from kennisbank.parts import figures

SMALL = 480
"""Pixels that a picture is wide at least in a list."""


@dataclass(frozen=True, slots=True)
class Omslag:
    """An opening picture as lists show it: its address, and what is to be seen. One that is a `foto` has a maker."""

    url: str
    alt: str
    foto: bool = False


@dataclass(frozen=True, slots=True)
class Deelbeeld:
    """The picture that others show beside a link to a page: its address, its size in pixels, and what is to be seen."""

    url: str
    breed: int
    hoog: int
    alt: str


def made(knowledge: KnowledgeBase, verhaal: Verhaal, of_pictures: Mapping[str, Made]) -> Omslag | None:
    """Return the opening picture of a story: its first photograph, or else its drawing; None without any.

    `of_pictures` is what has been made of each picture, by its path.
    """
    if photograph := _first(verhaal, of_pictures):
        address, found, alt = photograph
        wide = [one for one in found.variants if one.format == "webp" and one.width >= SMALL]
        return Omslag(figures.variant(address, min(wide, key=lambda one: one.width)) if wide else address, alt, True)
    drawing = knowledge.tekeningen.get(verhaal.origin.slug)
    return Omslag(urls.verhaal(verhaal.origin.slug) + urls.TEKENING, drawing.alt) if drawing else None


def shared(knowledge: KnowledgeBase, verhaal: Verhaal, of_pictures: Mapping[str, Made]) -> Deelbeeld | None:
    """Return the picture that others show beside a link to a story; None where all there is is its glyph."""
    if photograph := _first(verhaal, of_pictures):
        address, found, alt = photograph
        return Deelbeeld(address, found.fallback.width, found.fallback.height, alt)
    drawing = knowledge.tekeningen.get(verhaal.origin.slug)
    if drawing is None or drawing.preview is None:
        return None
    return Deelbeeld(urls.verhaal(verhaal.origin.slug) + urls.TEKENING_PNG, WIDTH, HEIGHT, drawing.alt)


def _first(verhaal: Verhaal, of_pictures: Mapping[str, Made]) -> tuple[str, Made, str] | None:
    """Return the first photograph of a story: its address, what has been made of it, and what is to be seen."""
    for beeld in verhaal.beelden:
        path = posixpath.join(kinds.beside(verhaal.origin.path), beeld.bestand)
        if path in of_pictures:
            return figures.address(path, of_pictures[path]), of_pictures[path], beeld.alt
    return None
