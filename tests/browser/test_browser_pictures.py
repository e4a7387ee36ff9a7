"""Pictures in a browser: nothing moves while they come, they are seen at every width, and they can be heard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import build_and_serve
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.reading.test_pictures import with_pictures
from tests.site_support import mini_root

pytestmark = pytest.mark.browser

VERHAAL = "verhalen/kastje/"
WATCH = """window.moved = []
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            moved.push(entry.value + ' ' + entry.sources.map(s => s.node?.nodeName + '.' + s.node?.className))
    }).observe({ type: 'layout-shift', buffered: true })"""
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300))))"
"""A page has been drawn anew, and what moved has been told."""
LOADED = "() => [...document.images].every(image => image.complete && image.naturalWidth)"
SHOWN = """images => images.map(image => {
    const { width, height } = image.getBoundingClientRect()
    return [width, height, image.naturalWidth / image.naturalHeight, image.currentSrc] })"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small site with pictures."""
    folder = tmp_path_factory.mktemp("beelden")
    yield from build_and_serve(with_pictures(mini_root(folder)), folder / "site")


def slowly(visit: Callable[..., Any], address: str, width: int, change: Callable[[str], str] = str) -> Page:
    """Open a page whose pictures come when it has its letters, and read it to its end; `change` changes its HTML."""
    page: Page = visit(address.rpartition("verhalen/")[0] + "404.html", width, fresh=True).page
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    def changed(route: Route) -> None:
        route.fulfill(body=change(route.fetch().text()), content_type="text/html; charset=utf-8")

    picture = re.compile(r"\.(avif|webp|png|jpg)$")
    page.route(picture, hold)
    page.route(address, changed)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.locator("footer").last.wait_for()
    for letter in ("1em 'Source Sans 3'", "600 1em Fraunces"):
        page.wait_for_function("letter => document.fonts.check(letter)", arg=letter)
    page.evaluate(f"{SETTLED}.then(() => {{ moved.length = 0 }})")  # what letters moved is not at stake here
    page.unroute(picture)
    for route in waiting:
        route.continue_()
    for image in page.locator("figure img").all():
        image.scroll_into_view_if_needed()
    page.wait_for_function(LOADED)
    page.evaluate(SETTLED)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_pictures_come(pictured: str, visit: Callable[..., Any], width: int) -> None:
    page = slowly(visit, pictured + VERHAAL, width)
    assert page.evaluate("moved") == []


def test_without_their_sizes_the_page_would_move(pictured: str, visit: Callable[..., Any]) -> None:
    """What the test above looks at does see a page that moves."""
    page = slowly(visit, pictured + VERHAAL, 1280, lambda html: re.sub(r' (width|height)="\d+"', "", html))
    page.wait_for_function("moved.length > 0")


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
        taken[width] = [url.rpartition("/")[2] for url in opened.requests if "/over/" in url and "kastje" in url]
    assert taken == {360: ["kastje-480.avif"], 1280: ["kastje-960.avif"]}


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
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
