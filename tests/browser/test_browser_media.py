"""On paper, and with the colours of the reader's own choice."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

VERHAAL = "verhalen/vitrinekastjes-van-ezinge/"
A4 = (595, 842)
"""Width and height in points, rounded."""


@pytest.mark.parametrize("address", [VERHAAL, "partner/museum/"], ids=["verhaal", "waarde"])
def test_paper_has_the_content_only(site: str, visit: Callable[..., Any], address: str) -> None:
    page = visit(site + address, color_scheme="dark").page
    page.emulate_media(media="print")
    for role in ("navigation", "banner", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(0)
    expect(page.get_by_role("complementary", name="Verder kijken")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_paper_is_a4(site: str, visit: Callable[..., Any]) -> None:
    pdf = visit(site + VERHAAL).page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[([^\]]*)\]", pdf)
    sizes = {tuple(round(float(number)) for number in box.split()) for box in boxes}
    assert sizes == {(0, 0, *A4)}


@pytest.mark.parametrize(("forced", "scheme"), [("none", "light"), ("none", "dark"), ("active", "dark")])
def test_glyph_tells_filled_from_empty_without_colour(
    site: str, visit: Callable[..., Any], forced: str, scheme: str
) -> None:
    page = visit(site + VERHAAL, color_scheme=scheme, forced_colors=forced).page
    glyph = page.get_by_role("complementary", name="In het kort").get_by_role("img")
    expect(glyph).to_have_attribute("aria-label", "Ruimtes: De drijfveer, Het kind, De plek en De dynamiek")
    look = "e => { const s = getComputedStyle(e); return [s.fill, s.stroke] }"
    filled, outlined = glyph.locator(".vol").first.evaluate(look), glyph.locator(".leeg").evaluate(look)
    behind = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert filled[0] not in {"none", behind}
    assert outlined[0] == "none"
    assert outlined[1] not in {"none", behind}


def test_dark_and_light_follow_the_reader(site: str, visit: Callable[..., Any]) -> None:
    shown = {}
    for scheme in ("light", "dark"):
        page = visit(site, color_scheme=scheme).page
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shown[scheme] = sum(map(int, re.findall(r"\d+", colour)))
    assert shown["light"] > 600
    assert shown["dark"] < 200
