"""Large letters and wide spacing, on every kind of page: nothing overlaps, is cut off, or makes it scroll sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import paper_support as paper
from tests.browser.kinds_support import by_template, expected, kinds
from tests.browser.sizes_support import FOUND, READY, SPACING, UNFOLD

pytestmark = pytest.mark.browser

LARGE = "document.documentElement.style.fontSize = '200%'"
USUAL = "document.documentElement.style.fontSize = ''"
WIDTHS = (320, 360, 412, 640, 1280)
BROKEN = """
  <main>
    <p style="position: absolute; top: 40px; left: 10px; margin: 0">Wat hier staat</p>
    <p style="position: absolute; top: 44px; left: 30px; margin: 0">en wat daar staat</p>
    <p style="width: 5000px; position: absolute; top: 100px; left: 10px; text-align: right">Ver weg</p>
    <p style="height: 10px; overflow: hidden; position: absolute; top: 200px; left: 10px">Half te zien</p>
  </main>"""
SOUND = """
  <main lang="nl">
    <h1 style="line-height: 1">Een lange titel die over meer dan een regel gaat, en dan nog een woord</h1>
    <div style="overflow-x: auto">
      <table><tr><td style="min-width: 3000px">Een brede tabel</td><td>Ver</td></tr></table>
    </div>
    <label>Naam <input value="Een tekst"></label> <button>Een <b>knop</b></button>
    <p>Woord <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">voorgelezen</span></p>
  </main>"""


def looks(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Show a page as each reader who sees little would, and yield what that is with what is wrong then."""
    page.evaluate(UNFOLD)
    page.evaluate(LARGE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        yield f"letters van 200%, {width} px", page.evaluate(FOUND)
    page.evaluate(USUAL)
    # What the browser is told, a sheet knows too: where it asks for a width in rem.
    control = page.context.new_cdp_session(page)
    control.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        yield f"letters van 32 px, {width} px", page.evaluate(FOUND)
    control.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    control.detach()
    sheet = page.add_style_tag(content=SPACING)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        yield f"ruime regels, {width} px", page.evaluate(FOUND)
    sheet.evaluate("sheet => sheet.remove()")


def told(faults: Mapping[str, list[str]]) -> str:
    """Return what is wrong, a line for each, and no more of a page than one wants to read."""
    return "\n".join(f"{where}: {fault}" for where, found in faults.items() for fault in found[:6])


def test_there_is_a_page_of_every_template() -> None:
    assert set(by_template()) == expected()


def test_whatever_is_wrong_is_seen(visit: Callable[..., Any], site: str) -> None:
    page: Page = visit(f"{site}404.html", 360).page
    page.evaluate("html => { document.body.innerHTML = html }", SOUND)
    assert page.evaluate(FOUND) == []
    page.evaluate("html => { document.body.innerHTML = html }", BROKEN)
    found = page.evaluate(FOUND)
    assert [fault.split(" (")[0].split(":")[0] for fault in found] == [
        "scrolls sideways",
        "outside the window",
        "overlap",
        "cut off",
    ]
    assert "Wat hier staat" in found[2]
    assert "en wat daar staat" in found[2]


def test_nothing_gets_lost_with_large_letters(real_site: Path, visit: Callable[..., Any], site: str) -> None:
    """One visit of each kind, in every look: that of a page takes more time than showing it otherwise."""
    faults = {}
    page: Page = visit(f"{site}404.html", 360).page
    for name, address in kinds(real_site):
        page.set_viewport_size({"width": 360, "height": 900})
        page.goto(site + address, wait_until="load")
        page.wait_for_function(READY)
        faults |= {f"{name} ({address}), {look}": found for look, found in looks(page) if found}
    assert not faults, told(faults)


def test_nor_in_a_firefox(real_site: Path, site: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    if paper.absent():
        if paper.must_be_there():
            pytest.fail(paper.absent())
        pytest.skip(paper.absent())
    steps = (f"({READY})()", f"(({UNFOLD})(), {LARGE}, true)")
    pages = [paper.Print(name, address, steps, tells=f"({FOUND})()", width=360)
             for name, address in kinds(real_site)]  # fmt: skip
    answer = paper.in_firefox(pages, site, tmp_path, tmp_path_factory.mktemp("thuis"), paper.AT_ONCE)
    faults = {name: found for name, found in answer.items() if found}
    assert len(answer) == len(pages)
    assert not faults, told(faults)
