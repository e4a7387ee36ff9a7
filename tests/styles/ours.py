"""The style sheets, templates and scripts of this project, as the check of classes wants them."""

from __future__ import annotations

import re

from kennisbank import PACKAGE, PROJECT
from kennisbank.parts import assets
from tests.styles.classes import WORD, Fault, faults
from tests.support import content

HOOKS = {
    "rb-beeld__bijschrift", "rb-sessie__zelf", "rb-speel__leeg", "rb-speelkaart__zin", "rb-zoek__gevonden",
    "rb-zoek__overslaan",
}  # fmt: skip
"""Classes without a style of their own: scripts and tests find by them what they need."""
OF_LIBRARIES = {"footnote", "footnote-ref"}
"""Classes that the libraries for Markdown give."""
CELLS = {"vol", "leeg"}
"""Classes of the cells of a glyph, which scripts give too."""


def _texts(pattern: str) -> dict[str, str]:
    places = sorted(path for path in PACKAGE.glob(pattern) if "derden" not in path.parts)
    return {path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8") for path in places}


def sheets() -> dict[str, str]:
    """Return every style sheet; those of the theme count as one component, and so do
    the colours of the site."""
    found = assets.of(content()).sheets
    return {(name if "/" in name else f"theme:{name}"): css for name, css in found.items()}


def code() -> set[str]:
    """Return the words in Python that may be classes: extensions of Markdown give them."""
    found = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return {word for text in found for word in WORD.findall(text)}


def ours() -> list[Fault]:
    """Return what is wrong with the classes of this project."""
    templates = _texts("**/*.html")
    scripts = {name: re.sub(r"(?m)^\s*//.*$", "", text) for name, text in _texts("**/script/**/*.js").items()}
    return list(faults(sheets(), templates, scripts, {*code(), *OF_LIBRARIES, *CELLS}, HOOKS))
