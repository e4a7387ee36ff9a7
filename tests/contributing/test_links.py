"""The links to other sites: which are found, what an answer means, and that asking is polite."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kennisbank import PROJECT
from kennisbank.cli import links as door
from kennisbank.contributing import links, web
from kennisbank.contributing.links import State
from kennisbank.contributing.web import NoAnswer, Reply
from kennisbank.problems.report import FORMATS
from kennisbank.reading.settings import site_address
from tests.support import GOED, changed, write

OWN = "https://ruimte.example/"


def found(root: Path) -> dict[str, list[str]]:
    return {
        address: [f"{path}:{place['line']}:{place['column']}" for path, place in spots]
        for address, spots in links.collect(root, OWN).items()
    }


def test_every_way_to_write_an_address(tmp_path: Path) -> None:
    text = """
Zie [een pagina](https://een.nl/a), [nog een](<https://een.nl/b>) en <https://een.nl/c>.
Ook (https://een.nl/d_(e)), *https://een.nl/f*, "https://een.nl/g" en https://een.nl/h?x=1&amp;y=2.

[verwijzing]: https://twee.nl/
"""
    write(tmp_path, {GOED: changed({"eigen verhaal": "https://drie.nl/bron"}) + text})
    assert found(tmp_path) == {
        "https://drie.nl/bron": [f"{GOED}:12:8"],
        "https://een.nl/a": [f"{GOED}:18:18"],
        "https://een.nl/b": [f"{GOED}:18:48"],
        "https://een.nl/c": [f"{GOED}:18:71"],
        "https://een.nl/d_(e)": [f"{GOED}:19:6"],
        "https://een.nl/f": [f"{GOED}:19:30"],
        "https://een.nl/g": [f"{GOED}:19:50"],
        "https://een.nl/h?x=1&y=2": [f"{GOED}:19:71"],
        "https://twee.nl/": [f"{GOED}:21:15"],
    }


def test_the_sites_of_schools_and_partners(tmp_path: Path) -> None:
    sites = 'sites: ["https://school.nl/", https://museum.nl/over]\nspeelde:'
    write(tmp_path, {GOED: changed({"speelde:": sites})})
    assert found(tmp_path) == {"https://school.nl/": [f"{GOED}:13:10"], "https://museum.nl/over": [f"{GOED}:13:31"]}


def test_in_every_folder_and_in_the_lists(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "docs/over/index.md": "Zie https://x.nl/\n",
            "werkvormen/wandeling.md": "Zie https://x.nl/\n",
            "kennisbank/vocabularies/rol.yml": "uitleg: https://x.nl/\n",
            "lijsten/plaats.yml": "uitleg: https://x.nl/\n",
        },
    )
    paths = [spot.partition(":")[0] for spot in found(tmp_path)["https://x.nl/"]]
    assert paths == [
        "werkvormen/wandeling.md",
        "docs/over/index.md",
        "lijsten/plaats.yml",
        "kennisbank/vocabularies/rol.yml",
    ]


def test_this_site_and_examples_are_not_asked(tmp_path: Path) -> None:
    text = " ".join(
        (
            f"{OWN}over/",
            "https://www.voorbeeld.nl/",
            "https://site.example/",
            "https://localhost/",
            "https://example.org/",
        )
    )
    write(tmp_path, {GOED: changed({"De kinderen gingen op pad.": text})})
    assert found(tmp_path) == {}


class Site:
    """Answers as it is told, per address and method; remembers what it was asked and how long was waited."""

    def __init__(self, **answers: int | list[int | NoAnswer] | NoAnswer) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.waited: list[float] = []

    def ask(self, address: str, method: str) -> Reply:
        self.asked.append(f"{method} {address}")
        name = address.rpartition("/")[2]
        answer = self.answers.get(f"{name}_{method}", self.answers.get(name, 200))
        if isinstance(answer, list):
            answer = answer.pop(0)
        if isinstance(answer, NoAnswer):
            raise answer
        return Reply(answer)

    def look(self, name: str) -> links.Found:
        return links.look(f"https://x.nl/{name}", self.ask, self.waited.append)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, State.GOOD), (204, State.GOOD), (404, State.DEAD), (410, State.DEAD), (400, State.DEAD),
        (500, State.DEAD), (503, State.DEAD), (401, State.UNKNOWN), (403, State.UNKNOWN), (429, State.UNKNOWN),
        (999, State.UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_status_means(status: int, state: State) -> None:
    assert Site(p=status).look("p").state is state


def test_a_site_that_knows_no_head_is_asked_again() -> None:
    site = Site(p_HEAD=405, p_GET=200)
    assert site.look("p").state is State.GOOD
    assert site.asked == ["HEAD https://x.nl/p", "GET https://x.nl/p"]
    assert site.waited == [links.PAUSE]


def test_a_failure_that_passes_is_none() -> None:
    site = Site(p=[503, 503, NoAnswer("de site geeft geen antwoord"), 200])
    assert site.look("p").state is State.GOOD
    assert [wait for wait in site.waited if wait != links.PAUSE] == [5, 20]


def test_a_failure_that_stays_is_said_in_dutch() -> None:
    assert Site(p=404).look("p").reason == "de pagina is er niet (antwoord 404)"
    assert Site(p=500).look("p").reason == "de site heeft een storing (antwoord 500)"
    gone = Site(p=NoAnswer("er is geen site met deze naam"))
    assert gone.look("p") == links.Found(State.DEAD, "er is geen site met deze naam", reached=False)
    assert len(gone.asked) == len(links.TRIES)


def test_a_lasting_refusal_is_not_tried_again() -> None:
    site = Site(p=NoAnswer("het certificaat van de site klopt niet", lasting=True, reached=True))
    assert (site.look("p").state, len(site.asked)) == (State.UNKNOWN, 1)


def test_http_is_not_asked() -> None:
    site = Site()
    assert links.look("http://x.nl/", site.ask).state is State.UNKNOWN
    assert site.asked == []


def test_a_site_is_asked_one_thing_at_a_time_and_a_page_once(tmp_path: Path) -> None:
    body = "https://x.nl/a https://x.nl/b https://x.nl/a https://y.nl/c"
    write(tmp_path, {GOED: changed({"De kinderen gingen op pad.": body}), "docs/index.md": "Zie https://x.nl/b.\n"})
    busy: set[str] = set()
    asked: list[str] = []

    def ask(address: str, method: str) -> Reply:
        host = address.split("/")[2]
        assert host not in busy
        busy.add(host)
        asked.append(address)
        busy.remove(host)
        return Reply(404 if address.endswith("b") else 200)

    waited: list[float] = []
    report = links.check(links.collect(tmp_path, OWN), ask, waited.append)
    assert sorted(asked) == ["https://x.nl/a", "https://x.nl/b", "https://x.nl/b", "https://y.nl/c"]
    assert waited == [links.PAUSE] * 2  # between the pages, and between HEAD and GET
    assert [(found.path, found.line, found.column) for found in report.problems] == [
        ("docs/index.md", 1, 5),
        (GOED, 16, 16),
    ]
    assert {found.code for found in report.problems} == {"link-extern"}
    assert (report.addresses, report.reached, report.notices) == (3, 3, ())
    assert FORMATS["github"](report.problems).startswith("::error file=docs/index.md,line=1,col=5,title=Link naar een")


def test_of_a_site_that_is_gone_one_page_is_asked() -> None:
    spots = {f"https://x.nl/{name}": [("docs/index.md", {"line": 1, "column": 1})] for name in "abc"}
    site = Site(a=NoAnswer("er is geen site met deze naam"))
    report = links.check(spots, site.ask, site.waited.append)  # type: ignore[arg-type]
    assert {asked.rpartition("/")[2] for asked in site.asked} == {"a"}
    assert (len(report.problems), report.reached) == (3, 0)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/weg":
            self.send_error(404)
            return
        if self.path == "/door":
            self.send_response(301)
            self.send_header("Location", "ftp://127.0.0.1/")
            self.end_headers()
            return
        body = self.headers["User-Agent"].encode() * 100
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site on this machine, which has no https."""
    monkeypatch.setattr(web, "SCHEMES", frozenset({"http"}))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


def test_asking_a_real_server(server: str) -> None:
    assert web.ask(f"{server}/weg", agent="proef").status == 404
    assert web.ask(f"{server}/é ü?q=ï#plek", agent="proef", method="HEAD") == Reply(200)
    assert web.ask(server, agent="proef", limit=7) == Reply(200, b"proefpr")
    with pytest.raises(NoAnswer, match="zonder https"):
        web.ask(f"{server}/door", agent="proef")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://x.nl/", "begint niet met https"),
        ("file:///etc/passwd", "geen webadres"),
        ("https://", "geen webadres"),
        (f"https://{'a' * 70}.nl/", "geen webadres"),
        ("https://x.nl:geen/", "geen webadres"),
        ("https://127.0.0.1:1/", "geen antwoord"),
    ],
)
def test_what_cannot_be_asked(address: str, words: str) -> None:
    with pytest.raises(NoAnswer, match=words):
        web.ask(address, agent="proef", timeout=5)


