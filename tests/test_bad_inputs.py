"""Every row of the list of bad inputs has its proof, and every kind of problem is given by some test."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kennisbank.problems.problem import CODES
from tests.support import golden, read_table

TESTS = Path(__file__).parent
ROWS: list[dict[str, Any]] = read_table(TESTS / "bad-inputs.yml")
CASES = golden(TESTS / "golden")
GIVEN = "".join(case["problems"] for case in CASES.values())
APART: dict[str, str] = next(row["codes"] for row in ROWS if "codes" in row)


def functions() -> Iterator[tuple[str, str]]:
    """Yield the name of every test, as pytest has it without parameters, and its source with its parameters."""
    for file in sorted(TESTS.rglob("test_*.py")):
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                begin = min(part.lineno for part in (node, *node.decorator_list))
                name = f"tests/{file.relative_to(TESTS).as_posix()}::{node.name}"
                yield name, "".join(lines[begin - 1 : node.end_lineno])


@functools.cache
def sources() -> dict[str, str]:
    """Return the source of every test by its name: read when it is asked for, for every process of a run collects."""
    return dict(functions())


@pytest.mark.parametrize("row", [row for row in ROWS if "inputs" in row], ids=lambda row: row["row"])
def test_every_input_has_its_proof(row: dict[str, Any]) -> None:
    assert row["gets"]
    for what, proofs in row["inputs"].items():
        assert proofs, f"nothing proves: {what}"
        missing = [proof for proof in proofs if proof not in (sources() if "::" in proof else CASES)]
        assert missing == [], f"{what}: no such case or test"


def test_rows_have_names_of_their_own() -> None:
    assert len({row["row"] for row in ROWS}) == len(ROWS)


def test_every_code_is_given_by_a_case_or_a_test() -> None:
    apart = [code for code in CODES if f"({code})\n" not in GIVEN]
    assert [code for code in apart if f'"{code}"' not in sources().get(APART.get(code, ""), "")] == []


def test_a_code_stands_apart_only_as_long_as_it_must() -> None:
    assert {code for code in APART if f"({code})\n" in GIVEN or code not in CODES} == set()
