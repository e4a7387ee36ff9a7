"""What Python hands to a script: a view as JSON in the page.

A class that is handed over whole says so with `for_scripts`; everything that can be reached from it goes along.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"
Given: TypeAlias = "str | int | float | bool | DataclassInstance | tuple[Given, ...] | Mapping[str, Given] | None"

Eerder: TypeAlias = Mapping[str, Mapping[str, str]]
"""Names that changed, by the kind of name: the one of today by each that was in use before. A kind without any is left
out, so that a page without former names says nothing of them."""
FOR_SCRIPTS = {"Eerder": Eerder}


def data(given: Given) -> Data:
    """Return what is handed over as plain data: a dataclass as its fields in their order, a tuple as a list."""
    if dataclasses.is_dataclass(given) and not isinstance(given, type):
        return {field.name: data(getattr(given, field.name)) for field in dataclasses.fields(given)}
    if isinstance(given, Mapping):
        return {name: data(inner) for name, inner in given.items()}
    if isinstance(given, tuple):
        return [data(inner) for inner in given]
    if given is None or isinstance(given, str | int | float):
        return given
    raise TypeError(f"no data for a script: {type(given).__name__}")


def json(given: Given) -> Markup:
    """Return what is handed over as JSON that can stand in HTML, with its names sorted."""
    return htmlsafe_json_dumps(data(given), sort_keys=True)
