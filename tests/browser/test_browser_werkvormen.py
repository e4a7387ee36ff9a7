"""The list of werkvormen: without a script it is whole, and with one it shows what fits a group."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import here
from tests.browser.test_browser_pages import violations

pytestmark = pytest.mark.browser

LIST = "werkvormen/"
ROWS = """() => [...document.querySelectorAll('[data-werkvorm]')].filter(e => e.checkVisibility()).map(e => [
    e.dataset.werkvorm, +e.dataset.minuten, +e.dataset.minst, +e.dataset.meest, e.dataset.functie,
])"""


def rows(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate(ROWS)
    return found


def told(page: Page) -> str:
    return page.locator(".rb-passend__stand [role=status]").inner_text()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(here(page)).query)


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_the_list_is_whole(site: str, visit: Callable[..., Any], width: int) -> None:
    page = visit(site + LIST, width, java_script_enabled=False).page
    werkvormen = page.locator("[data-werkvorm]")
    assert werkvormen.count() > 1
    for row in werkvormen.all():
        expect(row).to_be_visible()
        expect(row.locator(".rb-passend__feiten")).to_have_text(re.compile(r"\d+ minuten\s+\d+.* mensen"))
    first = werkvormen.first
    expect(first.get_by_role("link", name="Gebruik in een programma")).to_be_hidden()
    first.locator("summary").click()
    expect(first.get_by_role("link", name="Gebruik in een programma")).to_be_visible()
    expect(page.locator(".rb-passend")).to_be_hidden()
    page.get_by_role("link", name="Evaluatie", exact=True).click()
    expect(page.locator("#evaluatie")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_does_not_fit_goes_away_and_back_brings_it_back(site: str, visit: Callable[..., Any]) -> None:
    opened = visit(site + LIST)
    page: Page = opened.page
    every = rows(page)
    assert told(page) == f"Alle {len(every)} werkvormen passen."
    page.get_by_label("Hoeveel minuten?").fill("30")
    page.get_by_label("Hoeveel minuten?").press("Enter")
    short = rows(page)
    assert short == [row for row in every if row[1] <= 30]
    assert told(page) == f"{len(short)} van de {len(every)} werkvormen passen."
    page.get_by_role("radio", name="Verdieping").check()
    both = rows(page)
    assert both == [row for row in short if row[4] == "verdieping"]
    assert page.get_by_role("radio", name="Verdieping").evaluate(
        "radio => +radio.labels[0].querySelector('[data-tel]').textContent"
    ) == len(both), "a choice says how many fit with it"
    assert asked(page) == {"minuten": ["30"], "functie": ["verdieping"]}
    expect(page.get_by_role("heading", name="Evaluatie", exact=True)).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("radio", name="Alles")).to_be_checked()
    assert rows(page) == short
    page.go_back()
    expect(page.get_by_label("Hoeveel minuten?")).to_have_value("")
    assert rows(page) == every
    page.go_forward()
    expect(page.get_by_label("Hoeveel minuten?")).to_have_value("30")
    page.get_by_role("link", name="Laat alles weer zien").click()
    assert (rows(page), here(page)) == (every, site + LIST)
    assert opened.messages == []


def test_a_large_group_is_split_and_the_programme_knows(site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{site}{LIST}?minuten=30&mensen=40&vooraf=nee").page
    for slug, minutes, least, most, _ in rows(page):
        parts = -(-40 // most)
        assert minutes <= 30 and 40 // parts >= least
        said = page.locator(f"[data-werkvorm={slug}] .rb-passend__groepen")
        assert said.is_visible() is (parts > 1)
        if parts > 1:
            expect(said).to_have_text(f"Met 40 mensen: in {parts} groepen tegelijk, elk met een begeleider.")
    slug = rows(page)[0][0]
    page.locator(f"[data-werkvorm={slug}] summary").click()
    page.locator(f"[data-werkvorm={slug}]").get_by_role("link", name="Gebruik in een programma").click()
    page.wait_for_url("**/sessie/**")
    expect(page.locator("body.rb-met-programma")).to_have_count(1)
    assert f".{slug}" in asked(page)["p"][0]
    assert (asked(page)["t"], asked(page)["n"]) == (["30"], ["40"])


def test_where_nothing_fits_it_says_which_wish_to_drop(site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{site}{LIST}?minuten=5&mensen=12&kinderen=ja").page
    assert rows(page) == []
    assert told(page).startswith("Geen van de ")
    drop = page.get_by_role("button", name="Laat los: kinderen doen mee")
    number = int(re.findall(r"\((\d+)\)", drop.inner_text())[0])
    assert violations(page) == []
    drop.click()
    assert len(rows(page)) == number > 0
    assert asked(page) == {"minuten": ["5"], "mensen": ["12"]}
    expect(page.get_by_role("checkbox", name="Kinderen doen mee")).not_to_be_checked()
    expect(page.get_by_label("Hoeveel minuten?")).to_be_focused()
    expect(page.locator(".rb-passend__niets")).to_be_hidden()


def test_an_address_from_anybody_is_read_as_far_as_it_goes(site: str, visit: Callable[..., Any]) -> None:
    opened = visit(f"{site}{LIST}?minuten=%3Cimg%20src=x%3E&functie=verdieping&online=misschien")
    page: Page = opened.page
    expect(page.locator(".rb-passend__melding")).to_contain_text("Het aantal minuten uit de link is niet gelezen")
    expect(page.get_by_role("radio", name="Verdieping")).to_be_checked()
    page.locator(".rb-passend summary").click()
    expect(page.get_by_role("checkbox", name="Online")).not_to_be_checked()
    assert {row[4] for row in rows(page)} == {"verdieping"}
    page.get_by_role("checkbox", name="Online").check()
    expect(page.locator(".rb-passend__melding")).to_be_empty()
    assert opened.messages == []


def test_a_wish_of_the_address_that_is_folded_is_shown(site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{site}{LIST}?online=ja", 360).page
    expect(page.get_by_role("checkbox", name="Online")).to_be_visible()
    page.goto(f"{site}{LIST}?functie=verdieping")
    expect(page.locator(".rb-passend details")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_numbers_that_the_page_brings_are_those_of_the_script(
    site: str, visit: Callable[..., Any], width: int
) -> None:
    """So nothing on the page moves when the script begins."""
    numbers = "() => [...document.querySelectorAll('[data-tel]')].map(e => e.textContent)"
    brought = visit(site + LIST, width, java_script_enabled=False).page.evaluate(numbers)
    page = visit(site + LIST, width).page
    expect(page.locator(".rb-passend__stand")).to_contain_text("passen")
    assert page.evaluate(numbers) == brought


def test_on_a_phone_the_first_werkvorm_is_on_the_first_screen(site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{site}{LIST}?minuten=60", 360).page
    page.set_viewport_size({"width": 360, "height": 740})
    first = page.locator("[data-werkvorm]:visible").first.bounding_box()
    assert first and first["y"] < 740
    expect(page.get_by_label("Hoeveel minuten?")).to_have_value("60")
    page.locator(".rb-passend summary").click()
    expect(page.get_by_role("checkbox", name="Online")).to_be_attached()
    page.locator("[data-werkvorm]:visible summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    targets = "summary, [type=number], label span, .rb-passend__wis, .rb-passend__programma a"
    heights = (
        page.locator(".rb-passend, .rb-passend__stand, .rb-groep")
        .locator(targets)
        .evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)")
    )
    assert min(heights) >= 43.9
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
