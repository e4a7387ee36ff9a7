"""What may be asked of a value: types as plain data, in which a field can be renamed or added to see what follows."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import functools
import inspect
import types
import typing
from collections import abc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar


class Shape:
    """What is known of a value; shapes are compared and hashed by what they say."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Scalar(Shape):
    name: Literal["str", "int", "float", "bool", "None", "bytes", "object"]


@dataclass(frozen=True, slots=True)
class Exact(Shape):
    """One value; `declared` if a type says so (Literal), not if a template merely writes it."""

    value: str | int | bool
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Never(Shape):
    """No value at all: what cannot happen, and what was found faulty already, so that it is said once."""


@dataclass(frozen=True, slots=True)
class Opaque(Shape):
    """An object of somebody else, of which nothing is asked."""


@dataclass(frozen=True, slots=True)
class Untyped(Shape):
    """Any, or no annotation."""


@dataclass(frozen=True, slots=True)
class Inst(Shape):
    cls: type
    args: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Seq(Shape):
    """Any number of items. Only a tuple or list has an order, and only these can be added to their like."""

    item: Shape
    kind: Literal["tuple", "list", "set", "sequence", "iterator"] = "tuple"


@dataclass(frozen=True, slots=True)
class Tup(Shape):
    items: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Map(Shape):
    key: Shape
    value: Shape


@dataclass(frozen=True, slots=True)
class Rec(Shape):
    """A mapping that a template writes itself, so that its keys are known."""

    items: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Union(Shape):
    members: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Var(Shape):
    """A parameter of a generic class."""

    name: str


@dataclass(frozen=True, slots=True)
class Func(Shape):
    """What can be called; `parameters` is None where any arguments will do, `least` how many must be given."""

    result: Shape
    parameters: tuple[tuple[str, Shape], ...] | None = None
    least: int = 0


STR = Scalar("str")
INT = Scalar("int")
FLOAT = Scalar("float")
BOOL = Scalar("bool")
NONE = Scalar("None")
OBJECT = Scalar("object")
NEVER = Never()
OPAQUE = Opaque()
UNTYPED = Untyped()


def members(shape: Shape) -> tuple[Shape, ...]:
    """Return what a value may be, one by one."""
    return shape.members if isinstance(shape, Union) else (shape,)


def union(shapes: Iterable[Shape]) -> Shape:
    """Return what is one of these; what says no more than another is left out."""
    found: dict[Shape, None] = {}
    for shape in shapes:
        for member in members(shape):
            found.setdefault(member)
    found.pop(NEVER, None)
    wide = [
        m for m in found if not (isinstance(m, Exact) and (Exact(m.value, not m.declared) in found and not m.declared))
    ]
    wide = [m for m in wide if not (isinstance(m, Exact) and kind_of(m) in found)]
    return wide[0] if len(wide) == 1 else Union(tuple(wide)) if wide else NEVER


def kind_of(shape: Exact) -> Scalar:
    """Return the type of one value."""
    return BOOL if isinstance(shape.value, bool) else INT if isinstance(shape.value, int) else STR


def widened(shape: Shape) -> Shape:
    """Return what a name may hold that is given this value: of a word that a template writes only its type is kept."""
    if isinstance(shape, Exact):
        return shape if shape.declared else kind_of(shape)
    if isinstance(shape, Union):
        return union(widened(m) for m in shape.members)
    if isinstance(shape, Seq):
        return Seq(widened(shape.item), shape.kind)
    return shape


def put(shape: Shape, values: Mapping[str, Shape]) -> Shape:
    """Return a shape with the parameters of its generic class filled in."""
    match shape:
        case _ if not values:
            return shape
        case Var(name):
            return values.get(name, shape)
        case Union(parts):
            return union(put(m, values) for m in parts)
        case Seq(item, kind):
            return Seq(put(item, values), kind)
        case Tup(items):
            return Tup(tuple(put(i, values) for i in items))
        case Map(key, value):
            return Map(put(key, values), put(value, values))
        case Inst(cls, args):
            return Inst(cls, tuple(put(a, values) for a in args))
        case Func(result, parameters, least):
            given = None if parameters is None else tuple((n, put(p, values)) for n, p in parameters)
            return Func(put(result, values), given, least)
    return shape


