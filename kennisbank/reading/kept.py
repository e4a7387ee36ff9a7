"""What was read before is kept: what comes of a file that did not change is not worked out again.

It is found by a digest of all that it was made of: the bytes of the file and its place, the closed lists, our own code
and the libraries that read. So nothing here is ever out of date, and who clears it away loses only time.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import io
import os
import pickle
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kennisbank import PACKAGE, PROJECT
from kennisbank.model import kinds
from kennisbank.model.fields import specs
from kennisbank.model.records import Origin, Record, Source
from kennisbank.problems.problem import Notice, Problem, Spot
from kennisbank.reading.markup import Link

KEPT = 30 * 24 * 60 * 60
"""Seconds after which a thing that nobody has used is cleared away."""
WITHOUT = "KENNISBANK_ZONDER_CACHE"
"""The setting of the environment that turns it off."""
NAME = "gelezen"
"""The folder of what was read: a file for each root."""
LEAST = 60
"""Files of a root from which it is worth its cost."""
LIBRARIES = ("markdown", "markdown-it-py", "mdit-py-plugins", "linkify-it-py", "pyyaml")
"""Those that read, as their packages are called."""
ROOMS = ("model", "parts", "problems", "reading")
"""Where the code lies that makes something of a file."""
CODE = (".py", ".yml", ".json")

Read = tuple[Any, list[Link], list[Problem]]
"""What comes of reading a file: a record or None, its local links, and its problems."""
Stored = dict[str, tuple[bytes, memoryview]]
"""By the path of a file: the digest of what it was made of, and what was kept."""
SIZE = 16
"""Bytes of a digest."""
LENGTH = 8
"""Bytes of a number that says where something stands in a file."""
NONE = b"", memoryview(b"")
OURS = frozenset({"bestand-vast", "bestand-traag", "bestand-geheugen"})
"""What a file itself has no part in: the next time it may be read."""


def on() -> bool:
    """Tell whether things are kept from one time to the next.

    KENNISBANK_ZONDER_CACHE turns it off. Where proposals are checked (CI) it is on only when KENNISBANK_CACHE says
    where: else a proposal could bring a `.cache` of its own, and be checked by what that says.
    """
    if os.environ.get(WITHOUT, "") not in {"", "0"}:
        return False
    return bool(os.environ.get("KENNISBANK_CACHE")) or not os.environ.get("CI")


def folder(name: str) -> Path:
    """Return the folder of one kind of thing: below `.cache` of this project, or below KENNISBANK_CACHE."""
    return Path(os.environ.get("KENNISBANK_CACHE") or PROJECT / ".cache") / name


def used(place: Path) -> None:
    """Note that a thing has been used."""
    with contextlib.suppress(OSError):
        os.utime(place)


def clear(place: Path) -> None:
    """Clear away what nobody has used for long, and what one that was killed left."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(place):
            if time.time() - entry.stat(follow_symlinks=False).st_mtime <= KEPT:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                Path(entry.path).unlink(missing_ok=True)


def digest(*parts: str | bytes) -> bytes:
    """Return a short digest of some parts; where one ends and the next begins makes a difference."""
    found = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.digest()


@functools.cache
def code() -> bytes:
    """Return a digest of what reads: the code of our rooms, and the versions of the libraries."""
    import yaml  # not above: who asks only where things are kept needs no library

    versions = map(importlib.metadata.version, LIBRARIES)
    return digest(sys.version, *versions, str(yaml.__with_libyaml__), *_own_code())


def _own_code() -> Iterator[str | bytes]:
    for room in ROOMS:
        for place, folders, files in os.walk(PACKAGE / room):
            folders.sort()
            for name in sorted(files):
                if name.endswith(CODE):
                    yield f"{place}/{name}"
                    yield Path(place, name).read_bytes()


@functools.cache
def _classes() -> Mapping[tuple[str, str], type[Any]]:
    """Return what can be kept: records and what they are made of, links and problems."""
    records = [kind.record for kind in kinds.KINDS]
    within = [spec.of for record in records for spec in specs(record).values() if spec.of]
    found = [*records, *within, Origin, Link, Problem, Notice, Spot, date, type(Path())]
    return {(one.__module__, one.__qualname__): one for one in found}


class _Reader(pickle.Unpickler):
    """Makes nothing but what can be kept: whatever else is in a file, no code of it is run."""

    def find_class(self, module: str, name: str) -> type[Any]:
        if (module, name) not in _classes():
            raise pickle.UnpicklingError(f"{module}.{name}")
        return _classes()[module, name]


@dataclass
class _Entry:
    """What came of one file, and the digest of what it was made of; `packed` is how that was kept, if it was.

    `told` is what there is to say of its record by itself, once somebody has asked.
    """

    key: bytes
    read: Read
    told: tuple[Notice, ...] | None = None
    packed: bytes | memoryview = b""


