"""The templates of what the site has beside its pages, and of files that are no web page."""

from __future__ import annotations

import json

import jinja2

from kennisbank import PACKAGE

_loader = jinja2.FileSystemLoader(PACKAGE / "templates")

environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader([PACKAGE / "templates", PACKAGE / "theme"]),  # the second has parts of pages
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)
"""For what a browser or a feed reader gets: all that a template shows is escaped."""

plain = jinja2.Environment(
    loader=_loader,
    autoescape=False,  # Markdown and YAML: an &amp; would be shown as it stands
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=jinja2.StrictUndefined,
)
"""For Markdown and YAML, from our own lists only; `tekst` makes a string of YAML of anything."""
plain.filters["tekst"] = lambda value: json.dumps(str(value), ensure_ascii=False)
