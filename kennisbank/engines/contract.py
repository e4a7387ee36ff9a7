"""What a build asks of a site engine, what an engine answers, and which engines there are."""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import importlib.util
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from kennisbank.model.project import Home
from kennisbank.pages.site import Site
from kennisbank.reading import parallel

DEFAULT = "mkdocs"
"""The engine where none is named: the one line to change for another."""


@dataclass(frozen=True)
class Page:
    """What an engine says of a page, or of no page in particular: the page by its file among the pages."""

    message: str
    uri: str = ""


@dataclass(frozen=True)
class Share:
    """What is asked of an engine in one call: `pages` by their file among the pages, each of which is on the site.

    With `rest` it makes the page that stands at every address that is none too.
    """

    pages: AbstractSet[str]
    rest: bool = True


Engine = Callable[[Site, Path, Path, Share, parallel.Step, bool], tuple[str, list[Page]]]
"""Makes a share of the pages: of a site, with the folder of the hand-written pages, into a folder.

It returns the address that the site will have, and what is wrong. The last argument asks it to go on after a page that
cannot be made. What it writes it writes as new files, and what else is in the folder it leaves: others write there too,
of what is no page all (pictures, `outputs.beside`).
"""


class Running(Protocol):
    """The module `running` of the room of an engine."""

    def run(
        self, home: Home, site: Site, written: Path, folder: Path, share: Share, step: parallel.Step,
        careful: bool, /,
    ) -> tuple[str, list[Page]]:  # fmt: skip
        """Do what `Engine` says, for the address of `home`."""


class Previewing(Protocol):
    """The module `preview` of the room of an engine that can show a site while it is written."""

    def serve(self, root: Path, address: str, /) -> int:
        """Show the site of a root at an address (host:port) until it is stopped; returns the exit status."""


def names(module: str = "running") -> list[str]:
    """Return the engines that there are: a folder beside this module, with a module `running`, is one.

    With the name of another module it returns those that have that too.
    """
    return sorted(file.parent.name for file in Path(__file__).parent.glob(f"*/{module}.py"))


def engine(name: str, home: Home) -> Engine:
    """Return the engine of this name (one of `names`), for the address of `home`."""
    return functools.partial(cast(Running, _module(name, "running")).run, home)


def preview(name: str) -> Previewing:
    """Return what shows a site by the engine of this name, one of `names("preview")`."""
    return cast(Previewing, _module(name, "preview"))


def lacking(name: str) -> str:
    """Return the package that an engine needs (`LIBRARY` of its module `running`) and that is not here, or nothing."""
    needed = str(getattr(_module(name, "running"), "LIBRARY", ""))
    return needed if needed and importlib.util.find_spec(needed) is None else ""


def making(name: str) -> str:
    """Return what makes the pages where this engine does: its name, and the version of its `LIBRARY` if it has one."""
    needed = str(getattr(_module(name, "running"), "LIBRARY", ""))
    return f"{name} {importlib.metadata.version(needed)}" if needed else name


def _module(name: str, module: str) -> ModuleType:
    return importlib.import_module(f"{__package__}.{name}.{module}")
