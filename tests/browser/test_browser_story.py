"""The page of a story: its text is near, and what stands around that is short, on any screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from tests.support import knowledge

pytestmark = pytest.mark.browser

STORY = "verhalen/vitrinekastjes-van-ezinge/"
PHONE = 360
SCREEN = 780
"""Pixels of a small phone, in width and height."""
HEAD = 150
"""Pixels above the article: the head of the site, and where the page stands in it."""
LINES = 58
"""Two lines of a text."""
MOST = 1.7
"""Screens of a phone that all around the text takes at most, until somebody opens a part of it."""
PLACES = """() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const [article, text] = [box("article"), box(".rb-proza")];
    const save = box("#rb-bewaar").bottom - article.top;
    return { above: text.top - article.top, below: article.bottom - text.bottom, save };
}"""
MOVED = "() => document.querySelector('.rb-vertelling__verder').getBoundingClientRect().top + scrollY"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return knowledge()


def test_the_text_of_every_story_begins_on_the_first_screen_of_a_phone(
    kb: KnowledgeBase, site: str, visit: Callable[..., Any]
) -> None:
    found = {}
    for verhaal in kb.verhalen:
        page = visit(site + urls.verhaal(verhaal.origin.slug), PHONE).page
        found[verhaal.origin.slug] = page.evaluate(PLACES)
    assert {slug: at for slug, at in found.items() if HEAD + at["above"] + LINES > SCREEN} == {}
    assert {slug: at for slug, at in found.items() if HEAD + at["save"] > SCREEN} == {}
    assert {slug: at for slug, at in found.items() if at["above"] + at["below"] > MOST * SCREEN} == {}


def part(page: Page, name: str) -> Any:
    """Return what a part of the page holds that folds."""
    return page.locator(f"[aria-labelledby=rb-{name}] .rb-uitklap__inhoud")


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_what_is_folded_opens_with_the_keyboard(site: str, visit: Callable[..., Any], scripts: bool) -> None:
    page = visit(site + STORY, PHONE, java_script_enabled=scripts).page
    for name, words in (
        ("in-het-kort", "Museum Wierdenland"),
        ("bespreken", "kastje"),
        ("werkvormen", "De kinderdialoog"),
    ):
        expect(part(page, name)).to_be_hidden()
        page.locator(f"[aria-labelledby=rb-{name}] summary").focus()
        page.keyboard.press("Enter")
        expect(part(page, name)).to_be_visible()
        expect(part(page, name)).to_contain_text(words)
        page.keyboard.press("Enter")
        expect(part(page, name)).to_be_hidden()


def test_with_room_beside_the_text_the_facts_are_open_and_nothing_moves(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + STORY).page
    for name in ("in-het-kort", "werkvormen", "bundels"):
        expect(part(page, name)).to_be_visible()
        expect(page.locator(f"[aria-labelledby=rb-{name}] summary")).to_be_hidden()
    expect(part(page, "bespreken")).to_be_hidden()
    before = page.evaluate(MOVED)
    for name in ("bespreken", "aanpak", "gedeelde-praktijk", "meer-kenmerken"):
        page.locator(f"[aria-labelledby=rb-{name}] summary").first.click()
        expect(part(page, name)).to_be_visible()
    assert page.evaluate(MOVED) == before


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_on_paper_all_is_open(site: str, visit: Callable[..., Any], width: int) -> None:
    page = visit(site + STORY, width).page
    page.emulate_media(media="print")
    for name in ("in-het-kort", "bespreken", "aanpak", "gedeelde-praktijk", "meer-kenmerken", "werkvormen"):
        expect(part(page, name)).to_be_visible()
        expect(page.locator(f"#rb-{name}")).to_be_visible()


def test_a_quote_is_seen_and_not_heard_twice(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + STORY, PHONE).page
    expect(page.locator(".rb-citaat")).to_have_text("‘een trein over de wierde’")
    expect(page.get_by_role("complementary").filter(has_text="een trein over de wierde")).to_have_count(0)
    expect(page.get_by_role("paragraph").filter(has_text="een trein over de wierde")).to_have_count(1)
