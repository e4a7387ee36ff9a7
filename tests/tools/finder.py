"""Measure what searching costs, on a site of many stories: bytes over the wire, time, and memory of the index.

    bench_finder.py [--stories 5000] [--site FOLDER] [--first]

Bytes are those of a host that compresses text (gzip), in a Chromium; the page itself, its styles and its letters are
counted apart. With --first it prints only the bytes that the first search on a site fetches, for the benchmark.
CHROMIUM=/path/to/chromium takes that browser. Exits with 1 when anything is more than it may be.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import multiprocessing
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, Route, sync_playwright

from kennisbank import PROJECT
from kennisbank.finding import indexing
from kennisbank.reading.loader import load
from tests.site_support import WITHOUT_WORKER
from tests.tools import builds, corpus

QUERIES = ("haven", "ritme", "tekenles", "museum dorp", "kringesprek", "hoe begin ik")
"""A common word first; then another, a synonym, two words, one with a typing error, and a question."""
READY = "() => document.querySelector('[data-zoekstatus=klaar]')"
SCRIPTS = PROJECT / "scripts"
START, FIRST, NEXT = 80, 200, 40
"""KB at most: before a word is typed, with the first word, and for each search after it."""
SLOWEST = 50
"""Milliseconds at most of a search for which nothing is fetched."""
HEAVIEST = 200
"""MB at most of memory that making the index takes."""
SEARCHED = """async ([root, engine, queries]) => {
  const { makeSearcher } = await import(engine);
  const searcher = await makeSearcher(root, []);
  const once = async (text) => {
    const begin = performance.now();
    await searcher.search({ text, choices: {}, order: "" });
    return performance.now() - begin;
  };
  for (const text of queries) await once(text);
  const times = [];
  for (const text of queries) times.push(Math.min(await once(text), await once(text), await once(text)));
  return times;
}"""
"""Searches with the engine alone, when all that it needs is there: milliseconds of each query."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=5000)
    parser.add_argument("--site", type=Path, help="measure this site; nothing is built")
    parser.add_argument(
        "--first", action="store_true", help="print the bytes of the first search on --site, and no more"
    )
    arguments = parser.parse_args()
    if arguments.site and arguments.first:
        print(first(arguments.site))
        return
    if arguments.site:
        sys.exit(measure(arguments.site).told())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "bron")
        corpus.write(arguments.stories, root)
        builds.run([sys.executable, SCRIPTS / "build.py", "--root", root, "--out", root / "site"])
        table = measure(root / "site")
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, megabytes = pool.apply(index, (root, Path(folder, "index")))
        table.row("making the index: MB of memory", megabytes, HEAVIEST)
        table.row("making the index: seconds", seconds)
        sys.exit(table.told())


class Table:
    """What was measured, printed row by row; knows what was too much."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        print("| what | stories | measured | at most |\n| --- | ---: | ---: | ---: |")

    def row(self, what: str, measured: float, most: float | None = None, stories: str = "") -> None:
        print(f"| {what} | {stories} | {measured:.{0 if measured >= 10 else 1}f} | {most or ''} |", flush=True)
        if most is not None and measured > most:
            self.wrong.append(what)

    def told(self) -> int:
        """Say what was too much; returns the exit code."""
        for what in self.wrong:
            print(f"More than it may be: {what}", file=sys.stderr)
        return bool(self.wrong)


class Wire:
    """Adds up what a page fetches."""

    def __init__(self, page: Page) -> None:
        self.fetched: list[tuple[str, int]] = []
        page.on("response", self._count)

    def _count(self, response: Response) -> None:
        body = response.body() if response.ok else b""
        packed = body[:2] == b"\x1f\x8b" or response.url.endswith(".woff2")  # compressed already
        self.fetched.append((response.url, len(body) if packed else len(gzip.compress(body, 6))))

    def take(self) -> float:
        """Return the KB since the last time."""
        total = sum(size for _, size in self.fetched)
        self.fetched.clear()
        return total / 1000


@contextmanager
def opened(site: Path) -> Iterator[tuple[Browser, str]]:
    """Serve a built site to a Chromium as long as somebody looks at it; gives the browser and the address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser, f"http://127.0.0.1:{server.server_port}/"
        browser.close()
        server.shutdown()


