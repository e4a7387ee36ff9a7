"""A view of which each text is a slot: a template shown with it is filled by a script (`script/fill.js`)."""

from __future__ import annotations

import dataclasses
import types
from typing import TypeVar, get_args, get_origin, get_type_hints

View = TypeVar("View")


def slots(cls: type[View], name: str = "") -> View:
    """Return a view of this class in which every text says where it comes from: `titel` is "{titel}".

    With a `name` it is a part of what a script gives: "{glyph.tekst}". A list has one item, a view in a view has slots
    of its own, and what says yes or no says no. Raises `TypeError` for a field of another kind.
    """
    hints = get_type_hints(cls)
    fields = (field.name for field in dataclasses.fields(cls))  # type: ignore[arg-type]
    return cls(**{field: _slot(hints[field], f"{name}.{field}" if name else field) for field in fields})


def _slot(kind: object, path: str) -> object:
    if kind is str:
        return f"{{{path}}}"
    if kind is bool:
        return False
    if get_origin(kind) is tuple:
        return (_slot(get_args(kind)[0], path),)
    if isinstance(kind, types.UnionType):
        return _slot(next(one for one in get_args(kind) if one is not types.NoneType), path)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return slots(kind, path)
    raise TypeError(f"{path}: what is {kind} is no text, list or view.")
