"""The built site, a server for it, and a Chromium to open it in."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site_support import PROJECT, run

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
    " --no-first-run --disable-quic"
).split()
"""Chromium without a sandbox runs as root in a container; the rest keeps it from calling home."""
MANY = 60
"""Stories in the long list: more than fit on one page."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a host for static sites does: an address that is not there gets its 404 page."""

    def log_message(self, *arguments: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes() if code == HTTPStatus.NOT_FOUND else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _build(out: Path, *arguments: str | Path) -> Path:
    result = run("build.py", "--out", out, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


def build_and_serve(out: Path, *arguments: str | Path) -> Iterator[str]:
    """Build a site, serve it, and yield its address."""
    yield from _serve(_build(out, *arguments))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the real site."""
    yield from build_and_serve(tmp_path_factory.mktemp("echt") / "site")


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site whose list of stories takes two pages."""
    root = tmp_path_factory.mktemp("lang")
    for name in ("stories", "ruimtes", "werkvormen", "docs"):
        shutil.copytree(PROJECT / name, root / name)
    text = (root / "stories" / "vitrinekastjes-van-ezinge.md").read_text(encoding="utf-8")
    for number in range(1, MANY + 1):
        copy = re.sub(r"(?m)^title: .*$", f"title: Een lange lijst, verhaal {number}", text, count=1)
        (root / "stories" / f"lange-lijst-{number}.md").write_text(copy, encoding="utf-8")
    yield from build_and_serve(root / "site", "--root", root)


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


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens an address; it takes what a browser context takes, and closes by itself."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, width: int = 1280, **options: object) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.messages.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.messages.append(str(error)))
        opened.page.goto(address, wait_until="load")
        return opened

    yield open_page
    for context in contexts:
        context.close()
