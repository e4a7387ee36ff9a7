"""One side of paper is one side, and no sheet is blank: in Firefox and in Chromium, on A4 and on Letter."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kennisbank.model import urls
from tests.browser import paper_support as paper
from tests.browser.paper_support import Print, Side
from tests.browser.test_browser_selection import STORIES, WERKVORMEN
from tests.site_support import PROJECT

pytestmark = pytest.mark.browser

A4 = {(595, 842), (596, 842)}
"""Firefox counts in whole points."""
LETTER = {(612, 792)}

READY = "!document.querySelector('[aria-busy]')"
SHEET = "document.body.classList.contains('rb-boekje-vol')"
PLANNER = "!document.querySelector('#rb-sessie[hidden], [aria-busy]')"
PLANNED = (PLANNER, "(document.querySelector('#rb-wens').requestSubmit(), true)", PLANNER)
PROGRAMME = "document.body.classList.contains('rb-met-programma')"
PARTICIPANTS = "(document.body.dataset.druk = 'deelnemers')"
CHOICES = "document.querySelector('#rb-print:not([hidden])')"
FOUND = "document.querySelector('.rb-zoek--werkt')"

FUNCTIONS = ("orientatie", "verdieping", "evaluatie")
DECKS = {
    "formaat=klein&achterkant=ja&functie=verdieping": 2,
    "formaat=klein&achterkant=nee&functie=alle": 3,
    "formaat=groot&achterkant=nee&functie=evaluatie": 3,
}
EXAMPLES = sorted(path.stem for path in (PROJECT / "stories" / "kort").glob("[a-z]*.md"))
BUNDEL = min(path.stem for path in (PROJECT / "docs" / "bundels").glob("*.md"))
OTHERS = (
    "", "404.html", "verhalen/", f"verhalen/{STORIES[0]}/", f"werkvormen/{WERKVORMEN[0]}/", f"bundels/{BUNDEL}/",
    "overzicht/", "overzicht/kaart/", "kenmerken/", "partner/museum/", "ruimte/kaarten/", "ruimtes/plek/", "sessie/",
    "selectie/", "uitdelen/", "meedoen/verhaal-schrijven/", "over/",
)  # fmt: skip
"""A page of every kind, short ones where there is a choice: a Firefox prints two sides in a second."""


def _promised() -> dict[Print, int]:
    """Return how many sides of paper each thing is that was made for paper."""
    found = {Print(f"uitdelen-{slug}", f"{urls.UITDELEN}?verhaal={slug}", (SHEET, READY)): 1 for slug in STORIES}
    stories, werkvormen, examples = (f"{urls.SELECTIE}?v=1&{key}=" for key in "swk")
    found[Print("boekje-werkvormen", werkvormen + ",".join(WERKVORMEN), (SHEET, READY))] = 1 + len(WERKVORMEN)
    found[Print("boekje-voorbeelden", examples + ",".join(EXAMPLES), (SHEET, READY))] = 1 + len(EXAMPLES)
    found[Print("boekje-letter", stories + ",".join(STORIES), (SHEET, READY), "letter")] = 1 + len(STORIES)
    for function in FUNCTIONS:
        address = f"sessie/?v=1&t=240&n=12&f={function}&b=13:30"
        found[Print(f"deelnemers-{function}", address, (*PLANNED, PROGRAMME, PARTICIPANTS))] = 1
    for paper_size in ("a4", "letter"):
        for query, number in DECKS.items():
            address = f"{urls.KAARTEN_AFDRUKKEN}?{query}"
            found[Print(f"kaarten-{query}-{paper_size}", address, (CHOICES,), paper_size)] = number
    return found


def _of_hosts() -> dict[Print, int]:
    """Return how many sides of paper the programme of a host takes at most: it has the steps of every werkvorm."""
    return {
        Print(
            f"begeleider-{minutes}-{function}",
            f"sessie/?v=1&t={minutes}&n=12&f={function}&b=13:30",
            (*PLANNED, PROGRAMME),
        ): most
        for minutes, most in ((60, 2), (90, 2), (120, 2), (240, 3))
        for function in FUNCTIONS
    }


PROMISED = _promised()
OF_HOSTS = _of_hosts()
PRINTS = [
    *PROMISED,
    *OF_HOSTS,
    *(Print(f"bladzijde-{address.replace('/', '-')}", address, (READY,)) for address in OTHERS),
    Print("zoeken", "zoeken/?q=zzzz", (FOUND, READY)),
    Print("zoeken-letter", "zoeken/?q=zzzz", (FOUND, READY), "letter"),
    Print("selectie-letter", "selectie/", (READY,), "letter"),
]


@pytest.fixture(scope="session", params=["firefox", "chromium"])
def printed(
    request: pytest.FixtureRequest,
    site: str,
    once: Callable[[str, Callable[[Path], None]], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[Print, list[Side]]:
    """Return the sides of paper of everything, in one browser or the other. Without a Firefox the test is skipped."""
    name = f"papier-{request.param}"
    if request.param == "firefox":
        needs_firefox()
        home = tmp_path_factory.mktemp("firefox")
        folder = once(name, lambda folder: paper.in_firefox(PRINTS, site, folder, home))
    else:
        browser = request.getfixturevalue("browser")
        folder = once(name, lambda folder: paper.in_chromium(PRINTS, site, folder, browser))
    return {one: paper.sides(folder / f"{one.name}.pdf") for one in PRINTS}


def needs_firefox() -> None:
    reason = paper.absent()
    if reason and paper.must_be_there():
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def test_without_a_firefox_the_reason_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paper, "FIREFOX", "")
    monkeypatch.setattr(paper.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"no Firefox .* tested in Chromium only"):
        needs_firefox()
    monkeypatch.setattr(paper, "FIREFOX", "/usr/bin/firefox")
    monkeypatch.setattr(paper, "PROJECT", tmp_path)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"no puppeteer-core .* tested in Chromium only"):
        needs_firefox()


def test_what_is_made_for_paper_is_as_many_sides_as_it_says(printed: dict[Print, list[Side]]) -> None:
    assert len(PROMISED) > 15
    assert {one.name: len(printed[one]) for one in PROMISED} == {one.name: n for one, n in PROMISED.items()}


def test_the_programme_of_a_host_is_not_more_sides_than_it_says(printed: dict[Print, list[Side]]) -> None:
    sides = {one.name: len(printed[one]) for one in OF_HOSTS}
    assert {one.name: sides[one.name] for one, most in OF_HOSTS.items() if sides[one.name] > most} == {}


def test_nothing_that_is_printed_has_a_blank_side(printed: dict[Print, list[Side]]) -> None:
    blank = {one.name: [side.blank for side in found] for one, found in printed.items()}
    assert {name: found for name, found in blank.items() if any(found)} == {}


def test_it_is_printed_on_that_paper(printed: dict[Print, list[Side]]) -> None:
    sizes = {side.size for one, found in printed.items() if one.paper == "a4" for side in found}
    assert sizes <= A4
    assert {side.size for one, found in printed.items() if one.paper == "letter" for side in found} == LETTER


def test_a_side_with_nothing_but_its_number_is_blank(browser: Browser, tmp_path: Path) -> None:
    number = "@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: counter(page) } }"
    two = f"<style>{number} p {{ break-after: page; color: #bbb }}</style><p>.</p><div>&nbsp;</div>"
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(two)
        page.pdf(path=tmp_path / "twee.pdf", prefer_css_page_size=True)
    first, second = paper.sides(tmp_path / "twee.pdf")
    assert (first.blank, second.blank) == (False, True)


def test_the_driver_ends_a_firefox_that_takes_too_long(site: str, tmp_path: Path) -> None:
    needs_firefox()
    never = {"name": "nooit", "address": site + "uitdelen/", "steps": ["false"]}
    done = paper.drive({"firefox": paper.FIREFOX, "folder": str(tmp_path), "seconds": 6, "pages": [never]}, tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "More than 6 seconds, while " in done.stderr
    end = time.monotonic() + 20
    while commands_with(tmp_path) and time.monotonic() < end:  # what Firefox started ends a moment after it
        time.sleep(0.1)
    assert commands_with(tmp_path) == []
    assert not list(tmp_path.glob("*.pdf"))
    assert not list(tmp_path.glob("*profile*"))


def commands_with(folder: Path) -> list[bytes]:
    """Return the commands of running processes that name a folder (on Linux)."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has ended
            found.append(file.read_bytes())
    return [command for command in found if bytes(folder) in command]


def test_the_driver_says_what_failed(tmp_path: Path) -> None:
    needs_firefox()
    done = paper.drive({"firefox": "/nergens/firefox", "folder": str(tmp_path), "seconds": 30, "pages": []}, tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "While starting Firefox: " in done.stderr
    assert "/nergens/firefox" in done.stderr
