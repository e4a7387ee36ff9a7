"""Which fields of views nobody reads: no template, no Python, and no script that gets them as data."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from pathlib import Path

from tests.views.shapes import Func, Shape, Types, shown
from tests.views.strict import Field, Report

IDLE = frozenset(("__init__", "__post_init__", "__eq__", "__hash__", "__repr__"))
"""Methods that look at fields without anybody asking for these."""


@dataclass(frozen=True, slots=True)
class Reads:
    """The attributes that Python code reads, by name.

    `loaded` are read, `called` are called (a method, hardly ever a field). `own` is what a class reads of itself: the
    file of the class without its ending, its name, then for each of its methods the names.
    """

    loaded: frozenset[str]
    called: frozenset[str]
    own: Mapping[tuple[str, str], Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Usage:
    """Each field of each dataclass that templates can come by, under who reads it first."""

    templates: tuple[Field, ...]
    scripts: tuple[Field, ...]
    python: tuple[Field, ...]
    nobody: tuple[Field, ...]


def python_reads(files: Iterable[Path]) -> Reads:
    """Return what Python files read of objects.

    Conservative, as it goes by name: `verhaal.titel` counts as a read of `titel` of every class. Not counted are what
    a class reads of itself (`self.titel` counts for that class and its like only, if somebody asks for the method that
    does), what is taken of a module (`urls.verhaal`), keyword arguments, assignments, and a field that is called.
    """
    trees = [(file, ast.parse(file.read_text(encoding="utf-8"), str(file))) for file in files]
    stems = {file.parent.name if file.stem == "__init__" else file.stem for file, _ in trees}
    loaded: set[str] = set()
    called: set[str] = set()
    own: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
    for file, tree in trees:
        modules = _modules(tree, stems)
        inside: set[ast.AST] = set()
        for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            methods: dict[str, frozenset[str]] = {}
            for method in cls.body:
                if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    mine = [n for n in ast.walk(method) if isinstance(n, ast.Attribute) and _self(n)]
                    inside.update(mine)
                    methods[method.name] = frozenset(n.attr for n in mine if isinstance(n.ctx, ast.Load))
            own[file.stem, cls.name] = methods
        calls = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(attr=name, ctx=ast.Load()) if node not in inside:
                    if not (isinstance(node.value, ast.Name) and node.value.id in modules):
                        (called if node in calls else loaded).add(name)
                case ast.MatchClass():
                    loaded.update(node.kwd_attrs)
                case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]):
                    loaded.add(name)
                case ast.Call(func=ast.Name(id="attrgetter") | ast.Attribute(attr="attrgetter")):
                    texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                    loaded.update(part for value in texts for part in value.split("."))
    return Reads(frozenset(loaded), frozenset(called), own)


def _self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def _modules(tree: ast.Module, stems: set[str]) -> set[str]:
    """Return the names that a file has for modules: a module of ours, or what `import` gives."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names if alias.name in stems)
    return names


def usage(types: Types, given: Iterable[Shape], report: Report, reads: Reads) -> Usage:
    """Return who reads each field of what templates can come by.

    `given` are the shapes of all that templates get, `report` says what these read. A class with `for_scripts` is
    written out whole as data, with all classes in it: what of that is read is for the scripts to say.
    """
    classes = types.reachable(given)
    data = {cls for top in classes if types.model(top).scripts for cls in types.reachable([_inst(types, top)])}
    data |= report.whole
    inside = _asked(types, classes, report, reads)
    found: dict[str, dict[Field, None]] = defaultdict(dict)
    for cls in classes:
        if not is_dataclass(cls):
            continue
        for name, member in types.model(cls).members.items():
            if member.kind != "field":
                continue
            key = (member.owner, name)
            callable_ = isinstance(member.shape, Func) and name in reads.called
            if key in report.read:
                found["templates"][key] = None
            elif cls in data:
                found["scripts"][key] = None
            elif (
                name in reads.loaded
                or callable_
                or any(name in inside[other] for other in classes if issubclass(other, member.owner))
            ):
                found["python"][key] = None
            else:
                found["nobody"][key] = None
    first: dict[str, dict[Field, None]] = {"templates": found["templates"]}
    taken = set(found["templates"])
    for kind in ("scripts", "python", "nobody"):
        first[kind] = {key: None for key in found[kind] if key not in taken}
        taken |= set(found[kind])
    return Usage(*(tuple(first[kind]) for kind in ("templates", "scripts", "python", "nobody")))


def _inst(types: Types, cls: type) -> Shape:
    return types.shape(cls)


def _asked(types: Types, classes: Iterable[type], report: Report, reads: Reads) -> dict[type, set[str]]:
    """Return for each class what it reads of itself in the methods that somebody asks for."""
    found: dict[type, set[str]] = {}
    anywhere = reads.loaded | reads.called
    by_owner: dict[type, set[str]] = defaultdict(set)
    for owner, name in report.read:
        by_owner[owner].add(name)
    for cls in classes:
        methods: dict[str, set[str]] = defaultdict(set)
        for base in cls.__mro__:
            for name, names in reads.own.get((base.__module__.rpartition(".")[2], base.__name__), {}).items():
                methods[name] |= names
        special = {name for name in methods if name.startswith("__") and name not in IDLE}
        by_templates = {name for base in cls.__mro__ for name in by_owner.get(base, ())}
        asked = {name for name in methods if name in anywhere or name in by_templates} | special
        while True:
            more = {name for method in asked for name in methods[method] if name in methods} - asked
            if not more:
                break
            asked |= more
        found[cls] = {name for method in asked for name in methods[method]}
    return found


def unread(types: Types, given: Iterable[Shape], report: Report, reads: Reads) -> tuple[Field, ...]:
    """Return each field that nobody reads; see `usage`."""
    return usage(types, given, report, reads).nobody


def sentences(types: Types, fields: Iterable[Field]) -> list[str]:
    """Return for each field that nobody reads what to do about it."""
    return [
        f"{cls.__module__}: {cls.__name__}.{name} ({shown(types.model(cls).members[name].shape)}) is read by nobody:"
        " take it away, or mark its class as for_scripts"
        for cls, name in fields
    ]
