"""The page of the finder: how an answer is set, the suggestions, the room on a phone, and the files to take along."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import paper_support as paper
from tests.browser.conftest import here
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.browser.test_browser_paper import needs_firefox

pytestmark = pytest.mark.browser

READY = "() => document.querySelector('[data-zoekstatus=klaar]') && !document.querySelector('[aria-busy]')"
KEYBOARD = 300
"""Pixels of a phone's window that its keyboard takes."""
PHONE = {"width": 360, "height": 780}

BOTH = "zoeken/?q=hoe+begin+ik"
"""A search that other pages answer better than any story, which there are too."""
WRONG = "zoeken/?q=muzeum"
NOTHING = "zoeken/?q=zzxqzz"


def ready(page: Page) -> Page:
    page.wait_for_function(READY)
    return page


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Waar zoek je naar?")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggesties").get_by_role("option")


def type_slowly(page: Page, text: str) -> None:
    """Type as a reader does, and wait for the suggestions and the answer."""
    box(page).click()
    page.keyboard.type(text, delay=30)
    expect(page.get_by_role("listbox", name="Suggesties")).to_be_visible()
    page.wait_for_function("text => document.title.includes(text)", arg=text)
    ready(page)


# The answer ----------------------------------------------------------------------------------------------------------


def test_hits_stand_in_order_of_rank_and_say_their_kind(site: str, visit: Callable[..., Any]) -> None:
    """What is best stands first in the page, whatever its kind; what is only near has a mark of its own."""
    page = ready(visit(site + BOTH).page)
    kinds = page.locator("[data-vondst]").evaluate_all("links => links.map(link => link.dataset.vondst)")
    assert kinds[0] != "verhaal"
    assert "verhaal" in kinds
    assert page.locator(".rb-zoek__boven a").count() == kinds.index("verhaal")
    assert page.locator(".rb-zoek__boven .rb-elders__soort").first.inner_text() == "Vraag"
    assert page.locator("[data-nabij]").count() == 0
    expect(page.get_by_role("heading", level=2, name="Gevonden verhalen en pagina’s")).to_be_visible()
    headings = page.locator(".rb-zoek__gevonden").locator("h1, h2, h3").evaluate_all("all => all.map(h => h.tagName)")
    assert headings[0] == "H2"
    assert "H1" not in headings


def test_other_pages_are_the_answer_where_no_story_is(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?q=werkvorm+gesprek").page)
    expect(page.get_by_role("heading", level=2, name="Gevonden werkvormen")).to_be_visible()
    number = page.locator("[data-vondst]").count()
    said = page.locator(".rb-zoek__telling").inner_text()
    found = re.fullmatch(r"(\d+) werkvormen gevonden met “werkvorm gesprek”(, de eerste (\d+) hieronder)?\.", said)
    assert found, said
    assert number == int(found[3] or found[1]) <= int(found[1])
    expect(page.locator(".rb-zoek__gelezen")).to_have_text("Je vroeg om werkvormen.")
    expect(page.locator(".rb-zoek__niets")).to_be_hidden()
    expect(page.locator(".rb-zoek__volgorde")).to_be_hidden()
    # The stories that come near stand below, apart, and are no hits.
    near = page.locator(".rb-zoek__nabij [data-nabij]")
    assert near.count() == 3
    assert page.locator("[data-nabij][data-vondst]").count() == 0
    last = page.locator("[data-vondst]").last.bounding_box()
    first = near.first.bounding_box()
    assert last is not None
    assert first is not None
    assert last["y"] < first["y"]


def test_a_warning_is_only_for_what_was_mended_or_odd(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + WRONG).page)
    expect(page.locator(".rb-zoek__melding")).to_contain_text("Dit is gevonden met “museum”")
    page = ready(visit(site + "zoeken/?q=museum+zonder+kunstencentrum").page)
    expect(page.locator(".rb-zoek__melding")).to_be_hidden()
    expect(page.locator(".rb-zoek__gelezen")).to_have_text("Zonder “kunstencentrum”.")
    page = ready(visit(site + "zoeken/?schooltype=geen-school").page)
    expect(page.locator(".rb-zoek__melding")).to_contain_text("Het telt niet mee.")


