#!/usr/bin/env python3
"""Check the content of a commit that is being made: what stands ready in git, whatever else lies in the folder.

So a text that is half written does not stop the commit of another, and a link to a file that is not in the commit, or
that the commit takes away, does. Exit 0, 1 (problems) or 2 (no git).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("yaml", "jinja2", "markdown", "PIL")

from kennisbank.cli import staged

if __name__ == "__main__":
    sys.exit(staged.main())
