"""Pass on to the benchmark of this project: a tool of developers, which measures from outside the package."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from kennisbank import PROJECT

ABOUT = "Meet hoe lang het bouwen duurt (voor ontwikkelaars, in het Engels)."
SCRIPT = PROJECT / "scripts" / "bench.py"


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    if not SCRIPT.is_file():
        print("Meten kan alleen in de map van het project.", file=sys.stderr)
        return 2
    return subprocess.run([sys.executable, SCRIPT, *(sys.argv[1:] if given is None else given)], check=False).returncode
