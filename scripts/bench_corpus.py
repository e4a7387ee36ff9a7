#!/usr/bin/env python3
"""Write a corpus of synthetic stories, to measure with: the same number and seed give the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("frontmatter")

from tests.tools import corpus

if __name__ == "__main__":
    corpus.main()
