"""Searches that were judged by people who read the stories: what the finder should answer, and what it loses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


def judgements() -> dict[str, list[dict[str, Any]]]:
    """Return the judged searches by the name of their file."""
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(HERE.glob("*.yml"))}
