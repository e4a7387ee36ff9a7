"""What stands in a column of the open data: taken of a text, and written in a cell of a CSV file.

How it is taken is found out once for a column, not for each of its values: there are thousands of those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from kennisbank.model import kinds, open_data
from kennisbank.model.open_data import Column, Type

Value = str | int | bool | float | list[Any] | None
Row = dict[str, Value]
Take = Callable[[Any], Value]
"""Returns what stands in a column of a text, or of what stands in a field of one."""
There = Callable[[kinds.Kind, Any], Any]
"""Returns of the names of texts of a kind those that are in the data."""
YES, NO = "ja", "nee"
BETWEEN = ";"
"""What parts two cells in a file that a Dutch spreadsheet opens."""
BEGINS = "'=+-@\t\r\n"
"""The first character of a text that a closer look is needed at."""
FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
"""How a text begins that a spreadsheet would calculate; an apostrophe before it keeps it a text."""
GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
BAR = re.compile(r" \||\| ")
HARD = "\u00a0"

NAMING = {
    kind.record: {
        name: kinds.BY_FIELD[spec.kind]
        for name, spec in open_data.shown(kind.record).items()
        if spec.kind in kinds.BY_FIELD
    }
    for kind in open_data.OPEN
}
"""By record, the fields that name texts, with the kind of those."""


def guarded(text: str) -> str:
    """Return a text as a cell of a CSV file has it: with an apostrophe before it where it would be a formula."""
    return f"'{text}" if text[:1] in BEGINS and FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell, without the apostrophe that `guarded` put before it."""
    return cell[1:] if GUARDED.match(cell) else cell


def item(text: str) -> str:
    """Return an item of a list as it stands in a cell: what would part it in two gets spaces that do not part."""
    return BAR.sub(lambda match: match.group().replace(" ", HARD), text) if "|" in text else text


def cell(value: Value, column: Column) -> str:
    """Return a value as a cell of a CSV file."""
    if value is None:
        return ""
    if isinstance(value, list):
        return guarded(open_data.SEPARATOR.join(item(str(one)) for one in value))
    if isinstance(value, bool):
        return YES if value else NO
    if column.type is Type.NUMBER:
        return str(value).replace(".", ",")  # a Dutch spreadsheet reads 53.219 as a number of thousands
    return guarded(value) if isinstance(value, str) and column.type is Type.TEXT else str(value)


def cells(values: Iterable[Value], columns: Sequence[Column]) -> list[str]:
    """Return the values of some columns as cells of a CSV file; most are a text as it is, and need no closer look."""
    return [
        value if value.__class__ is str and value[:1] not in BEGINS else cell(value, column)
        for value, column in zip(values, columns, strict=True)
    ]


def line(cells: Sequence[str]) -> str:
    """Return some cells as a line of a CSV file (RFC 4180, with semicolons); an empty one does not stand alone.

    The library writes the same, and looks at each character of each cell.
    """
    whole = BETWEEN.join(cells)
    if '"' in whole or "\n" in whole or "\r" in whole or whole.count(BETWEEN) >= len(cells):
        whole = BETWEEN.join(map(_quoted, cells))
    return f"{whole}\r\n"


def _quoted(cell: str) -> str:
    if BETWEEN in cell or "\n" in cell or '"' in cell or "\r" in cell:
        cell = cell.replace('"', '""')
        return f'"{cell}"'
    return cell


def named(record: type[Any], field: str) -> kinds.Kind | None:
    """Return the kind of text that a field of a record names, if it names texts."""
    return NAMING.get(record, {}).get(field)


def taking(record: type[Any], columns: tuple[Column, ...], there: There) -> tuple[tuple[str, Take], ...]:
    """Return the names of the columns that are made of a field of a record, each with what takes its value."""
    return tuple((column.name, _taking(record, column, there)) for column in columns if column.field)


def _taking(record: type[Any], column: Column, there: There) -> Take:
    found = attrgetter(column.field)
    if column.of:
        inner = taking(object, column.of, there)
        return lambda text: [{name: take(one) for name, take in inner} for one in found(text)]
    changes = tuple(_changes(record, column, there))

    def take(text: Any) -> Value:
        value = found(text)
        for change in changes:
            value = change(value)
        if isinstance(value, tuple):
            return list(value)
        return value.isoformat() if isinstance(value, date) else value

    return take


def _changes(record: type[Any], column: Column, there: There) -> Iterator[Callable[[Any], Any]]:
    """Yield what is done with what stands in the field of a column, in order."""
    if column.part in (open_data.FROM, open_data.TO):
        end = int(column.part == open_data.TO)
        yield lambda value: None if value is None else int(value[end])
    elif column.part == open_data.LABEL:
        labels = dict(column.choices)
        yield (lambda value: tuple(labels.get(one, one) for one in value)) if column.many else labels.get
    elif column.part:
        yield lambda value: value.get(column.part, ())
    if (kind := named(record, column.field)) is not None:
        yield partial(there, kind)
