"""The cards of the tool Ruimte: what an address shows, how a group plays, and what comes out of the printer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import build_and_serve, here
from tests.browser.test_browser_pages import violations
from tests.site_support import PROJECT
from tests.support import RUIMTES, read_table

pytestmark = pytest.mark.browser

CARDS = "ruimte/kaarten/"
PRINT = "ruimte/kaarten/afdrukken/"
RECORDED: dict[str, Any] = read_table(PROJECT / "tests" / "kaarten.yml")
NAMES = {
    "De drijfveer": "drijfveer", "Het kind": "kind", "De toekomst": "toekomst", "De kunsten": "kunsten",
    "De plek": "plek", "De dynamiek": "dynamiek", "Het experiment": "experiment", "De twijfel": "twijfel",
    "De lege ruimte": "lege-ruimte",
}  # fmt: skip

# The cards on the table: slug, and the question or nothing when it lies face down.
TABLE = """() => [...document.querySelectorAll('.rb-tafel > :not([hidden])')].map(card => [
    card.dataset.kaart,
    [...card.querySelectorAll('[data-functie] li')].filter(e => e.checkVisibility()).map(e => e.textContent).join('|'),
])"""
ASIDE = "() => [...document.querySelectorAll('.rb-apart li')].map(row => row.dataset.kaart)"


def cards(page: Page) -> dict[str, str]:
    return dict(page.evaluate(TABLE))


def said(page: Page) -> str:
    return page.locator(".rb-speel__status").inner_text()


def play(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def card(page: Page, slug: str) -> Locator:
    return page.locator(f".rb-tafel [data-kaart={slug}]")


def test_an_address_shows_what_it_always_showed(site: str, visit: Callable[..., Any]) -> None:
    """These links have been given out. Where a text was only mended, mend it in tests/kaarten.yml too."""
    page = visit(site + CARDS).page
    for recorded in RECORDED["adressen"]:
        page.goto(site + CARDS + recorded["adres"])
        assert cards(page) == recorded["tafel"], recorded["adres"]
        assert list(cards(page)) == list(recorded["tafel"])
        assert page.evaluate(ASIDE) == recorded.get("apart", [])
        assert page.locator("#rb-eigen").input_value() == recorded.get("eigen", "")
        assert page.locator(".rb-speel__melding").inner_text() == ""


def test_an_address_of_bare_names_shows_them_and_nothing_else(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS).page
    for recorded in RECORDED["namen"]:
        page.goto(site + CARDS + recorded["adres"])
        assert cards(page) == dict.fromkeys(recorded["tafel"], "")
        expect(page.get_by_role("radio", name="Alleen namen")).to_be_checked()
        shown = {NAMES[text]: text for text in page.locator(".rb-speelkaart__naam:visible").all_inner_texts()}
        assert list(shown) == [slug for slug in recorded["tafel"] if slug not in recorded.get("dicht", [])]
        for name in ("Lees meer", "Andere vraag"):
            expect(page.locator(".rb-tafel").get_by_text(name)).to_have_count(9)
            assert not any(found.is_visible() for found in page.locator(".rb-tafel").get_by_text(name).all())
        box = page.get_by_label("Jullie eigen woorden")
        assert box.is_visible() is bool(recorded.get("eigen"))
        assert page.locator(".rb-speel__melding").inner_text() == ""


# Playing -------------------------------------------------------------------------------------------------------------


def test_the_page_begins_with_all_nine_and_a_draw_begins_anew(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS).page
    assert list(cards(page)) == RUIMTES
    play(page, "Schud en trek een kaart")
    assert len(cards(page)) == 1
    name, _, rest = said(page).removeprefix("Getrokken: ").partition(". ")
    ((slug, shown),) = cards(page).items()
    assert (NAMES[name], rest) == (slug, f"{shown} Nog 8 kaarten op de stapel.")
    play(page, "Trek een kaart")
    assert len(cards(page)) == 2
    page.go_back()
    expect(page.locator(".rb-tafel > :not([hidden])")).to_have_count(1)
    assert cards(page) == {slug: shown}
    page.go_back()
    expect(page.locator(".rb-tafel > :not([hidden])")).to_have_count(9)
    assert here(page) == site + CARDS


def test_a_button_elsewhere_draws_a_card_and_back_leads_to_it(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + "ruimte/").page
    page.get_by_role("link", name="Trek een kaart", exact=True).click()
    expect(page.locator(".rb-tafel > :not([hidden])")).to_have_count(1)
    ((slug, _),) = cards(page).items()
    expect(card(page, slug)).to_be_in_viewport()
    assert said(page).startswith("Getrokken: ")
    query = parse_qs(urlsplit(here(page)).query)
    assert "trek" not in query and query["kaart"][0].startswith(f"{slug}."), "the address says what lies here"
    page.reload()
    assert list(cards(page)) == [slug]
    page.go_back()
    assert here(page) == site + "ruimte/"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_of_the_tool_opens_with_its_ruimtes(site: str, visit: Callable[..., Any], width: int) -> None:
    """Three by three, as in the glyph, and no name is broken."""
    page = visit(site + "ruimte/", width, java_script_enabled=False).page
    tiles = page.locator(".rb-tegels li")
    boxes = [tile.bounding_box() for tile in tiles.all()]
    assert len(boxes) == 9 and len({round(box["x"]) for box in boxes if box}) == 3
    assert len({round(box["y"]) for box in boxes if box}) == 3
    assert tiles.evaluate_all("all => all.filter(e => e.firstElementChild.scrollWidth > e.clientWidth).length") == 0
    lines = """all => all.map(e => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return range.getClientRects().length;
    })"""
    assert max(page.locator(".rb-tegels__naam").evaluate_all(lines)) <= 2
    page.get_by_role("link", name="Trek een kaart", exact=True).click()
    expect(page.locator(".rb-tafel > *")).to_have_count(9)


def test_what_is_played_is_in_the_address(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS + "?kaart=plek.1,kind.3,twijfel.2").page
    steps = page.evaluate("history.length")
    card(page, "plek").get_by_role("button", name="Andere vraag").click()
    assert said(page).startswith("De plek, vraag 2 van 3: Waar kan het gebeuren")
    card(page, "kind").get_by_role("button", name="Andere vraag").click()  # from the last to the first
    page.get_by_role("radio", name="Verdieping").check()
    assert said(page) == "De vragen zijn nu voor verdieping."
    card(page, "kind").get_by_role("button", name="Draai om").click()
    assert said(page) == "De kaart ligt dicht."
    assert page.evaluate("history.length") == steps
    card(page, "twijfel").get_by_role("button", name="Leg apart").click()
    assert urlsplit(here(page)).query == "v=1&functie=verdieping&kaart=plek.2,kind.1&dicht=kind&apart=twijfel.2"
    before = page.evaluate(TABLE)
    assert before[1] == ["kind", ""]
    expect(card(page, "kind")).not_to_contain_text("Het kind", use_inner_text=True)
    other = visit(here(page)).page
    assert other.evaluate(TABLE) == before
    play(other, "Draai kaart 2 om")
    assert said(other).startswith("Omgedraaid: Het kind.")
    play(other, "Leg terug: De twijfel")
    assert list(cards(other)) == ["twijfel", "plek", "kind"]
    assert other.locator(".rb-apart").is_hidden()


def test_all_nine_face_down_hide_which_is_which(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS).page
    play(page, "Alle negen dicht")
    assert set(cards(page).values()) == {""}
    assert set(cards(page)) == set(RUIMTES)
    page.get_by_role("button", name="Draai kaart 1 om").click()
    assert len([shown for shown in cards(page).values() if shown]) == 1
    play(page, "Alle negen open")
    assert list(cards(page)) == RUIMTES
    play(page, "Opnieuw schudden")
    assert cards(page) == {}
    assert said(page) == "De kaarten zijn geschud. Nog 9 kaarten op de stapel."
    expect(page.get_by_text("Er ligt nog niets op tafel.")).to_be_visible()


def test_bare_names_are_drawn_turned_and_shared(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS).page
    page.get_by_role("radio", name="Alleen namen").check()
    assert said(page) == "Op de kaarten staan nu alleen de namen."
    assert violations(page) == []
    play(page, "Schud en trek een kaart")
    ((slug, shown),) = cards(page).items()
    name = next(name for name, other in NAMES.items() if other == slug)
    assert (shown, said(page)) == ("", f"Getrokken: {name}. Nog 8 kaarten op de stapel.")
    assert parse_qs(urlsplit(here(page)).query)["toon"] == ["namen"]
    card(page, slug).get_by_role("button", name="Draai om").click()
    play(page, "Draai kaart 1 om")
    assert said(page) == f"Omgedraaid: {name}."
    page.evaluate("Element.prototype.requestFullscreen = undefined")
    play(page, "Groot in beeld")
    dialog = page.get_by_role("dialog", name=name)
    expect(dialog.locator(".rb-groot__kaart")).to_have_text(re.compile(rf"^\s*{name}\s*$"))
    expect(dialog.get_by_role("button", name="Andere vraag")).to_be_hidden()
    for width, height in ((1280, 720), (360, 640)):
        page.set_viewport_size({"width": width, "height": height})
        letters, high, wide = page.evaluate("""() => {
            const dialog = document.querySelector('dialog');
            return [parseFloat(getComputedStyle(dialog.querySelector('h2')).fontSize),
                dialog.scrollHeight - dialog.clientHeight, dialog.scrollWidth - dialog.clientWidth];
        }""")
        assert letters >= 46 and high <= 1 and wide <= 0
    page.keyboard.press("Escape")
    page.get_by_role("radio", name="Evaluatie").check()
    assert cards(page)[slug].endswith("?")
    page.get_by_role("radio", name="Alleen namen").check()
    page.get_by_role("link", name="Druk de kaarten af").click()
    expect(page.get_by_role("radio", name="Alleen de namen")).to_be_checked()


def test_a_letter_shows_the_code_of_what_lies_here_now(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS + "?v=1&functie=verdieping&zaad=k3x9qa&kaart=plek.1", reduced_motion="reduce").page
    code = page.locator("#rb-qr")
    drawn = "(part => part.querySelector('svg path, svg')?.outerHTML ?? '')(document.querySelector('{}'))"
    page.keyboard.press("q")
    expect(code).to_contain_text("wie eerder scande, ziet nog wat er toen lag.")
    before = page.evaluate(drawn.format("#rb-qr"))
    play(page, "Trek een kaart")
    assert page.evaluate(drawn.format("#rb-qr")) != before, "the code is that of what lies there now"
    page.keyboard.press("Q")
    expect(code).to_be_hidden()
    page.evaluate("Element.prototype.requestFullscreen = undefined")
    play(page, "Groot in beeld")
    large = page.locator(".rb-groot__qr")
    page.keyboard.press("q")
    expect(large.get_by_role("img", name="QR-code met de link naar deze kaarten")).to_be_visible()
    expect(page.locator(".rb-groot__kaart")).to_be_hidden()
    assert violations(page) == []
    first = page.evaluate(drawn.format(".rb-groot__qr"))
    page.get_by_role("dialog").get_by_role("button", name="Trek een kaart").click()
    expect(large).to_be_hidden()
    page.get_by_role("dialog").get_by_role("button", name="QR-code").click()
    assert page.evaluate(drawn.format(".rb-groot__qr")) not in {"", first}
    for width, height in ((1280, 720), (360, 640)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('dialog'))") <= 0
    page.keyboard.press("ArrowRight")
    expect(large).to_be_hidden()
    page.keyboard.press("Escape")
    page.locator("summary", has_text="Toetsen").click()
    assert violations(page) == []
    page.get_by_role("checkbox", name="Luister naar de letter Q").uncheck()
    page.keyboard.press("q")
    expect(code).to_be_hidden()


def test_a_letter_that_is_typed_is_a_letter(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS).page
    page.get_by_label("Jullie eigen woorden").press_sequentially("quiz")
    expect(page.get_by_label("Jullie eigen woorden")).to_have_value("quiz")
    expect(page.locator("#rb-qr")).to_be_hidden()


def test_the_empty_card_takes_the_words_of_the_group(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS).page
    words = "Durven & <b>vrij</b>: 50% #1 é 🙂"
    box = page.get_by_label("Jullie eigen woorden")
    box.fill("x" * 300)
    box.blur()
    assert parse_qs(urlsplit(here(page)).query)["eigen"] == ["x" * 200]
    box.fill(words)
    box.blur()
    assert parse_qs(urlsplit(here(page)).query)["eigen"] == [words]
    other = visit(here(page)).page
    expect(other.get_by_label("Jullie eigen woorden")).to_have_value(words)
    play(other, "Groot in beeld")
    dialog = other.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_have_text("De drijfveer")
    for _ in range(8):
        other.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("heading")).to_have_text("De lege ruimte")
    expect(dialog.locator(".rb-groot__zin")).to_have_text(words)
    assert other.locator("b").count() == 0


def test_the_link_is_copied_or_laid_ready(site: str, visit: Callable[..., Any]) -> None:
    link = site + CARDS + "?v=1&functie=evaluatie&kaart=plek.1"
    page = visit(link, permissions=["clipboard-read", "clipboard-write"]).page
    play(page, "Kopieer de link")
    expect(page.locator(".rb-speel__status")).to_contain_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    play(page, "Kopieer de link")
    expect(page.get_by_label("Kopieer deze link zelf")).to_have_value(link)
    play(page, "QR-code")
    expect(page.get_by_role("img", name="QR-code met de link naar deze kaarten")).to_be_visible()


def test_playing_by_keyboard_alone(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS, 360).page
    focus = "document.activeElement.innerText.trim()"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'radio'"):
            break
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Verdieping")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert len(cards(page)) == 2
    assert page.evaluate(focus) == "Trek een kaart"
    first, second = cards(page)
    card(page, first).get_by_role("button", name="Draai om").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(focus) == "Draai kaart 1 om"
    page.keyboard.press("Enter")
    assert page.evaluate(focus).startswith("Draai om")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert list(cards(page)) == [second]
    assert page.evaluate("document.activeElement.closest('[data-kaart]').dataset.kaart") == second
    page.keyboard.press("Enter")
    assert cards(page) == {}
    assert page.evaluate("document.activeElement.id") == "rb-tafel"


# Large ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("refused", [False, True])
def test_a_card_fills_the_screen_and_escape_leaves(site: str, visit: Callable[..., Any], refused: bool) -> None:
    opened = visit(site + CARDS + "?functie=verdieping&kaart=plek.1,kind.2,twijfel.3&dicht=kind")
    page: Page = opened.page
    page.set_viewport_size({"width": 1280, "height": 720})
    if refused:
        page.evaluate("() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no')) }")
    opener = page.get_by_role("button", name="Groot in beeld")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="De plek")
    expect(dialog).to_be_visible()
    assert page.evaluate("document.fullscreenElement !== null") is not refused
    size = page.evaluate(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.querySelector('dialog'))"
    )
    window = page.evaluate("[innerWidth, innerHeight]")
    assert size[0] == window[0] and abs(size[1] - window[1]) <= 30
    letters = "parseFloat(getComputedStyle(document.querySelector('.rb-groot__vraag')).fontSize) / innerWidth"
    assert page.evaluate(letters) >= 0.039
    assert page.evaluate("(e => e.scrollHeight <= e.clientHeight + 1)(document.querySelector('dialog'))")
    expect(dialog.get_by_role("status")).to_contain_text("Kaart 1 van 2")
    assert not refused or violations(page) == []
    for key, name in (("ArrowRight", "De twijfel"), ("PageDown", "De plek"), ("PageUp", "De twijfel")):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Andere vraag").click()
    expect(page.locator(".rb-groot__vraag")).to_have_text(
        "Over welke twijfel praten we wel op de gang, maar niet aan tafel?"
    )
    page.get_by_role("dialog").get_by_role("button", name="Trek een kaart").click()
    expect(page.locator(".rb-groot__teller")).to_have_text("Kaart 1 van 3")
    if refused:
        page.keyboard.press("Escape")
    else:  # without a window around it, Chromium leaves Escape to nobody
        page.evaluate("document.exitFullscreen()")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.evaluate("document.fullscreenElement") is None
    assert len(cards(page)) == 4
    assert opened.messages == []


# Every card with every question, in the size of the window; what does not fit, or is small.
TOO_SMALL = """() => {
    const dialog = document.querySelector('dialog');
    const found = [];
    let seen = 0;
    for (let turn = 0; turn < 27; turn += 1) {
        const high = dialog.scrollHeight - dialog.clientHeight, wide = dialog.scrollWidth - dialog.clientWidth;
        const shown = dialog.querySelector('.rb-groot__vraag');
        const letter = parseFloat(getComputedStyle(shown).fontSize);
        const fits = high <= 1 && wide <= 0 && letter >= Math.max(24, innerWidth * 0.039);
        if (!fits) found.push([innerWidth, letter, high, wide, shown.textContent]);
        seen += shown.textContent.length > 10;
        dialog.querySelector('[data-groot=vraag]').click();
        if (turn % 3 === 2) dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    }
    return [seen, found];
}"""


def test_every_question_is_large_and_fits(site: str, visit: Callable[..., Any]) -> None:
    own = "Wat als het anders mag en kan? " * 6
    page = visit(f"{site}{CARDS}?eigen={quote(own)}").page
    page.evaluate("Element.prototype.requestFullscreen = undefined")
    found = []
    for function in ("Oriëntatie", "Verdieping", "Evaluatie"):
        page.get_by_role("radio", name=function).check()
        play(page, "Groot in beeld")
        for width, height in ((1280, 720), (360, 640)):
            page.set_viewport_size({"width": width, "height": height})
            found.append(page.evaluate(TOO_SMALL))
        page.keyboard.press("Escape")
    assert found == [[27, []]] * 6


def test_nothing_moves_for_who_wants_that(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS, reduced_motion="reduce").page
    play(page, "Schud en trek een kaart")
    assert page.evaluate("getComputedStyle(document.querySelector('.rb-speelkaart--nieuw')).animationName") == "none"


# Without a script, and with an address from anybody ------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_every_question_is_there(site: str, visit: Callable[..., Any], width: int) -> None:
    page = visit(site + CARDS, width, java_script_enabled=False).page
    assert page.locator(".rb-speelkaart").count() == 9
    questions = page.locator(".rb-speelkaart li")
    assert questions.count() == 81
    assert all(row.is_visible() for row in questions.all())
    expect(page.locator(".rb-speel").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("link", name="afdrukken en uitknippen")).to_be_visible()


STRANGE = [
    ("?kaart=plek.1,nergens.1,__proto__.1,constructor", 1, "weggelaten"),
    ("?kaart=%E0%A4%A,plek.1%00", 9, "weggelaten"),
    ("?kaart=lege-ruimte.1&eigen=%3Cimg%20src=x%20onerror=alert(1)%3E", 1, ""),
]
"""Of what else an address may say, `tests/node/pages/kaarten/script/state.test.js` holds what is read."""


def test_an_address_from_anybody_is_read_as_far_as_it_goes(site: str, visit: Callable[..., Any]) -> None:
    opened = visit(site + CARDS)
    page = opened.page
    for query, shown, notice in STRANGE:
        page.goto(site + CARDS + query)
        told = page.locator(".rb-speel__melding").inner_text()
        assert len(cards(page)) == shown, query
        assert notice in told.lower() if notice else told == "", query
        assert page.locator(".rb-speel img[src=x]").count() == 0
    assert opened.messages == []


# Paper ---------------------------------------------------------------------------------------------------------------

SHEETS = [
    ("klein", "ja", "verdieping", 2), ("klein", "nee", "verdieping", 1), ("groot", "ja", "evaluatie", 6),
    ("klein", "ja", "alle", 6), ("groot", "nee", "alle", 9), ("a5", "ja", "evaluatie", 10), ("a5", "nee", "alle", 15),
    ("klein", "ja", "verdieping&toon=namen", 1), ("groot", "ja", "alle&toon=namen", 3),
    ("a5", "nee", "evaluatie&toon=namen", 5),
]  # fmt: skip


def pages_of(pdf: bytes) -> list[tuple[float, float]]:
    """Return the sizes of the pages of a PDF as Chromium writes it, in points."""
    text = pdf.decode("latin-1")
    assert len(re.findall(r"/Type\s*/Page\b", text)) == len(re.findall(r"/MediaBox", text))
    return [(float(w), float(h)) for w, h in re.findall(r"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", text)]


def test_the_printer_gives_whole_sheets(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + PRINT).page
    for size, back, function, number in SHEETS:
        page.goto(f"{site}{PRINT}?formaat={size}&achterkant={back}&functie={function}")
        found = pages_of(page.pdf(prefer_css_page_size=True))
        assert len(found) == number, (size, back, function)
        assert all(abs(w - 595) < 1 and abs(h - 842) < 1 for w, h in found)


# The sheets that are shown: of each card what stands on it, where it lies, and whether anything is cut off or tiny.
LAID = """() => [...document.querySelectorAll('.rb-kaartvel')].filter(e => e.offsetWidth).map(sheet => {
    const at = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll('.rb-knipkaart')].map(card => {
        const box = card.getBoundingClientRect(), inset = parseFloat(getComputedStyle(card).paddingTop);
        const letters = [...card.querySelectorAll('li, .rb-knipkaart--naam p')].map(e => getComputedStyle(e).fontSize);
        const parts = [...card.children].map(e => e.getBoundingClientRect());
        return {
            name: card.querySelector('.rb-knipkaart__naam')?.textContent ?? '',
            text: card.textContent.trim().replace(/\\s+/g, ' '),
            ink: getComputedStyle(card).color,
            questions: card.querySelectorAll('li').length,
            letters: Math.min(...letters.map(parseFloat)),
            left: box.left - at.left, right: at.right - box.right, top: box.top - at.top, below: at.bottom - box.bottom,
            inset,
            cut: card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1
                || parts.some(part => part.bottom > box.bottom - inset + 2 || part.right > box.right - inset + 2),
        };
    });
})"""
POINT = 96 / 72
SMALLEST = {"klein": (9, 26), "groot": (14, 40), "a5": (20, 70)}
"""Points of the letters of a question and of a bare word, at least, for each size."""


def lay(page: Page, paper: tuple[int, int] = (794, 1123)) -> list[list[dict[str, Any]]]:
    """Return the sheets as paper of so many pixels has them, in a browser that is dark."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": paper[0], "height": paper[1]})
    found: list[list[dict[str, Any]]] = page.evaluate(LAID)
    return found


