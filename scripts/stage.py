#!/usr/bin/env python3
"""Write the whole site as plain Markdown, for another site engine; exit 0, 1 (problems) or 2 (wrong use)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("jinja2", "markdown", "PIL", "yaml")

from kennisbank.cli import stage

if __name__ == "__main__":
    sys.exit(stage.main())
