"""What was worked out before is kept from build to build: a value of plain data for each key, all in one file.

The key is a digest of all that a value is made of, and the version one of the code that makes it: so nothing here is
ever out of date, and who clears it away loses only time. What a build does not ask for is not kept for the next.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from kennisbank import PACKAGE
from kennisbank.reading import kept

SIZE = 16
"""Bytes of the digest at the beginning of a file."""
PIECE = 1 << 20
"""Bytes of a file that are read at once."""
CODE = (".py", ".yml", ".txt", ".json")

T = TypeVar("T")


@functools.cache
def code(*rooms: str) -> bytes:
    """Return a digest of the code and the data of rooms of the package: what they make may be other when it is."""
    parts = [sys.version.encode()]
    for room in rooms:
        for place, folders, files in os.walk(PACKAGE / room):
            folders.sort()
            for name in sorted(files):
                if name.endswith(CODE):
                    file = Path(place, name)
                    parts += [os.fsencode(file.relative_to(PACKAGE)), file.read_bytes()]
    return kept.digest(*parts)


class Memo:
    """The values of one name below one folder, as one version of the code makes them.

    Two at once do no harm: what the last one keeps stays. With KENNISBANK_ZONDER_CACHE all is made anew each time.
    """

    def __init__(self, folder: Path, name: str, version: bytes) -> None:
        self._place = folder / name
        self._version = version
        self._on = kept.on()
        self._used: dict[bytes, Any] = {}
        self._made = False

    @functools.cached_property
    def _known(self) -> Mapping[bytes, Any]:
        """What was kept; nothing where that is damaged, or of another version."""
        if not self._on:
            return {}
        try:
            with self._place.open("rb") as file:  # not all of it at once: it may be as large as all texts together
                seal, whole = file.read(SIZE), self._seal()
                while piece := file.read(PIECE):
                    whole.update(piece)
                if seal == whole.digest():
                    file.seek(SIZE)
                    found: dict[bytes, Any] = _Plain(file).load()
                    return found
        except Exception:  # whatever is the matter with it: it can be made anew
            pass
        return {}

    def _seal(self) -> hashlib.blake2b:
        """Return what makes the digest that shows that a file is whole, and that the same code wrote it."""
        return hashlib.blake2b(digest_size=SIZE, key=kept.digest(self._version))

    def get(self, key: bytes, make: Callable[[], T]) -> T:
        """Return the value of a key: as it was kept, or as `make` makes it now.

        It is plain data (texts, bytes, numbers, None, and tuples, lists and dicts of those), and nobody changes it.
        """
        if not self._on:
            return make()
        value: T
        if key in self._used:
            value = self._used[key]
        elif key in self._known:
            value = self._used[key] = self._known[key]
        else:
            value = self._used[key] = make()
            self._made = True
        return value

    def keep(self) -> None:
        """Keep what was asked for, for the next time; a disk that is full is no problem."""
        if not self._on:
            return
        if not self._made and len(self._used) == len(self._known):
            kept.used(self._place)
            return
        with contextlib.suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self._place.parent)
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(bytes(SIZE))
                    sealed = _Sealed(file, self._seal())
                    pickle.Pickler(sealed, pickle.HIGHEST_PROTOCOL).dump(self._used)
                    file.seek(0)
                    file.write(sealed.seal.digest())
                Path(name).replace(self._place)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            kept.clear(self._place.parent)


@dataclass(frozen=True)
class _Sealed:
    """A file of which each piece that is written is added to its digest."""

    file: BinaryIO
    seal: hashlib.blake2b

    def write(self, piece: bytes) -> int:
        self.seal.update(piece)
        return self.file.write(piece)


class _Plain(pickle.Unpickler):
    """Reads what is plain data, and nothing else: whatever is in a file, no code of it is run."""

    def find_class(self, module: str, name: str) -> None:
        raise pickle.UnpicklingError(f"{module}.{name}")
