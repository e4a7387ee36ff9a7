"""One side of paper is one side, and no sheet is blank: in Firefox and in Chromium, on A4 and on Letter."""

from __future__ import annotations

import contextlib
import functools
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kennisbank.model import urls
from kennisbank.parts.knipvel import view as knipvel
from tests.browser import paper_support as paper
from tests.browser.paper_support import Print, Side
from tests.browser.test_browser_selection import STORIES, WERKVORMEN
from tests.site_support import PROJECT
from tests.support import content

pytestmark = pytest.mark.browser

A4 = {(595, 842), (596, 842)}
"""Firefox counts in whole points."""
LETTER = {(612, 792)}

READY = "!document.querySelector('[aria-busy]')"
SHEET = "document.body.classList.contains('rb-boekje-vol')"
PLANNER = "!document.querySelector('#rb-sessie[hidden], [aria-busy]')"
PLANNED = (PLANNER, "(document.querySelector('#rb-wens').requestSubmit(), true)", PLANNER)
PROGRAMME = "document.body.classList.contains('rb-met-programma')"
PACK = "document.querySelector('#rb-pakket li') && (document.body.dataset.druk = 'pakket')"
PACKED = (*PLANNED, PROGRAMME, PACK)
WITH_PAPER = "document.querySelector('#rb-met-uitdelen')"
PARTICIPANTS = "(document.body.dataset.druk = 'deelnemers')"
CHOICES = "document.querySelector('#rb-print:not([hidden])')"
FOUND = "document.querySelector('.rb-zoek--werkt')"

FUNCTIONS = ("orientatie", "verdieping", "evaluatie")
DECKS = {
    "formaat=klein&achterkant=ja&functie=verdieping": 2,
    "formaat=klein&achterkant=nee&functie=alle": 3,
    "formaat=groot&achterkant=nee&functie=evaluatie": 3,
    "formaat=a5&achterkant=ja&functie=verdieping": 10,
    "toon=namen&formaat=klein": 1,
    "toon=namen&formaat=a5": 5,
}
FEW = 12
MOST_STORIES = 20
CONTENT = content()
CUT = sorted((w for w in CONTENT.werkvormen if w.uitreiken), key=lambda werkvorm: werkvorm.origin.slug)[:5]
"""Werkvormen that hand something out: some, for a Firefox prints two sides in a second."""
EXAMPLES = sorted(path.stem for path in (PROJECT / "stories" / "kort").glob("[a-z]*.md"))
LONGEST = [w.origin.slug for w in sorted(CONTENT.werkvormen, key=lambda w: -len(w.origin.body))[:6]]
"""Werkvormen that fill most of their side."""
LONG = {"boekje-alle-werkvormen", "boekje-alle-voorbeelden"}
"""What a Chromium alone prints: a Firefox waits at every side."""
BUNDEL = min(path.stem for path in (PROJECT / "docs" / "bundels").glob("*.md"))
OTHERS = (
    "", "404.html", "verhalen/", "werkvormen/", f"verhalen/{STORIES[0]}/",
    f"werkvormen/{WERKVORMEN[0]}/", f"bundels/{BUNDEL}/",
    "overzicht/", "overzicht/kaart/", "kenmerken/", "partner/museum/", "ruimte/kaarten/", "ruimtes/plek/", "sessie/",
    "selectie/", "uitdelen/", "meedoen/verhaal-schrijven/", "over/",
)  # fmt: skip
"""A page of every kind, short ones where there is a choice: a Firefox prints two sides in a second."""


