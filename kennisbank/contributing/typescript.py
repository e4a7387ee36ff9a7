"""The types of what scripts read, in TypeScript: made of what Python says that it is for scripts.

That is a dataclass that says `for_scripts`, and a type in the `FOR_SCRIPTS` of a module, by its name: a `TypedDict`, or
a mapping that has no class of its own.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType, ModuleType, NoneType, UnionType
from typing import Any, Literal, TypeGuard, Union, get_args, get_origin, is_typeddict

PATH = "kennisbank/outputs/scripts.d.ts"
"""Where they stand: beside what makes the data, and not among what a reader fetches."""
HEAD = "// What scripts read, made by `make papieren` of what Python says that it is for scripts: change that.\n"
SIMPLE = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", Any: "unknown"}


class Untyped(Exception):
    """A type of Python that has no counterpart here; the message says in which class it stands."""


def marked(rooms: Iterable[ModuleType]) -> list[type]:
    """Return the dataclasses in the modules of these rooms that say `for_scripts`, by name."""
    found: dict[str, type] = {}
    for module in _modules(rooms):
        for name, member in inspect.getmembers(module, inspect.isclass):
            if is_dataclass(member) and vars(member).get("for_scripts"):
                found[name] = member
    return [found[name] for name in sorted(found)]


def named(rooms: Iterable[ModuleType]) -> dict[str, Any]:
    """Return the types that the modules of these rooms have in their `FOR_SCRIPTS`, by name."""
    return {name: hint for module in _modules(rooms) for name, hint in vars(module).get("FOR_SCRIPTS", {}).items()}


def _modules(rooms: Iterable[ModuleType]) -> Iterator[ModuleType]:
    for room in rooms:
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            yield importlib.import_module(module.name)


def written(classes: Iterable[type], types: Mapping[str, Any] = MappingProxyType({})) -> str:
    """Return an interface for each of these dataclasses and for all that they hold, in the order of their names.

    `types` are others by the name that they get. Raises `Untyped`, also when two classes have one name.
    """
    found: dict[str, type] = {}
    aliases = {name: hint for name, hint in types.items() if not is_typeddict(hint)}
    waiting = [*classes, *(hint for name, hint in types.items() if name not in aliases)]
    while waiting:
        cls = waiting.pop()
        other = found.setdefault(cls.__name__, cls)
        if other is not cls:
            raise Untyped(f"{cls.__name__} is the name of two classes: {cls.__module__} and {other.__module__}.")
        waiting += [held for held in _held(cls) if found.get(held.__name__) is not held]
    texts = {name: _interface(cls) for name, cls in found.items()}
    texts |= {name: f"export type {name} = {_type(hint, name)};\n" for name, hint in aliases.items()}
    return HEAD + "".join(f"\n{texts[name]}" for name in sorted(texts))


def _hints(cls: type) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    if is_typeddict(cls):
        return hints
    return {field.name: hints[field.name] for field in fields(cls)}


def _held(cls: type) -> Iterator[type]:
    """Yield the classes in the fields of a class."""
    waiting = list(_hints(cls).values())
    while waiting:
        hint = waiting.pop()
        if _is_class(hint):
            yield hint
        waiting += get_args(hint) if get_origin(hint) is not Literal else ()


def _interface(cls: type) -> str:
    said = " ".join((inspect.getdoc(cls) or "").split())
    rows = [f"  readonly {name}: {_type(hint, cls.__name__)};" for name, hint in _hints(cls).items()]
    return "\n".join([f"/** {said.replace('*/', '* /')} */", f"export interface {cls.__name__} {{", *rows, "}", ""])


def _type(hint: Any, owner: str) -> str:
    """Return a type as JSON has it: a tuple is an array, and what is as long as its type says has those places."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if _is_class(hint):
        return hint.__name__
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{value}"' if isinstance(value, str) else str(value).lower() for value in inside)
    if origin in {Union, UnionType}:
        return " | ".join(dict.fromkeys(_type(one, owner) for one in inside))
    if origin is tuple and inside and inside[-1] is not ...:
        return f"readonly [{', '.join(_type(one, owner) for one in inside)}]"
    if origin in {tuple, list, frozenset} or _is(origin, "Sequence"):
        return f"ReadonlyArray<{_type(inside[0], owner)}>"
    if origin is dict or _is(origin, "Mapping"):
        return f"Readonly<Record<string, {_type(inside[1], owner)}>>"
    raise Untyped(f"{owner} has a field of the type {hint!r}, which JSON does not have.")


def _is_class(hint: Any) -> TypeGuard[type]:
    return isinstance(hint, type) and (is_dataclass(hint) or is_typeddict(hint))


def _is(origin: Any, name: str) -> bool:
    return getattr(origin, "__module__", "") == "collections.abc" and origin.__name__ == name
