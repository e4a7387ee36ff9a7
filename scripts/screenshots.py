#!/usr/bin/env python3
"""Make the pictures of the guide: fixed scenes of the real site, in a Chromium, as `docs/meedoen/<name>.png`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("playwright", "PIL")

from tests.tools import screens

if __name__ == "__main__":
    sys.exit(screens.main())