def _promised() -> dict[Print, int]:
    """Return how many sides of paper each thing is that was made for paper."""
    short = f"{urls.UITDELEN}?vorm=kort&verhaal="
    found = {Print(f"kort-{slug}", f"{short}{slug}", (SHEET, READY)): 1 for slug in STORIES[:2]}
    werkvormen, examples = (f"{urls.SELECTIE}?v=1&{key}=" for key in "wk")
    bare = (SHEET, READY, f"!({WITH_PAPER}.checked = false)")
    found[Print("boekje-werkvormen", werkvormen + ",".join(LONGEST), bare)] = 1 + len(LONGEST)
    found[Print("boekje-alle-werkvormen", werkvormen + ",".join(WERKVORMEN), bare)] = 1 + len(WERKVORMEN)
    found[Print("boekje-voorbeelden", examples + ",".join(EXAMPLES[:4]), (SHEET, READY))] = 1 + len(EXAMPLES[:4])
    every = Print("boekje-alle-voorbeelden", examples + ",".join(EXAMPLES), (SHEET, READY))
    found[every] = 1 + len(EXAMPLES)
    for people in (1, FEW, 40):
        chosen = CUT if people == FEW else CUT[:2]
        for paper_size in ("a4", "letter") if people == FEW else ("a4",):
            steps = (SHEET, READY, f"({WITH_PAPER.replace('met-uitdelen', 'mensen')}.value = '{people}')")
            name = f"boekje-uitdelen-{people}-{paper_size}"
            sheets = sum(len(knipvel.made(werkvorm, people)) for werkvorm in chosen)
            address = werkvormen + ",".join(werkvorm.origin.slug for werkvorm in chosen)
            found[Print(name, address, steps, paper_size)] = 1 + len(chosen) + sheets
    for function in FUNCTIONS:
        address = f"sessie/?v=1&t=240&n=12&f={function}&b=13:30"
        found[Print(f"deelnemers-{function}", address, (*PLANNED, PROGRAMME, PARTICIPANTS))] = 1
    for paper_size in ("a4", "letter"):
        for query, number in list(DECKS.items())[: None if paper_size == "a4" else 2]:
            address = f"{urls.KAARTEN_AFDRUKKEN}?{query}"
            found[Print(f"kaarten-{query}-{paper_size}", address, (CHOICES,), paper_size)] = number
    return found


def _of_hosts() -> dict[Print, int]:
    """Return how many sides of paper something takes at most: whole stories, and the programme of a host.

    That has all that is needed to lead every werkvorm.
    """
    whole = {Print(f"uitdelen-{slug}", f"{urls.UITDELEN}?verhaal={slug}", (SHEET, READY)): 2 for slug in STORIES}
    stories = f"{urls.SELECTIE}?v=1&s={','.join(STORIES[:MOST_STORIES])}"
    whole[Print("boekje-verhalen", stories, (SHEET, READY))] = 1 + 2 * len(STORIES[:MOST_STORIES])
    return whole | {
        Print(
            f"begeleider-{minutes}-{function}",
            f"sessie/?v=1&t={minutes}&n=12&f={function}&b=13:30",
            (*PLANNED, PROGRAMME),
        ): most
        for minutes, most, function in zip((60, 90, 120, 240), (3, 4, 5, 8), (*FUNCTIONS, FUNCTIONS[0]), strict=True)
    }


def _packs() -> list[Print]:
    """Return packs of a host: the programmes of the planner for small and large groups, and one with its own things."""
    own = (
        "sessie/?v=1&t=120&n=14&f=verdieping&b=13:30&d=2026-11-24&m=Studiemiddag&l=Museum"
        f"&p=i10.inchecken,c15.{STORIES[0]},w35.stellingen~nzet de stoelen in een kring,p10,o10.oogsten"
    )
    planned = [
        Print(f"pakket-{minutes}-{people}{online}", f"sessie/?v=1&t={minutes}&n={people}&f=verdieping{online}", PACKED)
        for minutes, people, online in ((90, 12, ""), (60, 40, ""), (60, 12, "&o=1"))
    ]
    return [*planned, Print("pakket-eigen", own, (PLANNER, PROGRAMME, PACK))]


PACKS = _packs()
PROMISED = _promised()
OF_HOSTS = _of_hosts()
LEAST = 51 + 5 * 14
"""Points that the last of several sides is filled at least: the margin and five lines."""
WITH_BLOCKS = ("verhalen/", f"werkvormen/{WERKVORMEN[0]}/", f"bundels/{BUNDEL}/", "partner/museum/", "ruimtes/plek/")
BLOCKS_SHOWN = """[...document.querySelectorAll('.rb-kaart, .rb-feiten, blockquote, tr, figure, .rb-rooster__rij')]
    .filter(block => block.checkVisibility()).map(block => {
        const texts = [], walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        while (walk.nextNode()) {
            const range = new Range(), { currentNode: node } = walk
            range.selectNode(node)
            if (node.parentElement.checkVisibility() && range.getBoundingClientRect().width > 2) texts.push(node.data)
        }
        return texts.join(' ')
    })"""


def named(address: str) -> str:
    return f"bladzijde-{address.replace('/', '-')}"


PRINTS = [
    *PROMISED,
    *OF_HOSTS,
    *PACKS,
    *(Print(named(address), address, (READY,)) for address in OTHERS),
    Print("zoeken", "zoeken/?q=zzzz", (FOUND, READY)),
    Print("zoeken-letter", "zoeken/?q=zzzz", (FOUND, READY), "letter"),
    Print("selectie-letter", "selectie/", (READY,), "letter"),
]


