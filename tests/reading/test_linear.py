"""Every pattern that looks at what somebody wrote takes time in proportion to it: none can be made to hang a check.

The patterns are found by looking at the modules, so that a new one is held to it by itself.
"""

from __future__ import annotations

import ast
import functools
import importlib
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import kennisbank
import kennisbank.parts
import kennisbank.problems
import kennisbank.reading

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

ROOMS = (kennisbank.reading, kennisbank.parts, kennisbank.problems)
LONG = 16_000
"""Characters of the longer input; the shorter is a quarter of it."""
FLOOR = 0.05
"""Seconds under which an input is no trouble, whatever the shorter one took."""
MOST = 9
"""How many times as long four times as much may take: linear is 4, quadratic is 16."""
METHODS = frozenset({"search", "finditer", "findall", "sub", "subn", "split", "match", "fullmatch"})
"""What a pattern can be asked; all but the last two look for it everywhere in a text."""
UNITS = (
    " ", "\t", "\n", "a", "A", "0", "é", "_", "-", "*", "`", "~", "#", ">", "<", "|", "=", ".", ",", ":", ";", "/",
    "\\",
    "[", "]", "(", ")", "{", "}", "!", "&", "@", '"', "'", "+", "a ", "0 ", "a.", "0.", "a-", "a_", "a@", "a\n", "\n\n",
    "- ", "1. ", "> ", "* a", "![", "[^", "[a", "](", "[a](", "[a]:", "](a", "<a", "</", "<!--", "&a", "&#0", "||",
    "|-", "{{", "{%", "%%", "$$", ":::", "```", "https://", "www.", "a(", "06", "0031", "+31", "groepje", "ja",
)  # fmt: skip
"""What a hostile text is made of, over and over."""
ENDS = ("", "\0", "x", "\n")
BOUNDED = {
    "kennisbank.reading.markup.OTHER_NUMBER": "looks at the forty characters before a number",
    "kennisbank.reading.markup.LOOSE": "looks at a number that a pattern found, of at most fifty characters",
}
"""Patterns that never see a long text, each with why."""


@dataclass(frozen=True)
class Found:
    """A pattern, by the place where it stands, and what it is asked."""

    name: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


def modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        yield room
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            yield importlib.import_module(found.name)


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value of a module."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*held(key), *held(item))
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from held(item)


def package() -> Iterator[ModuleType]:
    """Yield every module of the package."""
    for found in pkgutil.walk_packages(kennisbank.__path__, "kennisbank."):
        yield importlib.import_module(found.name) if not found.name.endswith("__main__") else kennisbank


def calls(some: Iterable[ModuleType], said: str) -> Iterator[tuple[ModuleType, ast.Call, ast.Attribute]]:
    """Yield every call of a method that a pattern, or `re`, could be asked, in modules in which a word is `said`."""
    for module in some:
        text = Path(module.__file__ or "").read_text(encoding="utf-8")
        if said not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
                yield module, node, node.func


def meant(module: ModuleType, node: ast.AST) -> object:
    """Return what a name, or a name of another module, stands for."""
    if isinstance(node, ast.Name):
        return vars(module).get(node.id)
    return getattr(meant(module, node.value), node.attr, None) if isinstance(node, ast.Attribute) else None


def everything() -> list[tuple[str, re.Pattern[Any]]]:
    """Return the patterns of the rooms, and those that stand in a call: re.sub("...", ...); with their places."""
    names: dict[re.Pattern[Any], str] = {}
    ours = [*modules()]
    for module, call, method in calls(ours, "re."):
        if meant(module, method.value) is re and call.args and isinstance(call.args[0], ast.Constant):
            names.setdefault(re.compile(call.args[0].value), f"{module.__name__}:{call.lineno}")
    for module in ours:
        for name, value in vars(module).items():
            for pattern in held(value):
                names.setdefault(pattern, f"{module.__name__}.{name}")
    return sorted(((name, pattern) for pattern, name in names.items()), key=lambda one: one[0])


@functools.cache
def asked() -> dict[re.Pattern[Any], set[str]]:
    """Return what each pattern is asked anywhere in the package: a test asks for it, not every process of a run."""
    found: dict[re.Pattern[Any], set[str]] = defaultdict(set)
    for module, call, method in calls(package(), "."):
        value = meant(module, method.value)
        if isinstance(value, re.Pattern):
            found[value].add(method.attr)
        elif value is re and call.args and isinstance(call.args[0], ast.Constant):
            found[re.compile(call.args[0].value)].add(method.attr)
    return found


FOUND = everything()


def seconds(one: Found, text: Any) -> float:
    """Return how long the answers to all that a pattern is asked take together, of a text."""
    start = time.perf_counter()
    if one.methods - {"match", "fullmatch"}:
        for _ in one.pattern.finditer(text):
            pass
    if "match" in one.methods:
        one.pattern.match(text)
    if "fullmatch" in one.methods:
        one.pattern.fullmatch(text)
    return time.perf_counter() - start


def slow(one: Found) -> str:
    """Return the input that takes more than in proportion to its length, or nothing."""
    own = re.findall(r"\w+|[^\w\s]", one.pattern.pattern if isinstance(one.pattern.pattern, str) else "")
    for unit in dict.fromkeys((*UNITS, *(word for word in own if word not in UNITS and len(word) < 12))):
        for end in ENDS:
            texts: list[Any] = [(unit * (size // len(unit) + 1))[:size] + end for size in (LONG // 4, LONG)]
            if isinstance(one.pattern.pattern, bytes):
                texts = [text.encode() for text in texts]
            if seconds(one, texts[1]) < FLOOR:
                continue
            short, long = (min(seconds(one, text) for _ in range(5)) for text in texts)
            if long > FLOOR and long > MOST * short:
                return f"{unit!r} over and over and {end!r}: {short:.3f} s, and {long:.3f} s for four times as much"
    return ""


@pytest.mark.parametrize(("name", "pattern"), FOUND, ids=[name for name, _ in FOUND])
def test_a_pattern_takes_time_in_proportion_to_the_text(name: str, pattern: re.Pattern[Any]) -> None:
    if name in BOUNDED:
        pytest.skip(BOUNDED[name])
    assert slow(Found(name, pattern, frozenset(asked().get(pattern) or {"finditer"}))) == ""


def test_the_patterns_are_found() -> None:
    assert {"kennisbank.reading.markup.WHOLE", "kennisbank.reading.references.NAME", *BOUNDED} <= {
        name for name, _ in FOUND
    }
    assert len({name for name, _ in FOUND}) > 60
    assert any(":" in name for name, _ in FOUND), "those in a call too"
    assert len([name for name, pattern in FOUND if asked().get(pattern, set()) - {"finditer"}]) > 60


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [(r"(?:a|b)+c", False), (r"\s+$", False), (r"(?<![a-z])[a-z]++-", True), (r"\[[^\[\]]*\]", True)],
)
def test_a_slow_pattern_is_found(pattern: str, linear: bool) -> None:
    assert (slow(Found("x", re.compile(pattern), frozenset({"search"}))) == "") is linear
