"""What a build asks of a site engine, what an engine answers, and which engines there are."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from kennisbank.model.project import Home
from kennisbank.pages.site import Site
from kennisbank.reading import parallel

DEFAULT = "mkdocs"


@dataclass(frozen=True)
class Page:
    """What an engine says of a page, or of no page in particular: the page by its file among the pages."""

    message: str
    uri: str = ""


Engine = Callable[[Site, Path, Path, tuple[int, int], parallel.Step, bool], tuple[str, list[Page]]]
"""Builds one part of the pages: of a site, with the folder of the hand-written pages, into a folder.

It returns the address that the site will have, and what is wrong. The last argument asks it to go on after a page that
cannot be made. What is not a page it has written too, by `outputs.beside`.
"""


class Running(Protocol):
    """The module `running` of the room of an engine."""

    def run(
        self, home: Home, site: Site, written: Path, folder: Path, part: tuple[int, int], step: parallel.Step,
        careful: bool, /,
    ) -> tuple[str, list[Page]]:  # fmt: skip
        """Do what `Engine` says, for the address of `home`."""


def names() -> list[str]:
    """Return the engines that there are: a folder beside this module, with a module `running`, is one."""
    return sorted(file.parent.name for file in Path(__file__).parent.glob("*/running.py"))


def engine(name: str, home: Home) -> Engine:
    """Return the engine of this name (one of `names`), for the address of `home`."""
    module = importlib.import_module(f"{__package__}.{name}.running")
    return functools.partial(cast(Running, module).run, home)
