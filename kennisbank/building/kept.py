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

from kennisbank.building import publish
from kennisbank.outputs import beside, cache

FOLDER = "bouw"
"""The kind of thing in the cache: a list for each site."""
SPARE = "vorig"
"""What the second tree is, beside the site."""
SIZE = 16
"""Bytes of a digest."""
OFF = "KENNISBANK_ZONDER_CACHE"
"""The one switch: with it nothing is kept, and nothing kept is used."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a site: `key` names what it was made from (nothing where that is not known); its size, and when it was
    written, in nanoseconds.
    """

    key: bytes
    size: int
    moment: int


@dataclass
class Kept:
    """What a build began with: `entries` are the files that lie in `tree` as they were made, by their address.

    `stood` is the list of the site that stands, `list` the file that it is kept in (none where nothing is kept); `now`
    is the list of what has been made.
    """

    tree: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    stood: Mapping[str, Entry] = field(default_factory=dict)
    list: Path | None = None
    code: bytes = b""
    now: Mapping[str, Entry] = field(default_factory=dict)

    def has(self, address: str, key: bytes) -> bool:
        """Tell whether a file is there already, made from the same."""
        entry = self.entries.get(address)
        return entry is not None and entry.key == key != b""

    def drop(self, address: str) -> None:
        """Take a file away, as it will be written anew: never over the old one, which the site that stands has too."""
        if address in self.entries:
            (self.tree / address).unlink(missing_ok=True)

    def put(self, address: str, content: beside.Content) -> bytes:
        """Write a file unless it is there already; returns the key it has. Raises `OSError`."""
        if not isinstance(content, str | bytes):  # piece by piece: what is in it is only known when it has been written
            self.drop(address)
            beside.into(self.tree)(address, content)
            return b""
        written = content.encode() if isinstance(content, str) else content
        key = hashlib.blake2b(written, digest_size=SIZE).digest()
        if not self.has(address, key):
            self.drop(address)
            beside.into(self.tree)(address, written)
        return key

    def rest(self, made: Mapping[str, bytes]) -> None:
        """Take away what was there and has not been made this time, and the folders that are empty then."""
        for address in self.entries.keys() - made.keys():
            self.drop(address)
            _tidy(self.tree, address)

    def listed(self, made: Mapping[str, bytes]) -> dict[str, Entry]:
        """Return the list of the tree as it is now, of the files `made` with their keys. Raises `OSError`."""
        found = {}
        for address, key in made.items():
            stat = os.lstat(f"{self.tree}/{address}")
            found[address] = Entry(key, stat.st_size, stat.st_mtime_ns)
        return found

    def remember(self, site: Path, old: Path | None) -> None:
        """Keep the list of the site that stands now, and as the second tree the `old` one, made equal to it.

        What the old site had otherwise goes at once: it may be of a story that was withdrawn. Where anything fails
        nothing is kept.
        """
        if self.list is None:
            return
        spare = publish.beside(site, SPARE)
        try:
            if old is not None and self.stood:
                _equal(old, site, self.stood, self.now)
                shutil.rmtree(spare, ignore_errors=True)
                old.rename(spare)
            _save(self.list, self.code, self.now)
        except OSError:
            self.list.unlink(missing_ok=True)
            shutil.rmtree(spare, ignore_errors=True)
        cache.clear(self.list.parent)


def on() -> bool:
    """Tell whether anything may be kept."""
    return not os.environ.get(OFF)


def begin(site: Path, tree: Path, code: bytes) -> Kept:
    """Give the folder `tree` to build in, with what was kept of the site in it; `code` says what makes sites.

    Raises `OSError` when it cannot be made.
    """
    spare = publish.beside(site, SPARE)
    own = hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[: 2 * SIZE]
    place = cache.folder(FOLDER) / f"{own}.pickle"
    stood = _read(place, code) if on() else {}
    if not stood:
        shutil.rmtree(spare, ignore_errors=True)
        tree.mkdir()
        return Kept(tree, list=place if on() else None, code=code)
    cache.used(place)
    if spare.is_dir():
        spare.rename(tree)
    elif site.is_dir():
        _link(site, tree)
    else:
        tree.mkdir()
    kept = Kept(tree, dict(_as_listed(tree, stood)), stood, place, code)
    for address in [address for address, entry in kept.entries.items() if not entry.key]:
        kept.drop(address)
        _tidy(tree, address)
        del kept.entries[address]
    return kept


def _as_listed(tree: Path, listed: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the files of a tree that are as the list says; the others are taken away."""
    prefix = len(os.fspath(tree)) + 1
    for folder, _, names in os.walk(tree):
        for name in names:
            file = f"{folder}/{name}"
            stat = os.lstat(file)
            entry = listed.get(file[prefix:])
            if entry and (entry.size, entry.moment) == (stat.st_size, stat.st_mtime_ns):
                yield file[prefix:], entry
            else:
                Path(file).unlink()


def _equal(tree: Path, site: Path, was: Mapping[str, Entry], now: Mapping[str, Entry]) -> None:
    """Make a tree, which `was` so, equal to the site as it is `now`. Raises `OSError`."""
    for address in [address for address, entry in was.items() if now.get(address) != entry]:
        (tree / address).unlink(missing_ok=True)
        _tidy(tree, address)
    for address in [address for address, entry in now.items() if was.get(address) != entry]:
        _share(site / address, tree / address)


def _share(source: Path, target: Path) -> None:
    """Give a file a second name. Raises `OSError`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.hardlink_to(source)


def _link(source: Path, target: Path) -> None:
    """Make a tree of the same files under other names; what cannot be had so is left out."""
    target.mkdir()
    for entry in os.scandir(source):
        if entry.is_dir(follow_symlinks=False):
            _link(Path(entry.path), target / entry.name)
        elif entry.is_file(follow_symlinks=False):
            with contextlib.suppress(OSError):
                os.link(entry.path, target / entry.name)


def _tidy(tree: Path, address: str) -> None:
    """Take away the folders of a file that are empty now."""
    with contextlib.suppress(OSError):
        while address := address.rpartition("/")[0]:
            (tree / address).rmdir()


def _save(place: Path, code: bytes, listed: Mapping[str, Entry]) -> None:
    """Write a list, whole or not at all. Raises `OSError`."""
    rows = {address: (entry.key, entry.size, entry.moment) for address, entry in listed.items()}
    body = pickle.dumps(rows, protocol=5)
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    new.write_bytes(_seal(code, body) + body)
    new.replace(place)


def _read(place: Path, code: bytes) -> dict[str, Entry]:
    """Return a list as it was saved by the same code; an empty one where there is none, or not a whole one."""
    try:
        saved = place.read_bytes()
    except OSError:
        return {}
    seal, body = saved[:SIZE], saved[SIZE:]
    if seal != _seal(code, body):
        return {}
    return {address: Entry(*row) for address, row in _Rows(io.BytesIO(body)).load().items()}


def _seal(code: bytes, body: bytes) -> bytes:
    """Return the digest that shows that a list is whole, and that the same code wrote it."""
    return hashlib.blake2b(code + body, digest_size=SIZE).digest()


class _Rows(pickle.Unpickler):
    """Reads what is plain data, and nothing else."""

    def find_class(self, module: str, name: str) -> None:
        raise pickle.UnpicklingError(f"{module}.{name}")
