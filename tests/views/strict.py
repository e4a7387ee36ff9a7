"""A static check of templates: each name that one reads must be there in the types of what it is given.

A given is a template and the types of the names that it gets. From there the check walks as a rendering does: through
what the template extends, includes and imports, into each macro with the types of its arguments. A value that may be
None must be asked for first (`{% if view.meer %}`), what is shown must be a text or a number, and a name that does not
exist is named with the nearest one that does. What the check does not know (a filter, a construct) it refuses, so that
nothing passes unseen.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes

from kennisbank import PACKAGE
from tests.views import shapes
from tests.views.shapes import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    OBJECT,
    OPAQUE,
    STR,
    UNTYPED,
    Exact,
    Func,
    Inst,
    Map,
    Never,
    Opaque,
    Rec,
    Scalar,
    Seq,
    Shape,
    Tup,
    Types,
    Union,
    Untyped,
    Var,
    members,
    shown,
    union,
    widened,
)

Origin = tuple[object, ...]
"""Where a value comes from: the number of what a name was bound to, then the attributes that lead on."""
Facts = dict[Origin, Shape]
"""What an `if` around it has made sure of."""


@dataclass(frozen=True, slots=True)
class Given:
    """A template and the types of the names that it gets, as annotations.

    `macros` are calls by templates that are not ours: the name of a macro, and the types of its arguments.
    """

    template: str
    context: Mapping[str, Any]
    macros: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong at a line of a template."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


Field = tuple[type, str]
"""A class, and the name of what it has."""


@dataclass(slots=True)
class Walked:
    """What came of one given.

    `nodes` are the parts of templates that were walked, by their identity. A comparison that cannot hold is a fault
    only if no given makes it `possible`: a macro may be called with values of several types.
    """

    faults: dict[Fault, None] = field(default_factory=dict)
    read: set[Field] = field(default_factory=set)
    nodes: set[int] = field(default_factory=set)
    impossible: dict[int, Fault] = field(default_factory=dict)
    possible: set[int] = field(default_factory=set)
    whole: set[type] = field(default_factory=set)
    """Classes that are written out as data, with all that they have."""


@dataclass(frozen=True, slots=True)
class Report:
    """The faults, in order, and each field that some template reads.

    `whole` are the classes that are written out as data, with all that they have. `reached` and `unreached` are the
    templates, macros and blocks to which something leads, or nothing: each as the fault that it would be.
    """

    faults: tuple[Fault, ...]
    read: frozenset[Field]
    whole: frozenset[type] = frozenset()
    reached: frozenset[Fault] = frozenset()
    unreached: frozenset[Fault] = frozenset()


class FirstFault(Exception):
    """Ends a walk that need only tell whether there is a fault."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A template: its tree, the file as messages name it, and its blocks: every walk asks for these."""

    name: str
    file: str
    tree: nodes.Template
    blocks: tuple[nodes.Block, ...]


@dataclass(eq=False, slots=True)
class Binding:
    """What a name holds, and where that comes from; `maybe` if it is not always set."""

    shape: Shape
    path: Origin
    maybe: bool = False


class Scope:
    """Names, and those around them."""

    __slots__ = ("names", "parent")

    def __init__(self, parent: Scope | None = None) -> None:
        self.names: dict[str, Binding] = {}
        self.parent = parent

    def find(self, name: str) -> Binding | None:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent
        return None

    def all(self) -> Iterator[str]:
        scope: Scope | None = self
        while scope is not None:
            yield from scope.names
            scope = scope.parent


@dataclass(frozen=True, eq=False, slots=True)
class Macro(Shape):
    node: nodes.Macro
    scope: Scope
    parsed: Parsed
    free: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Module(Shape):
    name: str
    scope: Scope


@dataclass(frozen=True, eq=False, slots=True)
class Loop(Shape):
    item: Shape


@dataclass(frozen=True, eq=False, slots=True)
class Blocks(Shape):
    """`self`: the blocks of the page."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Super(Shape):
    """`super`, of which the block above is walked."""


LACKING = "a view has all its names: what may be lacking is None, or empty"
"""What is wrong with asking whether a name is there: a misspelt one would never be seen."""
BUILT_IN: Mapping[str, Shape] = {"range": Func(Seq(INT, "sequence"))}
LOOP: Mapping[str, Shape] = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), INT),
    **dict.fromkeys(("first", "last"), BOOL),
    "changed": Func(BOOL),
}
TEXT: Mapping[str, Shape] = {
    **dict.fromkeys(
        (
            "capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix "
            "replace rjust rstrip strip swapcase title translate upper zfill"
        ).split(),
        STR,
    ),
    **dict.fromkeys("count find index rfind rindex".split(), INT),
    **dict.fromkeys(
        (
            "endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace "
            "istitle isupper startswith"
        ).split(),
        BOOL,
    ),
    **dict.fromkeys(("split", "rsplit", "splitlines"), Seq(STR, "list")),
    **dict.fromkeys(("partition", "rpartition"), Tup((STR, STR, STR))),
}
TEXT_FILTERS = frozenset(
    "capitalize center e escape forceescape indent lower replace safe string striptags title trim truncate upper "
    "urlencode urlize wordwrap".split()
)
MATCHES: Mapping[str, Callable[[Shape], bool]] = {
    "string": lambda s: s == STR or (isinstance(s, Exact) and isinstance(s.value, str)),
    "number": lambda s: s in (INT, FLOAT, BOOL) or (isinstance(s, Exact) and not isinstance(s.value, str)),
    "integer": lambda s: s == INT or (isinstance(s, Exact) and type(s.value) is int),
    "float": lambda s: s == FLOAT,
    "boolean": lambda s: s == BOOL or (isinstance(s, Exact) and isinstance(s.value, bool)),
    "mapping": lambda s: isinstance(s, (Map, Rec)),
    "sequence": lambda s: isinstance(s, (Seq, Tup, Map, Rec)) or s == STR or isinstance(s, Exact),
    "iterable": lambda s: isinstance(s, (Seq, Tup, Map, Rec)) or s == STR or isinstance(s, Exact),
}
"""Tests on the type of a value: they tell what it is from then on."""
COMPARED = {"eq": "eq", "equalto": "eq", "==": "eq", "ne": "ne", "!=": "ne", "in": "in"}
OTHER_TESTS = frozenset("odd even divisibleby lower upper gt ge lt le greaterthan lessthan sameas > >= < <=".split())
SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a question with the known name that is most like one, or nothing."""
    found = difflib.get_close_matches(name, sorted({k for k in known if not k.startswith("__")}), 1, 0.6)
    return f'; do you mean "{found[0]}"?' if found else ""


