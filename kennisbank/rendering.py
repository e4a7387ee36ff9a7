"""The templates of what the site has beside its pages; all that they show is escaped."""

from __future__ import annotations

from pathlib import Path

import jinja2

environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)
