"""Small promises of pages and papers that no other test proves."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.model.fields import specs
from kennisbank.model.records import Beeld, Bundel, Verhaal, Werkvorm
from tests.support import GOED, VERHAAL, WERKVORM, read, write


@pytest.mark.parametrize(
    ("record", "names"),
    [
        (Verhaal, {"regio", "schooltype", "partnertype", "ruimtes", "bron", "datum", "toestemming"}),
        (Werkvorm, {"bron", "ruimtes", "functie"}),
        (Bundel, {"bron", "verhalen", "werkvormen"}),
        (Beeld, {"alt", "maker", "licentie", "toestemming"}),
    ],
)
def test_what_every_text_is_said_to_have_must_be_filled_in(record: type, names: set[str]) -> None:
    """Also in the next story: the page shows what the record has, and the record must have it."""
    assert names <= {name for name, spec in specs(record).items() if spec.required}


QUOTABLE = re.compile(r"(?m)^(\w+): ([^\[\"\n].*)$")


@pytest.mark.parametrize(("path", "text"), [(GOED, VERHAAL), ("werkvormen/wandeling.md", WERKVORM)])
def test_any_value_may_stand_between_quotes(tmp_path: Path, path: str, text: str) -> None:
    """A date, a ja, a true and each item of a list too."""
    quoted = QUOTABLE.sub(r'\1: "\2"', text.replace("bron:", "eerder: [oud]\nbron:") if path == GOED else text)
    quoted = re.sub(
        r"\[(.*)\]", lambda m: "[" + ", ".join(f'"{part.strip()}"' for part in m[1].split(",")) + "]", quoted
    )
    assert quoted.count('"') > text.count('"')
    assert read(write(tmp_path, {path: quoted})).problems == ()


def test_a_quote_that_is_not_closed_is_said_at_its_line(tmp_path: Path) -> None:
    broken = VERHAAL.replace("title: Het goede verhaal", 'title: "Het "goede" verhaal"')
    (problem,) = read(write(tmp_path, {GOED: broken})).problems
    assert (problem.line, "aanhalingstekens" in problem.message) == (2, True)


def test_fields_that_cannot_be_read_hide_nothing_of_the_text_and_of_other_files(tmp_path: Path) -> None:
    broken = VERHAAL.replace("regio: noord-groningen", "regio: nergens\n\tx: y").replace("De kinderen", "<b>De</b>")
    other = VERHAAL.replace("[po]", "[zz]")
    found = {
        (problem.path, problem.code)
        for problem in read(write(tmp_path, {GOED: broken, "stories/x.md": other})).problems
    }
    assert found == {(GOED, "kop-tab"), (GOED, "html"), ("stories/x.md", "waarde-onbekend")}


def test_the_example_of_a_meet_up_takes_as_long_as_it_says() -> None:
    text = (PROJECT / "docs" / "ruimte" / "meet-up.md").read_text(encoding="utf-8")
    parts = [int(minutes) for minutes in re.findall(r"(?m)^\| (\d+) minuten \|", text)]
    told = re.search(r"Samen is dat (\d+) minuten", text)
    assert told
    assert sum(parts) == int(told[1])
    steps = re.findall(r"(?m)^\d\. \*\*", text.split("## Tijdens")[0])
    assert len(steps) == 5  # its heading says so


def test_a_page_of_the_preview_is_whole_without_a_server(real_site: Path) -> None:
    """Who reviews a proposal opens `index.html` of a story from the folder that was unpacked."""
    page = real_site / "verhalen" / "trots-in-meppel" / "index.html"
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    named = [node.attributes["href"] or "" for node in tree.css("link[rel=stylesheet]")]
    named += [node.attributes["src"] or "" for node in tree.css("img[src]")]
    assert len(named) >= 2
    for address in named:
        assert not urlsplit(address).netloc
        assert not address.startswith("/"), f"{address} is looked for at the root of the disk"
        assert (page.parent / urlsplit(address).path).is_file(), address
