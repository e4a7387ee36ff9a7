"""Checks every template against the view that it gets: `python -m tests.views`, as `make lint` does."""

from __future__ import annotations

import sys

from tests.views.ours import faults

found = faults()
print("\n".join([*found, f"{len(found)} faults in templates"]) if found else "Templates and views agree.")
sys.exit(1 if found else 0)
