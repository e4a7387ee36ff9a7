#!/usr/bin/env python3
"""Make the pictures of the drawings anew: docs/tekeningen/<slug>.png of the .svg beside it, in a Chromium."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("playwright", "PIL")

from tests.tools import drawings

if __name__ == "__main__":
    sys.exit(drawings.main())
