"""Measure how fast the site feels on a slow phone: what is seen when, what moves, and what was fetched for it.

    bench_felt.py [--site FOLDER] [--runs 3] [--every-kind] [--kind NAME] [--told]

A Chromium with a window of 360 px, a processor four times slower and 4G of 1.6 Mbit/s with 150 ms of latency opens
pages of which it has kept nothing, from a server that compresses text as a host does. Seconds are the median of the
runs: first (something is seen), largest (what is largest is seen), and ready (a search is answered). `moved` is the
cumulative layout shift; with --told, what moved is named. CHROMIUM=/path/to/chromium takes that browser. Exits with 1
when anything is more than it may be.
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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from kennisbank import PROJECT
from tests.browser.kinds_support import kinds
from tests.site_support import WITHOUT_WORKER
from tests.tools import builds

SCRIPTS = PROJECT / "scripts"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PROCESSOR = 4
PAGES = {"home": "", "verhaal": "verhalen/vitrinekastjes-van-ezinge/", "zoeken": "zoeken/?q=museum"}
"""What is measured, unless every kind of page is."""
LARGEST, ANSWERED, MOVED = 1.2, 2.5, 0.05
"""At most: seconds until the largest thing of a page is seen, and until a search is answered; and layout shift."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", ".txt"}
"""What a host compresses."""
WATCH = """() => {
  window.felt = { first: 0, largest: 0, what: "", ready: 0, moved: 0, shifts: [] };
  const name = (node) => {
    const e = node?.nodeType === 1 ? node : node?.parentElement;
    return e ? `${e.localName}${e.id ? `#${e.id}` : ""}${[...e.classList].map((one) => `.${one}`).join("")}` : "?";
  };
  const on = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on("paint", (entry) => { if (entry.name === "first-contentful-paint") felt.first = entry.startTime });
  on("largest-contentful-paint", (entry) => { felt.largest = entry.startTime; felt.what = name(entry.element) });
  on("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    felt.moved += entry.value;
    const places = (entry.sources ?? []).map((one) =>
      `${name(one.node)} ${Math.round(one.previousRect.y)}+${Math.round(one.previousRect.height)} > `
      + `${Math.round(one.currentRect.y)}+${Math.round(one.currentRect.height)}`);
    felt.shifts.push([Math.round(entry.startTime), Number(entry.value.toFixed(4)), ...places]);
  });
  const look = () => {
    if (document.querySelector("[data-zoekstatus=klaar]")) felt.ready ||= performance.now();
    else setTimeout(look, 10);
  };
  addEventListener("DOMContentLoaded", look);
}"""
"""Begins before a page does, and keeps what its reader notices."""
QUIET = "() => !document.querySelector('[aria-busy], [data-zoekstatus=bezig]') && document.fonts.status === 'loaded'"


@dataclass(frozen=True)
class Felt:
    """What one visit was like: seconds, layout shift with what moved, and how many files of how many kB were fetched.

    `before` counts those that were there, or on their way, when something was seen.
    """

    first: float
    largest: float
    what: str
    ready: float
    moved: float
    shifts: tuple[Any, ...]
    before: int
    files: int
    kilobytes: float


class Packing(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a host does: text is compressed, and a connection is kept."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        packs = file.suffix in PACKED
        body = packed(file) if packs else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site as long as somebody looks at it; gives its address."""
    handler = functools.partial(Packing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def visit(browser: Browser, address: str) -> Felt:
    """Open a page as somebody with a slow phone does who never saw the site."""
    with browser.new_context(viewport={"width": 360, "height": 780}, device_scale_factor=2) as context:
        context.add_init_script(WITHOUT_WORKER)  # what it fetches for later is no part of a page
        context.add_init_script(f"({WATCH})()")
        page = context.new_page()
        control = context.new_cdp_session(page)
        control.send("Network.enable")
        control.send("Network.setCacheDisabled", {"cacheDisabled": True})
        control.send("Network.emulateNetworkConditions", NETWORK)
        control.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
        page.goto(address, wait_until="load")
        page.wait_for_function(QUIET)
        page.wait_for_load_state("networkidle")
        return _felt(page)


def _felt(page: Page) -> Felt:
    found: dict[str, Any] = page.evaluate("felt")
    fetched = page.evaluate(
        "performance.getEntriesByType('resource').map(({ startTime, encodedBodySize }) => [startTime, encodedBodySize])"
    )
    own = page.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")
    return Felt(
        first=found["first"] / 1000,
        largest=found["largest"] / 1000,
        what=found["what"],
        ready=found["ready"] / 1000,
        moved=found["moved"],
        shifts=tuple(found["shifts"]),
        before=1 + sum(start < found["first"] for start, _ in fetched),
        files=1 + len(fetched),
        kilobytes=(own + sum(size for _, size in fetched)) / 1000,
    )


def measure(site: Path, pages: dict[str, str], runs: int, told: bool) -> list[str]:
    """Print a table of the pages of a built site; returns what is more than it may be."""
    wrong = []
    print("| page | first | largest | ready | moved | files, before first | kB | what is largest |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    with served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=list(FLAGS)
        )
        for name, address in pages.items():
            visits = [visit(browser, root + address) for _ in range(runs)]
            first, largest, ready = (
                median(getattr(one, part) for one in visits) for part in ("first", "largest", "ready")
            )
            one = max(visits, key=lambda one: one.moved)
            print(
                f"| {name} | {first:.2f} | {largest:.2f} | {f'{ready:.2f}' if ready else ''} | {one.moved:.3f} "
                f"| {one.files}, {one.before} | {one.kilobytes:.0f} | {one.what} |",
                flush=True,
            )
            if told:
                for shift in one.shifts:
                    print("   ", *shift, sep="  ", flush=True)
            wrong += [f"{name}: {one.moved:.3f} moved"] if one.moved > MOVED else []
            if name in PAGES:
                wrong += [f"{name}: {largest:.2f} s until the largest"] if not ready and largest > LARGEST else []
                wrong += [f"{name}: {ready:.2f} s until the answer"] if ready > ANSWERED else []
        browser.close()
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="measure this site; nothing is built")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kind", action="append", default=[], help="only kinds of which the name has this")
    parser.add_argument("--every-kind", action="store_true", help="one visit of every kind of page: what moves there?")
    parser.add_argument("--told", action="store_true", help="name what moved")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.site or Path(folder, "site")
        if not arguments.site:
            builds.run([sys.executable, SCRIPTS / "build.py", "--out", site])
        pages = dict(kinds(site)) if arguments.every_kind else PAGES
        if arguments.kind:
            pages = {name: address for name, address in pages.items() if any(kind in name for kind in arguments.kind)}
        wrong = measure(site, pages, 1 if arguments.every_kind else arguments.runs, arguments.told)
    for what in wrong:
        print(f"More than it may be: {what}", file=sys.stderr)
    sys.exit(bool(wrong))