def shown(shape: Shape) -> str:
    """Return a type as a programmer writes it."""
    match shape:
        case Scalar(name) | Var(name):
            return name
        case Exact(value):
            return f'"{value}"' if isinstance(value, str) else str(value)
        case Inst(cls, args):
            return cls.__name__ + (f"[{', '.join(map(shown, args))}]" if args else "")
        case Seq(item, kind):
            return f"tuple[{shown(item)}, ...]" if kind == "tuple" else f"{kind}[{shown(item)}]"
        case Tup(items):
            return f"tuple[{', '.join(map(shown, items)) or '()'}]"
        case Map(key, value):
            return f"Mapping[{shown(key)}, {shown(value)}]"
        case Rec(items):
            return f"{{{', '.join(key for key, _ in items)}}}"
        case Union(parts):
            return " | ".join(map(shown, parts))
        case Func(result):
            return f"Callable[..., {shown(result)}]"
        case Untyped():
            return "Any"
    return type(shape).__name__.lower()


Kind = Literal["field", "property", "method", "constant"]


@dataclass(frozen=True, slots=True)
class Member:
    """What a class has under a name, and the class that says so: a subclass has it too."""

    shape: Shape
    owner: type
    kind: Kind


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of a class. `falsy`: not each of its objects counts as true. `items`: of a named tuple."""

    members: Mapping[str, Member]
    parameters: tuple[str, ...] = ()
    items: tuple[Shape, ...] | None = None
    falsy: bool = False
    scripts: bool = False
    inside: Mapping[str, Member] = field(default_factory=dict)
    """What Python itself asks of it: `__iter__`, `__len__`, `__getitem__`, `__str__`, `__html__`."""


class Unreadable(Exception):
    """An annotation that cannot be understood."""


KNOWN: Mapping[type, Mapping[str, Shape]] = {
    datetime.date: {
        "year": INT,
        "month": INT,
        "day": INT,
        "isoformat": Func(STR),
        "strftime": Func(STR),
    },
}
"""Classes of the language that have no annotations to read."""
SPECIAL = ("__iter__", "__len__", "__getitem__", "__str__", "__html__", "__contains__", "__bool__")
CLOSED: Mapping[Any, Literal["tuple", "list", "set", "sequence", "iterator"]] = {
    list: "list",
    set: "set",
    frozenset: "set",
    abc.Set: "set",
    abc.Sequence: "sequence",
    abc.MutableSequence: "sequence",
    abc.Collection: "set",
    abc.Iterable: "iterator",
    abc.Iterator: "iterator",
    abc.Generator: "iterator",
    abc.KeysView: "set",
    abc.ValuesView: "set",
}


class Types:
    """Reads classes, each once. `opaque` are classes of somebody else, of which nothing is asked."""

    def __init__(self, opaque: Collection[type] = ()) -> None:
        self.opaque = frozenset(opaque)
        self._models: dict[type, Model] = {}

    def shape(self, annotation: Any) -> Shape:
        """Return what an annotation says. Raises Unreadable for one that is not known here."""
        if isinstance(annotation, Shape):
            return annotation
        if annotation is None or annotation is types.NoneType:
            return NONE
        if annotation is Any or annotation is inspect.Parameter.empty:
            return UNTYPED
        if isinstance(annotation, TypeVar):
            return Var(annotation.__name__)
        if hasattr(annotation, "__supertype__"):
            return self.shape(annotation.__supertype__)
        if hasattr(annotation, "__value__"):
            return self.shape(annotation.__value__)
        origin, args = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is not None:
            return self._special(annotation, origin, args)
        if annotation in CLOSED or annotation in (tuple, dict, abc.Mapping):
            return UNTYPED  # a list of what?
        if isinstance(annotation, type):
            return self._class(annotation)
        raise Unreadable(f"the annotation {annotation!r} is not understood")

    def _class(self, cls: type) -> Shape:
        if cls in self.opaque:
            return OPAQUE
        if cls is object:
            return OBJECT
        for known, shape in ((bool, BOOL), (str, STR), (int, INT), (float, FLOAT), (bytes, Scalar("bytes"))):
            if issubclass(cls, known):
                return shape
        return Inst(cls)

    def _special(self, annotation: Any, origin: Any, args: tuple[Any, ...]) -> Shape:
        if origin in (typing.Union, types.UnionType):
            return union(self.shape(a) for a in args)
        if origin is Literal:
            return union(
                NONE if value is None else Exact(value.value if isinstance(value, enum.Enum) else value, declared=True)
                for value in args
            )
        if origin in (typing.Annotated, typing.ClassVar, typing.Final, typing.Required, typing.NotRequired):
            return self.shape(args[0])
        if origin is tuple:
            if len(args) == 2 and args[1] is Ellipsis:
                return Seq(self.shape(args[0]))
            return Tup(tuple(self.shape(a) for a in args))
        if origin in CLOSED:
            return Seq(self.shape(args[0]), CLOSED[origin])
        if origin is abc.ItemsView:
            return Seq(Tup((self.shape(args[0]), self.shape(args[1]))), "set")
        if origin is abc.Callable:
            return Func(self.shape(args[-1]))
        if origin is type:
            return OBJECT
        if isinstance(origin, type):
            if issubclass(origin, abc.Mapping):
                return Map(self.shape(args[0]), self.shape(args[1]))
            shape = self._class(origin)
            return Inst(origin, tuple(self.shape(a) for a in args)) if isinstance(shape, Inst) else shape
        raise Unreadable(f"the annotation {annotation!r} is not understood")

    def model(self, cls: type) -> Model:
        """Return what a class has. Raises Unreadable, naming the class, where an annotation cannot be resolved."""
        if cls not in self._models:
            self._models[cls] = self._read(cls)
        return self._models[cls]

    def _read(self, cls: type) -> Model:
        for known, special in KNOWN.items():
            if issubclass(cls, known):
                return Model({name: Member(shape, cls, "property") for name, shape in special.items()})
        if issubclass(cls, enum.Enum):
            values = union(self.shape(type(member.value)) for member in cls)
            return Model({"value": Member(values, cls, "property"), "name": Member(STR, cls, "property")})
        found, inside = self._own(cls)
        items = None
        if issubclass(cls, tuple):
            items = tuple(found[name].shape for name in getattr(cls, "_fields", ()) if name in found)
            for name in ("_make", "_asdict", "_replace"):
                found.pop(name, None)
        return Model(
            found,
            tuple(p.__name__ for p in getattr(cls, "__parameters__", ())),
            items,
            falsy="__bool__" in inside or "__len__" in inside or items == (),
            scripts=bool(getattr(cls, "for_scripts", False)),
            inside=inside,
        )

    def _own(self, cls: type) -> tuple[dict[str, Member], dict[str, Member]]:
        """Return what a class has by its annotations, properties and methods, and what Python itself asks of it."""
        try:
            hints = typing.get_type_hints(cls)
        except (NameError, TypeError) as error:
            raise Unreadable(f"{cls.__module__}.{cls.__qualname__}: {error}") from error
        found: dict[str, Member] = {}
        inside: dict[str, Member] = {}
        filled = self._filled(cls)
        for base in reversed(cls.__mro__):
            if base.__module__ in ("builtins", "typing", "abc", "enum"):
                continue
            values = filled.get(base, {})
            for name in inspect.get_annotations(base):
                hint = hints.get(name, Any)
                if isinstance(hint, dataclasses.InitVar) or hint is dataclasses.KW_ONLY:
                    continue
                kind: Kind = (
                    "constant" if typing.get_origin(hint) is typing.ClassVar or hint is typing.ClassVar else "field"
                )
                shape = UNTYPED if hint is typing.ClassVar else self._named(cls, name, hint)
                found[name] = Member(put(shape, values), base, kind)
            for name, value in vars(base).items():
                if not (member := self._made(base, value)):
                    continue
                member = Member(put(member.shape, values), base, member.kind)
                if name in SPECIAL:
                    inside[name] = member
                elif not name.startswith("__"):
                    found[name] = member
        return found, inside

    def _named(self, cls: type, name: str, hint: Any) -> Shape:
        try:
            return self.shape(hint)
        except Unreadable as error:
            raise Unreadable(f"{cls.__module__}.{cls.__qualname__}.{name}: {error}") from error

    def _filled(self, cls: type) -> dict[type, dict[str, Shape]]:
        """Return for each generic class above a class what its parameters are."""
        filled: dict[type, dict[str, Shape]] = {}
        for child in cls.__mro__:
            for base in types.get_original_bases(child) if hasattr(types, "get_original_bases") else _bases(child):
                origin, args = typing.get_origin(base), typing.get_args(base)
                if isinstance(origin, type) and origin is not typing.Generic:
                    names = [p.__name__ for p in getattr(origin, "__parameters__", ())]
                    known = filled.get(child, {})
                    filled[origin] = {n: put(self.shape(a), known) for n, a in zip(names, args, strict=False)}
        return filled

    def _made(self, base: type, value: object) -> Member | None:
        """Return what a property or a method gives; None for what is neither."""
        kind: Kind = "property"
        function: Any
        if isinstance(value, property):
            function = value.fget
        elif isinstance(value, functools.cached_property):
            function = value.func
        elif isinstance(value, (staticmethod, classmethod)):
            kind, function = "method", value.__func__
        elif inspect.isfunction(value):
            kind, function = "method", value
        else:
            return None
        try:
            hints = typing.get_type_hints(function)
            result = self.shape(hints.get("return", Any))
        except (NameError, TypeError, Unreadable):
            return Member(Func(UNTYPED) if kind == "method" else UNTYPED, base, kind)
        if kind == "property":
            return Member(result, base, kind)
        given = list(inspect.signature(function).parameters.values())
        if not isinstance(value, staticmethod):
            given = given[1:]
        if any(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in given):
            return Member(Func(result), base, kind)
        parameters = tuple((p.name, self.shape(hints.get(p.name, Any))) for p in given)
        return Member(Func(result, parameters, sum(p.default is p.empty for p in given)), base, kind)

    def renamed(self, owner: type, name: str, new: str) -> Types:
        """Return types in which a field of a class, and of all below it, has another name."""

        def change(found: Mapping[str, Member]) -> Mapping[str, Member]:
            if name not in found or found[name].owner is not owner:
                return found
            return {new if key == name else key: member for key, member in found.items()}

        return _Changed(self, owner, change)

    def added(self, owner: type, name: str) -> Types:
        """Return types in which a class, and all below it, has one more field."""
        return _Changed(self, owner, lambda found: {**found, name: Member(STR, owner, "field")})

    def truthy(self, shape: Shape) -> Shape:
        """Return what is left of a value that counts as true."""
        return union(m for m in members(shape) if not (m == NONE or _empty(m)))

    def falsy(self, shape: Shape) -> Shape:
        """Return what is left of a value that counts as false."""
        return union(m for m in members(shape) if self._can_be_false(m))

    def _can_be_false(self, shape: Shape) -> bool:
        match shape:
            case Exact(value):
                return not value
            case Inst(cls):
                return self.model(cls).falsy
            case Tup(items):
                return not items
            case Rec(pairs):
                return not pairs
        return isinstance(shape, (Scalar, Seq, Map, Opaque, Untyped, Var))

    def reachable(self, shapes: Iterable[Shape]) -> tuple[type, ...]:
        """Return each class that can be come by from values of these shapes, in the order in which it is met."""
        found: dict[type, None] = {}
        waiting = list(shapes)
        while waiting:
            for cls in classes(waiting.pop(0)):
                if cls not in found:
                    found[cls] = None
                    waiting.extend(member.shape for member in self.model(cls).members.values())
        return tuple(found)


class _Changed(Types):
    """Types of which one class has other members; all others are those of `base`."""

    def __init__(
        self, base: Types, owner: type, change: Callable[[Mapping[str, Member]], Mapping[str, Member]]
    ) -> None:
        super().__init__(base.opaque)
        self._base = base
        self._owner = owner
        self._change = change

    def model(self, cls: type) -> Model:
        if cls not in self._models:
            model = self._base.model(cls)
            if self._owner in cls.__mro__:
                model = dataclasses.replace(model, members=self._change(model.members))
            self._models[cls] = model
        return self._models[cls]


def _bases(cls: type) -> tuple[Any, ...]:
    bases: tuple[Any, ...] = cls.__dict__.get("__orig_bases__", cls.__bases__)
    return bases


def _empty(shape: Shape) -> bool:
    """Tell whether a value is surely one that counts as false."""
    match shape:
        case Exact(value):
            return not value
        case Tup(items):
            return not items
        case Rec(pairs):
            return not pairs
    return False


def classes(shape: Shape) -> Iterator[type]:
    """Yield each class that a shape names."""
    match shape:
        case Inst(cls, args):
            yield cls
            for arg in args:
                yield from classes(arg)
        case Union(parts) | Tup(parts):
            for part in parts:
                yield from classes(part)
        case Seq(item):
            yield from classes(item)
        case Map(key, value):
            yield from classes(key)
            yield from classes(value)
        case Func(result):
            yield from classes(result)
