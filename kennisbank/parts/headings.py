"""Headings of a text as places that a link can name, apart from the places of the page around it."""

from __future__ import annotations

from markdown.extensions.toc import TocExtension, slugify

OURS = "rb-"
"""How each place begins that a page itself has."""


def place(title: str, separator: str) -> str:
    """Return the id of a heading: its words, as the library makes them, and never one of the page's own."""
    slug = slugify(title, separator)
    return f"kop-{slug}" if slug.startswith(OURS) else slug


def makeExtension(**kwargs: object) -> TocExtension:  # noqa: N802 (the name that the library calls)
    """Return the library's own extension with our ids, and without a mark in a text that becomes a list of them.

    That list is made of every text all the same, from the headings of some levels: of these there are none, so that it
    takes no time.
    """
    return TocExtension(slugify=place, marker="", toc_depth="7-7", **kwargs)
