"""The ways to say what is wrong: as text, as annotations and a summary on GitHub, and as JSON with its schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from kennisbank.problems.problem import CODES, Notice, Problem, quote

MOST_ROWS = 300
"""Problems in a summary: with the longest messages it stays below 1 MiB."""
MOST_SHOWN = 10
"""Annotations of a kind (errors, notices) that GitHub shows of a step: of more it takes the first."""

NUMBER = {"type": "integer", "minimum": 1}
"""What the schema says of a line and a column."""


def as_text(problems: Iterable[Problem], notices: Iterable[Notice] = ()) -> str:
    """Return one line per problem: `path:line:column [field] message cure (code)`. Notices are no part of it."""
    return "".join(
        f"{quote(p.path, 500)[1:-1]}:{p.line}:{p.column} {_field(p)}{p.message} {p.hint} ({p.code})\n" for p in problems
    )


def as_github(problems: Iterable[Problem], notices: Iterable[Notice] = ()) -> str:
    """Return workflow commands that annotate the lines of a pull request on GitHub, one line each.

    No more than GitHub shows: where there are, one problem stands for the others of its kind and says how many those
    are (`chosen`). Escaping as in GitHub's "workflow commands" reference: data `% CR LF`, properties also `: ,`.
    """

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    lines = [
        f"::error file={value(p.path)},line={p.line},col={p.column},title={value(CODES[p.code].title)}::"
        f"{data(_field(p))}{data(p.message)} {data(p.hint)}{data(more)} ({p.code})\n"
        for p, more in chosen([*problems])
    ]
    told = [*notices]
    for number, n in enumerate(told[:MOST_SHOWN], 1):
        rest = len(told) - number if number == MOST_SHOWN else 0
        more = f" En nog {rest} van zulke regels; die staan in de samenvatting." if rest else ""
        lines.append(f"::notice file={value(n.path)},line={n.line},title=Let op::{data(n.message)}{more}\n")
    return _utf8("".join(lines))


def chosen(problems: Sequence[Problem], most: int = MOST_SHOWN) -> list[tuple[Problem, str]]:
    """Return at most so many problems, and after each what there is to say of those that it stands for.

    First one of every kind, in their order, so that a mistake in many files does not push the others out; then one for
    each file that has none yet, then the rest.
    """
    if len(problems) <= most:
        return [(found, "") for found in problems]
    first: dict[str, int] = {}
    files: dict[str, int] = {}
    for number, found in enumerate(problems):
        first.setdefault(found.code, number)
        files.setdefault(found.path, number)
    numbers = [*dict.fromkeys((*first.values(), *files.values(), *range(len(problems))))][:most]
    shown = [problems[number] for number in sorted(numbers)]
    last = {found.code: place for place, found in enumerate(shown)}
    more = dict.fromkeys(range(len(shown)), "")
    for code, place in last.items():
        if rest := sum(found.code == code for found in problems) - sum(found.code == code for found in shown):
            more[place] = f" Dit komt nog {rest} keer voor: zie de samenvatting."
    if any(found.code not in last for found in problems):
        more[len(shown) - 1] += " Wat er nog meer mis is, staat in de samenvatting."
    return [(found, more[place]) for place, found in enumerate(shown)]


def as_log(problems: Iterable[Problem]) -> str:
    """Return the problems as text for the log of a workflow on GitHub, where `##[` would begin a command."""
    return _utf8(as_text(problems).replace("##[", "## ["))


def as_markdown(problems: Sequence[Problem], notices: Iterable[Notice], explained: str) -> str:
    """Return a summary in Markdown, with a table of the problems.

    GitHub shows ten annotations of a step at most and a summary of 1 MiB; `explained` is the address of the page on
    which every code has its anchor, or nothing.
    """
    text = f"### {counted(len(problems))}\n"
    if problems:
        text += "\n| Bestand | Regel | Wat er mis is | Meer uitleg |\n| --- | ---: | --- | --- |\n"
    for p in problems[:MOST_ROWS]:
        what = f"{_field(p)}{p.message} {p.hint}"
        more = f"[{p.code}]({explained}#{p.code})" if explained else p.code
        text += f"| {_plain(p.path)} | {p.line} | {_plain(what)} | {more} |\n"
    if len(problems) > MOST_ROWS:
        text += f"\nEn nog {len(problems) - MOST_ROWS} andere. Die staan in het logboek.\n"
    listed = [f"- {_plain(str(notice))}\n" for notice in notices]
    return _utf8(text + ("\n**Let op**\n\n" + "".join(listed[:MOST_ROWS]) if listed else ""))


def where_to_look(address: str, pages: Sequence[tuple[str, str]]) -> str:
    """Return, in Markdown, how to see what a proposal changes: `address` is that of the download with the files.

    `pages` are titles, each with the name of its file.
    """
    text = "### Bekijk hoe het wordt\n\n"
    text += f"1. [Download het voorbeeld]({address}) en pak het uit. Je hebt een account bij GitHub nodig.\n"
    text += "2. Open in die map het bestand `index.html`, met een dubbelklik. Daar staan deze pagina's:\n\n"
    text += "".join(f"    - {_plain(title)} (`{file}`)\n" for title, file in pages[:MOST_ROWS])
    if len(pages) > MOST_ROWS:
        text += f"    - en nog {len(pages) - MOST_ROWS} andere\n"
    if not pages:
        text += "    - geen: er verandert geen pagina van een tekst. De hele site staat in de map `site`.\n"
    return _utf8(text)


def as_json(problems: Iterable[Problem], notices: Iterable[Notice] = ()) -> str:
    """Return a JSON object as `json_schema` describes it."""
    rows = [
        asdict(p) | {"places": [place._asdict() for place in p.places], "titel": CODES[p.code].title} for p in problems
    ]
    found = {"versie": 1, "problemen": rows, "mededelingen": [asdict(notice) for notice in notices]}
    return _utf8(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `as_json` returns."""
    titles = {"titel": {"enum": sorted({about.title for about in CODES.values()})}}
    places = {"type": "array", "items": _object({"path": {"type": "string", "minLength": 1}, "line": NUMBER})}
    codes = {"code": {"enum": list(CODES)}, "field": {"type": "string"}, "places": places}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Meldingen van de controle",
        "description": "Wat scripts/check.py --format json schrijft.",
    } | _object(
        {
            "versie": {"const": 1},
            "problemen": {"type": "array", "items": _object(_columns(Problem) | codes | titles)},
            "mededelingen": {"type": "array", "items": _object(_columns(Notice))},
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _columns(record: type[Problem | Notice]) -> dict[str, Any]:
    """Return the schema of each field: a number counts from 1, and a text says something."""
    kinds = {"int": NUMBER, "str": {"type": "string", "minLength": 1}}
    return {field.name: kinds[str(field.type)] for field in fields(record) if str(field.type) in kinds}


def counted(problems: int) -> str:
    """Return the last line of a check."""
    return {0: "Geen problemen gevonden.", 1: "1 probleem gevonden."}.get(problems, f"{problems} problemen gevonden.")


def _field(found: Problem) -> str:
    """Return the field between brackets; its name comes from the file and can hold anything."""
    return f"[{quote(found.field)[1:-1]}] " if found.field else ""


def _plain(text: str) -> str:
    """Return a text that stands in a table of Markdown as it is: every sign that could mean something gets a `\\`."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", quote(text, 4000)[1:-1])


def _utf8(text: str) -> str:
    """Return a text that can be written: what is no UTF-8 in the name of a file becomes an escape (also of JSON)."""
    return text.encode("utf-8", "backslashreplace").decode()


FORMATS = {"text": as_text, "github": as_github, "json": as_json}