def test_where_no_story_is_left_others_are_a_step_away(site: str, visit: Callable[..., Any]) -> None:
    """Below the pages that answer, each way to a story is a row of its own."""
    page = ready(visit(site + "zoeken/?q=muziek&schooltype=so&regio=noord-drenthe").page)
    assert page.locator("[data-vondst]").count() > 0
    expect(page.locator(".rb-zoek__niets p")).to_have_text("Verhalen vind je met minder:")
    rows = page.locator(".rb-zoek__niets li")
    assert rows.count() > 1
    assert rows.evaluate_all("rows => rows.every(row => row.querySelectorAll('a').length === 1)")
    rows.first.get_by_role("link").click()
    page.wait_for_function("document.querySelector('[data-vondst=verhaal]')")
    expect(page.locator("#rb-gevonden")).to_be_focused()


def test_nothing_at_all_says_so(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + NOTHING).page)
    expect(page.get_by_role("heading", level=2, name="Niets gevonden")).to_be_visible()
    assert page.locator("[data-vondst], [data-nabij]").count() == 0
    expect(page.locator(".rb-zoek__mee")).to_be_hidden()


# On a phone ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "search",
    [
        "?q=museum",
        "?q=hoe+begin+ik",
        "?q=gesprek",
        "?q=werkvorm+gesprek",
        "?q=muzeum",
        "?q=muziek&schooltype=so&regio=noord-drenthe",
    ],
)
def test_the_first_hit_stands_above_the_keyboard(site: str, visit: Callable[..., Any], search: str) -> None:
    page = visit(f"{site}zoeken/{search}", 360).page
    page.set_viewport_size(PHONE)
    ready(page)
    hit = page.locator("[data-vondst]").first.bounding_box()
    assert hit is not None
    assert hit["y"] + hit["height"] <= PHONE["height"] - KEYBOARD


def test_typing_folds_the_head_and_emptying_brings_it_back(site: str, visit: Callable[..., Any]) -> None:
    """The focus and what is read stay: the title is out of sight, not gone."""
    page = ready(visit(f"{site}zoeken/", 360).page)
    page.set_viewport_size(PHONE)
    top = box(page).bounding_box()
    box(page).click()
    page.keyboard.type("mus", delay=30)
    page.wait_for_function("document.title.includes('mus')")
    ready(page)
    folded = box(page).bounding_box()
    assert top is not None
    assert folded is not None
    assert folded["y"] < top["y"] - 100
    expect(box(page)).to_be_focused()
    expect(page.get_by_role("heading", level=1, name="Zoeken")).to_be_attached()
    # The suggestions take the place of the button: no hit is below them, and none below the keyboard.
    listed = page.get_by_role("listbox", name="Suggesties").bounding_box()
    hit = page.locator("[data-vondst]").first.bounding_box()
    assert listed is not None
    assert hit is not None
    assert listed["y"] + listed["height"] <= page.locator("#rb-gevonden").bounding_box()["y"] + 1  # type: ignore[index]
    assert hit["y"] + hit["height"] <= PHONE["height"] - KEYBOARD
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    box(page).fill("")
    page.wait_for_function(
        "top => document.querySelector('#rb-tekst').getBoundingClientRect().top === top", arg=top["y"]
    )
    expect(box(page)).to_be_focused()


def test_what_has_the_focus_keeps_its_place_when_the_head_folds(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(f"{site}zoeken/", 360).page)
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Kies kenmerken").click()
    first = page.locator("#rb-facetten input:enabled").nth(3)
    first.scroll_into_view_if_needed()
    page.evaluate("window.scrollBy(0, 350)")
    before = first.bounding_box()
    first.focus()
    page.keyboard.press("Space")
    page.wait_for_function("location.search !== ''")
    ready(page)
    after = first.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 4
    expect(first).to_be_focused()


def test_escape_closes_the_choices_and_gives_the_focus_back(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(f"{site}zoeken/?schooltype=so&schooltype=po", 360).page)
    button = page.get_by_role("button", name="Kies kenmerken (2 gekozen)")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.locator("#rb-facetten input:enabled").first.focus()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(page.locator("#rb-facetten")).to_be_hidden()


# Suggestions ---------------------------------------------------------------------------------------------------------


