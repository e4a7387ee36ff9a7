"""The built site, a server for it, and a Chromium to open it in."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from tests.conftest import CHROMIUM
from tests.site_support import WITHOUT_WORKER, build

FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
    " --no-first-run --disable-quic"
).split()
"""Chromium without a sandbox runs as root in a container; the rest keeps it from calling home."""

expect.set_options(timeout=40_000)  # a busy machine may take long; who waits less tests the machine


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a host for static sites does: an address that is not there gets its 404 page."""

    protocol_version = "HTTP/1.1"  # a connection for each of the many files of a page takes time

    def log_message(self, *arguments: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes() if code == HTTPStatus.NOT_FOUND else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class ThreadingServer(http.server.ThreadingHTTPServer):
    """A server of which the end does not wait for what a browser keeps open; it says nothing of one that leaves."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        pass


def served(folder: Path) -> Iterator[str]:
    """Serve a folder as long as somebody asks, and yield its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def build_and_serve(root: Path, out: Path) -> Iterator[str]:
    """Build a site, serve it, and yield its address."""
    result = build(root, out)
    assert result.returncode == 0, result.stdout + result.stderr
    yield from served(out)


@pytest.fixture(scope="session")
def site(real_site: Path) -> Iterator[str]:
    """Return the address of the real site."""
    yield from served(real_site)


@pytest.fixture(scope="session")
def unlinked(example_site: Path) -> Iterator[str]:
    """Return the address of the real site as it is while the settings are an example."""
    yield from served(example_site)


@pytest.fixture(scope="session")
def many(corpus: Path) -> Iterator[str]:
    """Return the address of a site with so many stories that lists take more than one page."""
    yield from served(corpus / "site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this computer. Without one the tests fail: nobody must think that they passed."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"There is no Chromium at {CHROMIUM}: install one, or set CHROMIUM to its path.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page, and what it did that a reader does not see."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


def here(page: Page) -> str:
    """Return the address of a page as the page has it: that of Playwright comes a moment later."""
    address: str = page.evaluate("location.href")
    return address


MEDIA = {"color_scheme", "reduced_motion", "forced_colors"}
"""What a page can be told later as well as at its birth."""


class Seat:
    """A reader with a browser of its own: it is taken by one test after another, for a new one costs a second or more.

    Whoever leaves, takes along what a page or a test left in it.
    """

    def __init__(self, browser: Browser, worker: bool = False, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        if not worker:
            self.context.add_init_script(WITHOUT_WORKER)
        self.page = self.context.new_page()
        self.control = self.context.new_cdp_session(self.page)
        self.listeners: dict[str, Any] = {}

    def open(self, address: str, width: int, media: dict[str, Any]) -> Opened:
        opened = Opened(self.page)
        self.listeners = {
            "request": lambda request: opened.requests.append(request.url),
            "console": lambda message: opened.messages.append(f"{message.type}: {message.text}"),
            "pageerror": lambda error: opened.messages.append(str(error)),
        }
        for event, listener in self.listeners.items():
            self.page.on(event, listener)  # type: ignore[call-overload]
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(**media)
        self.page.goto(address, wait_until="load")
        return opened

    def leave(self) -> None:
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.page.unroute_all()
        self.context.unroute_all()
        # A picture of the same site: a page of another origin would cost a process each time.
        self.page.goto(urljoin(self.page.url, "/assets/favicon.svg"))
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
        self.control.send("Page.resetNavigationHistory")
        self.page.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null", contrast="null"
        )


@pytest.fixture(scope="session")
def _seats(browser: Browser) -> list[Seat]:
    return []


@pytest.fixture
def visit(browser: Browser, _seats: list[Seat]) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens an address, each time for another reader, of whom nothing is left after the test.

    It takes what a browser context takes; `fresh` asks for a reader who has seen nothing before, and `worker` for one
    whose browser keeps what it saw.
    """
    taken: list[Seat] = []
    passing: list[Seat] = []

    def open_page(address: str, width: int = 1280, fresh: bool = False, **options: Any) -> Opened:
        if fresh or options.keys() - MEDIA:  # so is one with a worker
            passing.append(Seat(browser, **options))
            return passing[-1].open(address, width, {})
        taken.append(_seats.pop() if _seats else Seat(browser))
        return taken[-1].open(address, width, options)

    yield open_page
    for seat in passing:
        seat.context.close()
    for seat in taken:
        try:
            seat.leave()
        except Error:  # it has been closed, or shows a page that keeps nothing
            seat.context.close()
        else:
            _seats.append(seat)
