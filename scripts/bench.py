#!/usr/bin/env python3
"""Measure builds of growing corpora beside Hugo on the same stories; prints the table of the README, and more."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("frontmatter")

from tests.tools import builds

if __name__ == "__main__":
    builds.main()
