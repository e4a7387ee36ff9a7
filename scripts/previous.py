#!/usr/bin/env python3
"""Fetch the lists of stories and addresses of the site that is online, so that a build can compare with it.

Exit 0 also when there is no site yet (then nothing is written), 1 when it is not known what is online (then that is
written: only a withdrawal goes on without knowing it), 2 for wrong use.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2")

from kennisbank.cli import previous

if __name__ == "__main__":
    sys.exit(previous.main())
