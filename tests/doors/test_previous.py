"""Fetching the list of the site that is online: what is there, what is not, and what is something else."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from kennisbank.cli import previous
from kennisbank.contributing import web
from kennisbank.contributing.web import NoAnswer, Reply
from kennisbank.reading import history, settings
from tests.site_support import HOME, MINI, SETTINGS

SITE = HOME.site
LIST = json.dumps({"versie": 1, "verhalen": {"een": "Een", "twee": "Twee"}}).encode()


def run(
    monkeypatch: pytest.MonkeyPatch, out: Path, *answers: Reply | NoAnswer, root: Path = MINI
) -> tuple[int, list[str]]:
    """Run the command; returns its status and what was asked."""
    left = list(answers)
    asked: list[str] = []

    def ask(address: str, *, agent: str, limit: int) -> Reply:
        asked.append(address)
        answer = left.pop(0)
        if isinstance(answer, NoAnswer):
            raise answer
        return Reply(answer.status, answer.body[:limit])

    monkeypatch.setattr(web, "ask", ask)
    monkeypatch.setattr(previous.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(sys, "argv", ["previous.py", "--out", str(out), "--root", str(root)])
    return previous.main(), asked


def test_the_list_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "vorige.json"
    asked = [f"{SITE}inhoud.json", f"{SITE}adressen.txt"]
    assert run(monkeypatch, out, Reply(200, LIST), Reply(200, b"/verhalen/een/\n")) == (0, asked)
    last = history.last(out)
    assert last.titles == {"een": "Een", "twee": "Twee"}
    assert last.published.addresses == {"verhalen/een/": "", "verhalen/twee/": ""}
    assert [file.name for file in tmp_path.iterdir()] == ["vorige.json"]
    assert capsys.readouterr().out == f"Op {SITE} staan nu 2 verhalen.\n"


def test_the_first_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An old list is not taken for the one that is not there."""
    out = tmp_path / "vorige.json"
    out.write_bytes(LIST)
    assert run(monkeypatch, out, Reply(404))[0] == 0
    assert not out.exists()
    assert capsys.readouterr().out == f"Op {SITE} staat nog geen site: dit is de eerste keer.\n"


def test_a_failure_that_passes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answers = (NoAnswer("de site geeft geen antwoord"), Reply(502), Reply(200, LIST), Reply(404))
    status, asked = run(monkeypatch, tmp_path / "vorige.json", *answers)
    assert (status, len(asked)) == (0, 4)


def test_a_site_that_stands_nowhere_cannot_be_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then it is not known what is online, which is no reason to believe that nothing is."""
    (tmp_path / settings.FILE).write_text(re.sub(r"(?m)^adres: .*$", "adres:", SETTINGS), encoding="utf-8")
    assert run(monkeypatch, tmp_path / "vorige.json", root=tmp_path) == (1, [])
    assert history.last(tmp_path / "vorige.json") == history.Last(unknown=True)
    assert capsys.readouterr().out.startswith("Vul eerst adres in, in ruimte.yml.")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([NoAnswer("er is geen site met deze naam")] * 3, "er is geen site met deze naam"),
        ([NoAnswer("het certificaat van de site klopt niet", lasting=True)], "het certificaat van de site klopt niet"),
        ([Reply(500)] * 3, "de site antwoordt met fout 500"),
        ([Reply(403)], "de site antwoordt met fout 403"),
        ([Reply(200, b"<!doctype html>")], "iets anders dan de lijst"),
        ([Reply(200, b"[]")], "iets anders dan de lijst"),
        ([Reply(200, b'{"verhalen": 3}')], "iets anders dan de lijst"),
        ([Reply(200, b"\xff\xfe")], "iets anders dan de lijst"),
        ([Reply(200, b" " * (previous.LIMIT + 1))], "de lijst is veel te groot"),
    ],
)
def test_any_other_answer_stops_in_dutch(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    answers: list[Reply | NoAnswer],
    words: str,
) -> None:
    """Not knowing what is online is no reason to believe that nothing is."""
    out = tmp_path / "vorige.json"
    assert run(monkeypatch, out, *answers)[0] == 1
    assert history.last(out) == history.Last(unknown=True)
    assert words in capsys.readouterr().out


def test_a_folder_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path / "geen" / "vorige.json", Reply(200, LIST), Reply(404))[0] == 1
    assert "Schrijven lukte niet: het bestand is er niet" in capsys.readouterr().out
