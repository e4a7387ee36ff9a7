"""No text is lost: drafts in many tabs, in every order, with a store that is full or refused, and in files."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from kennisbank.model import urls
from tests.browser.test_browser_pages import COLOURS, EVERY_RULE, TOO_WIDE, violations
from tests.site_support import SCRIPTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
FORM = urls.SCHRIJVEN["verhaal"]
OTHER_FORM = urls.SCHRIJVEN["werkvorm"]
EMPTY = "assets/favicon.svg"
"""An address of the same site without a script."""
OLD = "ruimte-schrijven-verhaal"
STORED = "() => Object.entries({...localStorage})"
QUOTA = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
REFUSES = {
    "access": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'x') } })",
    "nothing there": "Object.defineProperty(window, 'localStorage', { value: null })",
    "writing": "Storage.prototype.setItem = () => { throw new DOMException('', 'SecurityError') }",
}
FULL, REFUSED = "Je browser heeft geen plaats meer", "Je browser bewaart niets voor deze site"

ADD = """token => {
    const part = document.querySelector('#deel-begin')
    part.value = `${part.value} ${token}`.trim()
    part.dispatchEvent(new InputEvent('input', { bubbles: true }))
}"""


def draft(text: str, title: str = "", op: str = "2026-01-02T10:00:00.000Z") -> str:
    """Return a draft as the form kept the only one that there could be, before there was a list."""
    return json.dumps({"versie": 1, "op": op, "velden": {"title": title, "deel-begin": text, "datum": "2026-01-02"}})


def store(page: Page, **items: str) -> None:
    page.evaluate("items => Object.entries(items).forEach(([name, raw]) => localStorage.setItem(name, raw))", items)


LISTED = """async ([root, form]) => {
    const { store } = await import(root + 'parts/script/store.js')
    const { Concepten } = await import(root + 'pages/schrijven/script/drafts.js')
    return new Concepten(form, store(() => localStorage)).list().map(one => one.velden['deel-begin'])
}"""


def texts(page: Page, site: str, form: str = "verhaal") -> list[str]:
    """Return the texts of the drafts that this browser lists, sorted."""
    return sorted(page.evaluate(LISTED, [f"{site}{SCRIPTS}", form]))


def form(page: Page, site: str) -> Page:
    if page.url == site + FORM:
        page.goto(site + EMPTY)  # else it is a reload, after which a tab shows what it had
    page.goto(site + FORM)
    expect(page.locator("#rb-schrijf")).to_be_visible()
    return page


def add(page: Page, token: str, kept: bool = True) -> None:
    """Type a word behind what stands in the first part of the text."""
    page.evaluate(ADD, token)
    if kept:
        page.wait_for_function("token => Object.values({...localStorage}).some(raw => raw.includes(token))", arg=token)


def text(page: Page) -> str:
    return page.locator("#deel-begin").input_value()


def wipe(page: Page) -> None:
    page.get_by_role("button", name="Wis alles wat ik hier heb getypt").click()
    page.get_by_role("dialog").get_by_role("button", name="Ja, wis alles").click()


def rows(page: Page) -> Any:
    return page.locator("#rb-concepten-lijst > li")


def unfold(page: Page) -> None:
    page.locator("#rb-concepten-vouw").evaluate("fold => { fold.open = true }")


# Every order, with two pages ----------------------------------------------------------------------------------------

ENDS = ["leave", "close", "wipe"]


def interleaved(first: list[str], second: list[str]) -> list[list[str]]:
    """Return every order of two rows of steps in which each row keeps its own."""
    places = itertools.combinations(range(len(first) + len(second)), len(first))
    found = []
    for chosen in places:
        one, other = iter(first), iter(second)
        found.append([next(one) if place in chosen else next(other) for place in range(len(first) + len(second))])
    return found


def swapped(order: list[str]) -> list[str]:
    return [f"{1 - int(step[0])}{step[1:]}" for step in order]


def plays(second_types: bool) -> list[list[str]]:
    """Return the orders in which two pages type and end; one of each two that only differ in which page is which."""
    found: list[list[str]] = []
    for one, other in itertools.product(ENDS, repeat=2):
        for order in interleaved(["0 type", f"0 {one}"], [*["1 type"][: int(second_types)], f"1 {other}"]):
            if order not in found and swapped(order) not in found:
                found.append(order)
    return found


def meetings(order: list[str]) -> set[tuple[str, str]]:
    """Return what one page did before what the other did: each pair. Where one typed nothing, its end meets any end."""
    typed = {step[0] for step in order if step[2:] == "type"}
    found = set()
    for one, other in itertools.combinations(order, 2):
        first, later = (step[2:] + ("" if step[0] in typed else " unchanged") for step in (one, other))
        if one[0] == other[0]:
            continue
        if len(typed) > 1 or "type" in (first, later):
            found.add((first, later))
        else:
            found |= {(first, "an end"), ("an end", later)}
    return found


def chosen(second_types: bool) -> list[list[str]]:
    """Return so many of the orders that whatever a page does comes once before and once after all that the other does.

    A page takes a hundred times as long as the modules in it, of which every order is tried above.
    """
    orders = plays(second_types)
    open_: set[tuple[str, str]] = set().union(*map(meetings, orders))
    found = []
    while open_:
        found.append(max(orders, key=lambda order: len(meetings(order) & open_)))
        open_ -= meetings(found[-1])
    return found


def test_the_orders_that_are_tried_with_pages_have_each_meeting() -> None:
    kinds = ["type", *ENDS]
    assert set().union(*map(meetings, chosen(True))) == set(itertools.product(kinds, repeat=2))
    unchanged = [f"{end} unchanged" for end in ENDS]
    either = {("type", end) for end in unchanged} | {(end, "an end") for end in [*ENDS, *unchanged]}
    assert set().union(*map(meetings, chosen(False))) == either | {(later, first) for first, later in either}
    assert len(chosen(True)) + len(chosen(False)) < (len(plays(True)) + len(plays(False))) / 2


def shut(page: Page) -> None:
    """Close a page as people do, so that it hears of it."""
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def play(pages: list[Page], site: str, order: list[str]) -> set[str]:
    """Let two pages do this; returns the words that must be found again."""
    due: set[str] = set()
    own: list[set[str]] = [set(), set()]
    there = [True, True]
    for number, step in enumerate(order):
        who, what = int(step[0]), step[2:]
        page = pages[who]
        if what == "type":
            word = f"woord{number}x{who}"
            add(page, word)
            own[who].add(word)
            due.add(word)
        elif what == "wipe":
            shown = set(text(page).split())
            wipe(page)
            due -= shown - (own[1 - who] if there[1 - who] else set())
        else:
            shut(page) if what == "close" else page.goto(site + EMPTY)
            there[who] = False
    for page in pages:
        if not page.is_closed():
            page.goto(site + EMPTY)
    return due


@pytest.mark.parametrize("second_types", [True, False])
def test_no_word_is_lost_in_any_order_of_two_pages(site: str, visit: Visit, second_types: bool) -> None:
    opened = visit(f"{site}404.html", fresh=True)
    page: Page = opened.page
    pages: list[Page] = []
    lost = []
    for order in chosen(second_types):
        page.evaluate("() => localStorage.clear()")
        if second_types:
            store(page, **{OLD: draft("begin")})
        there = [each for each in pages if not each.is_closed()]
        pages = [form(each, site) for each in [*there, *(page.context.new_page() for _ in range(2 - len(there)))]]
        due = play(pages, site, order)
        kept = {word for one in texts(page, site) for word in one.split()}
        if not due <= kept:
            lost.append((order, due - kept))
    assert lost == []
    assert opened.messages == []


# What the page says -------------------------------------------------------------------------------------------------


def two(site: str, visit: Visit, *words: str) -> tuple[Page, Page]:
    """Return two pages with the form, with a draft for each of these words; the last is what both show."""
    one: Page = visit(f"{site}404.html").page
    for number, word in enumerate(words):
        store(one, **{OLD: draft(word, f"Titel {word}", f"2026-01-0{number + 1}T10:00:00.000Z")})
        form(one, site)
    other = one.context.new_page()
    return form(one, site), form(other, site)


def test_drafts_stand_in_a_list_that_opens_and_deletes(site: str, visit: Visit) -> None:
    opened = visit(site + FORM)
    page: Page = opened.page
    expect(page.locator("#rb-schrijf")).to_be_visible()
    expect(page.locator("#rb-concepten")).to_be_hidden()
    add(page, "een")
    expect(page.locator("#rb-concepten-aantal")).to_have_text("(1)")
    expect(page.locator("#rb-teruggezet")).to_be_hidden()
    unfold(page)
    expect(rows(page)).to_have_text(
        [re.compile(r"^Zonder titel Veranderd op .+ om \d\d:\d\d · 1 woord\s*Staat nu in het form")]
    )
    page.locator("#rb-concepten").get_by_role("button", name="Begin aan een nieuw concept").click()
    expect(page.locator("#veld-title")).to_be_focused()
    assert text(page) == ""
    page.locator("#veld-title").fill("Het tweede")
    add(page, "twee drie")
    expect(rows(page)).to_have_count(2)
    expect(rows(page).first).to_contain_text("Het tweede")
    expect(rows(page).first).to_contain_text("4 woorden")
    page.reload()
    expect(page.locator("#rb-teruggezet")).to_contain_text("Je was al begonnen")
    expect(page.locator("#veld-title")).to_have_value("Het tweede")
    assert page.locator("#rb-concepten-vouw").get_attribute("open") is not None
    page.get_by_role("button", name="Open: Zonder titel").click()
    assert text(page) == "een"
    assert page.locator("#veld-title").input_value() == ""
    page.get_by_role("button", name="Verwijder: Het tweede").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="“Het tweede” verwijderen?")
    expect(dialog.get_by_text("ander tabblad")).to_be_hidden()
    dialog.get_by_role("button", name="Nee, bewaar het").click()
    assert texts(page, site) == ["een", "twee drie"]
    page.get_by_role("button", name="Verwijder: Het tweede").click()
    dialog.get_by_role("button", name="Ja, verwijder het").click()
    expect(rows(page)).to_have_count(1)
    assert text(page) == "een"
    expect(page.locator("#rb-status")).to_have_text("Het tweede is verwijderd.")
    expect(page.get_by_role("button", name="Als bestand: Zonder titel")).to_be_focused()
    page.goto(site + OTHER_FORM)
    expect(page.locator("#rb-schrijf")).to_be_visible()
    expect(page.locator("#rb-concepten")).to_be_hidden()
    assert page.locator("#veld-title").input_value() == ""
    assert opened.messages == []


def test_a_tab_that_typed_nothing_follows_and_says_so(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "begin")
    said = one.locator("#rb-concept-gezegd")
    expect(said).to_have_text(
        "Dit concept staat ook open in een ander tabblad. Typ in één van de twee: het andere neemt het over."
    )
    unfold(one)
    expect(rows(one)).to_contain_text(["staat open in een ander tabblad"])
    add(one, "een")
    expect(other.locator("#deel-begin")).to_have_value("begin een")
    expect(other.locator("#rb-concept-gezegd")).to_contain_text("Je ziet hier de nieuwste tekst")
    add(other, "twee")
    expect(one.locator("#deel-begin")).to_have_value("begin een twee")
    assert texts(one, site) == ["begin een twee"]
    other.close()
    expect(said).to_contain_text("nieuwste tekst")
    expect(rows(one)).not_to_contain_text(["ander tabblad"])


def test_what_two_tabs_typed_at_once_becomes_a_copy(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "begin")
    # Somebody who goes on typing until the other tab has kept its text.
    other.evaluate(
        """add => {
            const type = () => {
                if (!Object.values({...localStorage}).some(raw => raw.includes('een'))) setTimeout(type, 50)
                eval(add)('')
            }
            eval(add)('twee')
            type()
        }""",
        ADD,
    )
    add(one, "een")
    expect(other.locator("#rb-concept-gezegd")).to_contain_text("Er is niets overschreven")
    for page in (one, other):
        expect(rows(page)).to_have_count(2)
        expect(rows(page).first).to_contain_text("Titel begin (kopie)")
    assert texts(one, site) == ["begin een", "begin twee"]
    assert [text(one), text(other)] == ["begin een", "begin twee"]


def test_what_is_wiped_elsewhere_stays_where_it_was_typed(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "begin")
    add(other, "twee")
    expect(one.locator("#deel-begin")).to_have_value("begin twee")
    one.get_by_role("button", name="Wis alles wat ik hier heb getypt").click()
    expect(one.get_by_role("dialog").get_by_text("Dit concept staat ook open in een ander tabblad.")).to_be_visible()
    one.get_by_role("button", name="Ja, wis alles").click()
    said = other.locator("#rb-concept-gezegd")
    expect(said).to_contain_text("Dit concept is in een ander tabblad gewist. Wat je hier typte, staat hier nog.")
    assert text(other) == "begin twee"
    assert texts(one, site) == []
    other.get_by_role("button", name="Bewaar het opnieuw").click()
    expect(said).to_contain_text("is opnieuw bewaard")
    assert texts(other, site) == ["begin twee"]
    assert text(one) == ""

    one.reload()
    expect(one.locator("#deel-begin")).to_have_value("begin twee")
    wipe(one)
    other.get_by_role("button", name="Wis het hier ook").click()
    assert text(other) == ""
    other.close()
    assert one.evaluate(STORED) == []


def test_what_is_wiped_elsewhere_is_kept_again_by_who_closes(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "begin")
    add(other, "twee")
    expect(one.locator("#deel-begin")).to_have_value("begin twee")
    wipe(one)
    expect(other.locator("#rb-concept-gezegd")).to_contain_text("sluit je dit tabblad, dan wordt het opnieuw bewaard")
    assert texts(one, site) == []
    shut(other)
    assert texts(one, site) == ["begin twee"]


def test_what_is_wiped_elsewhere_and_was_only_read_goes(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "begin")
    wipe(one)
    expect(other.locator("#rb-concept-gezegd")).to_have_text(
        "Dit concept is in een ander tabblad gewist. Het formulier is nu leeg."
    )
    assert text(other) == ""
    other.close()
    assert one.evaluate(STORED) == []


def test_a_draft_that_changed_elsewhere_is_not_deleted_unseen(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "eerst", "laatst")
    one.get_by_role("button", name="Verwijder: Titel eerst").click()
    other.get_by_role("button", name="Open: Titel eerst").click()
    add(other, "meer")
    one.get_by_role("button", name="Ja, verwijder het").click()
    expect(one.locator("#rb-status")).to_contain_text("Het is niet verwijderd")
    assert texts(one, site) == ["eerst meer", "laatst"]


def test_a_tab_that_is_reloaded_shows_the_draft_that_it_had(site: str, visit: Visit) -> None:
    opened = visit(site + FORM)
    one: Page = opened.page
    one.evaluate("() => history.replaceState({ ...history.state, anders: 1 }, '')")
    add(one, "een")
    other = form(one.context.new_page(), site)
    other.evaluate("() => { document.querySelector('#rb-concepten-vouw').open = true }")
    other.locator("#rb-concepten").get_by_role("button", name="Begin aan een nieuw concept").click()
    add(other, "twee")
    one.reload()
    expect(one.locator("#deel-begin")).to_have_value("een")
    assert one.evaluate("() => history.state.anders") == 1
    one.evaluate("() => { location.hash = 'deel-begin' }")
    one.reload()
    expect(one.locator("#deel-begin")).to_have_value("een")
    # What came of it elsewhere is the same draft.
    unfold(other)
    other.get_by_role("button", name="Open: Zonder titel").click()
    expect(other.locator("#deel-begin")).to_have_value("een")
    one.goto(site + EMPTY)
    add(other, "verder")
    other.locator("#rb-concepten").get_by_role("button", name="Begin aan een nieuw concept").click()
    add(other, "drie")
    one.go_back()
    expect(one.locator("#deel-begin")).to_have_value("een verder")
    # Where it is gone, what was changed last is there.
    one.goto(site + EMPTY)
    other.evaluate("() => localStorage.clear()")
    store(other, **{OLD: draft("ander")})
    one.go_back()
    expect(one.locator("#deel-begin")).to_have_value("ander")
    assert opened.messages == []


def test_a_tab_that_crashed_is_not_there(site: str, visit: Visit, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}404.html")
    store(page, **{OLD: draft("begin")})
    form(page, site)
    other = form(context.new_page(), site)
    said = page.locator("#rb-concept-gezegd")
    expect(said).to_contain_text("ook open in een ander tabblad")
    with contextlib.suppress(Error):
        other.goto("chrome://crash")
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")  # as when somebody comes back to it
    expect(said).to_be_hidden()
    add(page, "verder")
    assert texts(page, site) == ["begin verder"]
    context.close()


def test_a_page_that_comes_back_from_the_past_shows_what_is_kept_now(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "begin")
    one.evaluate("() => addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    one.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    add(other, "verder")
    one.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(one.locator("#deel-begin")).to_have_value("begin verder")
    add(one, "terug")
    expect(other.locator("#deel-begin")).to_have_value("begin verder terug")
    assert texts(one, site) == ["begin verder terug"]


def test_a_page_that_is_seen_before_it_is_back_says_nothing(site: str, visit: Visit) -> None:
    opened = visit(site + FORM)
    page: Page = opened.page
    other = form(page.context.new_page(), site)
    add(page, "begin")
    page.evaluate("""() => {
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
        document.dispatchEvent(new Event('visibilitychange'))  // Firefox tells this first
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    }""")
    unfold(other)
    other.get_by_role("button", name="Open: Zonder titel").click()
    expect(page.locator("#rb-concept-gezegd")).to_contain_text("ook open in een ander tabblad")
    assert opened.messages == []


def test_leaving_writes_what_was_just_typed_and_nothing_else(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html").page
    page.add_init_script(
        "window.written = []; const set = Storage.prototype.setItem;"
        "Storage.prototype.setItem = function (name, raw) { written.push(name); set.call(this, name, raw) }"
    )
    store(
        page, **{"ruimte-concept-verhaal-een": json.dumps({**json.loads(draft("begin")), "versie": 2, "rev": "een.1"})}
    )
    form(page, site)
    leave = "() => { dispatchEvent(new PageTransitionEvent('pagehide')); return written }"
    assert page.evaluate(leave) == []
    page.evaluate("() => document.querySelector('#deel-begin').dispatchEvent(new Event('change', { bubbles: true }))")
    assert page.evaluate(leave) == []
    add(page, "net", kept=False)
    assert len(page.evaluate(leave)) == 1
    assert texts(page, site) == ["begin net"]


# What was kept before there was a list -------------------------------------------------------------------------------


def test_the_draft_of_before_is_taken_over_once(site: str, visit: Visit) -> None:
    one, other = two(site, visit, "eerst")
    assert texts(one, site) == texts(other, site) == ["eerst"]
    assert [name for name, _ in one.evaluate(STORED) if name == OLD] == []
    store(one, **{OLD: draft("eerst", "Titel eerst")})  # by a tab that was open all the time
    form(other, site)
    assert texts(one, site) == ["eerst"]
    store(one, **{OLD: draft("anders", "Titel eerst")})
    form(other, site)
    assert texts(one, site) == ["anders", "eerst"]


def test_a_draft_of_before_is_not_lost_where_there_is_no_room(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html", fresh=True).page
    store(page, **{OLD: draft("eerst")})
    page.add_init_script(QUOTA)
    form(page, site)
    assert text(page) == "eerst"
    unfold(page)
    expect(rows(page)).to_have_count(1)
    assert [name for name, _ in page.evaluate(STORED)] == [OLD]


STRANGE = [
    "{", "null", "[]", '"x"', '{"versie": 2}', '{"versie": 2, "velden": null}',
    '{"versie": 99, "velden": {"title": "later"}}',
    '{"versie": 2, "rev": 7, "na": 3, "op": {}, "velden": []}',
]  # fmt: skip


def test_what_cannot_be_read_is_left_where_it_is(site: str, visit: Visit) -> None:
    opened = visit(f"{site}404.html")
    page: Page = opened.page
    found = {f"ruimte-concept-verhaal-vreemd{number}": raw for number, raw in enumerate(STRANGE)}
    store(page, **found)
    form(page, site)
    add(page, "nieuw")
    stored = dict(page.evaluate(STORED))
    assert {name: stored[name] for name in found} == found
    assert opened.messages == []


# A store that is full or refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", REFUSES)
def test_a_browser_that_refuses_says_so_and_the_form_goes_on(site: str, visit: Visit, how: str) -> None:
    opened = visit(f"{site}404.html", fresh=True)
    page: Page = opened.page
    page.add_init_script(REFUSES[how])
    form(page, site)
    add(page, "woord", kept=False)
    message = page.locator("#rb-niet-bewaard")
    expect(message).to_be_visible()
    expect(message).to_contain_text(REFUSED)
    assert FULL not in message.inner_text()
    expect(page.locator("#rb-belofte")).to_be_hidden()
    expect(page.locator("#rb-inhoud-bestand")).to_have_value(re.compile("woord"))
    with page.expect_download() as given:
        message.get_by_role("button", name="Bewaar als bestand wat hier staat").click()
    assert "woord" in Path(given.value.path()).read_text(encoding="utf-8")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept())[0])
    page.locator("#veld-title").click()  # a browser asks only who did something
    page.goto(f"{site}404.html")
    assert asked == ["beforeunload"]
    assert opened.messages == []


def test_a_store_that_is_really_full_loses_nothing_and_says_so(site: str, visit: Visit) -> None:
    one, _ = two(site, visit, "eerst", "laatst")
    fill = """() => { for (let size = 2 ** 22; size >= 1; size /= 2) {
        try { while (true) localStorage.setItem(`vol${size}-${Math.random()}`, 'x'.repeat(size)) } catch { } } }"""
    one.evaluate(fill)
    before = one.evaluate(STORED)
    add(one, "past niet", kept=False)
    message = one.locator("#rb-niet-bewaard")
    expect(message).to_be_visible()
    expect(message).to_contain_text(FULL)
    assert REFUSED not in message.inner_text()
    expect(one.locator("#rb-belofte")).to_be_visible()
    assert one.evaluate(STORED) == before
    # Nothing else may take its place, for it stands nowhere else.
    one.get_by_role("button", name="Open: Titel eerst").click()
    assert text(one) == "laatst past niet"
    one.locator("#rb-concepten").get_by_role("button", name="Begin aan een nieuw concept").click()
    assert text(one) == "laatst past niet"
    with one.expect_download() as given:
        one.get_by_role("button", name="Bewaar al je concepten in een bestand").click()
    written = json.loads(Path(given.value.path()).read_text(encoding="utf-8"))
    assert [each["velden"]["deel-begin"] for each in written["concepten"]] == ["laatst past niet", "eerst"]
    one.evaluate(
        """() => { for (const name of Object.keys({...localStorage})) {
            if (name.startsWith('vol')) localStorage.removeItem(name)
        } }"""
    )
    add(one, "nu wel")
    expect(message).to_be_hidden()
    assert texts(one, site) == ["eerst", "laatst past niet nu wel"]


KEEPS = {
    "no taking away": "Storage.prototype.removeItem = () => { throw new DOMException('', 'SecurityError') }",
    "no access any more": REFUSES["access"],
}


@pytest.mark.parametrize("how", KEEPS)
def test_what_a_browser_does_not_let_go_is_not_said_to_be_gone(site: str, visit: Visit, how: str) -> None:
    opened = visit(f"{site}404.html", fresh=True)
    page: Page = opened.page
    for word in ("eerst", "laatst"):
        store(page, **{OLD: draft(word, f"Titel {word}")})
        form(page, site)
    said = page.locator("#rb-status")
    page.get_by_role("button", name="Verwijder: Titel eerst").click()
    page.evaluate(f"() => {{ {KEEPS[how]} }}")
    page.get_by_role("button", name="Ja, verwijder het").click()
    expect(said).to_have_text("Je browser laat ons niet bij wat hij bewaart. Stond er al iets, dan staat dat er nog.")
    wipe(page)
    expect(said).to_have_text(re.compile("^Het formulier is leeg. Je browser laat ons niet bij wat hij bewaart."))
    assert text(page) == ""
    other = form(page.context.new_page(), site)
    assert texts(other, site) == ["eerst", "laatst"]
    assert opened.messages == []


def test_deleting_a_draft_makes_room(site: str, visit: Visit) -> None:
    one, _ = two(site, visit, "eerst", "laatst")
    one.evaluate("""() => {
        const set = Storage.prototype.setItem
        Storage.prototype.setItem = function (name, raw) {
            if (this.length >= 2) throw new DOMException('', 'QuotaExceededError')
            set.call(this, name, raw)
        }
    }""")
    add(one, "meer", kept=False)
    expect(one.locator("#rb-niet-bewaard")).to_contain_text(FULL)
    one.get_by_role("button", name="Verwijder: Titel eerst").click()
    one.get_by_role("button", name="Ja, verwijder het").click()
    expect(one.locator("#rb-niet-bewaard")).to_be_hidden()
    assert texts(one, site) == ["laatst meer"]


def test_revisions_that_nobody_sees_make_room(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html", fresh=True).page
    page.add_init_script("""
        const set = Storage.prototype.setItem
        Storage.prototype.setItem = function (name, raw) {
            if (this.length >= 2 && this.getItem(name) === null) throw new DOMException('', 'QuotaExceededError')
            set.call(this, name, raw)
        }""")
    form(page, site)
    for word in ("een", "twee", "drie", "vier"):  # each time under a new name
        add(page, word)
        page.reload()
    expect(page.locator("#rb-niet-bewaard")).to_be_hidden()
    assert texts(page, site) == ["een twee drie vier"]
    assert len(page.evaluate(STORED)) == 2


def test_nobody_is_told_to_delete_the_only_draft_that_is_there(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html", fresh=True).page
    store(page, **{OLD: draft("begin")})
    form(page, site)
    page.evaluate(f"() => {{ {QUOTA} }}")
    add(page, "meer", kept=False)
    message = page.locator("#rb-niet-bewaard")
    expect(message).to_be_visible()
    assert FULL in message.inner_text()
    assert "Verwijder" not in message.inner_text()
    assert "Bewaar dit als bestand" in message.inner_text()


# Files --------------------------------------------------------------------------------------------------------------


def read_in(page: Page, name: str, content: str | bytes) -> str:
    """Choose a file to put back; returns what the page says of it."""
    said = page.locator("#rb-concept-gezegd")
    said.evaluate("element => { element.textContent = '' }")
    raw = content.encode() if isinstance(content, str) else content
    page.locator("#rb-inlezen").set_input_files({"name": name, "mimeType": "", "buffer": raw})
    expect(said).not_to_have_text("")
    return said.inner_text()


def test_drafts_go_to_another_browser_in_a_file(site: str, visit: Visit) -> None:
    page, _ = two(site, visit, "eerst", "laatst")
    page.goto(site + OTHER_FORM)
    page.locator("#veld-title").fill("Een werkvorm")
    page.wait_for_function("() => Object.keys({...localStorage}).some(name => name.includes('werkvorm'))")
    form(page, site)
    add(page, "net", kept=False)
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar al je concepten in een bestand").click()
    assert re.fullmatch(r"ruimte-concepten-20\d\d-\d\d-\d\d\.json", given.value.suggested_filename)
    everything = Path(given.value.path()).read_bytes()
    with page.expect_download() as given:
        page.get_by_role("button", name="Als bestand: Titel eerst").click()
    only = Path(given.value.path()).read_bytes()

    opened = visit(site + FORM, fresh=True)
    other: Page = opened.page
    expect(other.get_by_role("button", name="Zet ze terug")).to_be_visible()
    assert read_in(other, "x.json", only) == "1 concept is toegevoegd."
    add(other, "mijn")
    assert read_in(other, "x.json", everything) == (
        "2 concepten zijn toegevoegd. Daarvan staat er 1 bij Schrijf een werkvorm. 1 had je al."
    )
    assert texts(other, site) == ["eerst", "laatst net", "mijn"]
    assert len(texts(other, site, "werkvorm")) == 1
    assert text(other) == "mijn"
    assert read_in(other, "x.json", everything) == "Geen concepten zijn toegevoegd. 3 had je al."
    assert opened.messages == []


def test_a_draft_of_a_form_that_the_page_does_not_know_stays_where_it_is(site: str, visit: Visit) -> None:
    """Another page may know it: one of a newer site, of which this browser has an older page in its cache."""
    opened = visit(f"{site}404.html")
    page: Page = opened.page
    later = json.dumps({"versie": 2, "rev": "b.1", "na": {}, "op": "", "kopie": False, "velden": {"title": "Later"}})
    store(page, **{"ruimte-concept-gedicht-b": later})
    form(page, site)
    add(page, "mijn")
    unfold(page)
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar al je concepten in een bestand").click()
    written = Path(given.value.path()).read_bytes()
    assert [each["formulier"] for each in json.loads(written)["concepten"]] == ["verhaal", "gedicht"]
    assert read_in(page, "x.json", written) == (
        "Geen concepten zijn toegevoegd. 1 had je al."
        " 1 hoort bij een formulier dat hier niet is. Bewaar het bestand goed."
    )
    assert dict(page.evaluate(STORED))["ruimte-concept-gedicht-b"] == later
    assert opened.messages == []


def test_a_file_that_is_not_ours_says_what_is_wrong(site: str, visit: Visit) -> None:
    opened = visit(site + FORM)
    page: Page = opened.page
    head = '"soort": "ruimte-concepten"'
    for name, content, said in (
        ("verhaal.md", "---\ntitle: x\n---\n", "Dit is het bestand om in te sturen."),
        ("x.json", "geen json", "Dit bestand is hier niet gemaakt"),
        ("x.json", b"\xff\xfe\x00", "Dit bestand is hier niet gemaakt"),
        ("x.json", "", "Dit bestand is hier niet gemaakt"),
        ("x.json", '{"soort": "__proto__", "versie": 1}', "Dit bestand is hier niet gemaakt"),
        ("x.json", '{"soort": "ruimte-selectie", "versie": 1}', "In dit bestand staat een selectie."),
        ("x.json", f'{{{head}, "versie": 2}}', "nieuwere versie"),
        ("x.json", f'{{{head}, "versie": "1"}}', "Dit bestand is hier niet gemaakt"),
        ("x.json", f'{{{head}, "versie": 1}}', "Geen concepten zijn toegevoegd."),
        ("x.json", f'{{{head}, "versie": 1, "concepten": [1, null, {{"formulier": "x"}}]}}', "3 waren niet te lezen."),
        ("x.json", b" " * (5 * 1024 * 1024 + 1), "te groot. Hooguit 5 MB kan."),
    ):
        assert said in read_in(page, name, content), name
    assert page.evaluate(STORED) == []
    assert opened.messages == []


# For everybody -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_a_list_of_drafts_is_sound(site: str, visit: Visit, width: int, scheme: str) -> None:
    page: Page = visit(f"{site}404.html", width, color_scheme=scheme).page
    for word in ("eerst", "Rechtsbijstandsverzekeringsmaatschappijenvertegenwoordigersvergadering"):
        store(page, **{OLD: draft(word, word)})
        form(page, site)
    other = form(page.context.new_page(), site)
    expect(page.locator("#rb-concept-melding")).to_be_visible()
    page.evaluate(f"() => {{ {QUOTA} }}")
    add(page, "meer", kept=False)
    expect(page.locator("#rb-niet-bewaard")).to_be_visible()
    rules = EVERY_RULE if scheme == "light" else COLOURS
    for size in ("100%", "200%")[: 1 + (width > 320)]:
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page, rules) == []
    page.evaluate("() => { document.documentElement.style.fontSize = '' }")
    page.get_by_role("button", name="Verwijder: eerst").click()
    assert violations(page, rules) == []
    other.close()


def test_the_list_works_by_keyboard(site: str, visit: Visit) -> None:
    page, other = two(site, visit, "eerst", "laatst")
    other.close()
    fold = page.locator("#rb-concepten-vouw > summary")
    fold.focus()
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("() => document.activeElement.ariaLabel ?? document.activeElement.textContent"))
    assert reached == [
        "Als bestand: Titel laatst", "Verwijder: Titel laatst", "Open: Titel eerst", "Als bestand: Titel eerst",
        "Verwijder: Titel eerst", "Begin aan een nieuw concept", "Bewaar al je concepten in een bestand",
    ]  # fmt: skip
    page.get_by_role("button", name="Open: Titel eerst").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#veld-title")).to_have_value("Titel eerst")
    expect(page.locator("#veld-title")).to_be_focused()
