"""What a build keeps for the next: the site as it stands, and of each of its files what that was made from.

Beside the site lies a second tree of the same files under other names. The next build begins with it: what is to be as
it was is there already, and only the rest is written. So nothing is copied. A list in the cache says of each file what
it was made from; what is not as the list says is made anew, and without a list all of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kennisbank.building import publish, tree
from kennisbank.building.facts import Data, Facts
from kennisbank.building.page import Link, Page
from kennisbank.outputs import beside, listing
from kennisbank.outputs.listing import SIZE, digest
from kennisbank.outputs.per_text import Lazy
from kennisbank.reading import kept

FOLDER = "bouw"
"""The kind of thing in the cache: a list for each site."""
LENGTH = 8
"""Bytes of a number that says how long something is."""
SPARE = "vorig"
"""What the second tree is, beside the site."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a site: `key` names what it was made from (nothing where that is not known), `digest` what is in it.

    `size` is its bytes, and `moment` when it was written, in nanoseconds.
    """

    key: bytes
    digest: bytes
    size: int
    moment: int


@dataclass
class Stock:
    """What a build began with: `entries` are the files that lie in `folder` as they were made, by their address.

    `stood` is the list of the site that stands, and `list` the file that it is kept in, with what its files say
    (`building.facts`): none where nothing is kept. `now` is the list of what has been made.
    """

    folder: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    stood: Mapping[str, Entry] = field(default_factory=dict)
    list: Path | None = None
    code: bytes = b""
    facts: Mapping[str, Facts] = field(default_factory=dict)
    now: dict[str, Entry] = field(default_factory=dict)

    def has(self, address: str, key: bytes) -> bool:
        """Tell whether a file is there already, made from the same."""
        entry = self.entries.get(address)
        return entry is not None and entry.key == key != b""

    def drop(self, address: str) -> None:
        """Take a file away, as it will be written anew: never over the old one, which the site that stands has too."""
        if address in self.entries:
            (self.folder / address).unlink(missing_ok=True)

    def put(self, address: str, content: beside.Content | Lazy) -> bytes:
        """Write a file unless it is there already; returns the key it has. Raises `OSError`."""
        if isinstance(content, Lazy):
            key = digest(content.inputs)
            if not self.has(address, key) and (made := content.made()) is not None:
                self.drop(address)
                beside.into(self.folder)(address, made)
            return key
        if not isinstance(content, str | bytes):  # piece by piece: what is in it is only known when it has been written
            self.drop(address)
            beside.into(self.folder)(address, content)
            return b""
        written = content.encode() if isinstance(content, str) else content
        key = digest(written)
        if not self.has(address, key):
            self.drop(address)
            beside.into(self.folder)(address, written)
        return key

    def take(self, folder: Path) -> dict[str, bytes]:
        """Move all files of a folder here that are not there already; returns their keys. Raises `OSError`."""
        made = {}
        for address in listing.listed(folder):
            made[address] = key = digest(listing.content(f"{folder}/{address}"))
            if not self.has(address, key):
                self.drop(address)
                (self.folder / address).parent.mkdir(parents=True, exist_ok=True)
                (folder / address).replace(self.folder / address)
        return made

    def rest(self, made: Mapping[str, bytes]) -> None:
        """Take away what was there and has not been made this time, and the folders that are empty then."""
        for address in self.entries.keys() - made.keys():
            self.drop(address)
            _tidy(self.folder, address)

    def known(self, made: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the digest of each of the files `made` that was there already, by their keys."""
        return {address: self.entries[address].digest for address, key in made.items() if self.has(address, key)}

    def facts_of(self, made: Mapping[str, bytes]) -> dict[str, Facts]:
        """Return what those files say, as far as it is known. Read now: no process that makes pages needs it."""
        facts = _facts(self.list, self.code) if self.list and self.stood else {}
        return {address: facts[address] for address in self.known(made) if address in facts}

    def note(self, made: Mapping[str, bytes], digests: Mapping[str, bytes], facts: Mapping[str, Facts]) -> None:
        """Note what is there now: the files `made` with their keys and digests, and what they say. Raises `OSError`."""
        self.facts, self.now = facts, {}
        for address, key in made.items() if self.list else ():
            stat = os.lstat(f"{self.folder}/{address}")
            self.now[address] = Entry(key, digests.get(address, b""), stat.st_size, stat.st_mtime_ns)

    def remember(self, site: Path, old: Path | None) -> None:
        """Keep the list of the site that stands now, and as the second tree the `old` one, made equal to it.

        What the old site had otherwise goes at once: it may be of a story that was withdrawn. Where anything fails, or
        where nothing is kept, what was kept before goes too.
        """
        if self.list is None:
            forget(site)
            return
        spare = publish.beside(site, SPARE)
        try:
            if old is not None and self.stood:
                _equal(old, site, self.stood, self.now)
                shutil.rmtree(spare, ignore_errors=True)
                old.rename(spare)
            _save(self.list, self.code, self.now, self.facts)
        except OSError:
            forget(site)
        kept.clear(self.list.parent)


def none(folder: Path) -> Stock:
    """Give a folder to build in, with nothing in it. Raises `OSError`."""
    folder.mkdir()
    return Stock(folder)


