"""The making of a site in shares, each in a process of its own, or on a machine: what is as it was is left as it is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.building.fingerprint import Fingerprints
from kennisbank.building.stock import Stock
from kennisbank.engines.contract import Engine, Page, Share
from kennisbank.outputs import beside, per_text
from kennisbank.pages.site import NOT_FOUND, Inputs, Site
from kennisbank.reading import parallel


@dataclass(frozen=True)
class Made:
    """What came of a share: what is wrong, and of each file its key, by its address.

    That of one of the `pages`, and of what is made only where it must be, says what it is made from; that of what is
    `beside` them is the digest of what is in it, or nothing.
    """

    said: list[Page] = field(default_factory=list)
    pages: dict[str, bytes] = field(default_factory=dict)
    beside: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Making:
    """What all shares have: the `site`, its hand-written pages in the folder `written`, and what was `begun` with.

    An `engine` makes the pages; `name` says which, as another makes other bytes. Where it is `careful` it goes on after
    a page that cannot be made.
    """

    site: Site
    written: Path
    begun: Stock
    engine: Engine
    name: str
    careful: bool

    @property
    def address(self) -> str:
        """The address that the site will have, or its path where it has none."""
        return self.site.knowledge.project.site or "/"

    def share(self, part: int, parts: int, step: parallel.Step) -> Made:
        """Make one share. Raises `OSError`."""
        made, left = self._pages(part, parts)
        for file in left.values():
            self.begun.drop(file)
        said, keys = self._engine(frozenset(left), step) if left else ([], {})
        if said:
            return Made(said)
        pages = made | {file: keys.get(uri, b"") for uri, file in left.items()}
        beside: dict[str, bytes] = {}
        for place, content in self._beside(part, parts):
            (pages if isinstance(content, per_text.Lazy) else beside)[place] = self.begun.put(place, content)
        return Made([], pages, beside)

    def _prints(self) -> Fingerprints:
        home = self.site.knowledge.project
        return Fingerprints(self.site, home, self.site.frame(self.address), self.name)

    def _pages(self, part: int, parts: int) -> tuple[dict[str, bytes], dict[str, str]]:
        """Return the keys of the pages of a share that are there, and the files of the others by what they are made of.

        What stands at every address that is none is of the first.
        """
        files = {uri: f"{self.site.addresses[uri]}index.html" for uri in sorted(self.site.addresses)[part::parts]}
        if part == 0:
            files[NOT_FOUND] = NOT_FOUND
        made: dict[str, bytes] = {}
        if self.begun.entries:
            prints = self._prints()
            for uri, file in files.items():
                with contextlib.suppress(Exception):  # a page that cannot be made: the engine says so
                    if self.begun.has(file, key := prints.of(uri)):
                        made[file] = key
        return made, {uri: file for uri, file in files.items() if file not in made}

    def _engine(self, left: frozenset[str], step: parallel.Step) -> tuple[list[Page], dict[str, bytes]]:
        """Let the engine make pages; returns what is wrong, and their keys."""
        prints, keys = self._prints(), dict[str, bytes]()
        if NOT_FOUND in left:
            keys[NOT_FOUND] = prints.of(NOT_FOUND)

        def note(inputs: Inputs) -> None:
            keys[inputs.uri] = prints.page(inputs)

        self.site.note = note
        share = Share(left - {NOT_FOUND}, rest=NOT_FOUND in left)
        _, said = self.engine(self.site, self.written, self.begun.folder, share, step, self.careful)
        return said, keys

    def _beside(self, part: int, parts: int) -> Iterator[tuple[str, beside.Content | per_text.Lazy]]:
        """Yield what is no page: of each part what stands beside its texts, and of the first all the rest."""
        yield from per_text.lazily(self.site, part, parts)
        if part == 0:
            yield from beside.once(self.site, self.address, self.site.knowledge.project.name)
            for picture in self.site.pictures():
                yield picture.target, picture.file.read_bytes()
