#!/usr/bin/env python3
"""Make a file to fill in for a new text; exit 0, 1 (the address cannot be used) or 2 (wrong use)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2", "markdown")

from kennisbank.cli import new

if __name__ == "__main__":
    sys.exit(new.main())
