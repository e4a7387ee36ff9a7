"""No note is lost: a selection in two tabs, with a store that is full or refused, and in a file."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kennisbank.model import urls
from tests.browser.test_browser_pages import COLOURS, EVERY_RULE, TOO_WIDE, violations
from tests.browser.test_browser_selection import (
    BLOCK,
    DIALOOG,
    EZINGE,
    KEPT,
    MEPPEL,
    SAID,
    item,
    keep,
    show,
    slugs,
    store,
)
from tests.site_support import SCRIPTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
NOTE = "Notitie bij Om de beurt een les in Meppel"
# Types a note; what is typed is not kept yet when this returns.
TYPE = """([name, text]) => {
    const box = [...document.querySelectorAll('textarea')].find(each => each.labels[0]?.textContent === name)
    box.value = text
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
}"""


def two(site: str, visit: Visit, *items: dict[str, str]) -> tuple[Page, Page]:
    """Return two pages with this selection."""
    one: Page = visit(site).page
    keep(one, site, *items)
    other = one.context.new_page()
    show(other, site)
    return one, other


def note(page: Page, text: str) -> None:
    page.evaluate(TYPE, [NOTE, text])


def told(page: Page) -> list[str]:
    """Return all that the selection has of notes."""
    return [text for one in page.evaluate(KEPT)["items"] for text in [one["notitie"], *one.get("ook", [])] if text]


def test_a_note_that_two_tabs_write_at_once_is_kept_twice(site: str, visit: Visit) -> None:
    one, other = two(site, visit, item(MEPPEL, notitie="eerst"))
    note(one, "eerst van één")
    other.get_by_label(NOTE, exact=True).fill("eerst van twee")
    other.get_by_label(NOTE, exact=True).blur()  # kept before the other has kept its own
    expect(one.locator(".rb-gekozen__gezegd")).to_contain_text("In een ander tabblad is deze notitie ook veranderd.")
    assert sorted(told(one)) == ["eerst van twee", "eerst van één"]
    for page in (one, other):
        expect(page.get_by_label(NOTE, exact=True)).to_have_value("eerst van één")
        expect(page.locator(".rb-gekozen__ook")).to_contain_text("Andere notitie: eerst van twee")
    one.get_by_role("button", name="Gebruik deze").click()
    expect(other.get_by_label(NOTE, exact=True)).to_have_value("eerst van twee")
    expect(one.get_by_label(NOTE, exact=True)).to_be_focused()
    other.get_by_role("button", name="Haal weg").click()
    expect(one.locator(".rb-gekozen__ook")).to_have_text("")
    assert told(one) == ["eerst van twee"]


def test_a_note_is_not_taken_along_with_what_another_tab_takes_out(site: str, visit: Visit) -> None:
    one, other = two(site, visit, item(MEPPEL), item(EZINGE))
    note(one, "net getypt")
    other.get_by_role("button", name="Verwijder: Om de beurt een les in Meppel").click()
    expect(one.locator(".rb-gekozen__gezegd").last).to_contain_text("daarom staat het er weer")
    expect(other.get_by_label(NOTE, exact=True)).to_have_value("net getypt")
    note(one, "net getypt, en wissen")
    other.get_by_role("button", name="Wis alles").click()
    other.get_by_role("button", name="Ja, wis alles").click()
    expect(other.get_by_label(NOTE, exact=True)).to_have_value("net getypt, en wissen")
    assert slugs(one) == [MEPPEL]


def test_what_was_taken_out_can_be_put_back(site: str, visit: Visit) -> None:
    one, other = two(site, visit, item(MEPPEL), item(EZINGE))
    one.get_by_label(NOTE, exact=True).fill("met zorg geschreven")
    one.get_by_label(NOTE, exact=True).blur()
    expect(other.get_by_label(NOTE, exact=True)).to_have_value("met zorg geschreven")
    other.get_by_role("button", name="Verwijder: Om de beurt een les in Meppel").click()
    expect(one.locator("#rb-gezegd")).to_have_text(
        "In een ander tabblad uit je selectie gehaald, met de notitie die je hier schreef: "
        "Om de beurt een les in Meppel."
    )
    expect(one.get_by_role("button", name="Zet terug", exact=True)).to_be_visible()
    other.get_by_role("button", name="Zet terug", exact=True).click()
    expect(other.get_by_role("button", name="Verwijder: Om de beurt een les in Meppel")).to_be_focused()
    assert slugs(one) == [MEPPEL, EZINGE]
    assert told(one) == ["met zorg geschreven"]
    one.get_by_role("button", name="Zet terug", exact=True).click()
    assert slugs(one) == [MEPPEL, EZINGE]
    one.get_by_role("button", name="Wis alles").click()
    one.get_by_role("button", name="Ja, wis alles").click()
    expect(one.get_by_role("button", name="Zet terug", exact=True)).to_be_hidden()
    expect(other.get_by_role("heading", name="Je hebt nog niets bewaard")).to_be_visible()
    assert slugs(other) == []


# Every order, in one page: two lists as two tabs have them, over one selection. Each step is a letter for the tab and
# one for what happens: t type, b the moment to keep it (or to leave), h hear what others did, v take the item out.
# A word must be found again, unless somebody took out the note in which it stood.
ORDERS = """async ([root, orders, begin]) => {
    const { validated, same } = await import(root + 'parts/bewaren/script/kept.js')
    const { List, key } = await import(root + 'pages/selectie/script/list.js')
    const { setNotitie } = await import(root + 'pages/selectie/script/note.js')
    const { template } = await import(root + 'parts/script/fill.js')
    const templates = { row: template('gekozen'), head: template('gekozen-kop'), other: template('andere-notitie') }

    function play(order) {
        let kept = validated(structuredClone(begin)), word = 0
        const [item] = begin.items
        const due = new Set()
        class Tab {
            constructor() {
                const note = (...all) => {
                    const how = this.change(staat => setNotitie(staat, ...all))
                    return { succeeded: how !== 'vol', sentence: '' }
                }
                this.list = new List(document.createElement('ol'), templates, { note, vanished() {} })
                this.hear()
            }
            change(how) {
                const done = how(kept)
                kept = validated(kept)
                this.hear()
                return done
            }
            hear() {
                this.list.save()
                this.list.show(kept.items, new Map(), true)
            }
            step(what) {
                const row = this.list.rows.get(key(item))
                if (what === 't' && row) {
                    row.box.value = `${row.box.value} w${++word}`.trim()
                    due.add(`w${word}`)
                    row.box.dispatchEvent(new InputEvent('input'))
                }
                if (what === 'b' || what === 'v') this.list.save()
                if (what === 'h') this.hear()
                if (what === 'v' && row) {
                    for (const one of found()) due.delete(one)
                    const other = one => !same(item.soort, item.slug)(one)
                    this.change(staat => { staat.items = staat.items.filter(other) })
                }
            }
        }
        const found = () => kept.items.flatMap(({ notitie, ook = [] }) => [notitie, ...ook]).join(' ').split(' ')
        const tabs = [new Tab(), new Tab()]
        for (const step of order.split(' ')) tabs[Number(step[0])].step(step[1])
        for (const tab of tabs) tab.list.save()
        const now = found()
        return [...due].filter(one => !now.includes(one))
    }
    return orders.map(order => [order, play(order)]).filter(([, lost]) => lost.length)
}"""


def test_no_note_is_lost_in_any_order_of_two_lists(site: str, visit: Visit) -> None:
    page: Page = visit(site + urls.SELECTIE).page
    steps = [tab + what for tab in "01" for what in "tbhv"]
    orders = [" ".join(["0t", *order]) for order in itertools.product(steps, repeat=4)]
    begin = {"versie": 1, "items": [item(MEPPEL, notitie="eerst")]}
    assert page.evaluate(ORDERS, [f"{site}{SCRIPTS}", orders, begin])[:3] == []


MORE = """([name, word, type]) => {
    const box = [...document.querySelectorAll('textarea')].find(each => each.labels[0]?.textContent === name)
    eval(type)([name, `${box.value} ${word}`.trim()])
}"""
LEAVE = "() => dispatchEvent(new PageTransitionEvent('pagehide'))"
RAW = "() => localStorage.getItem('ruimte-selectie')"


def arrived(one: Page, other: Page) -> None:
    """Wait until two pages see the same: people are slower than a browser. Either may write in the meantime."""
    for _ in range(200):
        if one.evaluate(RAW) == other.evaluate(RAW):
            return
        one.wait_for_timeout(20)
    pytest.fail("What one tab wrote does not reach the other.")


def meetings(order: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return what one page did before what the other did next: each pair."""
    return {(one, other) for one, other in itertools.pairwise(order) if one[0] != other[0]}


