"""Publishing a folder so that readers see the old site or the new one, and never half of one."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kennisbank.problems import failure


class Busy(Exception):
    """Another build of the same site is going on."""


class Unwritable(Exception):
    """The folder for the site cannot be written; the message is Dutch."""


@contextlib.contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out` to build in, for one build at a time; whatever happens, it is gone afterwards.

    Raises `Busy` when another build holds it, and `Unwritable`. The lock belongs to the process and ends with it,
    also when it is killed: what a killed build left is cleared away here.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(beside(out, "slot"), os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise Unwritable(f"De map {out.parent} is niet te beschrijven: {failure.reason(error)}.") from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        recover(out)
        folder = beside(out, "nieuw")
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)


def beside(out: Path, what: str) -> Path:
    """Return the hidden neighbour of the site that holds `what`: `site` -> `.site.nieuw`."""
    return out.parent / f".{out.name}.{what}"


def recover(out: Path) -> None:
    """Clear away what a killed build left; where it had moved the old site aside, put that back."""
    old = beside(out, "oud")
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (old, beside(out, "nieuw")):
        shutil.rmtree(left, ignore_errors=True)


def swap(new: Path, out: Path) -> None:
    """Put `new` in the place of `out`, as `exchange` does, and remove the old site."""
    old = exchange(new, out)
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)


def exchange(new: Path, out: Path) -> Path | None:
    """Put `new` in the place of `out`; returns where the old site lies now, if there was one.

    On Linux and macOS the two change places in one step; elsewhere there is a moment without a site, which
    `recover` mends when the build is killed in it.
    """
    if not out.exists():
        new.rename(out)
        return None
    if _exchange(new, out):
        return new
    old = beside(out, "oud")
    out.rename(old)
    new.rename(out)
    return old


def merge(source: Path, target: Path) -> None:
    """Move all that is in `source` into `target`; a file that is in both is taken from `source`."""
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        there = target / entry.name
        if entry.is_dir(follow_symlinks=False) and there.exists():
            merge(Path(entry.path), there)
        else:
            Path(entry.path).replace(there)


def _exchange(first: Path, second: Path) -> bool:
    """Let two paths change places in one step: renameat2(2), RENAME_EXCHANGE; on macOS renamex_np(2), RENAME_SWAP."""
    libc = ctypes.CDLL(None, use_errno=True)
    a, b = os.fsencode(first), os.fsencode(second)
    here, flag = -100, 2  # AT_FDCWD; RENAME_EXCHANGE and RENAME_SWAP are both 2
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(a, b, flag) == 0)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(here, a, here, b, flag) == 0)
    return False
