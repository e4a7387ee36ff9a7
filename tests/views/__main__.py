"""Checks every template against the view that it gets: `python -m tests.views`, as `make lint` does."""

from __future__ import annotations

import sys

from jinja2 import TemplateSyntaxError

from kennisbank.outputs.templates import Unmatched
from tests.views.ours import faults

try:
    found = faults()
except TemplateSyntaxError as error:
    found = [f"{error.filename}:{error.lineno}: {error.message}"]
except Unmatched as error:
    found = [str(error)]
print("\n".join([*found, f"{len(found)} faults in templates"]) if found else "Templates and views agree.")
sys.exit(1 if found else 0)
