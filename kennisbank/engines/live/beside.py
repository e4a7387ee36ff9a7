"""What the preview has beside its pages (`outputs.beside`), by its address: it is made when somebody asks for it."""

from __future__ import annotations

import tempfile
import threading
from functools import cached_property
from pathlib import Path

from kennisbank.finding import indexing
from kennisbank.model import urls
from kennisbank.model.records import Record
from kennisbank.outputs import beside, per_text
from kennisbank.pages.site import Site


class Beside:
    """Answers for one site what is no page; the site will have the address `site_url`.

    What every page fetches is at hand, and so is what stands beside the page of one text. The index of the finder is
    made when the finder asks for it, and all the rest together for whoever asks for something else.
    """

    def __init__(self, site: Site, site_url: str) -> None:
        self.site, self.site_url = site, site_url
        self._texts = {urls.of(one.origin.path, one.origin.slug): one for one in site.knowledge.records}
        self._fetched = site.assets.written()
        self._folder = tempfile.TemporaryDirectory(prefix="bladen-", ignore_cleanup_errors=True)
        self._slow = threading.Lock()

    def answer(self, address: str) -> bytes | None:
        """Return what stands at an address below the root of the site, or None where it is nothing."""
        if address in self._fetched:
            return self._fetched[address]
        folder, _, name = address.rpartition("/")
        if (text := self._texts.get(f"{folder}/")) and (found := self._of(text, name)) is not None:
            return found
        with self._slow:
            found = _read(self._index, address) if address.startswith(urls.ZOEKEN) else None
            return found if found is not None else _read(self._rest, address)

    def _of(self, text: Record, name: str) -> bytes | None:
        for output in per_text.OUTPUTS:
            if output.file == name and (made := output.made(self.site, text)) is not None:
                return made.encode() if isinstance(made, str) else made
        return None

    @cached_property
    def _index(self) -> Path:
        folder = Path(self._folder.name, "index")
        indexing.write(self.site.knowledge, folder, self.site.openings())
        return folder

    @cached_property
    def _rest(self) -> Path:
        folder, knowledge = Path(self._folder.name, "rest"), self.site.knowledge
        parts = (
            len(knowledge.records) + 1
        )  # what stands beside one text is made already for who asks, and the index too
        beside.write(self.site, folder, self.site_url, knowledge.project.name, 0, parts)
        return folder


def _read(folder: Path, address: str) -> bytes | None:
    """Return a file of a folder, and of nothing outside it."""
    if ".." in address.split("/") or "\0" in address:
        return None
    try:
        return (folder / address.lstrip("/")).read_bytes()
    except OSError:
        return None