def test_suggestions_are_a_combobox(site: str, visit: Callable[..., Any]) -> None:
    """As the ARIA Authoring Practices have it: the focus stays, arrows mean a suggestion, Escape keeps the text."""
    page = ready(visit(site + "zoeken/").page)
    field = box(page)
    expect(field).to_have_attribute("aria-expanded", "false")
    type_slowly(page, "mus")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-controls") == page.get_by_role("listbox", name="Suggesties").get_attribute("id")
    count = options(page).count()
    assert 2 <= count <= 6
    groups = page.get_by_role("listbox", name="Suggesties").get_by_role("group")
    assert groups.evaluate_all("all => all.every(group => group.ariaLabel && group.querySelector('[role=option]'))")
    expect(page.locator("#rb-suggesties-gezegd")).to_have_text(f"{count} suggesties, met pijl omlaag.")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options(page).first.get_attribute("id")
    page.keyboard.press("ArrowUp")  # back to what was typed
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(field).to_have_value("mus")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")  # asks for them again
    expect(options(page)).to_have_count(count)
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("search").get_by_role("button", name="Zoek")).to_be_focused()


def test_enter_searches_what_was_typed(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    type_slowly(page, "mus")
    page.keyboard.press("Enter")
    expect(options(page)).to_have_count(0)
    ready(page)
    assert here(page).endswith("?q=mus")
    page.wait_for_timeout(400)  # nothing comes back of what was on its way
    expect(options(page)).to_have_count(0)


def test_a_suggestion_does_what_it_says(site: str, visit: Callable[..., Any]) -> None:
    """A word completes the text, a value is chosen and takes the place of its letters, a title leads to its page."""
    page = ready(visit(site + "zoeken/").page)
    type_slowly(page, "kringg")
    word = options(page).get_by_text("kringgesprek", exact=True).first
    word.click()
    ready(page)
    expect(box(page)).to_have_value("kringgesprek")
    expect(box(page)).to_be_focused()
    assert here(page).endswith("?q=kringgesprek")

    box(page).fill("")
    ready(page)
    type_slowly(page, "kunst op so")
    options(page).get_by_text("Speciaal onderwijs").first.click()
    page.wait_for_function("location.search.includes('schooltype=so')")
    expect(box(page)).to_have_value("kunst op")
    expect(page.locator("[data-facet=schooltype] [data-waarde=so] input")).to_be_checked()

    page = ready(visit(site + "zoeken/").page)
    type_slowly(page, "kinderdia")
    page.keyboard.press("ArrowDown")
    while page.locator("[role=option][aria-selected=true]").inner_text() != "De kinderdialoog":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvormen/kinderdialoog/")


def test_a_tap_takes_a_suggestion_and_a_tap_elsewhere_closes_them(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/", 360, has_touch=True).page)
    page.set_viewport_size(PHONE)
    type_slowly(page, "mus")
    page.get_by_role("heading", level=2, name="Gevonden verhalen").tap()
    expect(options(page)).to_have_count(0)
    box(page).fill("muse")
    expect(options(page).first).to_be_visible()
    name = options(page).first.inner_text()
    options(page).first.tap()
    expect(options(page)).to_have_count(0)
    ready(page)
    expect(box(page)).not_to_have_value("muse")
    assert name


def test_there_are_no_suggestions_for_nothing_and_no_scripts_on_other_boxes(
    site: str, visit: Callable[..., Any]
) -> None:
    page = ready(visit(site + "zoeken/?q=museum").page)
    expect(options(page)).to_have_count(0)
    box(page).click()
    page.keyboard.press("Backspace")
    expect(options(page).first).to_be_visible()
    box(page).fill("")
    expect(options(page)).to_have_count(0)
    page = visit(site).page
    assert page.locator("#rb-zoekwoord").get_attribute("role") is None


def test_suggestions_never_hide_a_hit(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    for width in (360, 700, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        box(page).fill("")
        ready(page)
        type_slowly(page, "kunst")
        below = page.evaluate("""() => {
            const list = document.querySelector('.rb-suggesties').getBoundingClientRect();
            return [...document.querySelectorAll('[data-vondst], #rb-gevonden, .rb-zoek__telling')].filter(hit => {
                const own = hit.getBoundingClientRect();
                return own.left < list.right && own.top < list.bottom && own.bottom > list.top && own.right > list.left;
            }).map(hit => hit.textContent);
        }""")
        assert below == [], width


# What a reader does in a Firefox, each step until it gives something that is true.
FIREFOX_STEPS = (
    "!!document.querySelector('[data-zoekstatus=klaar]')",
    """(() => {
        const box = document.querySelector('#rb-tekst');
        box.focus();
        box.value = 'kinderdia';
        return box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()""",
    "document.querySelectorAll('#rb-suggesties:not([hidden]) [role=option]').length > 0",
    "document.querySelector('#rb-tekst').getAttribute('aria-expanded') === 'true'",
    "document.querySelector('#rb-tekst').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' })) || true",
    """document.querySelector('#rb-tekst').getAttribute('aria-activedescendant') ===
        document.querySelector('[role=option][aria-selected=true]').id""",
    "document.querySelector('[data-vondst][href$=\"/werkvormen/kinderdialoog/\"]') !== null",
    "document.querySelector('#rb-tekst').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })) || true",
    "document.querySelector('#rb-suggesties').hidden && document.querySelector('#rb-tekst').value === 'kinderdia'",
)


def test_a_firefox_suggests_too(site: str, tmp_path: Path) -> None:
    needs_firefox()
    done = paper.Print("zoeken", "zoeken/", FIREFOX_STEPS)
    paper.in_firefox([done], site, tmp_path, tmp_path)
    assert paper.sides(tmp_path / "zoeken.pdf")


# To take along -------------------------------------------------------------------------------------------------------


def test_what_is_shown_can_be_taken_along(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + BOTH).page)
    shown = page.locator("[data-vondst]").evaluate_all("links => links.map(link => [link.textContent, link.href])")
    with page.expect_download() as saved:
        page.get_by_role("button", name="als tabel (CSV, voor Excel)").click()
    name = saved.value.suggested_filename
    assert name.startswith("ruimte-gevonden-")
    assert name.endswith(".csv")
    expect(page.locator("#rb-mee-gezegd")).to_have_text(f"Het bestand {name} is gedownload.")
    assert page.locator("#rb-mee-gezegd").get_attribute("aria-live") == "polite"
    text = saved.value.path().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert [[row["titel"], row["adres"]] for row in rows] == shown
    ezinge = next(row for row in rows if row["plaats"] == "Ezinge")
    assert (ezinge["soort"], ezinge["regio"]) == ("Verhaal", "Noord-Groningen")
    assert "Basisonderwijs" in ezinge["schooltype"]
    assert "Museum" in ezinge["soort partner"]
    assert rows[0]["soort"] == "Vraag"
    assert rows[0]["plaats"] == ""
    with page.expect_download() as saved:
        page.get_by_role("button", name="als JSON").click()
    found = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert [[row["titel"], row["adres"]] for row in found] == shown
    assert "Museum" in next(row for row in found if row["plaats"] == "Ezinge")["soort partner"]


# For everyone --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [BOTH, "zoeken/?q=werkvorm+gesprek", NOTHING])
def test_an_answer_is_sound(site: str, visit: Callable[..., Any], address: str) -> None:
    page = ready(visit(site + address).page)
    for width, scheme in ((320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_open_suggestions_are_sound(site: str, visit: Callable[..., Any], width: int) -> None:
    page = ready(visit(site + "zoeken/", width).page)
    type_slowly(page, "kunst")
    page.keyboard.press("ArrowDown")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_network_the_box_is_a_plain_one_again(site: str, visit: Callable[..., Any]) -> None:
    opened = visit(site + "over/")
    page = opened.page
    page.route("**/zoeken/**/*.json", lambda route: route.abort())
    page.route("**/zoeken/index.json", lambda route: route.abort())
    page.goto(site + "zoeken/?q=museum")
    expect(page.locator(".rb-zoek__telling")).to_contain_text("Zoeken lukt nu niet.")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert page.locator("#rb-tekst").get_attribute("role") is None
    assert page.locator("#rb-facetten a[href]").count() > 20
    expect(page.locator(".rb-zoek__mee")).to_be_hidden()


def test_suggestions_that_fail_leave_the_search_as_it_is(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    page.route("**/titels.json", lambda route: route.abort())
    box(page).fill("museum")
    box(page).press("Enter")
    page.wait_for_function("document.title.includes('museum')")
    ready(page)
    assert page.locator("[data-vondst]").count() > 0
    expect(options(page)).to_have_count(0)


def test_on_paper_stands_what_was_found(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + BOTH).page)
    page.emulate_media(media="print")
    for hidden in ("#rb-tekst", "#rb-facetten", ".rb-zoek__volgorde", ".rb-zoek__mee"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("[data-vondst]").first).to_be_visible()
    expect(page.locator(".rb-zoek__telling")).to_contain_text("hoe begin ik")