def measure(site: Path) -> Table:
    """Print a table of the queries on a built site."""
    table = Table()
    with opened(site) as (browser, root):
        _fetched(browser, root, table)
        for query, milliseconds in zip(QUERIES, _times(browser, root), strict=True):
            table.row(f"{query}: milliseconds of a search", milliseconds, SLOWEST)
    return table


def first(site: Path) -> float:
    """Return the bytes that one search fetches for who has just come, beside the page, its styles and its letters."""
    with opened(site) as (browser, root):
        page, wire, _, start = _begun(browser, root)
        search(page, QUERIES[0])
        page.wait_for_load_state("networkidle")
        return (start + wire.take()) * 1000


def _begun(browser: Browser, root: str) -> tuple[Page, Wire, float, float]:
    """Open the page that searches; returns it, what counts, and the KB so far: around the search, and for it."""
    page = browser.new_page()
    page.add_init_script(WITHOUT_WORKER)  # what it fetches for later is no part of a search
    wire = Wire(page)
    page.goto(f"{root}zoeken/", wait_until="load")
    page.wait_for_function(READY)
    page.wait_for_load_state("networkidle")
    still = ("zoeken/", ".css", ".woff2", ".svg", ".webmanifest")
    around = sum(size for url, size in wire.fetched if url.endswith(still)) / 1000
    return page, wire, around, wire.take() - around


def _fetched(browser: Browser, root: str, table: Table) -> None:
    page, wire, around, start = _begun(browser, root)
    table.row("the page, its styles and letters: KB", around)
    table.row("before a word is typed: KB", start, START, found(page))
    for query in QUERIES:
        search(page, query)
        page.wait_for_load_state("networkidle")
        fetched = wire.take()
        if query == QUERIES[0]:
            table.row(f"{query}, with what went before: KB", start + fetched, FIRST, found(page))
        else:
            table.row(f"{query}: KB", fetched, NEXT, found(page))
    search(page, QUERIES[0])
    wire.take()
    page.locator("[data-facet=schooltype] input:enabled").first.check()
    page.wait_for_function(READY)
    table.row("and a choice: KB", wire.take(), NEXT, found(page))


def _times(browser: Browser, root: str) -> list[float]:
    """Return the milliseconds of each query: those of the engine alone, which is served as it stands here."""
    page = browser.new_page()
    page.add_init_script(WITHOUT_WORKER)
    page.goto(f"{root}zoeken/", wait_until="load")

    def ours(route: Route) -> None:
        route.fulfill(path=PROJECT / route.request.url.removeprefix(root), content_type="text/javascript")

    page.route("**/kennisbank/**", ours)
    times: list[float] = page.evaluate(SEARCHED, [root, f"{root}kennisbank/pages/zoeken/script/engine.js", QUERIES])
    return times


def index(root: Path, out: Path) -> tuple[float, float]:
    """Make the index of a root; returns the seconds and the MB of memory that it took, beside what was there."""
    knowledge = load(root).knowledge
    assert knowledge is not None, "The corpus has problems"
    before, begin = _peak(), time.monotonic()
    indexing.write(knowledge, out)
    return time.monotonic() - begin, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * builds.MAXRSS_BYTES / 1e6


def search(page: Page, query: str) -> None:
    page.locator("#rb-tekst").fill(query)
    page.locator("#rb-tekst").press("Enter")
    page.wait_for_function(READY)


def found(page: Page) -> str:
    return page.locator(".rb-zoek__telling").inner_text().split(" ")[0].replace("Geen", "0")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass
