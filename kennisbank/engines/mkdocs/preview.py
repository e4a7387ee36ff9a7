"""Lets MkDocs show the site while it is being written."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path

from kennisbank.engines.mkdocs import library
from kennisbank.engines.mkdocs.running import LIBRARY, SETTINGS
from kennisbank.model import kinds
from kennisbank.reading.files import leftover


def show(package: str, root: Path, address: str, /) -> int:
    """Show the site of a root at an address (host:port) until it is stopped; returns the exit status.

    The `package` is one that `library` knows.
    """
    _look_past_leftovers()
    said = library.part(package, "__main__").State()  # for as long as it is kept, the engine tells what it does
    with tempfile.TemporaryDirectory(prefix="bladen-") as none:
        pages = root / kinds.PAGES
        try:
            library.part(package, "commands.serve").serve(
                str(SETTINGS),
                docs_dir=str(pages) if pages.is_dir() else none,
                dev_addr=address,
                extra={"root": str(root)},
            )
        except library.part(package, "exceptions").MkDocsException as error:
            error.show()
            return 1
        except KeyboardInterrupt:  # during the first build; later MkDocs ends by itself
            return 1
        finally:
            del said
    return 0


serve = partial(show, LIBRARY)
"""Shows as the contract says."""


def _look_past_leftovers() -> None:
    """Let what an editor writes beside a text start no build: MkDocs has no setting for it, so its watcher is asked."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler

    dispatch = FileSystemEventHandler.dispatch

    def chosen(handler: FileSystemEventHandler, event: FileSystemEvent) -> None:
        if not passed_over(os.fsdecode(event.src_path), os.fsdecode(event.dest_path)):
            dispatch(handler, event)

    FileSystemEventHandler.dispatch = chosen  # type: ignore[method-assign, assignment]


def passed_over(*paths: str) -> bool:
    """Tell whether a change of a file, or a new name for it, is of no text: every path of it is a leftover."""
    return all(leftover(Path(path).name) for path in paths if path)
