#!/usr/bin/env python3
"""Make anew what is made of fields, lists and code: the files for GitHub, and the table and the tree of our own papers.

Exit 0 or 1 (the lists have problems, or a folder or file does not say what it is for).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2", "markdown")

from kennisbank.cli import papers

if __name__ == "__main__":
    sys.exit(papers.main())
