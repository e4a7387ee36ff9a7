"""Reads open data as somebody else would: by what `datapackage.json` says of them, and by nothing of the package."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

Row = dict[str, Any]
ESCAPED = re.compile(r"'+[=+\-@\t\r\n]")
"""A text that has an apostrophe before it, or it would be a formula."""


def text(cell: str) -> str:
    return cell[1:] if ESCAPED.match(cell) else cell


def value(cell: str, field: Mapping[str, Any]) -> Any:
    """Return what a cell means by what the Table Schema says of its column; raises `ValueError` where it is not so."""
    if cell == "":
        return [] if "scheiding" in field else None
    if "scheiding" in field:
        return text(cell).split(field["scheiding"])
    match field["type"]:
        case "string":
            return text(cell)
        case "integer":
            return int(cell)
        case "number":
            return float(cell.replace(field["decimalChar"], "."))
        case "date":
            return date.fromisoformat(cell).isoformat()
        case "boolean":
            return {**dict.fromkeys(field["trueValues"], True), **dict.fromkeys(field["falseValues"], False)}[cell]
    raise ValueError(field["type"])


def table(resource: Mapping[str, Any], content: bytes) -> list[Row]:
    """Return the rows of a CSV file, with what its columns mean."""
    dialect = resource["dialect"]
    written = content.decode("utf-8-sig")
    reader = csv.reader(
        io.StringIO(written, newline=""), delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"], strict=True
    )
    fields = resource["schema"]["fields"]
    head, *rows = reader
    assert head == [field["name"] for field in fields]
    for row in rows:
        assert len(row) == len(head), row
    return [{field["name"]: value(cell, field) for field, cell in zip(fields, row, strict=True)} for row in rows]


def package(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the descriptor of the files."""
    found: dict[str, Any] = json.loads(files["data/datapackage.json"])
    return found


def tables(files: Mapping[str, bytes]) -> dict[str, list[Row]]:
    """Return the rows of every CSV file by the name of its table."""
    found = (one for one in package(files)["resources"] if one.get("type") == "table")
    return {one["name"]: table(one, files[f"data/{one['path']}"]) for one in found}


def faults(files: Mapping[str, bytes]) -> list[str]:
    """Return everything in the CSV files that is not as their Table Schemas say."""
    rows, wrong = tables(files), list[str]()
    for resource in package(files)["resources"]:
        if resource.get("type") == "table":
            name, schema = resource["name"], resource["schema"]
            for field in schema["fields"]:
                wrong += [f"{name}.{field['name']}: {said}" for row in rows[name] for said in _wrong(row, field)]
            keys = [tuple(row[part] for part in schema["primaryKey"]) for row in rows[name]]
            wrong += (
                [f"{name}: {key} twice" for key in keys if keys.count(key) > 1] if len(set(keys)) < len(keys) else []
            )
            for foreign in schema.get("foreignKeys", []):
                there = foreign["reference"]
                known = {tuple(row[part] for part in there["fields"]) for row in rows[there["resource"]]}
                named = {tuple(row[part] for part in foreign["fields"]) for row in rows[name]}
                wrong += [f"{name}: {key} is not in {there['resource']}" for key in sorted(named - known)]
    return wrong


def _wrong(row: Row, field: Mapping[str, Any]) -> list[str]:
    found, limits = row[field["name"]], field["constraints"]
    if found in (None, []):
        return ["is empty"] if limits["required"] else []
    checks = {
        "enum": lambda limit: found in limit,
        "minimum": lambda limit: found >= limit,
        "maximum": lambda limit: found <= limit,
        "minLength": lambda limit: len(found) >= limit,
        "maxLength": lambda limit: len(found) <= limit,
        "required": lambda limit: True,
    }
    return [f"{found!r} against {rule}" for rule, limit in limits.items() if not checks[rule](limit)]
