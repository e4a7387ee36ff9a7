#!/usr/bin/env python3
"""Withdraw a story: take its files away, keep its address from being used again, and say what still speaks of it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml")

from kennisbank.cli import withdraw

if __name__ == "__main__":
    sys.exit(withdraw.main())
