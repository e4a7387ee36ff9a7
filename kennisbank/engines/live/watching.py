"""Which files a preview looks at, and which of them were changed: told at once by the system, where it can."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kennisbank import LENDER, PACKAGE
from kennisbank.model import kinds
from kennisbank.reading import settings, wordlists
from kennisbank.reading.files import leftover

Stamp = tuple[int, int, int]
"""What of a file is another when it was written: its time, its size, and which file it is."""
Snapshot = Mapping[str, Stamp]
"""The stamp of every file that is looked at, by its path."""

SETTLED = 0.04
"""Seconds in which nothing more may change: an editor writes a file in several steps, and git many files."""
LONGEST = 2.0
"""Seconds after which a row of changes is shown all the same."""
TOLD, UNTOLD = 2.0, 0.3
"""Seconds between two looks: where the system tells what changes, and where it does not.

A folder that is shared over a network or with a virtual machine tells nothing, so there is a look all the same.
"""
CODE = (".py", ".pyc")
"""The ends of files that a preview does not read again: who changes the code begins it anew."""


def places(root: Path) -> list[Path]:
    """Return the folders and files that the site of a root is made of; not all need be there."""
    names = (*kinds.FOLDERS, wordlists.OWN_FOLDER, ".github", settings.FILE)
    roots = dict.fromkeys((root, LENDER))
    return [PACKAGE, *(one / name for one in roots for name in names), *sorted(root.glob("*.txt"))]


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Return the stamps of the files in these folders, and of these files; what an editor leaves beside is passed over.

    A file that goes while it is looked at is not there.
    """
    found: dict[str, Stamp] = {}
    waiting: list[str] = []
    for path in paths:
        if path.is_dir():
            waiting.append(str(path))
        else:
            with contextlib.suppress(OSError):
                found[str(path)] = _stamp(path.stat())
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(CODE) or entry.name == "__pycache__" or leftover(entry.name):
                    continue
                with contextlib.suppress(OSError):
                    if entry.is_dir():
                        waiting.append(entry.path)
                    else:
                        found[entry.path] = _stamp(entry.stat())
    return found


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_size, found.st_ino


def changed(before: Snapshot, after: Snapshot) -> set[str]:
    """Return the paths of the files that are new, that were changed, and that are gone."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


class Watch:
    """Looks at the files of a root; `wait` returns when some were changed.

    What the system tells only says when to look: what was changed is what differs from the last look. So nothing is
    missed where it tells nothing, or too much.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = snapshot(places(root))
        self._woken = threading.Event()
        self._observer: Any = None

    def start(self) -> None:
        """Let the system tell of changes, where it can. From here on there are threads."""
        self._observer = _observer(self._woken, places(self.root), self.root)

    def wait(self) -> set[str]:
        """Wait until files were changed and nothing more happens to them; returns their paths."""
        while True:
            self._woken.wait(TOLD if self._observer else UNTOLD)
            self._woken.clear()
            if changes := self.look():
                return changes

    def look(self) -> set[str]:
        """Return the paths of the files that were changed since the last look."""
        before, until = self.now, time.monotonic() + LONGEST
        found = snapshot(places(self.root))
        while found != self.now and time.monotonic() < until:
            self.now = found
            time.sleep(SETTLED)
            found = snapshot(places(self.root))
        self.now = found
        return changed(before, found)

    def stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()


def _observer(woken: threading.Event, paths: Iterable[Path], root: Path) -> Any:
    """Return what sets an event when the system tells of a change, or None where it cannot.

    Its library comes with MkDocs. A system can watch so many folders, and no more.
    """
    try:
        from watchdog import events, observers
    except ImportError:
        return None

    class Waking(events.FileSystemEventHandler):
        def on_any_event(self, event: events.FileSystemEvent) -> None:
            woken.set()

    observer = observers.Observer()
    # Not of a file that is opened or closed: who looks would be woken by the look itself.
    told = [events.FileModifiedEvent, events.FileCreatedEvent, events.FileDeletedEvent, events.FileMovedEvent]
    try:
        observer.schedule(Waking(), str(root), event_filter=told)
        for path in paths:
            if path.is_dir():
                observer.schedule(Waking(), str(path), recursive=True, event_filter=told)
        observer.start()
    except (OSError, RuntimeError):
        observer.unschedule_all()
        return None
    return observer
