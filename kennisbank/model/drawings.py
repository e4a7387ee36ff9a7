"""The drawing that stands for a story where there is no photograph: its file, and what is to be seen in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kennisbank.model import kinds

FOLDER = f"{kinds.PAGES}/tekeningen"
"""Where drawings lie, each by the address of its story: the one place where there may be SVG."""
WIDTH, HEIGHT = 1200, 630
"""The field of a drawing, and the pixels of its preview: the shape that Open Graph readers show whole
(https://ogp.me)."""


@dataclass(frozen=True, slots=True)
class Tekening:
    """A drawing: its path below the root, the file, what is to be seen in it, and the same as a PNG where it was made.

    That picture is what others show beside a link; they know no SVG.
    """

    path: str
    file: Path
    alt: str
    preview: Path | None = None
