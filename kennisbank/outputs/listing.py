"""What a folder holds: the paths of its files, of which a site has tens of thousands, and a digest of each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

SIZE = 16
"""Bytes of a digest."""
PIECE = 2**18
"""Bytes of a file that are in memory at a time, where only its digest is wanted."""


def listed(folder: Path) -> list[str]:
    """Return the path of each file below a folder, with slashes: in each folder by name, with what is in it.

    Raises what reading a folder raises. As strings, and not as a `Path` each: that takes ten times as long.
    """
    found, todo = [], [("", os.fspath(folder))]
    while todo:
        before, place = todo.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append((f"{before}{entry.name}/", entry.path))
                else:
                    found.append(before + entry.name)
    return sorted(found, key=_parts)


def digest(content: bytes) -> bytes:
    """Return a short digest of what is in a file."""
    return hashlib.blake2b(content, digest_size=SIZE).digest()


def digests(folder: Path, known: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the digest of every file below a folder by its path; what is `known` is not read. Raises `OSError`."""
    root, found, piece = os.fspath(folder), {}, memoryview(bytearray(PIECE))
    for name in listed(folder):
        found[name] = known.get(name) or _digest(f"{root}/{name}", piece)
    return found


def _digest(path: str, piece: memoryview) -> bytes:
    """Return the digest of a file, read piece by piece: the data of all stories together never lies in memory whole."""
    made = hashlib.blake2b(digest_size=SIZE)
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files: a Path costs as much as the reading
        while size := file.readinto(piece):
            made.update(piece[:size])
    return made.digest()


def content(path: str) -> bytes:
    """Return what is in a file. Raises `OSError`."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files: a Path costs as much as the reading
        return file.read()


def _parts(path: str) -> str:
    """Return what sorts a path as its parts would: no name holds what comes before all else."""
    return path.replace("/", "\0")
