"""What is kept from build to build: each thing is found by what it was made from, so that it is never out of date."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

from kennisbank import PROJECT

KEPT = 30 * 24 * 60 * 60
"""Seconds after which a thing that no build has used is cleared away."""


def folder(name: str) -> Path:
    """Return the folder of one kind of thing: below `.cache` of this project, or below KENNISBANK_CACHE."""
    return Path(os.environ.get("KENNISBANK_CACHE") or PROJECT / ".cache") / name


def used(place: Path) -> None:
    """Note that a thing has been used."""
    with contextlib.suppress(OSError):
        os.utime(place)


def clear(place: Path) -> None:
    """Clear away what no build has used for long, and what a killed one left."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(place):
            if time.time() - entry.stat(follow_symlinks=False).st_mtime <= KEPT:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                Path(entry.path).unlink(missing_ok=True)