def begin(site: Path, folder: Path, code: bytes) -> Stock:
    """Give a folder to build in, with what was kept of the site in it; `code` says what makes sites.

    Raises `OSError` when it cannot be made.
    """
    spare, place = publish.beside(site, SPARE), _place(site)
    stood = _read(place, code) if kept.on() else {}
    if not stood:
        shutil.rmtree(spare, ignore_errors=True)
        folder.mkdir()
        return Stock(folder, list=place if kept.on() else None, code=code)
    kept.used(place)
    if spare.is_dir():
        spare.rename(folder)
    elif site.is_dir():
        tree.link(site, folder)
    else:
        folder.mkdir()
    stock = Stock(folder, dict(_as_listed(folder, stood)), stood, place, code)
    for address in [address for address, entry in stock.entries.items() if not entry.key]:
        stock.drop(address)
        _tidy(folder, address)
        del stock.entries[address]
    return stock


def forget(site: Path) -> None:
    """Keep nothing of a site for the next build: what stands now is not what a build made here."""
    with contextlib.suppress(OSError):  # where nothing can be kept there is nothing to forget
        _place(site).unlink(missing_ok=True)
    shutil.rmtree(publish.beside(site, SPARE), ignore_errors=True)


def _place(site: Path) -> Path:
    """Return the file in the cache with the list of a site."""
    own = hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[: 2 * SIZE]
    return kept.folder(FOLDER) / f"{own}.pickle"


def _as_listed(root: Path, listed: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the files below a folder that are as the list says; the others are taken away."""
    prefix = len(os.fspath(root)) + 1
    for folder, _, names in os.walk(root):
        for name in names:
            file = f"{folder}/{name}"
            stat = os.lstat(file)
            entry = listed.get(file[prefix:])
            if entry and (entry.size, entry.moment) == (stat.st_size, stat.st_mtime_ns):
                yield file[prefix:], entry
            else:
                Path(file).unlink()


def _equal(old: Path, site: Path, was: Mapping[str, Entry], now: Mapping[str, Entry]) -> None:
    """Make a tree, which `was` so, equal to the site as it is `now`. Raises `OSError`."""
    for address in [address for address, entry in was.items() if now.get(address) != entry]:
        (old / address).unlink(missing_ok=True)
        _tidy(old, address)
    for address in [address for address, entry in now.items() if was.get(address) != entry]:
        (old / address).parent.mkdir(parents=True, exist_ok=True)
        tree.put(f"{site}/{address}", f"{old}/{address}")


def _tidy(folder: Path, address: str) -> None:
    """Take away the folders of a file that are empty now."""
    with contextlib.suppress(OSError):
        while address := address.rpartition("/")[0]:
            (folder / address).rmdir()


def _save(place: Path, code: bytes, listed: Mapping[str, Entry], facts: Mapping[str, Facts]) -> None:
    """Write a list, whole or not at all. Raises `OSError`."""
    rows = {address: (one.key, one.digest, one.size, one.moment) for address, one in listed.items()}
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    seal = _seal(code)
    with new.open(
        "wb"
    ) as file:  # piece by piece: all of it together takes as much memory as a process that makes pages
        file.write(bytes(SIZE))
        for content in (rows, dict(facts)):
            half = pickle.dumps(content, protocol=5)
            for piece in (len(half).to_bytes(LENGTH, "little"), half):
                seal.update(piece)
                file.write(piece)
        file.seek(0)
        file.write(seal.digest())
    new.replace(place)


def _read(place: Path, code: bytes) -> dict[str, Entry]:
    """Return a list as it was saved by the same code; an empty one where there is none, or not a whole one."""
    return {address: Entry(*row) for address, row in _saved(place, code, first=True).items()}


def _facts(place: Path, code: bytes) -> dict[str, Facts]:
    """Return what was saved with it of what files say."""
    return _saved(place, code, first=False)


def _saved(place: Path, code: bytes, *, first: bool) -> dict[str, Any]:
    """Return the first or the second half of a saved file; nothing of one that is not whole, or of other code."""
    try:
        saved = memoryview(place.read_bytes())
        seal = _seal(code)
        seal.update(saved[SIZE:])
        if saved[:SIZE] != seal.digest():
            return {}
        start = SIZE
        for half in (True, False):
            end = start + LENGTH + int.from_bytes(saved[start : start + LENGTH], "little")
            if half is first:
                found: dict[str, Any] = _Rows(io.BytesIO(saved[start + LENGTH : end])).load()
                return found
            start = end
    except (OSError, EOFError, pickle.UnpicklingError):
        pass
    return {}


def _seal(code: bytes) -> hashlib.blake2b:
    """Return what makes the digest that shows that a list is whole, and that the same code wrote it."""
    return hashlib.blake2b(digest_size=SIZE, key=kept.digest(code))


class _Rows(pickle.Unpickler):
    """Reads plain data and what a file says, and nothing else: whatever is in a list, no code of it is run."""

    def find_class(self, module: str, name: str) -> type:
        for known in (Data, Link, Page):
            if (module, name) == (known.__module__, known.__qualname__):
                return known
        raise pickle.UnpicklingError(f"{module}.{name}")
