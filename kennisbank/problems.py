"""A problem in the content, and the three ways to print it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TypedDict

from kennisbank.codes import CODES


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a contributor must mend.

    `path` is relative to the root of the content, with `/`; `line` and `column` count from 1;
    `code` is a key of `codes.CODES`; `field` is the name of the field, or empty.
    """

    path: str
    line: int
    column: int
    code: str
    field: str
    message: str
    hint: str


class Place(TypedDict):
    """Where in a file, to hand over as `**place`."""

    line: int
    column: int


def problem(
    code: str, path: str, message: str, *, line: int = 1, column: int = 1, field: str = "", hint: str | None = None
) -> Problem:
    """Make a problem; without a `hint` of its own it gets the cure that belongs to its code."""
    return Problem(path, line, column, code, field, message, CODES[code].cure if hint is None else hint)


def quote(value: str, limit: int = 60) -> str:
    """Return what somebody wrote, between quotes, safe to print.

    Control and invisible characters become `\\u202e`; long texts are cut.
    """
    shown = "".join(
        f"\\u{ord(character):04x}" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
        for character in value[: limit + 1]
    )
    return f'"{shown}"' if len(value) <= limit else f'"{shown[:limit]}…"'


def _field(found: Problem) -> str:
    """Return the field between brackets; its name comes from the file and can hold anything."""
    return f"[{quote(found.field)[1:-1]}] " if found.field else ""


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line per problem: `path:line:column [field] message cure (code)`."""
    return "".join(
        f"{quote(p.path, 500)[1:-1]}:{p.line}:{p.column} {_field(p)}{p.message} {p.hint} ({p.code})\n" for p in problems
    )


def as_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that annotate the lines of a pull request on GitHub.

    Escaping as in GitHub's "workflow commands" reference: data `% CR LF`, properties also `: ,`.
    """

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return (
        "".join(
            f"::error file={value(p.path)},line={p.line},col={p.column},title={value(CODES[p.code].title)}::"
            f"{data(_field(p))}{data(p.message)} {data(p.hint)}\n"
            for p in problems
        )
        .encode("utf-8", "backslashreplace")
        .decode()
    )  # the name of a file need not be UTF-8


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON object with the list `problemen`; each has the fields of `Problem`, and `titel`."""
    rows = [asdict(p) | {"titel": CODES[p.code].title} for p in problems]
    text = json.dumps({"versie": 1, "problemen": rows}, ensure_ascii=False, indent=2) + "\n"
    return text.encode(
        "utf-8", "backslashreplace"
    ).decode()  # what is no UTF-8 in the name of a file becomes an escape of JSON


FORMATS = {"text": as_text, "github": as_github, "json": as_json}
