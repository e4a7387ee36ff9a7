"""Whatever opens over or below something closes with Escape, and gives the focus back to what opened it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kennisbank.parts import assets
from tests.browser.kinds_support import PROGRAMME, kinds
from tests.browser.sizes_support import READY

pytestmark = pytest.mark.browser

SAVED = "selectie/?v=1&s=vitrinekastjes-van-ezinge,trots-in-meppel&w=kinderdialoog"
KEEP = """() => localStorage.setItem("ruimte-selectie", JSON.stringify({ versie: 1, naam: "", items: [
    { soort: "verhaal", slug: "trots-in-meppel", titel: "Om de beurt een les in Meppel", notitie: "" }] }))"""
DIALOGS = {
    "rb-nu-code": (f"sessie/nu/?{PROGRAMME}", "[data-doe=code]"),
    "rb-groot": ("ruimte/kaarten/?v=1&kaart=plek.2,kind.3", "[data-spel=groot]"),
    "rb-wissen": (SAVED.partition("?")[0], "[data-doe=wis]"),
    "rb-vervangen": (SAVED, "[data-doe=vervang]"),
}
"""Of each dialog where it is, and what opens it."""
ELSEWHERE = {"rb-verwijderen"}
"""Dialogs that open from a list that must be filled first: tests of their own page open those."""
FLOATING = """() => [...document.querySelectorAll("header details")]
    .filter((fold) => fold.firstElementChild.checkVisibility())"""
OVER = "dialog[open], :popover-open"
FOCUSED = "(opener) => document.activeElement === opener"


def closes(page: Page, opener: Any, is_open: Callable[[], bool]) -> str:
    """Open something with the keyboard and close it with Escape; returns what went wrong, if anything."""
    opener.focus()
    page.keyboard.press("Enter")
    if not is_open():
        return "does not open with Enter"
    page.keyboard.press("Escape")
    page.wait_for_timeout(50)
    if is_open():
        return "stays open after Escape"
    return "" if opener.evaluate(FOCUSED) else "does not give the focus back"


def over(page: Page) -> Callable[[], bool]:
    return lambda: page.locator(OVER).count() > 0


def test_there_is_no_other_dialog() -> None:
    """A dialog that nobody opens here is seen by its name: its id, or else its class."""
    found = set()
    for path in assets.PACKAGE.rglob("*.html"):
        for said in re.findall(r"<dialog\b([^>]*)>", path.read_text(encoding="utf-8")):
            named = re.search(r' id="([\w-]+)"', said) or re.search(r' class="([\w-]+)', said)
            assert named, f"{path}: a dialog without a name"
            found.add(named[1])
    assert found == DIALOGS.keys() | ELSEWHERE


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_closes_with_escape(site: str, visit: Callable[..., Any], name: str) -> None:
    address, opener = DIALOGS[name]
    page: Page = visit(f"{site}404.html", 360).page
    page.evaluate(KEEP)
    page.goto(site + address)
    page.wait_for_function(READY)
    page.evaluate(
        "Element.prototype.requestFullscreen = undefined"
    )  # without a screen, Chromium leaves Escape to nobody
    button = page.locator(opener).locator("visible=true").first
    button.wait_for()
    assert closes(page, button, over(page)) == "", name


def test_a_suggestion_closes_with_escape(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(f"{site}zoeken/", 360).page
    page.wait_for_function(READY)
    box = page.locator("#rb-tekst")
    box.press_sequentially("muz")
    page.locator("#rb-suggesties [role=option]").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#rb-suggesties").is_hidden()
    assert box.evaluate(FOCUSED)
    assert box.input_value() == "muz"


def test_the_choices_of_the_finder_close_with_escape(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(f"{site}zoeken/", 360).page
    page.wait_for_function(READY)
    button = page.locator(".rb-zoek__open")
    assert closes(page, button, lambda: button.get_attribute("aria-expanded") == "true") == ""


def test_on_every_kind_of_page_what_floats_closes_with_escape(
    real_site: Path, site: str, visit: Callable[..., Any]
) -> None:
    """Words that explain themselves, and what folds open in the head, in a narrow window and a wide one."""
    faults, seen = [], set()
    page: Page = visit(f"{site}404.html", 360).page
    for name, address in kinds(real_site):
        page.set_viewport_size({"width": 360, "height": 780})
        page.goto(site + address)
        page.wait_for_function(READY)
        words = page.locator("main [popovertarget]").locator("visible=true")
        if words.count():
            seen.add("word")
            fault = closes(page, words.first, over(page))
            faults += [f"{name} ({address}), {words.first.inner_text()}: {fault}"] if fault else []
        if "header" in seen and not name.startswith("home"):
            continue  # one head is that of all pages
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 780})
            for fold in page.evaluate_handle(FLOATING).get_properties().values():
                element = fold.as_element()
                assert element
                seen.add("header")
                summary = element.query_selector("summary")
                assert summary
                fault = closes(page, summary, lambda: bool(element.get_property("open").json_value()))  # noqa: B023
                faults += [f"{name} ({address}), {width} px, {summary.inner_text()}: {fault}"] if fault else []
    assert not faults, "\n".join(faults)
    assert "word" in seen
