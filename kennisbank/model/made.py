"""What is made of a picture for the site, and where each part of it lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Variant:
    """One file that is made of a picture: its format (`avif`, `webp`, `jpg`, `png`), its size, and where it lies."""

    format: str
    width: int
    height: int
    file: Path


@dataclass(frozen=True)
class Made:
    """All that is made of a picture: one that every browser shows, and the others by format, narrowest first."""

    fallback: Variant
    variants: tuple[Variant, ...]