def spelled(node: nodes.Node) -> str:
    """Return an expression about as it is written."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{spelled(node.node)}.{node.attr}"
        case nodes.Getitem():
            inner = ":" if isinstance(node.arg, nodes.Slice) else spelled(node.arg)
            return f"{spelled(node.node)}[{inner}]"
        case nodes.Const():
            return f'"{node.value}"' if isinstance(node.value, str) else str(node.value).lower()
        case nodes.Call():
            return f"{spelled(node.node)}()"
        case nodes.Filter():
            return f"{spelled(node.node)} | {node.name}" if node.node is not None else f"| {node.name}"
        case nodes.Test():
            return f"{spelled(node.node)} is {node.name}"
        case nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Div() | nodes.FloorDiv() | nodes.Mod() | nodes.Pow():
            return f"{spelled(node.left)} {node.operator} {spelled(node.right)}"
        case nodes.Or() | nodes.And():
            return f"({spelled(node.left)} {type(node).__name__.lower()} {spelled(node.right)})"
    return "this expression"


class Checker:
    """Walks givens over the templates of one environment, each of which is parsed once.

    `own` are the names of our templates: of another that is extended only the blocks are asked for, another that is
    included or imported is left alone. `filters` and `tests` are those that the environment has beside Jinja's, with
    the types of their results; `names` are globals of the environment, with their types.
    """

    def __init__(
        self,
        environment: jinja2.Environment,
        own: Collection[str] | None = None,
        *,
        opaque: Collection[type] = (),
        filters: Mapping[str, Any] | None = None,
        tests: Collection[str] = (),
        names: Mapping[str, Any] | None = None,
        root: Path | None = None,
    ) -> None:
        self.environment = environment
        self.own = None if own is None else frozenset(own)
        self.types = Types(opaque)
        self.filters = {name: self.types.shape(result) for name, result in (filters or {}).items()}
        self.tests = frozenset(tests)
        self.names = {**BUILT_IN, **{name: self.types.shape(a) for name, a in (names or {}).items()}}
        self.root = root or PACKAGE.parent
        self._parsed: dict[str, Parsed | None] = {}
        self._free: dict[int, tuple[str, ...]] = {}
        self._contexts: dict[int, tuple[Given, dict[str, Shape]]] = {}

    def mine(self, name: str) -> bool:
        """Tell whether a template is ours."""
        return self.own is None or name in self.own

    def templates(self) -> tuple[Parsed, ...]:
        """Return our templates, as far as they were asked for."""
        return tuple(p for p in self._parsed.values() if p is not None and self.mine(p.name))

    def parsed(self, name: str) -> Parsed | None:
        """Return a template, or None if there is none. Raises jinja2.TemplateSyntaxError."""
        if name not in self._parsed:
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def _parse(self, name: str) -> Parsed | None:
        assert self.environment.loader is not None
        try:
            source, path, _ = self.environment.loader.get_source(self.environment, name)
        except jinja2.TemplateNotFound:
            return None
        file = name
        if path is not None and Path(path).is_absolute():
            absolute = Path(path)
            file = absolute.relative_to(self.root).as_posix() if absolute.is_relative_to(self.root) else absolute.name
        tree = self.environment.parse(source, name, path)
        return Parsed(name, file, tree, tuple(tree.find_all(nodes.Block)))

    def context(self, given: Given) -> dict[str, Shape]:
        """Return the names that a template gets, with their shapes."""
        known = self._contexts.get(id(given))
        if known is None or known[0] is not given:
            known = (given, {name: self.types.shape(a) for name, a in given.context.items()})
            self._contexts[id(given)] = known
        return known[1]

    def free(self, macro: nodes.Macro) -> tuple[str, ...]:
        """Return the names that a macro takes from around it."""
        if id(macro) not in self._free:
            own = {arg.name for arg in macro.args}
            names = {n.name for n in macro.find_all(nodes.Name) if n.ctx == "load"}
            self._free[id(macro)] = tuple(sorted(names - own))
        return self._free[id(macro)]

    def walk(self, given: Given, types: Types | None = None, first: bool = False) -> Walked:
        """Return what comes of one given; with `first`, only as far as its first fault."""
        walk = _Walk(self, types or self.types, first)
        with suppress(FirstFault):
            walk.start(given)
        return walk.made

    def report(self, givens: Iterable[Given]) -> Report:
        """Return what comes of all givens, together."""
        return self.together([self.walk(given) for given in givens])

    def together(self, walks: Sequence[Walked]) -> Report:
        """Put together what came of each given."""
        faults = {fault for walk in walks for fault in walk.faults}
        possible = {node for walk in walks for node in walk.possible}
        faults |= {f for walk in walks for node, f in walk.impossible.items() if node not in possible}
        walked = {node for walk in walks for node in walk.nodes}
        parts = list(self._parts(walked))
        return Report(
            tuple(sorted(faults)),
            frozenset(name for walk in walks for name in walk.read),
            frozenset(cls for walk in walks for cls in walk.whole),
            frozenset(fault for node, fault in parts if node in walked),
            frozenset(fault for node, fault in parts if node not in walked),
        )

    def _parts(self, walked: Collection[int]) -> Iterator[tuple[int, Fault]]:
        """Yield what should be reached: our templates, and the macros and blocks of those that are."""
        for name in sorted(self.own or ()):
            own = self.parsed(name)
            if own is None:
                yield 0, Fault(name, 1, "there is no such template")
            else:
                yield id(own.tree), Fault(own.file, 1, "nothing leads to this template: it is not checked")
        for parsed in self.templates():
            if id(parsed.tree) not in walked:
                continue
            for macro in parsed.tree.find_all(nodes.Macro):
                what = f'nothing calls the macro "{macro.name}": it is not checked'
                yield id(macro), Fault(parsed.file, macro.lineno, what)
            for block in parsed.tree.find_all(nodes.Block):
                if any(block.find_all((nodes.Getattr, nodes.Getitem, nodes.Name))):
                    what = f'no page shows this block "{block.name}": it is not checked'
                    yield id(block), Fault(parsed.file, block.lineno, what)


def joined(reports: Iterable[Report]) -> Report:
    """Put the reports of several environments together; what none of them leads to is a fault."""
    reports = list(reports)
    reached = frozenset(fault for report in reports for fault in report.reached)
    unreached = frozenset(fault for report in reports for fault in report.unreached) - reached
    return Report(
        tuple(sorted({fault for report in reports for fault in report.faults} | unreached)),
        frozenset(name for report in reports for name in report.read),
        frozenset(cls for report in reports for cls in report.whole),
        reached,
        unreached,
    )


def check(
    environment: jinja2.Environment, givens: Iterable[Given], own: Collection[str] | None = None, **more: Any
) -> Report:
    """Return the faults of the templates of one environment, and each field that they read.

    What can be told beside is as with Checker. That nothing leads to a template, macro or block is a fault too.
    """
    return joined([Checker(environment, own, **more).report(givens)])


def lines(report: Report) -> list[str]:
    """Return a sentence for each fault, as a command prints it."""
    return [str(fault) for fault in report.faults]


class _Walk:
    """One walk, from one given."""

    def __init__(self, checker: Checker, types: Types, first: bool) -> None:
        self.checker = checker
        self.types = types
        self.first = first
        self.made = Walked()
        self.facts: Facts = {}
        self.muted = 0
        self.numbers = count()
        self.parsed = Parsed("", "", nodes.Template([]), ())
        self.scope = Scope()
        self.called: set[object] = set()
        self.modules: dict[str, Module] = {}
        self.blocks: dict[str, list[tuple[Parsed, nodes.Block]]] = {}
        self.page = Scope()
        self.above: list[tuple[str, int]] = []
        self.including: list[str] = []
        self.outermost = Scope()
        for name, shape in checker.names.items():
            self.bind(name, shape, self.outermost)

    # ---- what is found

    def fault(self, node: nodes.Node, what: str) -> Shape:
        """Note a fault, and return a value of which nothing more is said."""
        if not self.muted:
            self.made.faults.setdefault(Fault(self.parsed.file, node.lineno, what))
            if self.first:
                raise FirstFault
        return NEVER

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Find out a type of which all that is wrong was said already."""
        self.muted += 1
        try:
            yield
        finally:
            self.muted -= 1

    @contextmanager
    def within(self, scope: Scope, parsed: Parsed | None = None, facts: Facts | None = None) -> Iterator[None]:
        """Walk with these names, in this template; afterwards all is as it was."""
        before = self.scope, self.parsed, self.facts
        self.scope, self.parsed = scope, parsed or self.parsed
        if facts is not None:
            self.facts = facts
        try:
            yield
        finally:
            self.scope, self.parsed, self.facts = before

    @contextmanager
    def knowing(self, facts: Facts) -> Iterator[None]:
        """Walk what is only reached when this is so."""
        before = self.facts
        self.facts = {**before, **facts}
        try:
            yield
        finally:
            self.facts = before

    # ---- templates

    def start(self, given: Given) -> None:
        scope = Scope(self.outermost)
        for name, shape in self.checker.context(given).items():
            self.bind(name, shape, scope)
        parsed = self.checker.parsed(given.template)
        if parsed is None:
            self.made.faults[Fault(given.template, 1, "there is no such template")] = None
            return
        top = Scope(scope)
        self.template(parsed, top)
        for name, arguments in given.macros.items():
            binding = top.find(name)
            with self.within(top, parsed, {}):
                if binding is None or not isinstance(binding.shape, Macro):
                    self.fault(parsed.tree, f'there is no macro "{name}"{nearest(name, top.names)}')
                else:
                    self.macro(binding.shape, [self.checker.types.shape(a) for a in arguments], {}, parsed.tree)

    def template(self, parsed: Parsed, scope: Scope) -> None:
        """Walk a template with all that it extends."""
        before = self.blocks, self.page, self.above
        self.blocks, self.page, self.above = {}, scope, []
        try:
            chain: list[Parsed] = []
            child: nodes.Extends | None = None
            while True:
                chain.append(parsed)
                self.made.nodes.add(id(parsed.tree))
                found = {block.name: block for block in parsed.blocks}
                for name, block in found.items():
                    self.blocks.setdefault(name, []).append((parsed, block))
                extends = next((n for n in parsed.tree.body if isinstance(n, nodes.Extends)), None)
                with self.within(scope, parsed):
                    if extends is None:
                        self.body(parsed.tree.body)
                        break
                    self.heading(parsed.tree.body)
                    above = self.above_of(extends, chain)
                if above is None or not self.checker.mine(above.name):
                    self.foreign(chain, above)
                    return
                parsed, child = above, extends
            if child is not None:
                self.known_blocks(chain, set())
        finally:
            self.blocks, self.page, self.above = before

    def above_of(self, extends: nodes.Extends, chain: list[Parsed]) -> Parsed | None:
        """Return what a template extends; None, with a fault, if that cannot be told."""
        if not isinstance(extends.template, nodes.Const):
            self.fault(extends, "the name of what a template extends must be written as it is")
            return None
        above = self.checker.parsed(str(extends.template.value))
        if above is None and self.checker.mine(str(extends.template.value)):
            self.fault(extends, f'there is no template "{extends.template.value}"')
        if above in chain:
            self.fault(extends, f'"{extends.template.value}" extends itself')
            return None
        return above

    def heading(self, body: list[nodes.Node]) -> None:
        """Walk what a template that extends another does outside of its blocks."""
        after = False
        for node in body:
            if isinstance(node, nodes.Extends):
                after = True
            elif isinstance(node, nodes.Block):
                pass
            elif isinstance(node, nodes.Output) and after:
                if any(not isinstance(part, nodes.TemplateData) for part in node.nodes):
                    self.fault(node, "this is never shown: it stands outside of the blocks")
            elif isinstance(node, nodes.Include) and after:
                self.fault(node, "this is never shown: it stands outside of the blocks")
            else:
                self.statement(node)

    def foreign(self, chain: list[Parsed], above: Parsed | None) -> None:
        """Walk the blocks that ours give to a template that is not ours."""
        known: set[str] | None = None
        if above is not None:
            known = set()
            while above is not None:
                known |= {block.name for block in above.blocks}
                more = next((n for n in above.tree.body if isinstance(n, nodes.Extends)), None)
                constant = more is not None and isinstance(more.template, nodes.Const)
                above = self.checker.parsed(more.template.value) if more is not None and constant else None  # type: ignore[attr-defined]
        nested = {
            inner.name
            for parsed in chain
            for outer in parsed.blocks
            for part in outer.body
            for inner in [*([part] if isinstance(part, nodes.Block) else []), *part.find_all(nodes.Block)]
        }
        for name in list(self.blocks):
            if name not in nested:
                self.block(name, self.page)
        if known is not None:
            self.known_blocks(chain, known)

    def known_blocks(self, chain: list[Parsed], known: set[str]) -> None:
        """Each block of a template must be one that a template above it has."""
        names = set(known)
        for place, parsed in reversed(list(enumerate(chain))):
            found = parsed.blocks
            inside = {b.name for outer in found for b in outer.find_all(nodes.Block)}
            if known or place < len(chain) - 1:
                for block in found:
                    if block.name not in names and block.name not in inside:
                        with self.within(self.scope, parsed):
                            what = f'no template above this one has a block "{block.name}"'
                            self.fault(block, f"{what}: it is never shown{nearest(block.name, names)}")
            names |= {b.name for b in found}

    def block(self, name: str, scope: Scope, depth: int = 0) -> None:
        """Walk what a page has for a block: that of the lowest template, or one further up for `super()`."""
        parsed, block = self.blocks[name][depth]
        self.made.nodes.add(id(block))
        self.above.append((name, depth))
        inner = Scope(scope)
        self.bind("super", _Super(), inner)
        self.bind("self", Blocks(tuple(self.blocks)), inner)
        try:
            with self.within(inner, parsed):
                self.body(block.body)
        finally:
            self.above.pop()

    # ---- statements

    def body(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            self.statement(node)

    def statement(self, node: nodes.Node) -> None:
        method = getattr(self, f"_do_{type(node).__name__.lower()}", None)
        if method is None:
            self.fault(node, f"the check does not know what {type(node).__name__} does yet: add it")
        else:
            method(node)

    def _do_output(self, node: nodes.Output) -> None:
        for part in node.nodes:
            if not isinstance(part, nodes.TemplateData):
                self.printed(self.value(part), part)

    def _do_exprstmt(self, node: nodes.ExprStmt) -> None:
        self.value(node.node)

    def _do_if(self, node: nodes.If) -> None:
        before, facts = dict(self.scope.names), self.facts
        ends: list[dict[str, Binding]] = []
        tests = [(node.test, node.body), *((e.test, e.body) for e in node.elif_)]
        for test, body in tests:
            self.scope.names = dict(before)
            self.test(test)
            with self.knowing(self.narrowed(test, True)):
                self.body(body)
            ends.append(self.scope.names)
            self.scope.names = dict(before)
            self.facts = {**self.facts, **self.narrowed(test, False)}
        self.body(node.else_)
        ends.append(self.scope.names)
        self.facts = facts
        self.scope.names = self.merged(ends)

    def merged(self, ends: list[dict[str, Binding]]) -> dict[str, Binding]:
        """Return what names hold after several ways to come here."""
        names = dict.fromkeys(name for end in ends for name in end)
        after: dict[str, Binding] = {}
        outer = self.scope.parent
        for name in names:
            found = [end.get(name) or (outer.find(name) if outer else None) for end in ends]
            present = [b for b in found if b is not None]
            if all(b is present[0] for b in present) and len(present) == len(found):
                after[name] = present[0]
            else:
                maybe = len(present) < len(found) or any(b.maybe for b in present)
                after[name] = Binding(union(b.shape for b in present), (next(self.numbers),), maybe)
        return after

    def _do_for(self, node: nodes.For) -> None:
        if node.recursive:
            self.fault(node, "the check does not know recursive loops yet: use a macro")
            return
        item = self.items(self.value(node.iter), node.iter)
        with self.within(Scope(self.scope)):
            self.assign(node.target, item)
            facts: Facts = {}
            if node.test is not None:
                self.test(node.test)
                facts = self.narrowed(node.test, True)
            self.bind("loop", Loop(item), self.scope)
            with self.knowing(facts):
                self.body(node.body)
        with self.within(Scope(self.scope)):
            self.body(node.else_)

    def _do_with(self, node: nodes.With) -> None:
        values = [
            (target, self.value(value), self.path(value))
            for target, value in zip(node.targets, node.values, strict=True)
        ]
        with self.within(Scope(self.scope)):
            for target, shape, path in values:
                self.assign(target, shape, path)
            self.body(node.body)

    def _do_scope(self, node: nodes.Scope) -> None:
        with self.within(Scope(self.scope)):
            self.body(node.body)

    def _do_assign(self, node: nodes.Assign) -> None:
        self.assign(node.target, self.value(node.node), self.path(node.node))

    def _do_assignblock(self, node: nodes.AssignBlock) -> None:
        with self.within(Scope(self.scope)):
            self.body(node.body)
        shape: Shape = STR
        if node.filter is not None:
            shape = self.filtered(node.filter, STR)
        self.assign(node.target, shape)

    def _do_filterblock(self, node: nodes.FilterBlock) -> None:
        with self.within(Scope(self.scope)):
            self.body(node.body)
        self.printed(self.filtered(node.filter, STR), node.filter)

    def _do_macro(self, node: nodes.Macro) -> None:
        self.bind(node.name, Macro(node, self.scope, self.parsed, self.checker.free(node)), self.scope)

    def _do_block(self, node: nodes.Block) -> None:
        self.block(node.name, self.scope if node.scoped else self.page)

    def _do_include(self, node: nodes.Include) -> None:
        if node.ignore_missing:
            self.fault(node, 'a template of ours is there: take away "ignore missing"')
            return
        parsed = self.named(node.template, node)
        if parsed is None:
            return
        if parsed.name in self.including:
            return  # it includes itself, and is being walked
        self.including.append(parsed.name)
        try:
            outer = self.scope if node.with_context else self.outermost
            self.template(parsed, Scope(outer))
        finally:
            self.including.pop()

    def _do_import(self, node: nodes.Import) -> None:
        self.bind(node.target, self.module(node), self.scope)

    def _do_fromimport(self, node: nodes.FromImport) -> None:
        module = self.module(node)
        for name in node.names:
            theirs, ours = name if isinstance(name, tuple) else (name, name)
            shape: Shape = module
            if isinstance(module, Module):
                shape = self.exported(module, theirs, node)
            self.bind(ours, shape, self.scope)

    def module(self, node: nodes.Import | nodes.FromImport) -> Shape:
        """Return what a template exports that is imported."""
        parsed = self.named(node.template, node)
        if parsed is None:
            return OPAQUE
        if not node.with_context and parsed.name in self.modules:
            return self.modules[parsed.name]
        scope = Scope(self.scope if node.with_context else self.outermost)
        module = Module(parsed.name, scope)
        if not node.with_context:
            self.modules[parsed.name] = module
        self.template(parsed, scope)
        return module

    def named(self, name: nodes.Expr, node: nodes.Node) -> Parsed | None:
        """Return the template of ours with a name that is written as it is, or a fault."""
        names = name.items if isinstance(name, (nodes.List, nodes.Tuple)) else [name]
        for one in names:
            if not isinstance(one, nodes.Const):
                self.fault(node, "the name of a template must be written as it is, so that it can be checked")
                return None
            parsed = self.checker.parsed(str(one.value))
            if parsed is not None:
                return parsed if self.checker.mine(parsed.name) else None
        self.fault(node, f'there is no template "{", ".join(str(n.value) for n in names)}"')  # type: ignore[attr-defined]
        return None

    # ---- names

    def bind(self, name: str, shape: Shape, scope: Scope, path: Origin | None = None) -> None:
        scope.names[name] = Binding(shape, path or (next(self.numbers),))

    def assign(self, target: nodes.Node, shape: Shape, path: Origin | None = None) -> None:
        """Give a name, or several, a value."""
        if isinstance(target, nodes.Name):
            self.bind(target.name, widened(shape), self.scope, path)
        elif isinstance(target, nodes.Tuple):
            for part, item in zip(target.items, self.unpacked(shape, len(target.items), target), strict=True):
                self.assign(part, item)
        else:
            self.fault(target, f"the check does not know {type(target).__name__} yet: add it")

    def unpacked(self, shape: Shape, number: int, node: nodes.Node) -> list[Shape]:
        parts: list[list[Shape]] = []
        for member in members(shape):
            items = self.fixed(member)
            if items is not None:
                if len(items) != number:
                    self.fault(node, f"{shown(member)} has {len(items)} items, not {number}")
                    items = (NEVER,) * number
                parts.append(list(items))
            else:
                parts.append([self.items(member, node, "unpacked")] * number)
        return [union(column) for column in zip(*parts, strict=True)] if parts else [NEVER] * number

    def fixed(self, shape: Shape) -> tuple[Shape, ...] | None:
        """Return the items of what has a fixed number of them."""
        if isinstance(shape, Tup):
            return shape.items
        if isinstance(shape, Inst):
            model = self.types.model(shape.cls)
            if model.items is not None:
                fields = shape.cls._fields  # type: ignore[attr-defined]
                self.made.read.update((model.members[f].owner, f) for f in fields if f in model.members)
                return model.items
        return None

    def items(self, shape: Shape, node: nodes.Node, what: str = "looped over") -> Shape:
        """Return what a loop gets of a value, one at a time."""
        found: list[Shape] = []
        for member in members(shape):
            match member:
                case Seq(item) | Map(item, _):
                    found.append(item)
                case Rec() | Scalar("str"):
                    found.append(STR)
                case Exact(str()):
                    found.append(STR)
                case Opaque() | Never():
                    found.append(member)
                case Scalar("None"):
                    self.fault(node, f"{spelled(node)} may be None here: it cannot be {what}{self.ask(node)}")
                case _:
                    fixed = self.fixed(member)
                    inside = self.types.model(member.cls).inside if isinstance(member, Inst) else {}
                    if fixed is not None:
                        found.append(union(fixed))
                    elif "__iter__" in inside:
                        found.append(self.items(self.result(inside["__iter__"].shape), node))
                    elif isinstance(member, Union) or not isinstance(member, Untyped):
                        self.fault(node, f"{spelled(node)} is {self.said(member)}: it cannot be {what}")
        return union(found)

    def said(self, shape: Shape) -> str:
        """Return a type as a message says it."""
        match shape:
            case Macro():
                return f'the macro "{shape.node.name}"'
            case Module():
                return f'the templates of "{shape.name}"'
            case Loop():
                return "loop"
            case Blocks():
                return "self"
            case _Super():
                return "super"
            case Func():
                return "a method"
        return shown(shape)

    def ask(self, node: nodes.Node) -> str:
        """Return the way to make sure of a value."""
        return f" (ask {{% if {spelled(node)} %}} first)" if self.path(node) is not None else ""

    def result(self, shape: Shape) -> Shape:
        return shape.result if isinstance(shape, Func) else shape

    def path(self, node: nodes.Node) -> Origin | None:
        """Return where a value comes from, if it is the same each time."""
        match node:
            case nodes.Name():
                binding = self.scope.find(node.name)
                return binding.path if binding else ("?", node.name)
            case nodes.Getattr():
                base = self.path(node.node)
                return None if base is None else (*base, node.attr)
            case nodes.Getitem():
                base = self.path(node.node)
                if base is None:
                    return None
                if isinstance(node.arg, nodes.Const):
                    return (*base, node.arg.value)
                key = self.path(node.arg)
                return None if key is None else (*base, ("[]", key))
        return None

    # ---- expressions

    def value(self, node: nodes.Node) -> Shape:
        """Return the type of an expression, and note what is wrong in it."""
        method = getattr(self, f"_is_{type(node).__name__.lower()}", None)
        if method is None:
            return self.fault(node, f"the check does not know what {type(node).__name__} does yet: add it")
        shape: Shape = method(node)
        if isinstance(shape, Untyped) or (isinstance(shape, Union) and UNTYPED in shape.members):
            return self.fault(node, f"{spelled(node)} is Any: give it a type")
        return shape

    def _is_const(self, node: nodes.Const) -> Shape:
        if node.value is None:
            return NONE
        return FLOAT if isinstance(node.value, float) else Exact(node.value)

    def _is_templatedata(self, node: nodes.TemplateData) -> Shape:
        return STR

    def _is_name(self, node: nodes.Name) -> Shape:
        self.made.nodes.add(id(node))
        binding = self.scope.find(node.name)
        if binding is None:
            if ("?", node.name) in self.facts:
                return NEVER
            what = f'nobody gives "{node.name}"'
            return self.fault(node, what + nearest(node.name, self.scope.all()))
        if binding.path in self.facts:
            return self.facts[binding.path]
        if binding.maybe:
            self.fault(node, f'"{node.name}" is not always set here')
        return binding.shape

    def _is_getattr(self, node: nodes.Getattr) -> Shape:
        self.made.nodes.add(id(node))
        base = self.value(node.node)
        shape = self.member(base, node.attr, node)
        return self.known(node, shape)

    def known(self, node: nodes.Node, shape: Shape) -> Shape:
        """Return what is known of a value beside its type."""
        path = self.path(node)
        return shape if path is None or isinstance(shape, Never) else self.facts.get(path, shape)

    def member(self, base: Shape, name: str, node: nodes.Node) -> Shape:
        """Return what a value has under a name."""
        if isinstance(base, Inst):
            return self.member_of(base, name, node)
        return union(self.member_of(member, name, node) for member in members(base))

    def member_of(self, base: Shape, name: str, node: nodes.Node) -> Shape:  # noqa: PLR0912 (a case for each)
        known: Iterable[str]
        match base:
            case Inst(cls, args):
                model = self.types.model(cls)
                member = model.members.get(name)
                if member is not None:
                    self.made.read.add((member.owner, name))
                    values = dict(zip(model.parameters, args, strict=False))
                    return shapes.put(member.shape, values) if values else member.shape
                known = model.members
            case Never() | Opaque():
                return base
            case Scalar("None"):
                inner = node.node if isinstance(node, (nodes.Getattr, nodes.Getitem)) else node
                return self.fault(node, f'{spelled(inner)} may be None here, which has no "{name}"{self.ask(inner)}')
            case Scalar("str") | Exact(str()):
                known = TEXT
                if name in TEXT:
                    return Func(TEXT[name])
            case Rec(pairs):
                fields = dict(pairs)
                known = fields
                if name in fields:
                    return fields[name]
                if name in ("items", "keys", "values", "get"):
                    return self.mapped(STR, union(fields.values()), name)
            case Map(key, value):
                keys = [m.value for m in members(key) if isinstance(m, Exact)]
                if name in ("items", "keys", "values", "get") and isinstance(node, nodes.Getattr):
                    return self.mapped(key, value, name)
                if name in keys:
                    return value
                if not keys:
                    what = f'whether {shown(base)} has "{name}" cannot be checked'
                    return self.fault(node, f"{what}: make it a dataclass, or give the keys as Literal")
                known = [str(k) for k in keys]
            case Seq() | Tup():
                known = ("count", "index")
                if name in known:
                    return Func(INT)
            case Loop(item):
                known = LOOP
                if name in LOOP:
                    return LOOP[name]
                if name in ("previtem", "nextitem"):
                    return union((item, NONE))
                if name == "cycle":
                    return Func(STR)
            case Module():
                return self.exported(base, name, node)
            case Blocks(names):
                known = names
                if name in names:
                    return Func(STR)
            case _:
                known = ()
        owner = self.said(base) if not isinstance(base, (Exact,)) else "str"
        return self.fault(node, f'{owner} has no "{name}"{nearest(name, known)}')

    def mapped(self, key: Shape, value: Shape, name: str) -> Shape:
        results: dict[str, Shape] = {
            "items": Seq(Tup((key, value)), "set"),
            "keys": Seq(key, "set"),
            "values": Seq(value, "set"),
            "get": union((value, NONE)),
        }
        return Func(results[name])

    def exported(self, module: Module, name: str, node: nodes.Node) -> Shape:
        binding = module.scope.names.get(name)
        if binding is not None and not name.startswith("_"):
            return binding.shape
        return self.fault(node, f'"{module.name}" has no "{name}"{nearest(name, module.scope.names)}')

    def _is_getitem(self, node: nodes.Getitem) -> Shape:
        self.made.nodes.add(id(node))
        base = self.value(node.node)
        if isinstance(node.arg, nodes.Slice):
            for part in (node.arg.start, node.arg.stop, node.arg.step):
                if part is not None:
                    self.number(self.value(part), part)
            return union(self.sliced(member, node) for member in members(base))
        key = self.value(node.arg)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.known(node, self.member(base, node.arg.value, node))
        return self.known(node, union(self.item(member, key, node) for member in members(base)))

    def sliced(self, shape: Shape, node: nodes.Getitem) -> Shape:
        match shape:
            case Scalar("str") | Exact(str()):
                return STR
            case Seq(item, kind) if kind in ("tuple", "list", "sequence"):
                return Seq(item, kind)
            case Tup(items):
                return Seq(union(items))
            case Never() | Opaque():
                return shape
        return self.fault(
            node, f"{spelled(node.node)} {self.be(shape)}: no part of it can be taken{self.ask_none(shape, node.node)}"
        )

    def be(self, shape: Shape) -> str:
        return "may be None here" if shape == NONE else f"is {self.said(shape)}"

    def ask_none(self, shape: Shape, node: nodes.Node) -> str:
        return self.ask(node) if shape == NONE else ""

    def item(self, shape: Shape, key: Shape, node: nodes.Getitem) -> Shape:  # noqa: PLR0912 (a case for each)
        """Return what a value has at a place, or under a key that is not written here."""
        fixed = self.fixed(shape) if isinstance(shape, (Tup, Inst)) else None
        number = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(node.arg, nodes.Neg) and isinstance(node.arg.node, nodes.Const):
            number = -node.arg.node.value
        if fixed is not None:
            if isinstance(number, int):
                if -len(fixed) <= number < len(fixed):
                    return fixed[number]
                return self.fault(node, f"{shown(shape)} has no item {number}")
            self.number(key, node.arg)
            return union(fixed)
        match shape:
            case Seq(item, kind) if kind in ("tuple", "list", "sequence"):
                self.number(key, node.arg)
                return item
            case Scalar("str") | Exact(str()):
                self.number(key, node.arg)
                return STR
            case Map(wanted, value):
                if not overlap(wanted, key):
                    return self.fault(node, f"{spelled(node.arg)} is {shown(key)}, never a key of {shown(shape)}")
                if NONE in members(key) and NONE not in members(wanted):
                    return self.fault(node, f"{spelled(node.arg)} may be None here: it is no key{self.ask(node.arg)}")
                return value
            case Rec(pairs):
                exact = [m.value for m in members(key) if isinstance(m, Exact)]
                if exact and len(exact) == len(members(key)):
                    return union(self.member(shape, str(value), node) for value in exact)
                return union(value for _, value in pairs)
            case Inst(cls):
                exact = [m.value for m in members(key) if isinstance(m, Exact)]
                if exact and len(exact) == len(members(key)):
                    return union(self.member(shape, str(value), node) for value in exact)
                inside = self.types.model(cls).inside
                if "__getitem__" in inside:
                    return self.result(inside["__getitem__"].shape)
            case Never() | Opaque():
                return shape
        return self.fault(
            node, f"{spelled(node.node)} {self.be(shape)}: it has no items by key{self.ask_none(shape, node.node)}"
        )

    def number(self, shape: Shape, node: nodes.Node) -> Shape:
        """Return the number that a value is; a fault if it is none."""
        for member in members(shape):
            if member not in (INT, FLOAT, BOOL, OPAQUE, NEVER) and not (
                isinstance(member, Exact) and not isinstance(member.value, str)
            ):
                return self.fault(node, f"{spelled(node)} {self.be(member)}, not a number{self.ask_none(member, node)}")
        if isinstance(shape, (Never, Opaque)):
            return shape
        return FLOAT if FLOAT in members(shape) else INT

    def printed(self, shape: Shape, node: nodes.Node, what: str = "shown") -> None:
        """Note a value that is no text or number where one is shown."""
        for member in members(shape):
            match member:
                case Scalar("str" | "int" | "float") | Opaque() | Never():
                    continue
                case Exact(value) if not isinstance(value, bool):
                    continue
                case Scalar("None"):
                    self.fault(node, f'{spelled(node)} may be None here: "None" would be {what}{self.ask(node)}')
                case Scalar("bool") | Exact():
                    self.fault(node, f'{spelled(node)} is a bool: "True" or "False" would be {what}')
                case Macro() | Func() | _Super():
                    self.fault(node, f"{spelled(node)} is {self.said(member)}: call it with ()")
                case Inst(cls) if {"__str__", "__html__"} & self.types.model(cls).inside.keys():
                    continue
                case _:
                    self.fault(node, f"{spelled(node)} is {self.said(member)}: it cannot be {what} as it is")

    def _is_tuple(self, node: nodes.Tuple) -> Shape:
        return Tup(tuple(self.value(item) for item in node.items))

    def _is_list(self, node: nodes.List) -> Shape:
        return Seq(union([self.value(item) for item in node.items]), "list")

    def _is_dict(self, node: nodes.Dict) -> Shape:
        pairs = [(pair.key, self.value(pair.value)) for pair in node.items]
        if all(isinstance(key, nodes.Const) and isinstance(key.value, str) for key, _ in pairs):
            return Rec(tuple((key.value, widened(shape)) for key, shape in pairs))  # type: ignore[attr-defined]
        return Map(widened(union(self.value(key) for key, _ in pairs)), widened(union(shape for _, shape in pairs)))

    def _is_condexpr(self, node: nodes.CondExpr) -> Shape:
        self.test(node.test)
        with self.knowing(self.narrowed(node.test, True)):
            yes = self.value(node.expr1)
        if node.expr2 is None:
            return union((yes, Exact("")))  # what is shown of nothing
        with self.knowing(self.narrowed(node.test, False)):
            return union((yes, self.value(node.expr2)))

    def _is_and(self, node: nodes.And) -> Shape:
        left = self.test(node.left)
        with self.knowing(self.narrowed(node.left, True)):
            right = self.value(node.right)
        return union((self.types.falsy(left), right))

    def _is_or(self, node: nodes.Or) -> Shape:
        left = self.test(node.left)
        with self.knowing(self.narrowed(node.left, False)):
            right = self.value(node.right)
        return union((self.types.truthy(left), right))

    def _is_not(self, node: nodes.Not) -> Shape:
        self.test(node.node)
        return BOOL

    def test(self, node: nodes.Node) -> Shape:
        """Return the type of what is asked to be true or false."""
        shape = self.value(node)
        for member in members(shape):
            if isinstance(member, (Func, Macro, Module, _Super)):
                return self.fault(
                    node, f"{spelled(node)} is {self.said(member)}, which is always true: call it with ()"
                )
        return shape

    def _is_neg(self, node: nodes.Neg) -> Shape:
        return self.number(self.value(node.node), node.node)

    _is_pos = _is_neg

    def _is_concat(self, node: nodes.Concat) -> Shape:
        for part in node.nodes:
            self.printed(self.value(part), part, "joined")
        return STR

    def _is_add(self, node: nodes.Add) -> Shape:
        left, right = self.value(node.left), self.value(node.right)
        if OPAQUE in (left, right):
            return OPAQUE
        if isinstance(left, Never) or isinstance(right, Never):
            return NEVER
        if all(text(m) for m in (*members(left), *members(right))):
            return STR
        ordered = [self.listed(m) for m in (*members(left), *members(right))]
        if any(ordered):
            kinds = {one[1] for one in ordered if one} - {"sequence"}
            if all(ordered) and len(kinds) < 2:
                return Seq(union(one[0] for one in ordered if one), "list" if "list" in kinds else "tuple")
            if not all(ordered) or NONE not in (*members(left), *members(right)):
                return self.fault(node, f"{shown(left)} and {shown(right)} cannot be added")
        return union((self.number(left, node.left), self.number(right, node.right)))

    def listed(self, shape: Shape) -> tuple[Shape, str] | None:
        match shape:
            case Seq(item, kind) if kind in ("tuple", "list", "sequence"):
                return item, kind
            case Tup(items):
                return union(items), "tuple"
        return None

    def _is_sub(self, node: nodes.BinExpr) -> Shape:
        left, right = self.number(self.value(node.left), node.left), self.number(self.value(node.right), node.right)
        return union((left, right))

    _is_floordiv = _is_pow = _is_sub

    def _is_div(self, node: nodes.Div) -> Shape:
        self._is_sub(node)
        return FLOAT

    def _is_mul(self, node: nodes.Mul) -> Shape:
        left, right = self.value(node.left), self.value(node.right)
        for one, other, place in ((left, right, node.right), (right, left, node.left)):
            if one != NEVER and all(text(m) for m in members(one)):
                self.number(other, place)
                return STR
        return union((self.number(left, node.left), self.number(right, node.right)))

    def _is_mod(self, node: nodes.Mod) -> Shape:
        left = self.value(node.left)
        if left != NEVER and all(text(m) for m in members(left)):
            self.value(node.right)
            return STR
        return union((self.number(left, node.left), self.number(self.value(node.right), node.right)))

    def _is_compare(self, node: nodes.Compare) -> Shape:
        left, place = self.value(node.expr), node.expr
        for operand in node.ops:
            right = self.value(operand.expr)
            self.compared(operand.op, left, place, right, operand.expr, node)
            left, place = right, operand.expr
        return BOOL

    def whole(self, node: nodes.Node, shape: Shape) -> Shape:
        """Return the type of a value as its class has it, whatever was asked of it before."""
        path = self.path(node)
        if path is None or path not in self.facts:
            return shape
        with self.quietly(), self.forgetting(path):
            return self.value(node)

    @contextmanager
    def forgetting(self, path: Origin) -> Iterator[None]:
        before = self.facts
        self.facts = {key: fact for key, fact in before.items() if key != path}
        try:
            yield
        finally:
            self.facts = before

    def compared(
        self, op: str, left: Shape, one: nodes.Node, right: Shape, other: nodes.Node, node: nodes.Node
    ) -> None:
        """Note a comparison that can never hold, or that has no order."""
        if op in ("lt", "lteq", "gt", "gteq"):
            if all(text(m) or isinstance(m, (Never, Opaque)) for m in (*members(left), *members(right))):
                return
            self.number(left, one)
            self.number(right, other)
            return
        left, right = self.whole(one, left), self.whole(other, right)
        if op in ("in", "notin"):
            inner: list[Shape] = []
            for member in members(right):
                if text(member):
                    if not all(text(m) or isinstance(m, (Never, Opaque)) for m in members(left)):
                        bad = next(m for m in members(left) if not text(m))
                        self.fault(
                            one, f"{spelled(one)} {self.be(bad)}, not a text to look for{self.ask_none(bad, one)}"
                        )
                    inner.append(OPAQUE)
                elif member == NONE:
                    self.fault(other, f"{spelled(other)} may be None here: nothing can be in it{self.ask(other)}")
                else:
                    inner.append(self.items(member, other, "looked into"))
            exact = [(m, other) for m in inner]
            if isinstance(other, (nodes.List, nodes.Tuple)):
                with self.quietly():
                    exact = [(self.value(item), item) for item in other.items]
            for number, (shape, place) in enumerate(exact):
                self.meets(left, one, shape, place, (id(node), number), node)
        else:
            self.meets(left, one, right, other, (id(node), -1), node)

    def meets(
        self, left: Shape, one: nodes.Node, right: Shape, other: nodes.Node, key: tuple[int, int], node: nodes.Node
    ) -> None:
        number = hash(key)
        if overlap(left, right):
            self.made.possible.add(number)
            return
        if self.muted:
            return
        if isinstance(other, nodes.Const) and isinstance(right, Exact) and isinstance(right.value, str):
            known = [str(m.value) for m in members(left) if isinstance(m, Exact)]
            what = f'{spelled(one)} is {shown(left)}, never "{right.value}"{nearest(right.value, known)}'
        else:
            what = f"{spelled(one)} is {self.said(left)}, {spelled(other)} is {self.said(right)}: they are never equal"
        self.made.impossible.setdefault(number, Fault(self.parsed.file, node.lineno, what))

    # ---- calls

    def _is_call(self, node: nodes.Call) -> Shape:
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            return self.fault(node, "the check does not know * and ** yet: name the arguments")
        callee = self.value(node.node)
        given = [self.value(arg) for arg in node.args]
        named = {str(pair.key): self.value(pair.value) for pair in node.kwargs}
        return union(self.call(member, given, named, node) for member in members(callee))

    def call(self, callee: Shape, given: list[Shape], named: dict[str, Shape], node: nodes.Call) -> Shape:
        match callee:
            case Macro():
                return self.macro(callee, given, named, node)
            case _Super():
                return self.higher(node)
            case Func(result, parameters, least):
                if parameters is not None:
                    self.fits(parameters, least, given, named, node)
                if isinstance(node.node, nodes.Getattr) and node.node.attr == "get" and len(given) == 2:
                    return union((*(m for m in members(result) if m != NONE), given[1]))
                return result
            case Never() | Opaque():
                return callee
        return self.fault(node, f"{spelled(node.node)} {self.be(callee)}: it cannot be called")

    def fits(
        self,
        parameters: tuple[tuple[str, Shape], ...],
        least: int,
        given: list[Shape],
        named: dict[str, Shape],
        node: nodes.Call,
    ) -> None:
        """Note arguments that a method does not take."""
        name = spelled(node.node)
        if len(given) > len(parameters) or len(given) + len(named) < least:
            wanted = str(least) if least == len(parameters) else f"{least} to {len(parameters)}"
            self.fault(node, f"{name} takes {wanted} arguments, not {len(given) + len(named)}")
        known = dict(parameters)
        for word in named:
            if word not in known:
                self.fault(node, f'{name} has no parameter "{word}"{nearest(word, known)}')
        pairs = [*zip(parameters, given, strict=False)]
        pairs += [((word, known[word]), shape) for word, shape in named.items() if word in known]
        for (word, wanted_shape), shape in pairs:
            for member in members(shape):
                if not overlap(wanted_shape, member):
                    self.fault(node, f'{name} wants {shown(wanted_shape)} as "{word}", not {self.said(member)}')

    def higher(self, node: nodes.Call) -> Shape:
        if not self.above:
            return self.fault(node, "there is no block here that super() could show")
        name, depth = self.above[-1]
        if depth + 1 < len(self.blocks[name]):
            self.block(name, self.page, depth + 1)
        return STR

    def macro(self, macro: Macro, given: list[Shape], named: dict[str, Shape], node: nodes.Node) -> Shape:
        """Walk a macro with the types of its arguments, once for each; what it makes is a text."""
        names = [arg.name for arg in macro.node.args]
        spare = len(names) - len(macro.node.defaults)
        if len(given) > len(names):
            self.fault(node, f'the macro "{macro.node.name}" takes {len(names)} arguments, not {len(given)}')
        values: dict[str, Shape] = dict(zip(names, map(widened, given), strict=False))
        for word, shape in named.items():
            if word not in names:
                self.fault(node, f'the macro "{macro.node.name}" has no parameter "{word}"{nearest(word, names)}')
            elif word in values:
                self.fault(node, f'the macro "{macro.node.name}" gets "{word}" twice')
            else:
                values[word] = widened(shape)
        missing = [name for name in names[:spare] if name not in values]
        if missing:
            self.fault(node, f'the macro "{macro.node.name}" needs "{", ".join(missing)}"')
            values.update(dict.fromkeys(missing, NEVER))
        around = tuple(b.shape if (b := macro.scope.find(name)) else None for name in macro.free)
        key = (macro.node, tuple(values.get(name) for name in names), around)
        if key in self.called or self.muted:
            return STR
        self.called.add(key)
        self.made.nodes.add(id(macro.node))
        with self.within(Scope(macro.scope), macro.parsed, {}):
            for place, name in enumerate(names):
                if name not in values:
                    values[name] = widened(self.value(macro.node.defaults[place - spare]))
                self.bind(name, values[name], self.scope)
            self.body(macro.node.body)
        return STR

    # ---- filters and tests

    def _is_filter(self, node: nodes.Filter) -> Shape:
        assert node.node is not None
        if node.name in ("default", "d"):
            return self.fault(node, LACKING)
        return self.filtered(node, self.value(node.node))

    def filtered(self, node: nodes.Filter, shape: Shape) -> Shape:
        """Return the type of what a filter makes of a value."""
        args = [self.value(arg) for arg in node.args]
        words = {str(pair.key): self.value(pair.value) for pair in node.kwargs}
        source = node.node if node.node is not None else node
        if node.name in self.checker.filters:
            return self.checker.filters[node.name]
        if node.name in TEXT_FILTERS:
            self.printed(shape, source)
            return STR
        if isinstance(shape, (Never, Opaque)) and node.name in FILTERS:
            return FILTERS[node.name](self, node, source, shape, args, words) if shape == NEVER else OPAQUE
        if node.name in FILTERS:
            return FILTERS[node.name](self, node, source, shape, args, words)
        return self.fault(
            node, f'the check does not know the filter "{node.name}" yet: add it{nearest(node.name, FILTERS)}'
        )

    def inner(self, node: nodes.Filter, item: Shape, name: str) -> Shape:
        """Return what an item has under a name with dots, as `map(attribute=...)` takes it."""
        self.made.nodes.add(id(node))
        for part in name.split("."):
            item = self.member(item, part, node)
        return item

    def attribute(self, node: nodes.Filter, item: Shape, place: int | None = None) -> Shape:
        """Return what a filter looks at of each item: the item itself, or what its argument `attribute` names."""
        word: nodes.Node | None = next((pair.value for pair in node.kwargs if pair.key == "attribute"), None)
        if word is None and place is not None and len(node.args) > place:
            word = node.args[place]
        if word is None:
            return item
        if not isinstance(word, nodes.Const) or not isinstance(word.value, str):
            return self.fault(node, f'the attribute of "{node.name}" must be written as it is')
        return self.inner(node, item, word.value)

    def _is_test(self, node: nodes.Test) -> Shape:
        if node.name in ("defined", "undefined"):
            return self.fault(node, LACKING)
        shape = self.value(node.node)
        args = [self.value(arg) for arg in node.args]
        if node.name in COMPARED and args:
            self.compared(COMPARED[node.name], shape, node.node, args[0], node.args[0], node)
        elif node.name in ("odd", "even", "divisibleby"):
            self.number(shape, node.node)
        elif not (
            node.name in ("none", "true", "false", "callable", "escaped")
            or node.name in MATCHES
            or node.name in OTHER_TESTS
            or node.name in self.checker.tests
        ):
            return self.fault(node, f'the check does not know the test "{node.name}" yet: add it')
        return BOOL

    # ---- what a test makes sure of

    def narrowed(self, node: nodes.Node, truth: bool) -> Facts:
        """Return what is known where a test is true, or where it is not."""
        match node:
            case nodes.Not():
                return self.narrowed(node.node, not truth)
            case nodes.And() | nodes.Or():
                return self.both(node, truth)
            case nodes.Test():
                return self.narrowed_by_test(node, truth)
            case nodes.Compare() if len(node.ops) == 1:
                return self.narrowed_by_comparison(node, truth)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return self.refined(node, self.types.truthy if truth else self.types.falsy)
            case nodes.Filter(name="length" | "count") if node.node is not None and truth:
                return self.refined(node.node, self.types.truthy)
        return {}

    def both(self, node: nodes.And | nodes.Or, truth: bool) -> Facts:
        left = self.narrowed(node.left, truth)
        if isinstance(node, nodes.And) is truth:
            with self.knowing(left):
                return {**left, **self.narrowed(node.right, truth)}
        other = self.narrowed(node.left, not truth)
        with self.knowing(other):
            right = {**other, **self.narrowed(node.right, truth)}
        return {path: union((left[path], right[path])) for path in left if path in right}

    def refined(self, node: nodes.Node, refine: Callable[[Shape], Shape]) -> Facts:
        """Return what is known of a value, and of that to which it belongs, if only some of its types are left."""
        path = self.path(node)
        if path is None:
            return {}
        with self.quietly():
            facts: Facts = {path: refine(self.value(node))}
            if isinstance(node, nodes.Getattr):
                above = self.value(node.node)
                if isinstance(above, Union):
                    left = [m for m in above.members if refine(self.member(m, node.attr, node)) != NEVER]
                    if len(left) < len(above.members) and (base := self.path(node.node)) is not None:
                        facts[base] = union(left)
        return facts

    def narrowed_by_test(self, node: nodes.Test, truth: bool) -> Facts:
        if node.name == "none":
            return self.refined(node.node, only(lambda s: s == NONE, truth))
        if node.name in ("true", "false"):
            return self.refined(node.node, self.equal(Exact(node.name == "true"), truth))
        if node.name in COMPARED and node.args:
            return self.narrowed_by(COMPARED[node.name], node.node, node.args[0], truth)
        if node.name in MATCHES:
            return self.refined(node.node, only(MATCHES[node.name], truth))
        return {}

    def narrowed_by_comparison(self, node: nodes.Compare, truth: bool) -> Facts:
        op, other = node.ops[0].op, node.ops[0].expr
        if isinstance(node.expr, nodes.Const) and op in ("eq", "ne"):
            return self.narrowed_by(op, other, node.expr, truth)
        if isinstance(node.expr, nodes.Filter) and node.expr.name in ("length", "count") and node.expr.node is not None:
            least = isinstance(other, nodes.Const) and isinstance(other.value, int) and other.value >= 0
            return self.refined(node.expr.node, self.types.truthy) if truth and least and op == "gt" else {}
        return self.narrowed_by(op, node.expr, other, truth)

    def narrowed_by(self, op: str, node: nodes.Node, other: nodes.Node, truth: bool) -> Facts:
        with self.quietly():
            if op in ("ne", "notin"):
                truth, op = not truth, {"ne": "eq", "notin": "in"}[op]
            if op == "eq":
                return self.refined(node, self.equal(self.value(other), truth))
            if op == "in":
                shape = self.value(other)
                if all(text(m) for m in members(shape)):
                    return self.refined(node, only(lambda s: s == NONE, False)) if truth else {}
                return self.refined(node, self.equal(self.items(shape, other), truth))
        return {}

    def equal(self, wanted: Shape, truth: bool) -> Callable[[Shape], Shape]:
        """Return what is left of a value that is equal to another, or that is not."""

        def refine(shape: Shape) -> Shape:
            if truth:
                return union(m for m in members(shape) if overlap(m, wanted))
            values = {
                m.value if isinstance(m, Exact) else None for m in members(wanted) if isinstance(m, Exact) or m == NONE
            }
            if len(values) < len(members(wanted)):
                return shape
            gone = {m.value for m in members(wanted) if isinstance(m, Exact)}
            none = NONE in members(wanted)
            return union(
                m for m in members(shape) if not ((isinstance(m, Exact) and m.value in gone) or (m == NONE and none))
            )

        return refine


def only(matches: Callable[[Shape], bool], truth: bool) -> Callable[[Shape], Shape]:
    """Return what is left of a value whose type matches, or does not; of what is unknown all is left."""

    def refine(shape: Shape) -> Shape:
        return union(m for m in members(shape) if isinstance(m, Opaque) or m == OBJECT or matches(m) is truth)

    return refine


def text(shape: Shape) -> bool:
    """Tell whether a value is a text."""
    return shape == STR or (isinstance(shape, Exact) and isinstance(shape.value, str))


def overlap(one: Shape, other: Shape) -> bool:
    """Tell whether a value could be of both types, or rather: whether it is not sure that it cannot."""
    return any(_meet(a, b) for a in members(one) for b in members(other)) or NEVER in (one, other)


def _meet(one: Shape, other: Shape) -> bool:
    loose = (Opaque, Never, Untyped, Var)
    if isinstance(one, loose) or isinstance(other, loose) or OBJECT in (one, other):
        return True
    if isinstance(one, Exact) and isinstance(other, Exact):
        return one.value == other.value
    one, other = (shapes.kind_of(s) if isinstance(s, Exact) else s for s in (one, other))
    numbers = (INT, FLOAT, BOOL)
    if isinstance(one, Scalar) or isinstance(other, Scalar):
        return one == other or (one in numbers and other in numbers) or _foreign(one) or _foreign(other)
    if isinstance(one, Inst) and isinstance(other, Inst):
        return issubclass(one.cls, other.cls) or issubclass(other.cls, one.cls)
    listed = (Seq, Tup, Map, Rec)
    if isinstance(one, listed) and isinstance(other, listed):
        return True
    return isinstance(one, (Func, Inst)) or isinstance(other, (Func, Inst)) or type(one) is type(other)


def _foreign(shape: Shape) -> bool:
    """Tell whether a class may well be equal to a value that is not of it."""
    return isinstance(shape, Inst) and ("__eq__" in vars(shape.cls)) and not hasattr(shape.cls, "__dataclass_fields__")


Maker = Callable[[_Walk, nodes.Filter, nodes.Node, Shape, list[Shape], dict[str, Shape]], Shape]


def _length(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    for member in members(shape):
        inside = walk.types.model(member.cls).inside if isinstance(member, Inst) else {}
        sized = isinstance(member, (Tup, Map, Rec, Opaque, Never)) or text(member) or "__len__" in inside
        if not (sized or (isinstance(member, Seq) and member.kind != "iterator")):
            what = f"{spelled(source)} {walk.be(member)}: it has no length{walk.ask_none(member, source)}"
            walk.fault(node, what)
    return INT


def _join(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, args: list[Shape], words: Any) -> Shape:
    item = walk.attribute(node, walk.items(shape, source, "joined"), 1)
    _each(walk, source, item)
    return STR


def _each(walk: _Walk, source: nodes.Node, item: Shape) -> None:
    for member in members(item):
        fine = text(member) or member in (INT, FLOAT, OPAQUE, NEVER) or isinstance(member, Exact)
        if not fine:
            walk.fault(source, f"an item of {spelled(source)} is {walk.said(member)}: it cannot be joined as it is")


def _item(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    walk.fault(node, f"{spelled(source)} may be empty, and then it has no {node.name} item: loop over it")
    return walk.items(shape, source)


def _most(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    item = walk.items(shape, source)
    by = walk.attribute(node, item)
    _ordered(walk, source, by)
    return widened(item)


def _ordered(walk: _Walk, source: nodes.Node, by: Shape) -> None:
    texts = [m for m in members(by) if text(m)]
    others = [m for m in members(by) if m not in texts and not isinstance(m, (Never, Opaque))]
    for member in others:
        if member not in (INT, FLOAT, BOOL) and not isinstance(member, (Exact, Tup, Inst, Seq)):
            walk.fault(source, f"what {spelled(source)} holds may be {walk.said(member)}: that has no order")
            return
    if texts and others:
        walk.fault(source, f"what {spelled(source)} holds is {shown(by)}: that has no order")


def _list(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    return Seq(walk.items(shape, source), "list")


def _sort(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    item = walk.items(shape, source)
    by = walk.attribute(node, item, 2 if node.name == "sort" else 1 if node.name == "unique" else None)
    if node.name == "sort":
        _ordered(walk, source, by)
    return Seq(item, "list")


def _reverse(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    if all(text(m) for m in members(shape)):
        return STR
    return Seq(walk.items(shape, source), "iterator")


def _rows(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, args: list[Shape], words: Any) -> Shape:
    item = walk.items(shape, source)
    filler = args[1] if len(args) > 1 else words.get("fill_with")
    return Seq(Seq(item if filler is None else union((item, filler)), "list"), "iterator")


def _sum(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    return walk.number(walk.attribute(node, walk.items(shape, source), 0), source)


def _int(walk: _Walk, *_: Any) -> Shape:
    return INT


def _float(walk: _Walk, *_: Any) -> Shape:
    return FLOAT


def _number(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    return walk.number(shape, source)


def _map(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, args: list[Shape], words: Any) -> Shape:
    item = walk.items(shape, source)
    if not node.args:
        return Seq(walk.attribute(node, item), "iterator")
    name = node.args[0]
    if not isinstance(name, nodes.Const):
        return walk.fault(node, 'the filter that "map" uses must be written as it is')
    inner = nodes.Filter(None, name.value, node.args[1:], node.kwargs, None, None, lineno=node.lineno)
    return Seq(walk.filtered(inner, item), "iterator")


def _select(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    item = walk.items(shape, source)
    if not node.args and node.name == "select":
        item = walk.types.truthy(item)
    return Seq(item, "iterator")


def _selectattr(
    walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, args: list[Shape], words: Any
) -> Shape:
    item = walk.items(shape, source)
    if not node.args:
        return walk.fault(node, f'"{node.name}" needs the name of an attribute')
    found = walk.attribute(node, item, 0)
    if len(node.args) > 2 and isinstance(node.args[1], nodes.Const) and node.args[1].value in COMPARED:
        walk.compared(COMPARED[node.args[1].value], found, node.args[0], args[2], node.args[2], node)
    return Seq(item, "iterator")


def _group(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    item = walk.items(shape, source)
    return Seq(Tup((walk.attribute(node, item, 0), Seq(item, "list"))), "list")


def _pairs(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    found: list[Shape] = []
    for member in members(shape):
        match member:
            case Map(key, value):
                found.append(Tup((key, value)))
            case Rec(pairs):
                found.append(Tup((STR, union(value for _, value in pairs))))
            case _ if member != NEVER:
                walk.fault(node, f"{spelled(source)} {walk.be(member)}, not a mapping{walk.ask_none(member, source)}")
    return Seq(union(found), "list")


def _attr(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    return walk.attribute(node, shape, 0)


def _data(walk: _Walk, node: nodes.Filter, source: nodes.Node, shape: Shape, *_: Any) -> Shape:
    """What a script reads: all of it is written out."""
    waiting, seen = [shape], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        match one:
            case Union(parts) | Tup(parts):
                waiting.extend(parts)
            case Seq(item):
                waiting.append(item)
            case Map(key, value):
                waiting.extend((key, value))
            case Rec(pairs):
                waiting.extend(value for _, value in pairs)
            case Inst(cls):
                model = walk.types.model(cls)
                if model.scripts or cls in walk.made.whole or model.items is not None:
                    walk.made.whole.update(walk.types.reachable([one]))
                    continue
                what = f"{cls.__name__} is not marked as data for scripts"
                walk.fault(node, f"{what}: give it for_scripts: ClassVar[bool] = True")
            case Untyped():
                walk.fault(node, f"in {spelled(source)} is Any: give it a type")
            case Func() | Macro() | Module() | Loop():
                walk.fault(node, f"{spelled(source)} is {walk.said(one)}: it cannot be written as data")
    return STR


FILTERS: Mapping[str, Maker] = {
    "length": _length,
    "count": _length,
    "wordcount": _int,
    "join": _join,
    "first": _item,
    "last": _item,
    "random": _item,
    "min": _most,
    "max": _most,
    "list": _list,
    "sort": _sort,
    "unique": _sort,
    "reverse": _reverse,
    "batch": _rows,
    "slice": _rows,
    "sum": _sum,
    "int": _int,
    "float": _float,
    "abs": _number,
    "round": _number,
    "map": _map,
    "select": _select,
    "reject": _select,
    "selectattr": _selectattr,
    "rejectattr": _selectattr,
    "groupby": _group,
    "dictsort": _pairs,
    "items": _pairs,
    "attr": _attr,
    "tojson": _data,
}
