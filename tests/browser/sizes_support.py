"""What a page shows over itself, cut off or outside its window, measured in the page by any browser."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent / "measures"


def measure(name: str) -> str:
    """Return an expression that measures a page, in the page."""
    return (HERE / f"{name}.js").read_text(encoding="utf-8").strip()


FOUND = measure("sizes")
"""Gives a sentence for each fault: two texts or controls that overlap, what sticks out of the window, what is cut off.

A box that scrolls by itself is none, nor is what floats above the page, as far as it covers only that.
"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }"""
"""The spacing that a reader may set, with which nothing may get lost (WCAG 1.4.12)."""
UNFOLD = "() => { for (const fold of document.querySelectorAll('main details')) fold.open = true }"
READY = (
    """() => !document.querySelector("[aria-busy], [data-zoekstatus=bezig]") && document.fonts.status === "loaded\""""
)
"""Whether a page has all that its script puts there."""
