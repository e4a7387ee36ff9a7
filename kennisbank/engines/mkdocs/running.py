"""Lets MkDocs build the pages of a site: what a build and nothing else needs of it."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kennisbank.engines.contract import Page
from kennisbank.model import urls
from kennisbank.model.project import Home
from kennisbank.pages.site import Site
from kennisbank.problems import failure
from kennisbank.reading import parallel

SETTINGS = Path(__file__).with_name("mkdocs.yml")
"""What MkDocs is told of any site: the package has all that a build needs."""


def run(
    home: Home, site: Site, written: Path, folder: Path, part: tuple[int, int], step: parallel.Step, careful: bool
) -> tuple[str, list[Page]]:
    """Build one part of the pages, for the address of `home`, into `folder`; hand-written ones lie in `written`.

    Returns the address that the site will have, and what is wrong: any warning of the engine. Where it is `careful` it
    goes on after a page that cannot be made, so that all of those are named.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about its end: README says it
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # nothing in the site depends on the day it is built
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    config = load_config(str(SETTINGS), site_url=home.site, site_dir=str(folder), docs_dir=str(written), strict=True)
    config.extra.update(kennisbank=site, home=home, deel=part, voortgang=step)
    messages = _Messages(config, site)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    try:
        with _going_on() if careful else contextlib.nullcontext():
            build_site(config)
    except MkDocsException as error:
        messages.pages = messages.pages or [Page(str(error))]
    except OSError as error:
        messages.pages = [Page(f"Schrijven of lezen lukte niet: {failure.reason(error)}.")]
    finally:
        logger.removeHandler(messages)
    return config.site_url or "/", messages.pages


class _Messages(logging.Handler):
    """Gathers what the engine warns of, and of which page: its sentences are English, so each says who speaks."""

    def __init__(self, config: Any, site: Site) -> None:
        super().__init__(logging.WARNING)
        self.config = config
        self.site = site
        self.pages: list[Page] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message: of the page that is being made, or else of the first that it names."""
        message, page = record.getMessage(), self.config._current_page
        named = (urls.uri(uri) for uri in re.findall(r"[\w./-]+\.md", message))
        uri = page.file.src_uri if page else next(filter(self.site.file, named), "")
        self.pages.append(Page(f"MkDocs meldt: {message}", uri))


@contextlib.contextmanager
def _going_on() -> Iterator[None]:
    """Let MkDocs go on with the next page after one that cannot be read or written; it has logged which."""
    from mkdocs.commands import build

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

    own = {name: getattr(build, name) for name in ("_populate_page", "_build_page")}
    for name, work in own.items():
        setattr(build, name, guarded(work))
    try:
        yield
    finally:
        for name, work in own.items():
            setattr(build, name, work)
