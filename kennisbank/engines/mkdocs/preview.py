"""Lets MkDocs make the texts of pages while the site is written."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from kennisbank.engines.live import server
from kennisbank.engines.mkdocs import content, library
from kennisbank.engines.mkdocs.running import LIBRARY, SETTINGS
from kennisbank.model import kinds
from kennisbank.pages.page import Kader
from kennisbank.pages.site import Site


def show(package: str, root: Path, address: str, /) -> int:
    """Show the site of a root at an address (host:port) until it is stopped; returns the exit status.

    The `package` is one that `library` knows.
    """
    content.start("serve")
    host, _, port = address.rpartition(":")
    with tempfile.TemporaryDirectory(prefix="bladen-") as folder:
        return server.show(root, host.strip("[]"), int(port), partial(Texts, package, Path(folder)), _tell)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


serve = partial(show, LIBRARY)
"""Shows as the contract says."""


class Texts:
    """The texts of one site, as MkDocs makes them in a build: a page at a time, when it is asked for.

    In the empty `folder` it puts one that stands for that of the hand-written pages, where a root has none. Raises the
    `BuildError` of the engine where a file has the address of a generated page.
    """

    def __init__(self, package: str, folder: Path, root: Path, site: Site, frame: Kader) -> None:
        pages, structure = root / kinds.PAGES, library.part(package, "structure.files")
        if not pages.is_dir():
            pages = folder / kinds.PAGES
            pages.mkdir(exist_ok=True)
        config = library.part(package, "config").load_config(
            str(SETTINGS), docs_dir=str(pages), site_dir=str(folder / "site")
        )
        config.site_url = frame.adres
        config.extra.update(root=str(root), kennisbank=site, home=site.knowledge.project, problemen=frame.problemen)
        self._config: Any = config.plugins.on_config(config)
        files = structure.get_files(self._config)
        self._files: Any = self._config.plugins.on_files(files, config=self._config)
        structure.set_exclusions(self._files, self._config)
        self._page = library.part(package, "structure.pages").Page
        self._populate = library.part(package, "commands.build")._populate_page
        self._others = {file.dest_uri: file for file in self._files if not file.is_documentation_page()}

    def html(self, uri: str) -> str:
        """Return the text of a page as HTML."""
        page = self._page(None, self._files.get_file_from_path(uri), self._config)
        self._populate(page, self._config, self._files)
        return str(page.content or "")

    def file(self, address: str) -> bytes | None:
        """Return what is copied as it is to an address: a picture, or what lies among the hand-written pages."""
        found = self._others.get(address)
        content: bytes | None = found.content_bytes if found is not None else None
        return content
