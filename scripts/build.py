#!/usr/bin/env python3
"""Build the whole site strictly, check it, and only then put it in the place of the old one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("mkdocs")

from kennisbank.cli import build

if __name__ == "__main__":
    sys.exit(build.main())
