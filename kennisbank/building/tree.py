"""A tree of files that stands somewhere else too, without being copied: a site has tens of thousands of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def link(source: Path, target: Path) -> None:
    """Make a tree `target` of the files in `source`: the same files under a second name, or copies of them.

    As these are the same files, neither tree may be written in any more: what changes gets a new file in its place.
    Raises `FileExistsError` when there is a `target`, and any other `OSError` when the tree could not be made whole, as
    when a file of `source` goes away meanwhile: then a part of it may be there.
    """
    todo = [(os.fspath(source), os.fspath(target))]
    while todo:
        there, here = todo.pop()
        os.mkdir(here)  # noqa: PTH102 - a Path for each of so many takes longer than the work itself
        with os.scandir(there) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append((entry.path, f"{here}/{entry.name}"))
                else:
                    put(entry.path, f"{here}/{entry.name}")


def put(source: str, target: str) -> None:
    """Let a file stand at `target` too: the same file, or a copy where there can be no other name for it.

    That is on another file system, on one that knows no links, or when it has as many as it may have. `target` may not
    be there yet. Raises `OSError` when there is no `source`, or `target` cannot be written.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except (FileNotFoundError, FileExistsError):
        raise
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)
