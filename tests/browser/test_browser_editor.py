"""The planner as an editor: what a host changes, takes back, drags and writes, and what of it others get to see."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import here
from tests.browser.test_browser_pages import violations
from tests.browser.test_browser_session import RECORDED, ROWS, names, opened, ready, row

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

FULL = ",".join("e5." + "%F0%9F%8E%A8" * 80 for _ in range(8))
"""Items with characters that take most room in an address."""
ALL_OPEN = "() => { for (const part of document.querySelectorAll('#rb-sessie details')) part.open = true }"
CONTROLS = "a, button, input, select, textarea, summary, [data-greep]"
SMALL = """controls => [...document.querySelectorAll(`#rb-sessie :is(${controls})`)]
    .filter(e => e.checkVisibility())
    .map(e => [e, (e.matches('[type=radio], [type=checkbox]') ? e.closest('label') : e).getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
    .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${box.width} ${box.height}`)"""


def undo(page: Page) -> Locator:
    return page.get_by_role("button", name="Maak ongedaan")


def redo(page: Page) -> Locator:
    return page.get_by_role("button", name="Doe opnieuw")


def test_a_name_a_place_and_a_note_go_where_they_belong(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    page.get_by_label("Naam van de bijeenkomst").fill("Middag & <b>avond</b>")
    page.get_by_label("Plaats").fill("Aula, begane grond")
    page.get_by_label("Plaats").press("Tab")
    expect(page.locator("#rb-programma-kop")).to_have_text("Middag & <b>avond</b>")
    expect(page.locator("#rb-ondertitel")).to_have_text(
        "dinsdag 24 november 2026, 120 minuten, 12 mensen, Aula, begane grond"
    )
    expect(page).to_have_title("Middag & <b>avond</b> – Ruimte")

    row(page, "Stellingen").get_by_role("button", name="Notitie").click()
    note = row(page, "Stellingen").get_by_label("Notitie voor wie begeleidt")
    expect(note).to_be_focused()
    page.keyboard.type("Sleutel bij Jos, ~ ‘links’")
    expect(row(page, "Stellingen")).to_contain_text("26 van 200 tekens")
    page.keyboard.press("Tab")
    assert violations(page) == []
    address = here(page)
    assert parse_qs(urlsplit(address).query)["m"] == ["Middag & <b>avond</b>"]
    for sheet in ("begeleider", "deelnemers"):
        expect(page.locator(f"#rb-blad-{sheet}")).to_contain_text("Middag & <b>avond</b>")
        expect(page.locator(f"#rb-blad-{sheet}")).to_contain_text("Aula, begane grond")
    expect(page.locator("#rb-blad-deelnemers")).not_to_contain_text("Sleutel")
    letter = parse_qs(urlsplit(page.get_by_role("link", name="Open in je e-mail").get_attribute("href") or "").query)
    assert letter["subject"] == ["Middag & <b>avond</b>"]
    assert "14:55–15:25 Stellingen (30 minuten)" in letter["body"][0]
    assert "Sleutel" not in letter["body"][0]

    page.reload()
    assert here(ready(page)) == address
    expect(note).to_have_value("Sleutel bij Jos, ~ ‘links’")
    expect(page.get_by_label("Plaats")).to_have_value("Aula, begane grond")


def test_a_note_for_which_there_is_no_room_stays_in_its_field(site: str, visit: Visit) -> None:
    page = opened(visit, site, f"?v=1&t=120&n=12&f=verdieping&p={FULL},w30.stellingen,o10")
    address = here(page)
    row(page, "Stellingen").get_by_role("button", name="Notitie").click()
    note = row(page, "Stellingen").get_by_label("Notitie voor wie begeleidt")
    note.fill("🎨" * 90)
    note.press("Tab")
    expect(row(page, "Stellingen")).to_contain_text("het adres van het programma wordt te lang")
    expect(note).to_have_attribute("aria-invalid", "true")
    assert here(page) == address
    row(page, "Stellingen").get_by_role("button", name="Eerder").click()
    expect(note).to_have_value("🎨" * 90)
    note.fill("Kort")
    note.press("Tab")
    expect(row(page, "Stellingen")).to_contain_text("4 van 200 tekens")
    assert here(page).endswith("w30.stellingen~nKort," + FULL[FULL.rindex("e5.") :] + ",o10")
    mail = page.get_by_role("link", name="Open in je e-mail")
    expect(mail).to_be_hidden()  # longer than a program for e-mail takes


def test_every_change_can_be_undone_and_done_again(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    expect(undo(page)).to_be_disabled()
    addresses = [here(page)]

    def changed(act: Callable[[], Any]) -> None:
        act()
        page.wait_for_function("before => location.href !== before", arg=addresses[-1])
        addresses.append(here(page))

    def fill(label: str, text: str) -> None:
        page.get_by_label(label).fill(text)
        page.get_by_label(label).press("Tab")

    def note() -> None:
        row(page, "Welkom").get_by_role("button", name="Notitie").click()
        page.keyboard.type("Koffie")
        page.keyboard.press("Tab")

    changed(lambda: row(page, "Stellingen").get_by_role("button", name="Eerder").click())
    changed(lambda: row(page, "Stellingen").get_by_role("button", name="Langer").click())
    changed(lambda: page.get_by_role("button", name="Verdeel de tijd opnieuw").click())
    changed(lambda: page.get_by_role("button", name="Voeg pauze toe").click())
    changed(lambda: row(page, "De kinderdialoog").get_by_role("button", name="Weg").click())
    changed(lambda: fill("Naam van de bijeenkomst", "Samen"))
    changed(note)
    row(page, "Stellingen").get_by_role("button", name="Andere werkvorm").click()
    changed(row(page, "Stellingen").get_by_role("button", name="Neem:").first.click)
    for address in reversed(addresses[:-1]):
        undo(page).click()
        assert here(page) == address
    expect(page.locator("#rb-sessie-status")).to_contain_text("Ongedaan gemaakt: Stellingen staat nu op plaats 5 van 7")
    assert names(page) == ROWS
    expect(undo(page)).to_be_disabled()
    expect(redo(page)).to_be_focused()
    for address in addresses[1:]:
        page.keyboard.press("Control+Shift+Z")
        assert here(page) == address

    page.get_by_label("Naam van de bijeenkomst").focus()
    page.keyboard.press("Control+Z")  # belongs to the field
    assert here(page) == addresses[-1]
    page.locator("#rb-programma-kop").focus()
    page.keyboard.press("Control+Z")
    page.keyboard.press("Control+Z")
    expect(undo(page)).to_have_accessible_name("Maak ongedaan: De naam is veranderd")
    assert here(page) == addresses[-3]


def test_a_new_proposal_and_the_browser_lose_nothing(site: str, visit: Visit) -> None:
    page = opened(visit, site)
    make = page.get_by_role("button", name="Maak een programma")
    make.click()
    page.locator(".rb-onderdeel--oogst").get_by_role("button", name="Eerder").click()
    edited, first = here(page), names(page)
    page.get_by_role("radio", name="Evaluatie").check()
    make.click()
    expect(page.locator("#rb-programma-kop")).to_have_text("Programma voor evaluatie")
    proposed = here(page)
    ids = {parse_qs(urlsplit(address).query)["u"][0] for address in (edited, proposed)}
    assert len(ids) == 1, "it is the same meet-up in a calendar"

    undo(page).click()
    expect(page.locator("#rb-programma-kop")).to_have_text("Programma voor verdieping")
    assert (here(page), names(page)) == (edited, first)
    expect(page.get_by_role("radio", name="Verdieping")).to_be_checked()
    redo(page).click()
    assert here(page) == proposed
    page.go_back()  # the same step, by the browser
    expect(page.locator("#rb-programma-kop")).to_have_text("Programma voor verdieping")
    assert (here(page), names(page)) == (edited, first)
    expect(undo(page)).to_have_accessible_name(re.compile("^Maak ongedaan: .* staat nu op plaats"))
    page.go_forward()
    expect(page.locator("#rb-programma-kop")).to_have_text("Programma voor evaluatie")
    page.go_back()
    page.go_back()  # to the questions, where there was no programme yet
    expect(page.locator("#rb-programma")).to_be_hidden()
    page.get_by_role("button", name="Zet het terug").click()
    assert (names(page), here(page)) == (first, edited)

    for _ in first:
        page.locator(".rb-onderdeel").first.get_by_role("button", name="Weg").click()
    expect(page.locator("#rb-programma")).to_be_hidden()
    page.get_by_role("button", name="Zet het terug").click()
    assert names(page) == first[-1:]


def test_an_item_is_dragged_by_its_handle(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    status = page.locator("#rb-sessie-status")

    def centre(name: str, part: str = "[data-greep]") -> tuple[float, float]:
        box = row(page, name).locator(part).bounding_box()
        assert box
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def pick(name: str) -> None:
        row(page, name).scroll_into_view_if_needed()
        page.mouse.move(*centre(name))
        page.mouse.down()

    mouse = page.mouse
    page.locator("#rb-lijst").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 200)")
    pick("Welkom")
    x, y = centre("De kinderdialoog")
    mouse.move(x, y + 60, steps=4)
    expect(status).to_have_text("Plaats 3 van 7.")
    moved = "e => getComputedStyle(e).transform !== 'none'"
    assert [one.evaluate(moved) for one in page.locator("#rb-lijst > li").all()] == [True] * 3 + [False] * 4
    page.keyboard.press("Escape")
    mouse.up()
    assert names(page) == ROWS
    assert here(page).endswith(RECORDED)
    expect(status).to_have_text("Welkom blijft op plaats 1.")

    pick("Welkom")
    mouse.move(x, y + 60, steps=4)
    mouse.up()
    assert names(page) == [*ROWS[1:3], "Welkom", *ROWS[3:]]
    expect(status).to_contain_text("Welkom staat nu op plaats 3 van 7.")

    # Held at the edge of a low window the page scrolls along, up to the end of the programme.
    page.set_viewport_size({"width": 1280, "height": 420})
    pick("Welkom")
    mouse.move(700, 415, steps=4)
    page.wait_for_function(
        "() => document.querySelector('#rb-lijst > :last-child').getBoundingClientRect().bottom < innerHeight - 60"
    )
    mouse.up()
    assert names(page)[-1] == "Welkom"
    undo(page).click()
    assert names(page)[2] == "Welkom"


def test_a_finger_drags_the_handle_and_scrolls_the_page_elsewhere(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED, width=360, has_touch=True)
    page.locator("#rb-lijst").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 150)")
    control = page.context.new_cdp_session(page)

    def swipe(part: Locator, by: int) -> None:
        box = part.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        control.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for step in range(1, 11):
            point = {"x": x, "y": y + by * step / 10}
            control.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        control.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(row(page, "Welkom").locator("[data-greep]"), 300)
    expect(page.locator("#rb-sessie-status")).to_contain_text("Welkom staat nu op plaats 2 van 7.")
    assert names(page)[1] == "Welkom"
    before = page.evaluate("scrollY")
    swipe(page.locator("#rb-lijst > li").nth(1).locator(".rb-onderdeel__tekst"), -200)
    page.wait_for_function("before => scrollY > before + 50", arg=before)
    assert names(page)[1] == "Welkom"


def test_what_is_left_over_makes_a_second_meeting(site: str, visit: Visit) -> None:
    query = "?v=1&t=60&n=8&l=Aula&s=trots-in-meppel,klooster-van-ter-apel&w=tijdlijn,stellingen,leeroogst"
    page = opened(visit, site, query)
    page.reload()  # it stands in the address
    over = ready(page).locator("#rb-tweede-wat").inner_text()
    assert len(re.findall(r", | en ", over)) >= 1
    expect(page.locator("#rb-blad-deelnemers")).not_to_contain_text("&w=")
    page.get_by_role("button", name="Dat hoeft niet").click()
    expect(page.locator("#rb-tweede")).to_be_hidden()
    undo(page).click()
    address = here(page)
    page.get_by_role("link", name="Maak een tweede programma").click()
    page.wait_for_function("address => location.href !== address", arg=address)
    second = names(ready(page))
    left = re.split(r", | en ", over.removeprefix("Dit paste er niet in: ").removesuffix("."))
    assert set(left) & set(second)
    query_of = parse_qs(urlsplit(here(page)).query)
    assert (query_of["n"], query_of["l"]) == (["8"], ["Aula"])
    assert query_of["u"] != parse_qs(urlsplit(address).query)["u"]
    page.go_back()
    expect(ready(page).locator("#rb-tweede-wat")).to_have_text(over)


def test_every_control_is_large_enough_for_a_finger_and_nothing_scrolls_sideways(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED.replace("f=verdieping", "f=verdieping&w=tijdlijn"), width=360)
    page.evaluate(ALL_OPEN)
    row(page, "Stellingen").get_by_role("button", name="Andere werkvorm").click()
    row(page, "Pauze").get_by_role("button", name="Notitie").click()
    page.get_by_label("Een verhaal", exact=True).fill("meppel")
    page.get_by_role("button", name="Zoek verhaal").click()
    expect(page.get_by_role("button", name=re.compile("^Voeg toe:")).first).to_be_visible()
    page.get_by_role("button", name="Voeg pauze toe").click()
    assert page.evaluate(SMALL, CONTROLS) == []
    for size in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, size
    page.evaluate("() => { document.documentElement.style.fontSize = '' }")
    for width, scheme in ((320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_an_e_mail_is_copied_without_marks(site: str, visit: Visit) -> None:
    query = RECORDED.replace("w45.kinderdialoog", "w45.kinderdialoog~nGeheim")
    page = opened(visit, site, query, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer als e-mailtekst").click()
    expect(page.locator("#rb-gedaan")).to_have_text("De e-mailtekst is gekopieerd.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "13:55–14:40 De kinderdialoog (45 minuten)\n" in text
    assert text.endswith(f"{site}sessie/lezen/{RECORDED}\n")
    assert not re.search(r"\*\*|\]\(|^#|Geheim", text, re.MULTILINE)
