"""Proves that the check of templates bites: each misspelt name and each renamed field must be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, is_dataclass

from jinja2 import nodes

from tests.views.shapes import Shape, Types
from tests.views.strict import Checker, Field, Given, Report, Walked, joined
from tests.views.unread import Reads, usage

WRONG = "zzmisspeld"
"""What no class has."""


@dataclass
class Outcome:
    """What became of each mutation: how many were made, and those that passed unseen.

    `unreached` are places to which nothing that is given leads: the report of the check names the macro or block.
    `by_python` are fields that only Python reads, `by_scripts` those that are written out as data: for these mypy and
    the types of the scripts are the guard.
    """

    misspelt: int = 0
    renamed: int = 0
    added: int = 0
    missed: list[str] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    by_python: list[Field] = field(default_factory=list)
    by_scripts: list[Field] = field(default_factory=list)


def mutate(checker: Checker, givens: Sequence[Given], reads: Reads, others: Sequence[Report] = ()) -> Outcome:
    """Make every mutation of these templates and of the classes behind them, one at a time, and undo it.

    `others` are the reports of other environments that read the same classes. The givens must be without fault: else
    each mutation would seem to be found.
    """
    outcome = Outcome()
    walks = [checker.walk(given) for given in givens]
    report = checker.together(walks)
    assert not report.faults, "\n".join(map(str, report.faults))
    report = joined([report, *others])
    _misspell(checker, givens, walks, outcome)
    _rename(checker, givens, walks, report, reads, outcome)
    _add(checker, givens, report, reads, outcome)
    return outcome


def found(checker: Checker, givens: Sequence[Given], types: Types | None = None) -> bool:
    """Tell whether the check has a fault to find; what comes first is tried first."""
    return any(checker.walk(given, types, first=True).faults for given in givens)


def places(checker: Checker) -> Iterator[tuple[str, nodes.Node, nodes.Node, str]]:
    """Yield each place of our templates where an attribute is named.

    That is: the place, the node that is walked, the node that has the name, and under what.
    """
    for parsed in checker.templates():
        for node in parsed.tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter)):
            where = f"{parsed.file}:{node.lineno}"
            if isinstance(node, nodes.Getattr):
                yield f"{where} .{node.attr}", node, node, "attr"
            elif isinstance(node, nodes.Getitem):
                if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                    yield f'{where} ["{node.arg.value}"]', node, node.arg, "value"
            elif isinstance(node, nodes.Filter):
                named = [pair.value for pair in node.kwargs if str(pair.key) == "attribute"]
                if node.name in ("selectattr", "rejectattr", "groupby", "attr"):
                    named += node.args[:1]
                for word in named:
                    if isinstance(word, nodes.Const):
                        yield f"{where} | {node.name}({word.value})", node, word, "value"


def _misspell(checker: Checker, givens: Sequence[Given], walks: Sequence[Walked], outcome: Outcome) -> None:
    for where, walked, node, slot in places(checker):
        reached = [given for given, walk in zip(givens, walks, strict=True) if id(walked) in walk.nodes]
        before = getattr(node, slot)
        setattr(node, slot, f"{before}{WRONG}")
        try:
            outcome.misspelt += 1
            if not reached:
                outcome.unreached.append(where)
            elif not found(checker, reached):
                outcome.missed.append(f"{where}: misspelt, and not found")
        finally:
            setattr(node, slot, before)


def _fields(checker: Checker, givens: Sequence[Given]) -> list[Field]:
    classes = checker.types.reachable(_shapes(checker, givens))
    return list(
        dict.fromkeys(
            (member.owner, name)
            for cls in classes
            if is_dataclass(cls)
            for name, member in checker.types.model(cls).members.items()
            if member.kind == "field"
        )
    )


def _shapes(checker: Checker, givens: Sequence[Given]) -> list[Shape]:
    return [shape for given in givens for shape in checker.context(given).values()]


def _rename(
    checker: Checker,
    givens: Sequence[Given],
    walks: Sequence[Walked],
    report: Report,
    reads: Reads,
    outcome: Outcome,
) -> None:
    readers: dict[Field, list[Given]] = defaultdict(list)
    for given, walk in zip(givens, walks, strict=True):
        for key in walk.read:
            readers[key].append(given)
    used = usage(checker.types, _shapes(checker, givens), report, reads)
    outcome.by_python, outcome.by_scripts = list(used.python), list(used.scripts)
    elsewhere = {*used.python, *used.scripts, *used.nobody}
    for owner, name in _fields(checker, givens):
        outcome.renamed += 1
        if (owner, name) in elsewhere or (owner, name) not in readers:
            continue  # nobody's, or of a template of another environment
        if not found(checker, readers[owner, name], checker.types.renamed(owner, name, f"{name}{WRONG}")):
            outcome.missed.append(f"{owner.__name__}.{name}: renamed, and not found")
    outcome.missed += [f"{owner.__name__}.{name}: nobody reads it" for owner, name in used.nobody]


def _add(checker: Checker, givens: Sequence[Given], report: Report, reads: Reads, outcome: Outcome) -> None:
    shapes = _shapes(checker, givens)
    for cls in checker.types.reachable(shapes):
        if not is_dataclass(cls):
            continue
        outcome.added += 1
        used = usage(checker.types.added(cls, WRONG), shapes, report, reads)
        if (cls, WRONG) not in used.nobody and (cls, WRONG) not in used.scripts:
            outcome.missed.append(f"{cls.__name__}: a field that nobody reads, and not found")
