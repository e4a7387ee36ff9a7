"""Lets MkDocs show the site while it is being written."""

from __future__ import annotations

import os

from kennisbank import PROJECT


def serve(address: str) -> int:
    """Show the site of this project at an address (host:port) until it is stopped; returns the exit status."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about its end: README says it
    from mkdocs.__main__ import cli

    command = ["serve", "--config-file", str(PROJECT / "mkdocs.yml"), "--dev-addr", address]
    try:
        cli.main(command, prog_name="mkdocs")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0
