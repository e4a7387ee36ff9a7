"""Tells what the finder loses of the judged searches: `make oordelen`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.node.running import NODE, PROJECT, given, write
from tests.oordelen import HERE

with tempfile.TemporaryDirectory() as folder:
    write(Path(folder))
    result = subprocess.run([NODE, HERE / "telling.js"], cwd=PROJECT, env=given(Path(folder)), check=False)
sys.exit(result.returncode)