def at_rest(card: dict[str, Any]) -> bool:
    """Return whether what is on a card stays 8 mm or more from the edge of the paper: printers leave that white."""
    edges = (card[side] + card["inset"] for side in ("left", "right", "top", "below"))
    return card["ink"] == "rgb(0, 0, 0)" and min(edges) >= 30 and not card["cut"]


@pytest.mark.parametrize("size", ["klein", "groot", "a5"])
def test_every_card_is_on_paper_and_a_back_behind_it(site: str, visit: Callable[..., Any], size: str) -> None:
    page = visit(f"{site}{PRINT}?formaat={size}&functie=alle").page
    sheets = lay(page)
    names: list[str] = []
    for fronts, backs in zip(sheets[::2], sheets[1::2], strict=True):
        for front in fronts:
            names.append(front["name"])
            empty = front["name"] in {"", "De lege ruimte"}
            assert front["questions"] == (0 if empty else 3)
            assert not empty or front["text"] == front["name"], "the empty space says its name and nothing else"
            assert empty or front["letters"] >= SMALLEST[size][0] * POINT
            (behind,) = (b for b in backs if abs(b["right"] - front["left"]) < 1 and abs(b["top"] - front["top"]) < 1)
            assert behind["text"] == "Ruimte", "a back that names its card spoils a draw"
    assert [card for sheet in sheets for card in sheet if not at_rest(card)] == []
    assert {name: names.count(name) for name in NAMES} == dict.fromkeys(NAMES, 3)
    page.goto(f"{site}{PRINT}?formaat={size}&functie=alle")
    assert [card for sheet in lay(page, (816, 1056)) for card in sheet if card["cut"]] == [], "on letter"


