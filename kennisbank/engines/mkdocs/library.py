"""The package that MkDocs comes in: its own, or that of who keeps it up under another name; only this imports one."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

TITLES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}
"""How each package is called, by the name that it is imported by: all their modules and classes have the same names."""


def part(package: str, name: str) -> Any:
    """Return a module of a package: `config`, `structure.files` ..."""
    return importlib.import_module(f"{package}.{name}")


def of(config: MkDocsConfig) -> str:
    """Return the package that calls: its settings are of a class of its own."""
    return type(config).__module__.partition(".")[0]