Printed = dict[Print, list[Side]]
SEEN = "zijden"
"""The file with what the sides of a browser are."""


@pytest.fixture(scope="session")
def prints(
    request: pytest.FixtureRequest,
    site: str,
    once: Callable[[str, Callable[[Path], None]], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], Printed]:
    """Return what prints everything in a browser, and reads it back, once. Without a Firefox the test is skipped."""

    @functools.cache
    def printed_by(name: str) -> Printed:
        chosen = PRINTS
        if name == "firefox":
            needs_firefox()
            chosen = [one for one in PRINTS if one.name not in LONG]

        def fill(folder: Path) -> None:
            if name == "firefox":
                paper.in_firefox(chosen, site, folder, tmp_path_factory.mktemp("firefox"), paper.AT_ONCE)
            else:
                paper.in_chromium(chosen, site, folder, request.getfixturevalue("browser"))
            # To draw every side takes seconds: the other processes of a run take what one of them saw.
            seen = {one: paper.sides(folder / f"{one.name}.pdf") for one in chosen}
            (folder / SEEN).write_bytes(pickle.dumps(seen))

        found: Printed = pickle.loads((once(f"papier-{name}", fill) / SEEN).read_bytes())
        return found

    return printed_by


@pytest.fixture(scope="session", params=["firefox", "chromium"])
def printed(request: pytest.FixtureRequest, prints: Callable[[str], Printed]) -> Printed:
    """Return the sides of paper of everything, in one browser or the other."""
    return prints(request.param)


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


def test_what_is_made_for_paper_is_as_many_sides_as_it_says(printed: Printed) -> None:
    promised = {one: number for one, number in PROMISED.items() if one in printed}
    assert len(promised) > 15
    assert {one.name: len(printed[one]) for one in promised} == {one.name: n for one, n in promised.items()}


def test_both_browsers_print_as_many_sides(prints: Callable[[str], Printed]) -> None:
    firefox, chromium = prints("firefox"), prints("chromium")
    different = {one.name: (len(firefox[one]), len(chromium[one])) for one in firefox}
    assert {name: both for name, both in different.items() if both[0] != both[1]} == {}


def test_whole_stories_and_the_programme_of_a_host_are_not_more_sides_than_they_say(printed: Printed) -> None:
    sides = {one.name: len(printed[one]) for one in OF_HOSTS}
    assert {one.name: sides[one.name] for one, most in OF_HOSTS.items() if sides[one.name] > most} == {}


def test_nothing_that_is_printed_has_a_blank_side(printed: Printed) -> None:
    blank = {one.name: [side.blank for side in found] for one, found in printed.items()}
    assert {name: found for name, found in blank.items() if any(found)} == {}


def test_no_side_has_only_a_few_lines(printed: Printed) -> None:
    """What is left over of a page does not take one more sheet; what is cut out has as much as it has."""
    pages = {
        one: found for one, found in printed.items() if one.name.startswith(("bladzijde", "uitdelen", "begeleider"))
    }
    assert len(pages) > 20
    few = {one.name: found[-1].deep for one, found in pages.items() if len(found) > 1 and found[-1].deep < LEAST}
    assert few == {}


@pytest.mark.parametrize("address", WITH_BLOCKS)
def test_no_block_is_cut_in_two(
    site: str, visit: Callable[..., Any], prints: Callable[[str], Printed], address: str
) -> None:
    page = visit(site + address).page
    page.wait_for_function(READY)
    page.emulate_media(media="print")
    blocks = [paper.words(text) for text in page.evaluate(BLOCKS_SHOWN)]
    sides = next(found for one, found in prints("chromium").items() if one.name == named(address))
    assert blocks
    assert [sorted(block) for block in blocks if not any(block <= side.words for side in sides)] == []


def test_what_leads_on_is_no_part_of_paper(prints: Callable[[str], Printed]) -> None:
    """No button and no example of an address: of paper nobody can press, and that address is nowhere."""
    lines = {line for one, found in prints("chromium").items() for side in found for line in side.lines}
    assert lines.isdisjoint({"Bewaar", "Druk af", "Afdrukken", "Menu", "Maak een programma van deze vraag"})
    assert [line for line in lines if "javascript:" in line or ".example" in line] == []


def test_it_is_printed_on_that_paper(printed: Printed) -> None:
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
