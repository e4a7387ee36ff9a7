"""What a site has in its preview alone: what loads a page anew, and what stands where a page cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.parts.fileviews import FileView


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorvertoningView(FileView):
    """What a page of the preview has at its end: it is of the edition `stand`, and loads itself anew for another."""

    template: ClassVar[str] = "voorvertoning/herladen.html"
    stand: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StukView(FileView):
    """What stands at the address of a page that cannot be made: why not."""

    template: ClassVar[str] = "voorvertoning/stuk.html"
    waarom: str
