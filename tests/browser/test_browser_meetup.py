"""A host prepares an afternoon: from the home page to a printed programme with two cases, whatever the hands."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import here

pytestmark = pytest.mark.browser

MOST = 300
"""Presses of Tab after which something counts as out of reach."""
FOCUSED = """e => {
    if (e !== document.activeElement) return null
    const style = getComputedStyle(e), box = e.getBoundingClientRect()
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        && box.bottom > 0 && box.top < innerHeight && box.width > 0
}"""
MEPPEL, EZINGE = "Om de beurt een les in Meppel", "De vitrinekastjes van Ezinge"


def by_mouse(page: Page, target: Locator, text: str | None, back: bool) -> None:
    target.click()
    if text is not None:
        target.fill(text)


def by_touch(page: Page, target: Locator, text: str | None, back: bool) -> None:
    target.tap()
    if text is not None:
        target.fill(text)


def by_keyboard(page: Page, target: Locator, text: str | None, back: bool) -> None:
    """Press Tab until the target has the focus, which must be seen; then type, or press Enter."""
    for _ in range(MOST):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        seen = target.evaluate(FOCUSED)
        if seen is not None:
            assert seen, "nobody sees where the focus is"
            break
    else:
        pytest.fail(f"The keyboard does not reach {target} on {page.url}.")
    if text is None:
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("Control+A")
        page.keyboard.type(text)


@pytest.mark.parametrize(
    ("hands", "options"),
    [(by_mouse, {}), (by_keyboard, {}), (by_touch, {"width": 360, "has_touch": True})],
    ids=["mouse", "keyboard", "phone"],
)
def test_from_home_to_a_printed_programme_with_two_cases(
    site: str, visit: Callable[..., Any], hands: Callable[..., None], options: dict[str, Any]
) -> None:
    opened = visit(site, **options)
    page: Page = opened.page

    def do(role: Any, name: str, text: str | None = None, back: bool = False) -> None:
        hands(page, page.get_by_role(role, name=name, exact=True).first, text, back)

    do("link", "Maak een programma")
    expect(page).to_have_url(f"{site}sessie/")
    page.evaluate("window.print = () => { window.printed = document.body.dataset.druk }")
    do("spinbutton", "Tijd in minuten", "90")
    do("spinbutton", "Aantal mensen", "10")
    do("button", "Maak een programma")
    total = page.locator("#rb-totaal")
    expect(total).to_have_text("Het past precies in 90 minuten.")
    for word, title in (("ezinge", EZINGE), ("meppel", MEPPEL)):
        if page.get_by_role("heading", name=title, exact=True).count():
            continue
        do("searchbox", "Een verhaal", word)
        page.keyboard.press("Enter")
        add = page.get_by_role("button", name=f"Voeg toe: {title}").first
        expect(add).to_be_visible()
        hands(page, add, None, False)
        expect(page.get_by_role("heading", name=title, exact=True).first).to_be_visible()
    for other in page.locator(".rb-onderdeel--verhaal").filter(has_not_text=re.compile(f"{MEPPEL}|{EZINGE}")).all():
        hands(page, other.get_by_role("button", name="Weg"), None, True)
    if "past" not in total.inner_text():
        do("button", "Verdeel de tijd opnieuw", back=True)
    expect(total).to_have_text("Het past precies in 90 minuten.")

    for button, sheet in (("Druk af voor de begeleider", "begeleider"), ("Druk af voor deelnemers", "deelnemers")):
        do("button", button)
        page.wait_for_function("sheet => window.printed === sheet", arg=sheet)
        page.emulate_media(media="print")
        paper = page.locator(f"#rb-blad-{sheet}")
        for title in (MEPPEL, EZINGE):
            expect(paper.get_by_text(title).first).to_be_visible()
        page.emulate_media(media="null")
    page.emulate_media(media="print")
    picture = page.locator("#rb-blad-deelnemers").get_by_role("img").screenshot()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    assert code.text == here(page).replace("/sessie/?", "/sessie/lezen/?")
    assert parse_qs(urlsplit(code.text).query)["n"] == ["10"]

    scanned: Page = visit(code.text, 360).page
    rows = scanned.locator("#rb-lezen-blad li h2")
    expect(rows.first).to_have_text(re.compile("^Welkom"))
    names = rows.all_text_contents()
    assert {MEPPEL, EZINGE} <= set(names)
    assert names == page.locator("#rb-lijst h3").all_text_contents()
    assert opened.messages == []
