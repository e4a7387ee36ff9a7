"""The drawing of a story beside its page, as it was drawn and as a picture: what shows them fetches them."""

from __future__ import annotations

from kennisbank.model.drawings import Tekening
from kennisbank.model.records import Record, Verhaal
from kennisbank.pages.site import Site


def svg(site: Site, record: Record) -> bytes | None:
    """Return the drawing of a story; None for a text without, and for one that shows a photograph instead."""
    drawing = _shown(site, record)
    return drawing.file.read_bytes() if drawing else None


def png(site: Site, record: Record) -> bytes | None:
    """Return the picture that others show beside a link to it, where that was made."""
    drawing = _shown(site, record)
    return drawing.preview.read_bytes() if drawing and drawing.preview else None


def _shown(site: Site, record: Record) -> Tekening | None:
    opening = site.views.omslag(record) if isinstance(record, Verhaal) else None
    return None if opening is None or opening.foto else site.knowledge.tekeningen[record.origin.slug]