def test_no_note_is_lost_in_any_order_of_two_tabs(site: str, visit: Visit) -> None:
    pages = two(site, visit, item(MEPPEL))
    steps = ["0 type", "1 type", "0 leave", "1 leave"]
    orders = [order for order in itertools.product(steps, repeat=4) if order[0] == "0 type" and "1 type" in order]
    left = set().union(*map(meetings, orders))
    assert len(left) == 8
    chosen = []
    while left:
        chosen.append(max(orders, key=lambda order: len(meetings(order) & left)))
        left -= meetings(chosen[-1])
    for number, order in enumerate(chosen):
        store(pages[0], {"versie": 1, "items": [item(MEPPEL)]})
        arrived(*pages)
        for page in pages:
            page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        words = []
        for place, step in enumerate([*order, "0 leave", "1 leave"]):
            who, what = int(step[0]), step[2:]
            if what == "leave":
                pages[who].evaluate(LEAVE)
                arrived(pages[who], pages[1 - who])
            else:
                words.append(f"w{number}n{place}")
                pages[who].evaluate(MORE, [NOTE, words[-1], TYPE])
        kept = " ".join(told(pages[0]))
        assert [word for word in words if word not in kept] == [], order


def test_leaving_writes_no_note_that_was_not_changed(site: str, visit: Visit) -> None:
    one, _ = two(site, visit, item(MEPPEL, notitie="eerst"))
    store(one, {"versie": 1, "items": [item(MEPPEL, notitie="elders veranderd")]})
    one.evaluate(LEAVE)
    assert told(one) == ["elders veranderd"]


