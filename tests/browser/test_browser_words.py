"""Words that explain themselves, and drawings and tables that can be read on every screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_browser_pages import TOO_WIDE, violations

pytestmark = pytest.mark.browser

STORY = "verhalen/vitrinekastjes-van-ezinge/"
WORD = "cultuurcoördinator"
MEANING = "rb-begrip-cultuurcoordinator"


def by_keyboard(page: Page) -> None:
    page.get_by_role("button", name=WORD).focus()
    page.keyboard.press("Enter")


def by_mouse(page: Page) -> None:
    page.get_by_role("button", name=WORD).click()


def by_tap(page: Page) -> None:
    page.get_by_role("button", name=WORD).tap()


@pytest.mark.parametrize(
    ("open_word", "options"),
    [
        (by_mouse, {}),
        (by_keyboard, {}),
        (by_tap, {"width": 360, "has_touch": True}),
        (by_keyboard, {"width": 320, "java_script_enabled": False}),
    ],
    ids=["mouse", "keyboard", "touch", "no-javascript"],
)
def test_a_word_opens_its_explanation(
    site: str, visit: Callable[..., Any], open_word: Callable[[Page], None], options: dict[str, Any]
) -> None:
    page: Page = visit(site + STORY, **options).page
    meaning = page.locator(f"#{MEANING}")
    expect(meaning).to_be_hidden()
    open_word(page)
    expect(meaning).to_be_visible()
    expect(meaning).to_be_in_viewport(ratio=1)
    expect(meaning).to_contain_text("school")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(page.get_by_role("button", name=WORD)).to_be_focused()


def test_the_keyboard_goes_from_a_word_into_its_explanation_and_back(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(site + STORY).page
    by_keyboard(page)
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.closest('#{MEANING}') !== null")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # Sluiten
    expect(page.locator(f"#{MEANING}")).to_be_hidden()
    expect(page.get_by_role("button", name=WORD)).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_an_open_explanation_is_sound(site: str, visit: Callable[..., Any], width: int, scheme: str) -> None:
    page: Page = visit(site + STORY, width, color_scheme=scheme).page
    by_mouse(page)
    expect(page.locator(f"#{MEANING}")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []


def test_each_word_is_explained_once_on_a_page(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(site + "over/onderzoek/").page
    names = page.locator("button.rb-begrip").evaluate_all("all => all.map(e => e.getAttribute('popovertarget'))")
    assert len(names) > 5
    assert sorted(names) == sorted(set(names))
    assert sorted(names) == sorted(page.locator("[popover]").evaluate_all("all => all.map(e => e.id)"))


def test_paper_explains_the_words_at_the_end(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(site + STORY).page
    page.emulate_media(media="print")
    expect(page.locator(f"#{MEANING}")).to_be_visible()
    expect(page.get_by_role("button", name="Sluiten")).to_have_count(0)


def test_a_word_of_the_list_can_be_linked_to(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(site + "begrippen/#kerngroep", 360).page
    expect(page.locator("#kerngroep dt")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "shown", "hidden"), [(360, "smal", "breed"), (1280, "breed", "smal")])
def test_the_drawing_fits_the_screen(site: str, visit: Callable[..., Any], width: int, shown: str, hidden: str) -> None:
    page: Page = visit(site + STORY, width).page
    page.locator("summary", has_text="De gedeelde praktijk").click()
    drawing = page.get_by_role("img", name="De gedeelde praktijk, getekend.")
    expect(drawing).to_have_count(1)
    expect(drawing).to_have_class(f"rb-tekening__beeld rb-tekening__beeld--{shown}")
    expect(page.locator(f".rb-tekening__beeld--{hidden}")).to_be_hidden()
    expect(drawing.locator("text", has_text="Dichtproject")).to_be_visible()
    inside = """svg => [...svg.querySelectorAll('rect.rb-tekening__vak')].every(box => {
        const text = box.nextElementSibling.getBBox(), own = box.getBBox()
        return text.x >= own.x && text.x + text.width <= own.x + own.width
            && text.y >= own.y && text.y + text.height <= own.y + own.height
    })"""
    assert drawing.evaluate(inside)
    page.get_by_text("De tekening als lijst").click()
    expect(page.get_by_role("listitem").filter(has_text="Wierdenlab")).to_be_visible()


def test_a_table_becomes_a_list_on_a_phone_and_stays_a_table_for_who_listens(
    site: str, visit: Callable[..., Any]
) -> None:
    page: Page = visit(site + "achtergrond/drie-benaderingen/", 320).page
    table = page.get_by_role("table")
    expect(table).to_have_count(1)
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table.get_by_role("columnheader")).to_have_count(4)
    expect(table.get_by_role("rowheader").first).to_be_visible()
    first, second = table.get_by_role("row").nth(1).get_by_role("cell").all()[:2]
    one, other = first.bounding_box(), second.bounding_box()
    assert one and other and one["y"] + one["height"] <= other["y"] + 1
    page.set_viewport_size({"width": 1280, "height": 900})
    one, other = first.bounding_box(), second.bounding_box()
    assert one and other and abs(one["y"] - other["y"]) < 1
