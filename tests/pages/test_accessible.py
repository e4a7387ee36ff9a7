"""What the site says of its own accessibility is what the tests do: another version of axe asks for a new text."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

from kennisbank import PROJECT
from kennisbank.reading.values import today

STATEMENT = (PROJECT / "docs/over/toegankelijkheid.md").read_text(encoding="utf-8")
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def source(name: str) -> str:
    return (PROJECT / "tests/browser" / name).read_text(encoding="utf-8")


def test_the_statement_says_what_the_tests_do() -> None:
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    version = re.match(r"/\*! axe v(\d+\.\d+)", axe)
    assert version and f"axe-core {version[1]}." in STATEMENT
    looked = source("test_browser_pages.py")
    rules = re.search(r"(?m)^TAGS = \[(.*)\]$", looked)
    assert rules and {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"} <= set(re.findall(r'"(\w+)"', rules[1]))
    assert '320, "light"): EVERY_RULE' in looked and '1280, "dark"): COLOURS' in looked
    assert "200% !important" in looked and "letter-spacing" in looked
    workflow = (PROJECT / ".github/workflows/controle.yml").read_text(encoding="utf-8")
    assert "make test" in workflow and "pull_request" in workflow


def test_the_statement_has_a_date_that_has_been() -> None:
    day, month, year = re.search(r"Opgesteld op (\d+) (\w+) (\d{4})", STATEMENT).groups()  # type: ignore[union-attr]
    assert date(int(year), MONTHS.index(month) + 1, int(day)) <= today()


def test_the_statement_promises_no_more_than_was_looked_at() -> None:
    assert "niet volledig toegankelijk" in STATEMENT
    for part in ("Wat we testen", "Wat nog niet is onderzocht", "Lukt er iets niet?", "Over deze verklaring"):
        assert f"\n## {part}\n" in STATEMENT
    assert "[](bewaarplaats:contact)" in STATEMENT