class Kept:
    """What was kept of one root, and what is to be kept of it: only what is used this time."""

    def __init__(self, root: Path, today: date) -> None:
        """Look up what was kept of a root. `today` is the last day that a date may be."""
        # A record says where its file lies: a root has the same ones only at the same place.
        self._place = folder(NAME) / digest(os.path.abspath(root), str(root)).hex()
        self._today = today.toordinal()
        self._day, self._stored = _stored(self._place)
        if self._day > self._today:  # what was no mistake on that day can be one now
            self._stored = {}
        self._entries: dict[str, _Entry] = {}

    def known(self, sources: Iterable[Source]) -> int:
        """Return of how many files something was kept; whether those changed is not looked at."""
        return sum(source.path in self._stored for source in sources)

    def find(self, source: Source, against: bytes, data: bytes) -> Read | None:
        """Return what came of a file with these bytes before, judged against what this digest stands for."""
        key, packed = self._stored.get(source.path, NONE)
        if key != _key(source, against, data):
            return None
        try:
            read, told = _unpack(packed)
        except Exception:  # of what was damaged nothing is needed: the file itself is there
            return None
        if read[2] and self._day != self._today:  # one can be of a date that is over now
            return None
        self._entries[source.path] = _Entry(key, read, told, packed)
        return read

    def keep(self, source: Source, against: bytes, data: bytes, read: Read) -> None:
        """Keep what came of a file; not what came of a fault of ours or of a computer that was busy."""
        if not any(found.code in OURS for found in read[2]):
            self._entries[source.path] = _Entry(_key(source, against, data), read)

    def told(self, record: Record, tell: Callable[[], tuple[Notice, ...]]) -> tuple[Notice, ...]:
        """Return what there is to say of a record by itself: as it was said before, or else what `tell` says now.

        `tell` may look at nothing but the record and what its file was judged against.
        """
        entry = self._entries.get(record.origin.path)
        if entry is None or entry.read[0] is not record:  # it was changed after it was read
            return tell()
        if entry.told is None:
            entry.told, entry.packed = tell(), b""
        return entry.told

    def save(self) -> None:
        """Write what is to be kept, where that is something else than what was; never raises for a disk."""
        place, entries = self._place, self._entries
        if len(entries) < LEAST:
            return
        if all(entry.packed for entry in entries.values()) and len(entries) == len(self._stored):
            used(place)
            return
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            _write(place, self._today, entries)
            clear(place.parent)

    def of(self, source: Source) -> _Entry | None:
        """Return what is to be kept of a file, if anything is."""
        return self._entries.get(source.path)

    def take(self, source: Source, entry: _Entry) -> None:
        """Keep of a file what another process read."""
        self._entries[source.path] = entry


def packed(kept: Kept | None, source: Source, read: Read) -> tuple[bytes, bytes]:
    """Return what one process gives another of a file: the digest of what it was made of, and what came of it.

    Of what is not to be kept there is no digest.
    """
    entry = kept.of(source) if kept else None
    entry = entry or _Entry(b"", read)
    return entry.key, bytes(entry.packed or _pack(entry))


def unpacked(kept: Kept | None, source: Source, key: bytes, given: bytes) -> Read:
    """Return what another process read of a file, and keep it."""
    read, told = _unpack(given)
    if kept and key:
        kept.take(source, _Entry(key, read, told, given))
    return read


def _key(source: Source, against: bytes, data: bytes) -> bytes:
    """Return the digest of what comes of a file: no path has a NUL in it, and that before them has one length."""
    place = f"{source.path}\0{source.slug}\0{source.file}\0".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(against + place + data, digest_size=SIZE).digest()


def _pack(entry: _Entry) -> bytes:
    return pickle.dumps((*entry.read, entry.told), pickle.HIGHEST_PROTOCOL)


def _unpack(given: bytes | memoryview) -> tuple[Read, tuple[Notice, ...] | None]:
    record, links, problems, told = _Reader(io.BytesIO(given)).load()
    return (record, links, problems), told


def _stored(place: Path) -> tuple[int, Stored]:
    """Return the day on which things were kept, as a number, and those; nothing of a file that is not whole or ours."""
    try:
        data = memoryview(place.read_bytes())
        if data[:SIZE] != hashlib.blake2b(data[SIZE:], digest_size=SIZE).digest():
            return 0, {}
        index = int.from_bytes(data[-LENGTH:], "little")
        made_by, day, spans = _Reader(io.BytesIO(data[index:-LENGTH])).load()
        if made_by != code():
            return 0, {}
        return day, {path: (key, data[start:end]) for path, (key, start, end) in spans.items()}
    except Exception:
        return 0, {}


def _write(place: Path, day: int, entries: Mapping[str, _Entry]) -> None:
    """Write what is to be kept: a digest of the rest, each thing, where each stands, and where that is said.

    Who reads it meanwhile has the old file or the new one. Raises `OSError`.
    """
    whole = hashlib.blake2b(digest_size=SIZE)
    spans: dict[str, tuple[bytes, int, int]] = {}
    number, name = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(number, "w+b") as file:
            file.write(bytes(SIZE))

            def add(data: bytes | memoryview) -> int:
                whole.update(data)
                return file.write(data)

            end = SIZE
            for path, entry in entries.items():  # one by one: all of them together take as much memory as the site
                start, end = end, end + add(entry.packed or _pack(entry))
                spans[path] = entry.key, start, end
            add(pickle.dumps((code(), day, spans), pickle.HIGHEST_PROTOCOL))
            add(end.to_bytes(LENGTH, "little"))
            file.seek(0)
            file.write(whole.digest())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
