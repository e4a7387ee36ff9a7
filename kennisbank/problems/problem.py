"""What can be wrong: every kind of problem with its cause and cure, and one problem in the content (in Dutch)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

import yaml

FILE = Path(__file__).with_name("codes.yml")


@dataclass(frozen=True)
class Example:
    """A mistake as somebody would make it.

    `place` says where: `kop`, `tekst` or `naam` (of files), the path of a file, or `zin` where `wrong` is a sentence;
    `record` is the kind of text it stands in; `better` is right, or empty.
    """

    place: str
    wrong: str
    better: str
    record: str


@dataclass(frozen=True)
class Code:
    """`title` names the kind of problem in a few words; `cure` is one sentence that says what to do.

    `meaning` says what it is about, where the title does not. `cause` tells that other problems come of it, so that it
    is said before them.
    """

    title: str
    cure: str
    meaning: str
    example: Example
    cause: bool = False


@dataclass(frozen=True)
class Group:
    """Kinds of problems that belong together, with what there is to know of all of them."""

    name: str
    title: str
    meaning: str
    codes: dict[str, Code]


def _groups(data: list[dict[str, Any]]) -> Iterator[Group]:
    for group in data:
        codes = {}
        for code, about in group["meldingen"].items():
            example = Example(
                about["waar"], about["fout"].rstrip(), about.get("goed", "").rstrip(), about.get("soort", "verhaal")
            )
            meaning, cause = about.get("uitleg", ""), about.get("oorzaak") == "ja"
            codes[code] = Code(about["titel"], about["herstel"], meaning, example, cause)
        yield Group(group["groep"], group["titel"], group.get("uitleg", ""), codes)


GROUPS = tuple(_groups(yaml.load(FILE.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))))
CODES: dict[str, Code] = {code: about for group in GROUPS for code, about in group.codes.items()}


class Spot(NamedTuple):
    """A line of a file."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a contributor must mend.

    `path` is relative to the root of the content, with `/`; `line` and `column` count from 1;
    `code` is a key of `CODES`; `field` is the name of the field, or empty. `places` are where else it shows: what
    comes of it, and is mended with it.
    """

    path: str
    line: int
    column: int
    code: str
    field: str
    message: str
    hint: str
    places: tuple[Spot, ...] = ()

    def about(self, paths: Iterable[str]) -> bool:
        """Tell whether one of these files has it, or shows it."""
        return not {self.path, *(place.path for place in self.places)}.isdisjoint(paths)


@dataclass(frozen=True, order=True)
class Notice:
    """What a contributor should know although nothing is wrong: a story that stays out of the site, and why."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Place(TypedDict):
    """Where in a file, to hand over as `**place`."""

    line: int
    column: int


def problem(
    code: str, path: str, message: str, *, line: int = 1, column: int = 1, field: str = "", hint: str | None = None,
    places: Iterable[Spot] = (),
) -> Problem:  # fmt: skip
    """Make a problem; without a `hint` of its own it gets the cure that belongs to its code."""
    return Problem(path, line, column, code, field, message, CODES[code].cure if hint is None else hint, tuple(places))


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order in which to mend them: causes first, and then by file, line and column."""
    return tuple(sorted(problems, key=lambda found: (not CODES[found.code].cause, found)))


def named(places: Sequence[Spot], most: int = 3) -> str:
    """Return the first of some places as a part of a Dutch sentence, and how many there are more."""
    shown = [str(place) for place in places[:most]]
    if rest := len(places) - len(shown):
        return f"{', '.join(shown)} en nog {rest}"
    return " en ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def quote(value: str, limit: int = 60) -> str:
    """Return what somebody wrote, between quotes, safe to print.

    Control and invisible characters become `\\u202e`; long texts are cut.
    """
    shown = "".join(
        f"\\u{ord(character):04x}" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
        for character in value[: limit + 1]
    )
    return f'"{shown}"' if len(value) <= limit else f'"{shown[:limit]}…"'
