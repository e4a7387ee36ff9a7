"""Measure what searching fetches: bytes over the wire and seconds, in a Chromium, on a site of many stories.

    bench_finder.py [--stories 5000] [--site FOLDER]

Bytes are those of a host that compresses text (gzip); the page itself, its styles and its letters are counted apart.
CHROMIUM=/path/to/chromium takes that browser.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from kennisbank import PROJECT
from tests.tools import builds, corpus

QUERIES = ("haven", "ritme", "tekenles", "museum dorp", "kringesprek")
"""A common word first; then another, a synonym, two words, and one with a typing error."""
READY = "() => document.querySelector('.rb-zoek--werkt:not([aria-busy])')"
SCRIPTS = PROJECT / "scripts"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=5000)
    parser.add_argument("--site", type=Path, help="measure this site; nothing is built")
    arguments = parser.parse_args()
    if arguments.site:
        measure(arguments.site)
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "bron")
        corpus.write(arguments.stories, root)
        builds.run([sys.executable, SCRIPTS / "build.py", "--root", root, "--out", root / "site"])
        measure(root / "site")


class Wire:
    """Adds up what a page fetches."""

    def __init__(self, page: Page) -> None:
        self.fetched: list[tuple[str, int]] = []
        page.on("response", self._count)

    def _count(self, response: Response) -> None:
        body = response.body() if response.ok else b""
        packed = body[:2] == b"\x1f\x8b" or response.url.endswith(".woff2")  # compressed already
        self.fetched.append((response.url, len(body) if packed else len(gzip.compress(body, 6))))

    def take(self) -> int:
        """Return the bytes since the last time."""
        total = sum(size for _, size in self.fetched)
        self.fetched.clear()
        return total


def measure(site: Path) -> None:
    """Print a table of the queries on a built site."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        wire = Wire(page)
        page.goto(f"http://127.0.0.1:{server.server_port}/zoeken/", wait_until="load")
        page.wait_for_function(READY)
        still = ("zoeken/", ".css", ".woff2", ".svg")
        around = sum(size for url, size in wire.fetched if url.endswith(still))
        start = wire.take() - around
        print("| search | stories | KB over the wire | seconds |\n| --- | ---: | ---: | ---: |")
        print(f"| the page, its styles and letters | | {around / 1000:.0f} | |")
        print(f"| all stories, before a word is typed | {found(page)} | {start / 1000:.0f} | |")
        for number, query in enumerate(QUERIES):
            begin = time.monotonic()
            search(page, query)
            seconds = time.monotonic() - begin
            page.wait_for_load_state("networkidle")
            fetched = wire.take()
            more = f", {(start + fetched) / 1000:.0f} with what went before" if number == 0 else ""
            print(f"| {query} | {found(page)} | {fetched / 1000:.0f}{more} | {seconds:.2f} |")
        search(page, "haven")
        wire.take()
        begin = time.monotonic()
        page.locator("[data-facet=schooltype] input:enabled").first.check()
        page.wait_for_function(READY)
        print(f"| and a choice | {found(page)} | {wire.take() / 1000:.0f} | {time.monotonic() - begin:.2f} |")
        browser.close()
        server.shutdown()


def search(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_function(READY)


def found(page: Page) -> str:
    return page.get_by_role("status").inner_text().split(" ")[0].replace("Geen", "0")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass
