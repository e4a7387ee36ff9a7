"""Every template, with the names that it gets and their types."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, get_type_hints

from kennisbank import PACKAGE
from kennisbank.pages.page import PageView, Shown
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import place

ROOMS = ("finding", "contributing", "pages", "outputs")
"""Where views are."""
BESIDE = "templates"
"""The folder with the templates of files; those of pages lie in the folders of their kinds."""
OF_PAGES = ("theme/*.html", "pages/*/template.html")
FRAME = "theme/main.html"
"""What templates of pages share: it gets what those get."""
V = TypeVar("V")


class Unmatched(Exception):
    """A template that no view names, or a view that names one that is not there; the message says which, in Dutch."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its place in the package, and the type of each name that it gets."""

    name: str
    names: Mapping[str, type]


def templates() -> list[Template]:
    """Return every template with each view that it can show, in the order of their names.

    What templates share is not among them. Raises `Unmatched`.
    """
    for room in ROOMS:
        for module in pkgutil.walk_packages([str(PACKAGE / room)], f"kennisbank.{room}."):
            importlib.import_module(module.name)
    found = [*_of_pages(), *_of_files()]
    named = {template.name for template in found}
    there = set(_files())
    if lost := sorted(named - there):
        view = next(template.names["view"] for template in found if template.name == lost[0])
        raise Unmatched(f"kennisbank/{lost[0]} is er niet, en {view.__name__} noemt deze sjabloon.")
    if idle := sorted(there - named):
        raise Unmatched(
            f"kennisbank/{idle[0]}: geen view noemt deze sjabloon. Haal die weg, of laat een view dat doen."
        )
    return sorted(found, key=lambda template: (template.name, template.names["view"].__name__))


def _of_pages() -> Iterator[Template]:
    shared = get_type_hints(Shown)
    for view in _below(PageView):
        if name := getattr(view, "template", ""):  # a view that others are made of has none
            yield Template(place(name).relative_to(PACKAGE).as_posix(), shared | {"view": view})


def _of_files() -> Iterator[Template]:
    for view in _below(FileView):
        for name in view.templates():
            yield Template(f"{BESIDE}/{name}", {"view": view})


def _below(base: type[V]) -> Iterator[type[V]]:
    """Yield the classes made of another; not what a dataclass with slots was before it got them."""
    for view in base.__subclasses__():
        if getattr(sys.modules[view.__module__], view.__name__, None) is view:
            yield view
            yield from _below(view)


def _files() -> Iterator[str]:
    """Yield the templates that are there, but for those that others share."""
    for pattern in (*OF_PAGES, f"{BESIDE}/**/*"):
        for path in PACKAGE.glob(pattern):
            name = path.relative_to(PACKAGE).as_posix()
            if path.is_file() and name != FRAME:
                yield name
