"""Runs the tests of scripts that need no page, all or some: `python -m tests.node [FILE...]`.

`python -m tests.node --programmas FILE` writes what the planner proposes instead.
"""

from __future__ import annotations

import sys

from tests.node.running import programmas, run

match sys.argv[1:]:
    case ["--programmas", out]:
        sys.exit(programmas(out).returncode)
    case files:
        sys.exit(run(*files).returncode)
