"""The way from the question to a story, by mouse, by keyboard and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STORY = "verhalen/vitrinekastjes-van-ezinge/"
EZINGE = "De vitrinekastjes van Ezinge"
# A partner, what it meets in the ruimte of the child, and the story: by its address too, for titles may be shared.
WAY = [("Museum", ""), ("Het kind", ""), (EZINGE, "vitrinekastjes-van-ezinge/")]

# What has the focus, and how that shows.
FOCUSED = """() => {
    const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect()
    return {
        text: e.textContent.trim().replace(/\\s+/g, ' '), href: e.href || '', main: !!e.closest('main'),
        seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
            && r.bottom > 0 && r.top < innerHeight && r.width > 0,
    }
}"""
# What can be reached: links, words that explain themselves, what folds open, and what can be filled in.
REACHED = """[...document.querySelectorAll('a[href], button, summary, input:enabled, select, [tabindex="0"]')]
    .filter(e => e.checkVisibility() && e.getClientRects().length)
    .map(e => e.href || e.textContent.trim())"""

MOST = 400
"""Presses of Tab after which a link counts as out of reach."""


def tab(page: Page) -> dict[str, Any]:
    page.keyboard.press("Tab")
    focused: dict[str, Any] = page.evaluate(FOCUSED)
    return focused


def by_mouse(page: Page, name: str, end: str) -> None:
    links = page.get_by_role("main").get_by_role("link", name=name, exact=True)
    links.and_(page.locator(f"[href$='{end}']") if end else page.locator("a")).first.click()


def by_keyboard(page: Page, name: str, end: str) -> None:
    """Press Tab until the link has the focus, which must be seen, and then Enter."""
    for _ in range(MOST):
        focused = tab(page)
        if focused["main"] and focused["text"] == name and focused["href"].endswith(end):
            assert focused["seen"]
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"The keyboard does not reach {name!r} on {page.url}.")


@pytest.mark.parametrize(
    ("follow", "scripts", "width"),
    [(by_mouse, True, 1280), (by_keyboard, True, 1280), (by_keyboard, True, 360), (by_mouse, False, 360)],
    ids=["mouse", "keyboard", "keyboard-phone", "no-javascript-phone"],
)
def test_by_links_alone_to_a_story(
    site: str, visit: Callable[..., Any], follow: Callable[[Page, str, str], None], scripts: bool, width: int
) -> None:
    """With a script the choices of the home page lead to the finder; those of the overviews never do."""
    opened = visit(site + ("partner/" if scripts else ""), width, java_script_enabled=scripts)
    if not scripts:
        opened.page.get_by_text("Soort partner", exact=True).click()  # folds open without one
    for name, end in WAY:
        follow(opened.page, name, end)
    expect(opened.page).to_have_url(site + STORY)
    expect(opened.page.get_by_role("heading", level=1)).to_have_text(EZINGE)
    expect(opened.page.get_by_role("complementary", name="In het kort")).to_contain_text("Museum Wierdenland")
    assert opened.messages == []


def test_skip_link_moves_to_the_content(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + STORY, 320).page
    skip = page.get_by_role("link", name="Naar de inhoud")
    assert skip.evaluate("e => getComputedStyle(e).clipPath") != "none"
    assert tab(page)["text"] == "Naar de inhoud"
    assert skip.evaluate("e => getComputedStyle(e).clipPath") == "none"
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "rb-inhoud"
    assert tab(page)["main"]


@pytest.mark.parametrize(
    ("address", "width"),
    [("", 320), ("", 1280), (STORY, 320), ("partner/museum/", 1280), ("zoeken/?q=museum", 1280), ("zoeken/", 320)],
)
def test_keyboard_reaches_everything_in_order(site: str, visit: Callable[..., Any], address: str, width: int) -> None:
    page = visit(site + address, width).page
    page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    every = page.evaluate(REACHED)
    reached = [tab(page) for _ in every]
    assert [focused["href"] or focused["text"] for focused in reached] == every
    assert [focused["text"] for focused in reached if not focused["seen"]] == []


def test_main_menu_leads_to_every_part(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site, 320).page
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    menu.get_by_text("Menu").click()
    names = menu.locator("li").get_by_role("link").all_inner_texts()
    assert len(names) > 10
    for number, name in enumerate(names):
        if number:
            menu.get_by_text("Menu").click()
        menu.locator("li").get_by_role("link", name=name, exact=True).click()
        expect(menu.locator("[aria-current=page]")).to_have_text(name)
