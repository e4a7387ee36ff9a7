"""Lets MkDocs show the site while it is being written."""

from __future__ import annotations

import os
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.reading.files import leftover


def serve(address: str) -> int:
    """Show the site of this project at an address (host:port) until it is stopped; returns the exit status."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about its end: README says it
    from mkdocs.__main__ import cli

    _look_past_leftovers()
    command = ["serve", "--config-file", str(PROJECT / "mkdocs.yml"), "--dev-addr", address]
    try:
        cli.main(command, prog_name="mkdocs")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
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
