"""Lets MkDocs build the pages of a site: what a build and nothing else needs of it."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kennisbank.engines.contract import Page, Share
from kennisbank.engines.mkdocs import library
from kennisbank.model import urls
from kennisbank.model.project import Home
from kennisbank.pages.site import Site
from kennisbank.problems import failure
from kennisbank.reading import parallel

LIBRARY = "mkdocs"
"""The package that it comes in."""
SETTINGS = Path(__file__).with_name("mkdocs.yml")
"""What MkDocs is told of any site: the package has all that a build needs."""


def build(
    package: str, home: Home, site: Site, written: Path, folder: Path, share: Share, step: parallel.Step,
    careful: bool, /,
) -> tuple[str, list[Page]]:  # fmt: skip
    """Build a share of the pages, for the address of `home`, into `folder`; hand-written ones lie in `written`.

    The `package` is one that `library` knows.

    Returns the address that the site will have, and what is wrong: any warning of the engine. Where it is `careful` it
    goes on after a page that cannot be made, so that all of those are named.
    """
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # nothing in the site depends on the day it is built
    building = library.part(package, "commands.build")
    config = library.part(package, "config").load_config(
        str(SETTINGS), site_url=home.site, site_dir=str(folder), docs_dir=str(written), strict=True
    )
    config.extra.update(kennisbank=site, home=home, aandeel=share, voortgang=step)
    messages = _Messages(config, site)
    logger = logging.getLogger(package)
    logger.addHandler(messages)
    try:
        with _among_others(building), _going_on(building) if careful else contextlib.nullcontext():
            building.build(config)
    except library.part(package, "exceptions").MkDocsException as error:
        messages.pages = messages.pages or [Page(str(error))]
    except OSError as error:
        messages.pages = [Page(f"Schrijven of lezen lukte niet: {failure.reason(error)}.")]
    finally:
        logger.removeHandler(messages)
    return config.site_url or "/", messages.pages


run = partial(build, LIBRARY)
"""Builds as the contract says."""


class _Messages(logging.Handler):
    """Gathers what the engine warns of, and of which page: its sentences are English, so each says who speaks."""

    def __init__(self, config: Any, site: Site) -> None:
        super().__init__(logging.WARNING)
        self.config = config
        self.speaker = library.TITLES[library.of(config)]
        self.site = site
        self.pages: list[Page] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message: of the page that is being made, or else of the first that it names."""
        message, page = record.getMessage(), self.config._current_page
        named = (urls.uri(uri) for uri in re.findall(r"[\w./-]+\.md", message))
        uri = page.file.src_uri if page else next(filter(self.site.file, named), "")
        self.pages.append(Page(f"{self.speaker} meldt: {message}", uri))


@contextlib.contextmanager
def _among_others(building: Any) -> Iterator[None]:
    """Keep MkDocs from emptying the folder that it writes to: others write there too."""
    clean = building.utils.clean_directory
    building.utils.clean_directory = lambda folder: None
    try:
        yield
    finally:
        building.utils.clean_directory = clean


@contextlib.contextmanager
def _going_on(building: Any) -> Iterator[None]:
    """Let MkDocs go on with the next page after one that cannot be read or written; it has logged which."""
    stopped: set[str] = set()

    def guarded(work: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(work)
        def tried(page: Any, *arguments: Any, **more: Any) -> None:
            if page.file.src_uri in stopped:
                return
            try:
                work(page, *arguments, **more)
            except Exception:
                stopped.add(page.file.src_uri)

        return tried

    own = {name: getattr(building, name) for name in ("_populate_page", "_build_page")}
    for name, work in own.items():
        setattr(building, name, guarded(work))
    try:
        yield
    finally:
        for name, work in own.items():
            setattr(building, name, work)
