#!/usr/bin/env python3
"""Check the links to other sites: one line per dead link; exit 0, 1 (dead links) or 2 (wrong use, no internet)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2")

from kennisbank.cli import links

if __name__ == "__main__":
    sys.exit(links.main())
