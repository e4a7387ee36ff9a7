"""Runs the tests of scripts that need no page, all or some: `python -m tests.node [FILE...]`."""

from __future__ import annotations

import sys

from tests.node.running import run

sys.exit(run(*sys.argv[1:]).returncode)