@pytest.mark.parametrize("how", BLOCK)
def test_a_note_that_cannot_be_kept_says_so_beside_it(site: str, visit: Visit, how: str) -> None:
    opened = visit(site, fresh=True)
    page: Page = opened.page
    keep(page, site, item(MEPPEL, notitie="eerst"), item(EZINGE))
    page.evaluate(f"() => {{ {BLOCK[how]} }}")
    note(page, "past niet")
    row = page.locator(".rb-gekozen", has_text="Om de beurt een les in Meppel")
    expect(row.get_by_role("status")).to_contain_text(SAID[how])
    page.evaluate("() => dispatchEvent(new StorageEvent('storage', { key: 'ruimte-selectie' }))")
    expect(page.get_by_label(NOTE, exact=True)).to_have_value("past niet")
    page.get_by_label("Titel van je boekje").fill("Ook niet")
    expect(page.locator("#rb-naam-gezegd")).to_contain_text(SAID[how])
    expect(page.get_by_label("Titel van je boekje")).to_have_value("Ook niet")
    if how == "full":
        assert told(page) == ["eerst"]
    assert opened.messages == []


def test_a_note_does_not_leave_the_browser(site: str, visit: Visit) -> None:
    """The site is asked for the pages of what was kept, and hears nothing of what was written with it."""
    opened = visit(site)
    page: Page = opened.page
    keep(page, site, item(MEPPEL, notitie="geheim1"), naam="geheim2")
    note(page, "geheim3")
    page.get_by_label("Titel van je boekje").fill("geheim4")
    page.reload()
    page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    assert sorted(told(page)) == ["geheim3"]
    assert any(MEPPEL in url for url in opened.requests)
    assert [url for url in opened.requests if "geheim" in url or not url.startswith((site, "data:", "blob:"))] == []
    assert page.context.cookies() == []


def test_a_browser_that_keeps_nothing_promises_no_selection(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html", fresh=True).page
    show(page, site)
    expect(page.get_by_text("Dan staat het hier")).to_be_visible()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('dicht') } })")
    page.reload()
    expect(page.get_by_text("Je browser bewaart niets voor deze site.")).to_be_visible()
    expect(page.get_by_text("Dan staat het hier")).to_be_hidden()


