"""Searches that were judged by people who read the stories: what the finder should answer, and what it loses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support import read_table

HERE = Path(__file__).parent


def judgements() -> dict[str, list[dict[str, Any]]]:
    """Return the judged searches by the name of their file."""
    return {file.stem: read_table(file) for file in sorted(HERE.glob("*.yml"))}
