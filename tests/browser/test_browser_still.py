"""Nothing moves while a page comes: its letters, its script and what that fetches come later than its first picture."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Quiet
from tests.browser.kinds_support import kinds
from tests.browser.sizes_support import READY
from tests.site_support import WITHOUT_WORKER
from tests.tools.felt import MOVED, WATCH

pytestmark = pytest.mark.browser

LATE = (".woff2", ".js", ".json")
"""What a slow network brings after the page and its style sheets; a script that a page waits for comes in time."""
SEEN = "() => window.felt && window.felt.first > 0"
SETTLED = (
    """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"""
)
PUSHED = """
  <main><p style="height: 40px">Boven</p><p id="onder" style="height: 300px">Onder</p></main>"""


@dataclass
class Gates:
    """What is held back until it is let through: letters, then the scripts, then the data."""

    open: dict[str, threading.Event]

    def shut(self) -> None:
        for gate in self.open.values():
            gate.clear()


class Held(Quiet):
    """Serves a site, but for what is late: that waits for its gate."""

    gates: Gates

    def do_GET(self) -> None:  # noqa: N802 (the name that its base calls)
        path = self.path.partition("?")[0]
        if not path.endswith("/early.js"):
            for end, gate in self.gates.open.items():
                if path.endswith(end):
                    gate.wait(20)
        super().do_GET()


@pytest.fixture(scope="module")
def held(real_site: Path) -> Iterator[tuple[str, Gates]]:
    """Return the address of the site on a network that is told what to bring when."""
    gates = Gates({end: threading.Event() for end in LATE})
    handler = functools.partial(type("HeldHere", (Held,), {"gates": gates}), directory=str(real_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", gates
        for gate in gates.open.values():
            gate.set()
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 780}) as context:
        context.add_init_script(WITHOUT_WORKER)
        context.add_init_script(f"({WATCH})()")
        page = context.new_page()
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield page


def moved(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("felt")
    return found


def test_what_moves_is_seen(site: str, page: Page) -> None:
    page.goto(f"{site}404.html")
    page.evaluate("html => { document.body.innerHTML = html }", PUSHED)
    page.evaluate(SETTLED)
    before = moved(page)["moved"]
    page.evaluate("document.querySelector('main').firstElementChild.style.height = '300px'")
    page.evaluate(SETTLED)
    found = moved(page)
    assert found["moved"] - before > MOVED
    assert "#onder" in str(found["shifts"][-1])


def test_nothing_moves_on_any_kind_of_page(real_site: Path, held: tuple[str, Gates], page: Page) -> None:
    """What comes late comes in the order that a slow network has: first the letters, or the script, in turns."""
    root, gates = held
    faults = []
    for number, (name, address) in enumerate(kinds(real_site)):
        gates.shut()
        page.goto(root + address, wait_until="commit")
        page.wait_for_function(SEEN)
        for end in LATE if number % 2 else (*LATE[1:], LATE[0]):
            page.evaluate(SETTLED)
            gates.open[end].set()
        page.wait_for_function(READY)
        page.wait_for_load_state("networkidle")
        page.evaluate(SETTLED)
        found = moved(page)
        if found["moved"] > MOVED:
            faults.append(f"{name} ({address}): {found['moved']:.3f}, {found['shifts']}")
    assert not faults, "\n".join(faults)


def test_where_its_script_does_not_come_the_finder_is_as_without_one(site: str, page: Page) -> None:
    """The shape that it has from the start is that of a finder that works: a reader without one gets links."""
    page.route("**/zoeken.js", lambda route: route.abort())
    page.goto(f"{site}zoeken/?q=museum")
    page.locator("#rb-facetten a").first.wait_for(state="visible")
    assert page.locator("#rb-zoek").is_hidden()
    assert page.locator(".rb-zoek__gevonden").is_hidden()
    assert page.locator("h1").is_visible()
    page.unroute_all()
    page.goto(f"{site}zoeken/?q=museum")
    page.locator("a[data-vondst]").first.wait_for()
    assert page.locator("#rb-zoek").is_visible()
