"""Pictures in a browser: nothing moves while they come, they are seen at every width, and they can be heard."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import build_and_serve
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.site_support import mini_root
from tests.test_pictures import with_pictures

pytestmark = pytest.mark.browser

VERHAAL = "verhalen/kastje/"
SLOW = 0.4
"""Seconds before a picture comes."""
WATCH = """window.moved = []
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            moved.push(entry.value + ' ' + entry.sources.map(s => s.node?.nodeName + '.' + s.node?.className))
    }).observe({ type: 'layout-shift', buffered: true })"""
LOADED = "() => [...document.images].every(image => image.complete && image.naturalWidth)"
SHOWN = """images => images.map(image => {
    const { width, height } = image.getBoundingClientRect()
    return [width, height, image.naturalWidth / image.naturalHeight, image.currentSrc] })"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small site with pictures."""
    folder = tmp_path_factory.mktemp("beelden")
    yield from build_and_serve(folder / "site", "--root", with_pictures(mini_root(folder)))


def slowly(browser: Browser, address: str, width: int, change: Callable[[str], str] = str) -> Page:
    """Open a page whose pictures come late, and read it to its end; `change` changes its HTML."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()

    def late(route: Route) -> None:
        time.sleep(SLOW)
        route.continue_()

    def changed(route: Route) -> None:
        route.fulfill(body=change(route.fetch().text()), content_type="text/html; charset=utf-8")

    page.route(re.compile(r"\.(avif|webp|png|jpg)$"), late)
    page.route(address, changed)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.locator("footer").last.wait_for()
    page.evaluate("document.fonts.ready.then(() => { moved.length = 0 })")  # what letters move is not at stake here
    for image in page.locator("figure img").all():
        image.scroll_into_view_if_needed()
    page.wait_for_function(LOADED)
    page.wait_for_timeout(200)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_pictures_come(pictured: str, browser: Browser, width: int) -> None:
    page = slowly(browser, pictured + VERHAAL, width)
    assert page.evaluate("moved") == []
    page.context.close()


def test_without_their_sizes_the_page_would_move(pictured: str, browser: Browser) -> None:
    """What the test above looks at does see a page that moves."""
    page = slowly(browser, pictured + VERHAAL, 1280, lambda html: re.sub(r' (width|height)="\d+"', "", html))
    assert page.evaluate("moved") != []
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", [VERHAAL, "werkvormen/wandelen/", "over/beeld/"])
def test_pictures_are_seen_in_their_shape(pictured: str, visit: Callable[..., Any], address: str, width: int) -> None:
    opened = visit(pictured + address, width)
    page: Page = opened.page
    for image in page.locator("figure img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_be_visible()
    page.wait_for_function(LOADED)
    found = page.locator("figure img").evaluate_all(SHOWN)
    assert found
    for wide, high, shape, source in found:
        assert 100 < wide <= width
        assert high <= 660
        assert wide / high == pytest.approx(shape, rel=0.02)
        assert re.search(r"-\d+\.(avif|webp)$", source), "a modern browser takes a modern format"
    assert page.evaluate(TOO_WIDE) == []
    assert [url for url in opened.requests if not url.startswith(pictured)] == []
    assert opened.messages == []


def test_a_telephone_fetches_a_small_picture(pictured: str, visit: Callable[..., Any]) -> None:
    taken = {}
    for width, scale in ((360, 1), (1280, 2)):
        opened = visit(pictured + "over/beeld/", width, device_scale_factor=scale)
        opened.page.locator("figure img").scroll_into_view_if_needed()
        opened.page.wait_for_function(LOADED)
        taken[width] = [url.rpartition("/")[2] for url in opened.requests if "kastje" in url]
    assert taken == {360: ["kastje-480.avif"], 1280: ["kastje-960.avif"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_are_accessible(pictured: str, visit: Callable[..., Any], width: int, scheme: str) -> None:
    page = visit(pictured + VERHAAL, width, color_scheme=scheme).page
    assert violations(page) == []
    expect(page.get_by_role("figure").first.get_by_role("img", name="Een houten kastje")).to_be_visible()


def test_on_paper_a_picture_keeps_within_its_page(pictured: str, visit: Callable[..., Any]) -> None:
    page = visit(pictured + VERHAAL).page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 660, "height": 900})
    assert page.evaluate(TOO_WIDE) == []
    assert page.locator("figure").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert all(high <= 420 for _, high, *_ in page.locator("figure img").evaluate_all(SHOWN))
