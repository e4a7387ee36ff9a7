"""Promises in the case that nobody planned: no network, no clipboard, a strict host, a paste from Word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
FORM = "meedoen/verhaal-schrijven/"
PROGRAMME = "sessie/?v=1&t=60&n=30&f=evaluatie&p=i5,w50.leeroogst,e5.x"
WORD = """async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office">
        <p class=MsoNormal style="color: red"><b>Kop</b>
        <table><tr><td>een</td><td>twee</td></tr></table><img src="https://elders.example/x.png"></html>`
    const plain = 'Kop\\r\\neen\\ttwee\\r\\n'
    await navigator.clipboard.write([new ClipboardItem({
        'text/html': new Blob([html], {type: 'text/html'}), 'text/plain': new Blob([plain], {type: 'text/plain'}),
    })])
}"""


def test_nothing_that_is_typed_or_pasted_leaves_the_form(site: str, visit: Visit) -> None:
    """A text from Word, with markup and a picture of elsewhere: nothing of it is fetched, and nobody hears of it."""
    opened = visit(site + FORM, permissions=["clipboard-read", "clipboard-write"])
    page: Page = opened.page
    page.evaluate(WORD)
    page.evaluate("for (const step of document.querySelectorAll('.rb-stap')) step.open = true")
    for field in ("deel-begin", "veld-title", "veld-bron"):
        page.locator(f"#{field}").focus()
        page.keyboard.press("ControlOrMeta+V")
    page.wait_for_function("document.querySelector('#rb-inhoud-bestand').value.includes('bron:')")
    file = page.locator("#rb-inhoud-bestand").input_value()
    assert 'title: "Kop een twee"\n' in file
    assert file.endswith("---\n\n**Kop**\n\neen\n\ntwee\n")
    expect(page.locator(".rb-voorbeeld__tekst")).to_have_text("Kop een twee", use_inner_text=True)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Download het bestand").first.click()
    for url in opened.requests:
        assert url.startswith((site, "blob:" + site)), url
        assert "Kop" not in url
    assert len(page.context.pages) == 1
    assert page.context.cookies() == []


# The names under which something stands in the store of this browser.
NAMES = "() => Object.keys({...localStorage})"


def test_the_privacy_page_names_all_that_a_browser_keeps(site: str, visit: Visit) -> None:
    """All that can be kept is kept: drafts of both forms, a selection, one of a later version, a meet-up."""
    page: Page = visit(f"{site}over/privacy/").page
    said = page.locator("li", has_text="Precies dit staat in je browser").locator("code").all_inner_texts()
    named = [name for name in said if name.startswith("ruimte-")]
    page.evaluate("() => localStorage.setItem('ruimte-selectie', JSON.stringify({ versie: 99 }))")
    page.goto(f"{site}verhalen/trots-in-meppel/")
    page.get_by_role("button", name="Bewaar").click()
    page.goto(f"{site}selectie/")
    page.get_by_label("Notitie bij Om de beurt een les in Meppel").fill("Een notitie")
    page.get_by_label("Titel van je boekje").fill("Een middag")
    for form in ("verhaal", "werkvorm"):
        page.goto(f"{site}meedoen/{form}-schrijven/")
        page.locator("#veld-title").fill("Een concept")
        page.wait_for_function(f"form => ({NAMES})().some(name => name.includes(form))", arg=form)
    for address in ("", "zoeken/?q=dans", "sessie/?v=1&t=60", "ruimte/kaarten/", "uitdelen/"):
        page.goto(site + address)
        page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    page.goto(f"{site}sessie/nu/{PROGRAMME.removeprefix('sessie/')}")
    page.get_by_role("button", name="Begin nu").click()
    kept = page.evaluate(NAMES)
    assert {name for name in kept if not name.startswith(("ruimte-concept-", "ruimte-nu-"))} == {
        "ruimte-selectie", "ruimte-selectie-apart"
    }  # fmt: skip
    assert [name for name in kept if not name.startswith(tuple(named))] == []
    unused = {name for name in named if not any(one.startswith(name) for one in kept)}
    assert unused == {"ruimte-schrijven"}  # of before: what the form finds there, it takes over
    assert page.evaluate("() => sessionStorage.length") == 0
    # What a worker keeps is in tests/browser/test_browser_offline.py.
    assert page.evaluate("async () => [(await indexedDB.databases()).length, (await caches.keys()).length]") == [0, 0]


def test_without_a_network_a_search_says_so_and_can_be_tried_again(site: str, visit: Visit) -> None:
    page: Page = visit(site + "zoeken/?q=gesprek").page
    page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    assert page.locator(".rb-vondsten > li").count() > 0
    page.context.set_offline(True)
    try:
        box = page.get_by_role("combobox", name="Waar zoek je naar?")
        box.fill("klooster")
        box.press("Enter")
        expect(page.locator(".rb-zoek__telling")).to_have_text(
            "Zoeken lukt nu niet. Heb je verbinding? Druk dan nog eens op Zoek."
        )
        assert page.locator(".rb-vondsten > li").count() == 0  # those of the search before are no answer
        assert page.locator(".rb-chip").count() == 0
        expect(box).to_have_value("klooster")
    finally:
        page.context.set_offline(False)
    page.get_by_role("search").get_by_role("button", name="Zoek").click()
    expect(page.locator(".rb-zoek__telling")).to_contain_text("gevonden met “klooster”")
    assert page.locator(".rb-vondsten > li").count() > 0


COPIES = {
    "programma": (PROGRAMME, "Kopieer het adres", "Kopiëren mag niet in deze browser."),
    "programma als tekst": (
        PROGRAMME,
        "Kopieer als tekst",
        "Download de tekst, of kopieer het adres uit de adresbalk.",
    ),
    "programma voor deelnemers": (
        PROGRAMME,
        "Kopieer het adres voor deelnemers",
        "Kies Bekijk wat deelnemers lezen, en kopieer het adres van die pagina.",
    ),
    "selectie": (
        "selectie/?v=1&s=trots-in-meppel",
        "Kopieer het adres",
        "Kopieer het adres zelf: het is geselecteerd.",
    ),
}


def test_without_a_clipboard_each_button_says_what_to_do(site: str, visit: Visit) -> None:
    """As on a site without https, where a page has no clipboard at all."""
    page: Page = visit(site, fresh=True).page
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    for name, (address, button, said) in COPIES.items():
        page.goto(site + address)
        page.wait_for_function("!document.querySelector('[aria-busy]')")
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_text(said).last, name).to_be_visible()
    chosen = page.locator("#rb-adres").evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert chosen == page.locator("#rb-adres").input_value() != ""


def test_a_programme_whose_address_is_full_says_that(site: str, visit: Visit) -> None:
    long = "%F0%9F%8E%A8" * 80  # characters that take most room in an address
    items = ",".join(f"e5.{long}" for _ in range(8))
    page: Page = visit(site + "sessie/?v=1&t=120&n=12&f=verdieping&p=" + items).page
    before = page.locator("#rb-lijst > li").count()
    page.get_by_label("Iets van jullie zelf").fill("🎨" * 40)
    page.get_by_role("button", name="Voeg onderdeel toe").click()
    expect(page.locator("#rb-sessie-melding")).to_contain_text("het adres van het programma wordt te lang")
    assert page.locator("#rb-lijst > li").count() == before


def test_an_appointment_says_what_to_do_with_it(site: str, visit: Visit) -> None:
    page: Page = visit(site + PROGRAMME + "&d=2026-11-24").page
    with page.expect_download():
        page.get_by_role("button", name="Zet in je agenda").click()
    expect(page.locator("#rb-gedaan")).to_have_text(
        "programma-evaluatie.ics is gedownload. Open het bestand om het in je agenda te zetten."
    )
