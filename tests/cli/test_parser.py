"""What a command says of itself and of wrong use: Dutch, without changing what others get of argparse."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from pathlib import Path

import pytest

from kennisbank.cli.parser import Parser

HELP = """\
gebruik: probeer.py [-h] [--root MAP] [--vorm {tekst,json}] [--kort] [--kop KOP]
                    WOORD

Probeer het.

bestanden:
  WOORD                het woord

keuzes:
  -h, --help           toon deze uitleg
  --root MAP           de map met de map stories erin (standaard: dit project)
  --vorm {tekst,json}
  --kort
  --kop KOP
"""
WRONG = {
    "dorp --vorm xml": "--vorm: 'xml' kan niet; kies uit {choices}",
    "dorp --wat": "onbekend: --wat",
    "dorp stad dal": "onbekend: stad dal",
    "dorp --kop": "--kop: hier hoort een waarde achter",
    "dorp --kort=ja": "--kort: hier hoort geen waarde achter, dus ook niet 'ja'",
    "dorp --ko": "--ko kan meer dan één ding zijn: --kort, --kop",
    "": "verplicht: WOORD",
    "dorp --root /bestaat/niet": "de map /bestaat/niet is er niet",
}


def parser() -> Parser:
    made = Parser(prog="probeer.py", description="Probeer het.")
    made.add_argument("woord", metavar="WOORD", help="het woord")
    made.add_argument("--vorm", choices=["tekst", "json"])
    made.add_argument("--kort", action="store_true")
    made.add_argument("--kop")
    return made


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "82")
    monkeypatch.setenv("NO_COLOR", "1")


def said(monkeypatch: pytest.MonkeyPatch, line: str) -> tuple[int | str | None, str, str]:
    """Return how a command ends, what it writes, and what it writes of errors."""
    monkeypatch.setattr(sys, "argv", ["probeer.py", *line.split()])
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as ended:
        parser().parse()
    return ended.value.code, out.getvalue(), err.getvalue()


def test_help_is_dutch_to_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, "--help") == (0, HELP, "")


@pytest.mark.parametrize("line", WRONG)
def test_each_kind_of_wrong_use_gets_one_dutch_sentence(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = said(monkeypatch, line)
    usage = "".join(HELP.splitlines(keepends=True)[:2])
    choices = ("'tekst', 'json'", "tekst, json")  # of Python 3.11 and of later ones
    assert (status, out) == (2, "")
    assert err in {f"{usage}probeer.py: {WRONG[line].format(choices=each)}\n" for each in choices}


def test_right_use_gives_arguments_and_the_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["probeer.py", "dorp", "--root", str(tmp_path), "--vorm", "json"])
    arguments, root = parser().parse()
    assert (arguments.woord, arguments.vorm, arguments.kort, root) == ("dorp", "json", False, tmp_path)


def test_a_parser_of_others_stays_as_it_is() -> None:
    parser()
    assert argparse.ArgumentParser(prog="x", add_help=False).format_usage() == "usage: x\n"
