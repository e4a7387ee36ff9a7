"""A browser that lacks what is newer than the oldest that is named reads, finds, plans and writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.oldest_support import OF_ITERATORS, SCRIPTS
from tests.site_support import WITHOUT_WORKER

pytestmark = pytest.mark.browser

STORY = "verhalen/vitrinekastjes-van-ezinge/"
ITERATOR = "Object.getPrototypeOf(Object.getPrototypeOf([].values()))"
LACKS = {
    "Iterator.prototype": f"for (const name of '{OF_ITERATORS}'.split('|')) delete {ITERATOR}[name]",
    "Iterator": "delete globalThis.Iterator",
    "URL.parse": "delete URL.parse",
    "Promise.try": "delete Promise.try",
    "RegExp.escape": "delete RegExp.escape",
    "Uint8Array.fromBase64": "delete Uint8Array.fromBase64; delete Uint8Array.prototype.toBase64",
    "Error.isError": "delete Error.isError",
    "Intl.DurationFormat": "delete Intl.DurationFormat",
    "Temporal": "delete globalThis.Temporal",
    "URLPattern": "delete globalThis.URLPattern",
    "Math.sumPrecise": "delete Math.sumPrecise",
    "Document.prototype.startViewTransition": "delete Document.prototype.startViewTransition",
    "Element.prototype.moveBefore": "delete Element.prototype.moveBefore; delete Document.prototype.moveBefore",
    "CloseWatcher": "delete globalThis.CloseWatcher",
}
"""How a Chromium is made to lack each."""
WITHIN = {"flags within a regular expression"}
"""What cannot be taken away: it is a way of writing, which the test of the sources sees."""


@pytest.fixture
def old(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Return a page of a browser that lacks it all, and the list of what goes wrong in it."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_init_script(WITHOUT_WORKER)
        context.add_init_script(";\n".join(LACKS.values()))
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        yield page, wrong


def test_all_that_is_newer_is_taken_away(site: str, old: tuple[Page, list[str]]) -> None:
    assert {one.name for one in SCRIPTS if one.newer} == LACKS.keys() | WITHIN
    page, _ = old
    page.goto(site + STORY)
    assert page.evaluate("['map' in [].values(), 'parse' in URL, 'try' in Promise, typeof Temporal]") == [
        False, False, False, "undefined",
    ]  # fmt: skip


def test_from_a_question_to_a_story_that_is_kept(site: str, old: tuple[Page, list[str]]) -> None:
    page, wrong = old
    page.goto(f"{site}zoeken/?q=museum")
    page.wait_for_function("document.querySelector('[data-zoekstatus=klaar]')")
    page.locator(f"a[data-vondst][href$='{STORY}']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De vitrinekastjes van Ezinge")
    page.locator("#rb-bewaar").click()
    page.goto(f"{site}selectie/")
    expect(page.get_by_role("main")).to_contain_text("De vitrinekastjes van Ezinge")
    assert wrong == []


def test_a_programme_and_its_paper(site: str, old: tuple[Page, list[str]]) -> None:
    page, wrong = old
    page.goto(f"{site}sessie/")
    page.wait_for_function("!document.querySelector('#rb-sessie[hidden], [aria-busy]')")
    page.evaluate("document.querySelector('#rb-wens').requestSubmit()")
    page.wait_for_function("document.body.classList.contains('rb-met-programma')")
    page.wait_for_function("document.querySelector('#rb-pakket li')")
    page.goto(f"{site}uitdelen/?verhaal=vitrinekastjes-van-ezinge")
    page.wait_for_function("document.body.classList.contains('rb-boekje-vol')")
    page.goto(f"{site}ruimte/kaarten/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert wrong == []


def test_a_story_is_written_and_its_words_are_kept(site: str, old: tuple[Page, list[str]]) -> None:
    page, wrong = old
    page.goto(f"{site}meedoen/verhaal-schrijven/")
    title = page.locator("[name=title]")
    title.fill("Een verhaal van een oude computer")
    page.wait_for_function("Object.keys(localStorage).some(name => name.startsWith('ruimte-concept-verhaal'))")
    page.reload()
    expect(title).to_have_value("Een verhaal van een oude computer")
    assert wrong == []
