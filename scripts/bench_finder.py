#!/usr/bin/env python3
"""Measure what searching fetches: bytes over the wire and seconds, in a Chromium, on a site of many stories."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("playwright")

from tests.tools import finder

if __name__ == "__main__":
    finder.main()
