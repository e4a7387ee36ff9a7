"""What the preview has beside its pages (`outputs.beside`), by its address: it is made when somebody asks for it."""

from __future__ import annotations

import itertools
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
    """Answers for one site what is no page; the site will have the address `site_url`. Who makes a text holds `making`.

    What every page fetches is at hand, and so is what stands beside the page of one text. The index of the finder is
    made when the finder asks for it; of the rest as much as it takes to come upon what somebody asks for. It is kept in
    memory: who stops a preview need not wait until thousands of files are gone.
    """

    def __init__(self, site: Site, site_url: str, making: threading.Lock) -> None:
        self.site, self._making = site, making
        self._texts = {urls.of(one.origin.path, one.origin.slug): one for one in site.knowledge.records}
        self._fetched = site.assets.written()
        self._slow = threading.Lock()
        self._known: dict[str, bytes] = {}
        self._rest = itertools.chain(
            beside.once(site, site_url, site.knowledge.project.name),
            per_text.files(site, 0, len(site.knowledge.records) + 1),  # with what stands where a text was before
        )

    def answer(self, address: str) -> bytes | None:
        """Return what stands at an address below the root of the site, or None where it is nothing."""
        if address in self._fetched:
            return self._fetched[address]
        folder, _, name = address.rpartition("/")
        if (text := self._texts.get(f"{folder}/")) and (found := self._of(text, name)) is not None:
            return found
        with self._slow:
            if address.startswith(urls.ZOEKEN) and address in self._index:
                return self._index[address]
            return self._from_rest(address)

    def _of(self, text: Record, name: str) -> bytes | None:
        for output in per_text.OUTPUTS:
            if output.file == name:
                with self._making:
                    made = output.made(self.site, text)
                return made.encode() if isinstance(made, str) else made
        return None

    @cached_property
    def _index(self) -> dict[str, bytes]:
        with tempfile.TemporaryDirectory(prefix="zoeken-") as folder:
            root = Path(folder)
            (root / urls.ZOEKEN).mkdir()
            indexing.write(self.site.knowledge, root, self.site.openings())
            files = (file for file in root.rglob("*") if file.is_file())
            return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}

    def _from_rest(self, address: str) -> bytes | None:
        made: tuple[str, beside.Content] | None
        while address not in self._known and (made := next(self._rest, None)):
            self._known[made[0]] = b"".join(beside.pieces(made[1]))
        return self._known.get(address)
