#!/usr/bin/env python3
"""Measure how fast the site feels on a slow phone: what is seen when, what moves, and what was fetched for it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("playwright")

from tests.tools import felt

if __name__ == "__main__":
    felt.main()