def run(monkeypatch: pytest.MonkeyPatch, root: Path, answer: int | NoAnswer) -> int:
    def ask(address: str, *, agent: str, method: str) -> Reply:
        assert site_address(PROJECT) in agent
        if isinstance(answer, NoAnswer):
            raise answer
        return Reply(answer)

    monkeypatch.setattr(web, "ask", ask)
    monkeypatch.setattr(links, "TRIES", (0.0,))
    monkeypatch.setattr(links, "PAUSE", 0.0)
    monkeypatch.setattr(sys, "argv", ["links.py", "--root", str(root)])
    return door.main()


def test_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {GOED: changed({"op pad": "naar https://x.nl/a"})})
    assert run(monkeypatch, tmp_path, 404) == 1
    output = capsys.readouterr()
    assert output.out.startswith(
        f'{GOED}:16:25 De link "https://x.nl/a" werkt niet: de pagina is er niet (antwoord 404).'
    )
    assert output.err == "1 adressen bekeken, 1 werken er niet.\n"
    assert run(monkeypatch, tmp_path, 200) == 0
    assert run(monkeypatch, tmp_path, 403) == 0
    assert "niet te controleren: de site laat ons niet kijken (antwoord 403)" in capsys.readouterr().err
    assert run(monkeypatch, tmp_path, NoAnswer("de site geeft geen antwoord")) == 2
    assert capsys.readouterr().err == "Geen enkele site gaf antwoord. Is er wel internet?\n"
