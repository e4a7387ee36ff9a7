"""The three doors: in the head and its menu at every width, and on the first screen of the home page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kennisbank.model.doors import DOORS

pytestmark = pytest.mark.browser

STORY = "verhalen/vitrinekastjes-van-ezinge/"
SCREEN, SCREENS = 780, 5
"""Pixels of a phone's screen, 360 wide, and how many of them the home page has at most."""
OPEN = "document.querySelector('#rb-menu').open"
FOCUS = "document.activeElement.textContent.trim()"


def phone(visit: Callable[..., Any], address: str, **options: Any) -> Page:
    page: Page = visit(address, 360, **options).page
    page.set_viewport_size({"width": 360, "height": SCREEN})
    return page


def test_the_menu_of_a_phone_closes_with_escape_outside_of_it_and_when_the_focus_goes_on(
    site: str, visit: Callable[..., Any]
) -> None:
    page = phone(visit, site + STORY)
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    button = menu.locator("summary")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == DOORS[0].name
    page.keyboard.press("Escape")
    assert not page.evaluate(OPEN)
    expect(button).to_be_focused()

    button.click()
    links = menu.get_by_role("link")
    assert links.count() > 12
    for box in (link.bounding_box() for link in links.all()):
        assert box and box["height"] >= 44
    page.mouse.click(180, SCREEN - 20)
    assert not page.evaluate(OPEN)
    expect(button).to_be_focused()

    button.click()
    links.last.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate(OPEN)
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_without_a_script_the_menu_opens_all_the_same_and_covers_nothing(site: str, visit: Callable[..., Any]) -> None:
    page = phone(visit, site + STORY, java_script_enabled=False)
    before = page.get_by_role("heading", level=1).bounding_box()
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    menu.get_by_text("Menu").click()
    link = menu.get_by_role("link", name="Landkaart")
    after, last = page.get_by_role("heading", level=1).bounding_box(), menu.get_by_role("link").last.bounding_box()
    assert before and after and last
    assert after["y"] > last["y"] + last["height"] > before["y"]
    link.click()
    expect(page).to_have_url(f"{site}overzicht/kaart/")


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_scripts_of_the_head_are_there(site: str, visit: Callable[..., Any], width: int) -> None:
    page: Page = visit(site + STORY, width).page
    page.get_by_role("button", name="Bewaar").click()
    page.reload()
    expect(page.locator("#rb-teller")).to_be_visible()
    head = page.locator(".rb-kop").bounding_box()
    page.evaluate("document.querySelector('#rb-teller').hidden = true")
    assert page.locator(".rb-kop").bounding_box() == head


def test_a_wide_head_has_the_doors_and_a_row_for_what_lies_behind_the_open_one(
    site: str, visit: Callable[..., Any]
) -> None:
    page: Page = visit(site + STORY).page
    doors = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")
    assert doors.all_inner_texts() == [door.name for door in DOORS]
    row = page.get_by_role("navigation", name=f"Pagina's van {DOORS[0].name}")
    assert row.get_by_role("link").all_inner_texts() == [entry.name for entry in DOORS[0].pages]
    for number, door in enumerate(DOORS):
        doors.nth(number).click()
        expect(
            page.get_by_role("navigation", name=f"Pagina's van {door.name}").locator("[aria-current=page]")
        ).to_have_text(door.pages[0].name)


def test_the_first_screen_of_a_phone_has_the_question_the_box_the_doors_and_a_story(
    site: str, visit: Callable[..., Any]
) -> None:
    page = phone(visit, site)
    main = page.get_by_role("main")
    seen = [main.get_by_role("heading", level=1), main.get_by_role("searchbox")]
    seen += [main.get_by_role("link", name=door.name) for door in DOORS]
    seen += [main.locator(".rb-uitgelicht h2")]
    for thing in seen:
        box = thing.bounding_box()
        assert box and box["y"] + box["height"] <= SCREEN, thing
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS * SCREEN


def test_the_first_screen_of_a_wide_window_has_a_story_with_its_picture(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(site).page
    page.set_viewport_size({"width": 1280, "height": 900})
    for part in ("img", "h2"):
        box = page.locator(f".rb-uitgelicht {part}").bounding_box()
        assert box and box["y"] + box["height"] <= 900
