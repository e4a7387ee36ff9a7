"""Checks the classes of style sheets, templates and scripts: `python -m tests.styles`, as `make lint` does."""

from __future__ import annotations

import sys

from tests.styles.ours import ours

found = ours()
print("\n".join([*map(str, found), f"{len(found)} faults in classes"]) if found else "Style sheets and classes agree.")
sys.exit(1 if found else 0)
