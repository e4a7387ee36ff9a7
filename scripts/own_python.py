"""Lets a script run with the Python that `make` set up, when another one was used that lacks the libraries."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path


def ensure(*libraries: str) -> None:
    """Start again with `.venv` when a library is missing here; without `.venv` end with status 2 and say what to do."""
    if all(importlib.util.find_spec(library) for library in libraries):
        return
    python = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "python"
    if python.exists() and Path(sys.prefix).resolve() != python.parent.parent.resolve():
        os.execv(python, [str(python), *sys.argv])
    print("Er ontbreken onderdelen. Geef één keer de opdracht make check; die zet alles klaar.", file=sys.stderr)
    sys.exit(2)
