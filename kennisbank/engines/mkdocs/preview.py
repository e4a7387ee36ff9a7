"""Lets MkDocs show the site while it is being written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kennisbank.engines.mkdocs.running import SETTINGS
from kennisbank.model import kinds
from kennisbank.reading.files import leftover


def serve(root: Path, address: str) -> int:
    """Show the site of a root at an address (host:port) until it is stopped; returns the exit status."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about its end: README says it
    from mkdocs.__main__ import State
    from mkdocs.commands.serve import serve as show
    from mkdocs.exceptions import MkDocsException

    _look_past_leftovers()
    said = State()  # type: ignore[no-untyped-call] # lets MkDocs tell what it does, on standard error, for as long as it is kept
    with tempfile.TemporaryDirectory(prefix="bladen-") as none:
        pages = root / kinds.PAGES
        try:
            show(
                str(SETTINGS),
                docs_dir=str(pages) if pages.is_dir() else none,
                dev_addr=address,
                extra={"root": str(root)},
            )
        except MkDocsException as error:
            error.show()
            return 1
        except KeyboardInterrupt:  # during the first build; later MkDocs ends by itself
            return 1
        finally:
            del said
    return 0


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
