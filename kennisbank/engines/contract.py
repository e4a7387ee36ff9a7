"""What a build asks of a site engine, and what an engine answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kennisbank.pages.site import Site
from kennisbank.reading import parallel


@dataclass(frozen=True)
class Page:
    """What an engine says of a page, or of no page in particular: the page by its file among the pages."""

    message: str
    uri: str = ""


Engine = Callable[[Site, Path, Path, tuple[int, int], parallel.Step, bool], tuple[str, list[Page]]]
"""Builds one part of the pages: of a site, with the folder of the hand-written pages, into a folder.

It returns the address that the site will have, and what is wrong. The last argument asks it to go on after a page that
cannot be made.
"""
