"""Runs the tests of scripts that need no page, all or some: `python -m tests.node [FILE...]`.

`python -m tests.node --programmas FILE` writes what the planner proposes instead.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.node.running import programmas, run, write

with tempfile.TemporaryDirectory() as made:
    folder = Path(made)
    write(folder)
    match sys.argv[1:]:
        case ["--programmas", out]:
            done = programmas(folder, out)
        case files:
            done = run(folder, *files)
sys.exit(done.returncode)
