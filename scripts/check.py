#!/usr/bin/env python3
"""Check the content without building: one line per problem; exit 0, 1 (problems) or 2 (wrong use)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2", "markdown", "PIL")

from kennisbank.cli import check

if __name__ == "__main__":
    sys.exit(check.main())
