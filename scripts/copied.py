#!/usr/bin/env python3
"""Keep what is needed to find sentences that were copied from the report, without keeping any of its text."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml")

from tests.tools import copied

if __name__ == "__main__":
    copied.main()