def test_a_shared_selection_does_not_replace_what_came_in_the_meantime(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    show(page, site, f"?v=1&s={EZINGE}")
    other = page.context.new_page()
    other.goto(f"{site}verhalen/{MEPPEL}/")
    other.get_by_role("button", name="Bewaar").click()
    page.evaluate("() => document.querySelector('[data-doe=vervang]').click()")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert slugs(page) == [MEPPEL]


def test_what_a_later_version_kept_is_laid_aside(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html").page
    later = json.dumps({"versie": 2, "alles": "anders"})
    store(page, later)
    page.goto(f"{site}verhalen/{MEPPEL}/")
    page.get_by_role("button", name="Bewaar").click()
    assert slugs(page) == [MEPPEL]
    assert page.evaluate("() => localStorage.getItem('ruimte-selectie-apart')") == later


# Files --------------------------------------------------------------------------------------------------------------


def read_in(page: Page, content: str | bytes) -> str:
    said = page.locator("#rb-gezegd")
    said.evaluate("element => { element.textContent = '' }")
    raw = content.encode() if isinstance(content, str) else content
    page.locator("#rb-inlezen").set_input_files({"name": "x.json", "mimeType": "", "buffer": raw})
    expect(said).not_to_have_text("")
    return said.inner_text()


def test_a_selection_goes_to_another_browser_in_a_file(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    keep(page, site, item(MEPPEL, notitie="van thuis"), item(DIALOOG, "werkvorm"), naam="Studiemiddag")
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar in een bestand").click()
    assert re.fullmatch(r"ruimte-selectie-20\d\d-\d\d-\d\d\.json", given.value.suggested_filename)
    content = Path(given.value.path()).read_bytes()

    opened = visit(site, fresh=True)
    other: Page = opened.page
    show(other, site)
    expect(other.get_by_role("button", name="Zet die terug")).to_be_visible()
    assert read_in(other, content) == "2 erbij in je selectie."
    expect(other.get_by_label(NOTE, exact=True)).to_have_value("van thuis")
    expect(other.get_by_label("Titel van je boekje")).to_have_value("Studiemiddag")
    other.get_by_label(NOTE, exact=True).fill("van school")
    other.get_by_label(NOTE, exact=True).blur()
    assert read_in(other, content) == (
        "Niets erbij in je selectie. 2 had je al. "
        "Eén notitie was anders: je eigen notitie staat er nog, de andere staat eronder."
    )
    assert told(other) == ["van school", "van thuis"]
    assert opened.messages == []


def test_a_file_that_is_no_selection_says_what_is_wrong(site: str, visit: Visit) -> None:
    opened = visit(site)
    page: Page = opened.page
    keep(page, site, item(MEPPEL, notitie="blijft"))
    before = page.evaluate(KEPT)
    head = '"soort": "ruimte-selectie", "versie"'
    for content, said in (
        ("geen json", "Dit bestand is hier niet gemaakt"),
        ('{"soort": "ruimte-concepten", "versie": 1}', "In dit bestand staan concepten."),
        (f"{{{head}: 2}}", "nieuwere versie"),
        (f'{{{head}: 1, "items": [1, {{"soort": "verhaal", "slug": "../x"}}]}}', "2 waren niet te lezen."),
        (b" " * (5 * 1024 * 1024 + 1), "te groot"),
    ):
        assert said in read_in(page, content)
    assert page.evaluate(KEPT) == before
    many = [{"soort": "verhaal", "slug": f"s{number}"} for number in range(100)]
    assert "99 erbij" in read_in(page, json.dumps({"soort": "ruimte-selectie", "versie": 1, "items": many}))
    assert len(slugs(page)) == 100
    assert [message for message in opened.messages if "404" not in message] == []  # those stories are not there


def test_other_versions_of_a_note_are_sound(site: str, visit: Visit) -> None:
    page: Page = visit(site, 320).page
    keep(page, site, {**item(MEPPEL, notitie="Een"), "ook": ["Twee " * 90, "Drie" * 100]}, item(EZINGE))  # type: ignore[dict-item]
    page.get_by_role("button", name="Verwijder: De vitrinekastjes van Ezinge").click()
    expect(page.get_by_role("button", name="Zet terug", exact=True)).to_be_visible()
    for width, scheme, size, rules in (
        (320, "light", "100%", EVERY_RULE),
        (1280, "dark", "100%", COLOURS),
        (1280, "light", "200%", COLOURS),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page, rules) == []