@pytest.mark.parametrize("size", ["klein", "groot", "a5"])
def test_a_card_with_its_name_only_has_nothing_else(site: str, visit: Callable[..., Any], size: str) -> None:
    page = visit(f"{site}{PRINT}?toon=namen&formaat={size}").page
    sheets = lay(page)
    cards = [card for sheet in sheets for card in sheet if card["name"]]
    assert [(card["name"], card["text"]) for card in cards] == [(name, name) for name in NAMES]
    assert all(card["letters"] >= SMALLEST[size][1] * POINT for card in cards)
    assert [card for sheet in sheets for card in sheet if not at_rest(card)] == []
    expect(page.locator(".rb-kaartvel--achter:visible")).to_have_count(0)


def test_what_to_print_is_chosen_without_a_script(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + PRINT, java_script_enabled=False).page
    visible = page.locator(".rb-kaartvel:visible")
    file = page.locator(".rb-afdruk__pdf:visible a")
    expect(visible).to_have_count(2)
    expect(file).to_have_attribute("href", re.compile(r"/kaarten\.pdf$"))
    page.get_by_role("radio", name="Groot: vier op een vel", exact=True).check()
    expect(visible).to_have_count(6)
    page.get_by_role("radio", name="Zonder").check()
    expect(visible).to_have_count(3)
    page.get_by_role("radio", name="Zwart-wit").check()
    assert (
        page.locator(".rb-kaartvel:visible .rb-glyph .vol").first.evaluate("cell => getComputedStyle(cell).fill")
        == "rgb(0, 0, 0)"
    )
    page.get_by_role("radio", name="Heel groot: twee op een vel").check()
    expect(visible).to_have_count(5)
    expect(file).to_have_attribute("href", re.compile(r"/kaarten-a5-zwart-wit\.pdf$"))
    page.get_by_role("radio", name="Alleen de namen").check()
    expect(visible).to_have_count(5)
    expect(visible.first.locator(".rb-knipkaart")).to_have_text(["De drijfveer", "Het kind"])
    expect(file).to_have_attribute("href", re.compile(r"/namen-a5\.pdf$"))
    expect(page.get_by_role("radio", name="Evaluatie")).to_be_hidden()
    expect(page.get_by_role("radio", name="Kleur", exact=True)).to_be_hidden()


def test_the_cards_lead_to_the_same_questions_on_paper(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + CARDS + "?functie=evaluatie&kaart=plek.1").page
    page.get_by_role("link", name="Druk de kaarten af").click()
    expect(page.get_by_role("radio", name="Evaluatie")).to_be_checked()
    assert page.locator(".rb-kaartvel:visible").count() == 2
    printed = page.evaluate(
        "() => new Promise(done => { window.print = () => done(true); document.querySelector('#rb-print').click(); })"
    )
    assert printed
    assert Path(urlsplit(here(page)).path).name == "afdrukken"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the example of another region: seven ruimtes, none of them with an empty card."""
    yield from build_and_serve(PROJECT / "tests" / "elders", tmp_path_factory.mktemp("elders") / "site")


def test_cards_of_which_none_is_empty_can_be_played_with(elsewhere: str, visit: Callable[..., Any]) -> None:
    page = visit(elsewhere + CARDS).page
    play(page, "Alle zeven dicht")
    assert said(page) == "Alle kaarten liggen dicht op tafel, in een nieuwe volgorde."
    play(page, "Alle zeven open")
    assert len(cards(page)) == 7
