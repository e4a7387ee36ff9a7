#!/usr/bin/env python3
"""Measure how soon a change is seen in the preview: in a Chromium, from the saved file to the page that shows it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("playwright")

from tests.tools import saved

if __name__ == "__main__":
    saved.main()
