"""The cards as a PDF: what is in it, that it is the same each time, and that a site is built without it as well."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.building import printing
from kennisbank.model import urls
from kennisbank.outputs import cache
from kennisbank.pages.kaarten import view as kaarten
from kennisbank.pages.views import Views
from kennisbank.parts import assets
from tests.conftest import CHROMIUM
from tests.site_support import MINI, run
from tests.support import content

ASSETS = assets.read()
STYLES = kaarten.on_paper(ASSETS)
FETCHED = kaarten.fetched(ASSETS)
PAGE = "<!doctype html><html lang='nl'><head><title>Proef</title></head><body><p>Een vel</p></body></html>"


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.fixture(scope="module")
def cards() -> dict[str, str]:
    knowledge = content()
    assert knowledge is not None
    return kaarten.printable(knowledge, Views(knowledge), STYLES.address)


@pytest.fixture
def false_browser(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that makes a program which passes for a browser, of the lines that it is to run."""

    def make(lines: str) -> str:
        program = tmp_path / "browser"
        program.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo Proef 1 && exit\n{lines}\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return make


SHEETS = {
    ("vragen", "klein"): 6, ("vragen", "groot"): 18, ("vragen", "a5"): 30,
    ("namen", "klein"): 1, ("namen", "groot"): 3, ("namen", "a5"): 5,
}  # fmt: skip
"""Sides of paper of each PDF of nine cards."""


def test_every_card_is_on_the_sheets_and_the_empty_one_says_its_name_only(cards: dict[str, str]) -> None:
    assert list(cards) == list(urls.KAARTEN_PDF.values())
    for (shown, size, colour), address in urls.KAARTEN_PDF.items():
        whole = shown == "vragen"
        in_colour = cards[urls.KAARTEN_PDF[shown, size, "kleur" if whole else colour]]
        assert cards[address] == in_colour.replace("rb-afdruk--kleur", f"rb-afdruk--{colour}")
        assert cards[address].count("<section") == SHEETS[shown, size]
        assert len(re.findall(r"<li>[^<]+\?</li>", cards[address])) == (3 * 8 * 3 if whole else 0)
        # The backs are all alike, and no card says more of the empty space than its name.
        backs = re.findall(r'<div class="rb-knipkaart rb-knipkaart--rug">(.*?)</div>', cards[address], re.DOTALL)
        assert len(set(backs)) == (1 if whole else 0)
        empty = re.findall(r'<div class="[^"]* rb-van-lege-ruimte">(.*?)</div>', cards[address], re.DOTALL)
        assert empty == ['<p class="rb-knipkaart__naam">De lege ruimte</p>'] * (3 if whole else 1)


@pytest.mark.browser
def test_a_browser_prints_the_same_bytes_each_time(cards: dict[str, str], tmp_path: Path) -> None:
    address = urls.KAARTEN_PDF["vragen", "klein", "kleur"]
    pages = {address: cards[address]}
    first = printing.make(pages, FETCHED, CHROMIUM, tmp_path / "een")[address]
    assert pages_of(first) == 6
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", first)
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {(595, 842)}
    assert b"(D:19700101000000" in first
    again = printing.make(pages, FETCHED, CHROMIUM, tmp_path / "twee")[address]
    assert again == first
    assert printing.make(pages, FETCHED, CHROMIUM, tmp_path / "een")[address] == first


def test_what_was_printed_is_kept(false_browser: Callable[[str], str], tmp_path: Path) -> None:
    program = false_browser(
        'for part; do case $part in --print-to-pdf=*) printf "%%PDF-%s" "$(date +%N)" >"${part#*=}";; esac; done'
    )
    first = printing.make({"a.pdf": PAGE}, FETCHED, program, tmp_path / "papier")
    assert first["a.pdf"].startswith(b"%PDF-")
    assert printing.make({"a.pdf": PAGE}, FETCHED, program, tmp_path / "papier") == first
    assert printing.make({"a.pdf": PAGE + " "}, FETCHED, program, tmp_path / "papier") != first
    assert all(path.suffix == ".pdf" for path in (tmp_path / "papier").iterdir())
    blocked = tmp_path / "bestand"
    blocked.write_text("", encoding="utf-8")
    assert printing.make({"a.pdf": PAGE}, FETCHED, program, blocked)["a.pdf"].startswith(b"%PDF-")


@pytest.mark.apart
@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("exit 1", "schreef geen PDF"),
        ('for part; do case $part in --print-to-pdf=*) echo nee >"${part#*=}";; esac; done', "stopte met fout 0"),
        ("sleep 30", "langer dan 3 seconden"),
    ],
)
def test_a_browser_that_fails_says_why(
    false_browser: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, reason: str
) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 3)
    with pytest.raises(printing.Unprinted, match=reason):
        printing.make({"a.pdf": PAGE}, FETCHED, false_browser(lines), tmp_path / "papier")
    assert not (tmp_path / "papier").exists()


def test_a_browser_that_is_not_there_is_said() -> None:
    with pytest.raises(printing.Unprinted, match="start niet"):
        printing.make({"a.pdf": PAGE}, FETCHED, "/nergens/browser", cache.folder("papier"))


def test_the_moment_is_taken_out_and_nothing_moves() -> None:
    pdf = b"%PDF-1.4 /CreationDate (D:20261123120102+01'00') /ModDate (D:20261123120102+00'00') x"
    assert len(printing.timeless(pdf)) == len(pdf)
    assert printing.timeless(pdf).count(b"(D:19700101000000") == 2
    assert printing.timeless(b"%PDF-1.4 x") == b"%PDF-1.4 x"


@pytest.mark.apart
def test_without_a_pdf_the_site_is_built_and_names_none(tmp_path: Path) -> None:
    result = run("build.py", "--root", MINI, "--out", tmp_path / "site", CHROMIUM="/nergens/browser")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Let op: de kaarten komen niet als PDF op de site: /nergens/browser start niet." in result.stderr
    pages = {page: page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.html")}
    assert [page for page, text in pages.items() if re.search(r"(kaarten|namen)[a-z0-9-]*\.pdf", text)] == []
    for address in urls.KAARTEN_PDF.values():
        assert pages_of((tmp_path / "site" / address).read_bytes()) == 1, "it says where the cards are"


@pytest.mark.apart
def test_with_a_pdf_the_page_offers_it(real_site: Path) -> None:
    page = (real_site / urls.KAARTEN_AFDRUKKEN / "index.html").read_text(encoding="utf-8")
    for (shown, size, _), address in urls.KAARTEN_PDF.items():
        made = (real_site / address).read_bytes()
        assert pages_of(made) == SHEETS[shown, size]
        assert re.search(rf'{address}">PDF: [^<]+ \({round(len(made) / 1000)} kB\)</a>', page)
