"""Pasting in the forms: the text comes with its shape, what did not come along is said, and it can be undone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.test_browser_pages import AXE
from tests.browser.test_browser_writing_use import OPEN_ALL

pytestmark = pytest.mark.browser

Visit = Callable[..., Opened]
FORM = "meedoen/verhaal-schrijven/"
HERE = Path(__file__).parents[1] / "pages" / "geplakt"
PROGRAMS = ("word-windows", "word-mac", "google-docs", "libreoffice")
EXAMPLE = (HERE / "geplakt.md").read_text(encoding="utf-8").rstrip("\n")
SECONDS = 15
"""What a hostile paste may take here, on a busy machine."""
PASTE = """([selector, kinds]) => {
    const box = document.querySelector(selector)
    box.focus()
    const data = new DataTransfer()
    for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text)
    const event = new ClipboardEvent('paste', {bubbles: true, cancelable: true})
    Object.defineProperty(event, 'clipboardData', {value: data}) // a Firefox empties what an event is made with
    box.dispatchEvent(event)
    return event.defaultPrevented
}"""
BEGIN = "#deel-begin"


def paste(page: Page, html: str, selector: str = BEGIN, **others: str) -> bool:
    """Paste in a field; tells whether the form did it, or left it to the browser."""
    taken: Any = page.evaluate(PASTE, [selector, {"text/html": html, "text/plain": "woorden", **others}])
    return bool(taken)


def opened(site: str, visit: Visit) -> tuple[Page, Opened]:
    visited = visit(site + FORM)
    expect(visited.page.locator("#rb-schrijf")).to_be_visible()
    visited.page.evaluate(OPEN_ALL)
    return visited.page, visited


def test_each_program_gives_the_same_text_and_nothing_is_fetched(site: str, visit: Visit) -> None:
    page, visited = opened(site, visit)
    for program in PROGRAMS:
        page.locator(BEGIN).fill("")
        before = len(visited.requests)
        assert paste(page, (HERE / f"{program}.html").read_text(encoding="utf-8"))
        assert page.locator(BEGIN).input_value().rstrip("\n") == EXAMPLE
        assert [url for url in visited.requests[before:] if not url.startswith(site)] == []
    assert visited.messages == []
    expect(page.locator("#rb-inhoud-bestand")).to_have_value(ending_in(EXAMPLE))
    expect(page.locator("#teller-deel-begin")).to_contain_text("woorden")
    said = page.locator("[data-deel=begin] [role=status]")
    expect(said).to_contain_text("Een afbeelding kwam niet mee")
    expect(said).to_contain_text("Ctrl+Z")


def ending_in(text: str) -> Any:
    """Return a pattern that a file fits with this text at its end."""
    return re.compile(re.escape(text) + r"\s*$")


def test_a_paste_lands_at_the_cursor_and_is_undone_as_a_whole(site: str, visit: Visit) -> None:
    page, _ = opened(site, visit)
    box = page.locator(BEGIN)
    box.click()
    page.keyboard.type("Voor na")
    box.evaluate("box => box.setSelectionRange(5, 5)")
    assert paste(page, "<p>een <b>vet</b> woord </p>")
    assert box.input_value() == "Voor een **vet** woordna"
    page.keyboard.press("Control+z")
    assert box.input_value() == "Voor na"
    expect(page.locator("[data-deel=begin] [role=status]")).to_be_empty()
    box.evaluate("box => box.setSelectionRange(5, 5)")
    noot = '<p>a<a href="#_ftn1">[1]</a></p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> noot</p></div>'
    assert paste(page, noot)
    assert box.input_value().rstrip("\n") == "Voor a[^1]na\n\n[^1]: noot"
    page.keyboard.type("!")  # where the paste ended
    assert box.input_value().startswith("Voor a[^1]!na")
    assert paste(page, noot, "#deel-wat-gebeurde" if page.locator("#deel-wat-gebeurde").count() else BEGIN)
    assert "[^2]: noot" in "".join(page.locator("[data-deel] textarea").evaluate_all("all => all.map(b => b.value)"))
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert box.input_value() == "Voor na"
    box.evaluate("box => box.setSelectionRange(5, 5)")
    assert paste(page, "<ul><li>een</li></ul>")
    assert box.input_value() == "Voor \n\n- een\n\nna"


def test_words_alone_code_and_other_fields_are_left_to_the_browser(site: str, visit: Visit) -> None:
    page, _ = opened(site, visit)
    html = "<h1>Kop</h1><p>een <b>vet</b> woord</p>"
    assert not paste(page, html, "#veld-samenvatting")
    assert not paste(page, html, "#veld-title")
    assert not paste(page, html, **{"vscode-editor-data": "{}"})
    assert not paste(page, "<pre>## Kop</pre>")
    assert not paste(page, '<div style="color: #000;white-space: pre;"><div>## Kop</div></div>')
    assert not paste(page, "")
    page.locator(BEGIN).focus()
    page.keyboard.down("Control")
    page.keyboard.down("Shift")
    page.keyboard.down("KeyV")
    assert not paste(page, html)
    for key in ("KeyV", "Shift", "Control"):
        page.keyboard.up(key)
    assert paste(page, html)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<script>window.fout=1</script><img src=x onerror='window.fout=1'>b</p>", "ab"),
        ("<a href='javascript:window.fout=1'>weg</a> <svg onload='window.fout=1'></svg>", "weg"),
        ("<div>" * 10_000 + "diep", "diep"),
        ("<b><ul><li>" * 3000 + "diep", None),
        ("<table>" + "<tr><td>een</td><td>twee</td></tr>" * 30_000 + "</table>", None),
        ("<p>" + "*_`[" * 60_000, None),
    ],
    ids=["script", "links", "divs", "lists", "table", "signs"],
)
def test_hostile_html_runs_nothing_and_is_answered_at_once(
    site: str, visit: Visit, html: str, text: str | None
) -> None:
    page, visited = opened(site, visit)
    page.locator(BEGIN).fill("voor")
    start = time.monotonic()
    assert paste(page, html)
    assert time.monotonic() - start < SECONDS
    value = page.locator(BEGIN).input_value()
    assert value.startswith("voor")
    assert value == f"voor{text}" if text is not None else len(value) > len("voor")
    page.keyboard.press("Control+z")
    assert page.locator(BEGIN).input_value() == "voor"
    assert page.evaluate("window.fout") is None
    assert visited.messages == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_said_of_a_paste_and_its_preview_can_be_read_by_all(site: str, visit: Visit, scheme: str) -> None:
    visited = visit(site + FORM, width=360, color_scheme=scheme)
    visited.page.evaluate(OPEN_ALL)
    page: Page = visited.page
    expect(page.locator("#rb-schrijf")).to_be_visible()
    assert paste(page, (HERE / "word-windows.html").read_text(encoding="utf-8"))
    preview = page.get_by_role("group", name="Voorbeeld")
    expect(preview.get_by_role("columnheader")).to_have_text(["Groep", "Aantal", "Wat zij deden"])
    expect(preview.locator("ul ul ul > li")).to_have_text("Nog dieper")
    expect(preview.locator("del")).to_have_text("weggehaald")
    expect(preview.locator("sup")).to_have_text("1")
    expect(preview.locator("hr + ol > li")).to_have_text(re.compile(r"De tekst van de noot\."))
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document).then(f => f.violations.map(v => v.id + ' ' + v.nodes[0].html))")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visited.messages == []


def test_the_form_says_what_a_text_becomes_that_was_not_meant(site: str, visit: Visit) -> None:
    page, _ = opened(site, visit)
    box, error = page.locator(BEGIN), page.locator("#fout-deel-begin")
    box.fill("Kijk op www.museum.nl voor meer.")
    box.blur()
    expect(error).to_have_text("Het adres “www.museum.nl” begint niet met https://. Zet https:// voor het adres.")
    box.fill("Een woord[^1].")
    expect(error).to_contain_text("staat nergens een noot")
    page.locator("[data-deel] textarea").nth(1).fill("[^1]: De noot in een ander deel.")
    box.fill("Een woord[^1]!")
    expect(error).to_be_hidden()


def test_the_reader_is_fetched_when_there_is_a_text(site: str, visit: Visit) -> None:
    page, visited = opened(site, visit)
    assert [url for url in visited.requests if "markdown-it" in url] == []
    page.locator(BEGIN).fill("Een **woord**.")
    expect(page.locator(".rb-voorbeeld__tekst strong")).to_have_text("woord")
    assert len([url for url in visited.requests if "markdown-it" in url]) == 2
