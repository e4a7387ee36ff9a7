#!/usr/bin/env python3
"""Bring the list of every published address up to date: what is on the site is added, nothing is taken away."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2", "markdown", "PIL")

from kennisbank.cli import addresses

if __name__ == "__main__":
    sys.exit(addresses.main())
