"""Measure how soon a change is seen in the preview: in a Chromium, from the saved file to the page that shows it.

    bench_preview.py [--stories N] [--runs 5] [--engine NAME]

`ruimte serve` shows a copy of the content of this project, or of N synthetic stories with its settings and lists. A
browser has a page open, a file of it is written, and seconds are counted until the open page shows what was written;
the median of the runs counts. CHROMIUM=/path/to/chromium takes that browser.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from kennisbank.model import urls
from kennisbank.reading import settings, wordlists
from tests.newcomer.copy_support import SETTINGS, copied
from tests.site_support import QUIET, real_root
from tests.tools import corpus
from tests.tools.felt import FLAGS

PATIENCE = 60
"""Seconds until a page or a change must be there."""
OFTEN = 20
"""Milliseconds between two looks at a page."""
SHEET = Path("kennisbank", "parts", "kop", "style.css")
LIST = Path(wordlists.OWN_FOLDER, "regio.yml")
STORY = re.compile(rf'href="[./]*{urls.VERHALEN}([a-z0-9-]+)/"')


@dataclass(frozen=True)
class Change:
    """One change: what it is called, the page that shows it, and how the n-th is made.

    `write` returns an expression in JavaScript that is true as soon as the page shows it.
    """

    name: str
    address: str
    write: Callable[[int], str]


def replaced(file: Path, pattern: str, new: str) -> None:
    """Replace what a pattern finds first in a file. Raises `SystemExit` where it finds nothing."""
    text, found = re.subn(pattern, new, file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    if not found:
        raise SystemExit(f"{pattern} is not in {file}")
    file.write_text(text, encoding="utf-8")


def shows(selector: str, word: str) -> str:
    return f"[...document.querySelectorAll('{selector}')].some(one => one.textContent.includes('{word}'))"


def changes(root: Path, code: Path, slug: str) -> list[Change]:
    """Return what is measured with the story of a slug, which the first page of the list names."""
    story, page = root / "stories" / f"{slug}.md", urls.verhaal(slug)

    def word(number: int) -> str:
        replaced(story, r"(?<!\n)( proefwoord\d+)?\Z|( proefwoord\d+)?\n+\Z", f" proefwoord{number}\n")
        return shows("main", f"proefwoord{number}")

    def title(number: int) -> str:
        replaced(story, r"^title: .*$", f'title: "Een proef met de titel {number}"')
        return shows("h1", f"Een proef met de titel {number}")

    def listed(number: int) -> str:
        replaced(story, r"^title: .*$", f'title: "Een proef met de lijst {number}"')
        return shows("main", f"Een proef met de lijst {number}")

    def label(number: int) -> str:
        replaced(
            (root if (root / LIST).exists() else code) / LIST, r"^    label: .*$", f"    label: Proefregio {number}"
        )
        return shows("main", f"Proefregio {number}")

    def style(number: int) -> str:
        sheet = code / SHEET
        text = re.sub(r"\nbody \{\n  --proef: \d+;\n\}\n\Z", "", sheet.read_text(encoding="utf-8"))
        sheet.write_text(f"{text}\nbody {{\n  --proef: {number};\n}}\n", encoding="utf-8")
        return f"document.body && getComputedStyle(document.body).getPropertyValue('--proef').trim() === '{number}'"

    return [
        Change("a word of a story", page, word),
        Change("its title", page, title),
        Change("its title, in the list", urls.VERHALEN, listed),
        Change("the label of a list", urls.ZOEKEN, label),
        Change("a style", page, style),
    ]


def content(folder: Path, stories: int) -> tuple[Path, Path]:
    """Make what is shown in a folder; returns its root, and that of the code that shows it.

    They are two, for of a whole project a change of a list is not shown until its papers are made anew.
    """
    code, root = copied(folder / "code"), folder / "bron"
    if not stories:
        root.mkdir()
        return real_root(root, SETTINGS), code
    corpus.write(stories, root)  # with the lists of the code
    shutil.copy(code / settings.FILE, root)
    return root, code


@contextmanager
def served(root: Path, code: Path, engine: str) -> Iterator[tuple[str, float]]:
    """Show a root in the preview as long as somebody looks; gives its address and the seconds until it was there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-P", "-m", "kennisbank", "serve", "--root", str(root), "--adres", place]
    command += ["--engine", engine] if engine else []
    start = time.monotonic()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command, cwd=code, env=QUIET | {"PYTHONPATH": str(code)}, stdout=said, stderr=subprocess.STDOUT
        ) as server,
    ):
        try:
            while not _answers(f"http://{place}/"):
                if server.poll() is not None or time.monotonic() - start > PATIENCE:
                    said.seek(0)
                    raise SystemExit(said.read().decode(errors="replace")[-4000:])
                time.sleep(OFTEN / 1000)
            yield f"http://{place}/", time.monotonic() - start
        finally:
            server.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return bool(answer.read())
    except (urllib.error.URLError, ConnectionError):
        return False


def seconds(page: Page, change: Change, number: int) -> float:
    """Return how long it takes until an open page shows a change."""
    start = time.monotonic()
    page.wait_for_function(change.write(number), polling=OFTEN, timeout=PATIENCE * 1000)
    return time.monotonic() - start


def measure(stories: int = 0, runs: int = 5, engine: str = "") -> dict[str, float]:
    """Return the seconds until each change is seen, by its name: the median of the runs, after one that does not count.

    It shows so many synthetic stories, or without a number the content of the project.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, sync_playwright() as playwright:
        root, code = content(Path(folder), stories)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=list(FLAGS)
        )
        found = {}
        with served(root, code, engine) as (address, first):
            found["the first page"] = first
            page = browser.new_page()
            page.goto(address + urls.VERHALEN)
            listed = [slug for slug in STORY.findall(page.content()) if (root / "stories" / f"{slug}.md").exists()]
            if not listed:
                raise SystemExit("The list names no story")
            for change in changes(root, code, listed[0]):
                page.goto(address + change.address)
                page.wait_for_timeout(1000)
                took = [seconds(page, change, number) for number in range(runs + 1)][1:]
                found[change.name] = median(took)
                print(f"{change.name}: {' '.join(f'{one:.2f}' for one in took)}", file=sys.stderr)
        browser.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=0, help="so many synthetic ones (default: those of the project)")
    parser.add_argument("--runs", type=int, default=5, help="how often each change is made; the medians count")
    parser.add_argument("--engine", default="", help="the engine that shows it")
    arguments = parser.parse_args()
    found = measure(arguments.stories, arguments.runs, arguments.engine)
    print(f"| what is changed | seconds until it is seen, {arguments.stories or 'real'} stories |\n| --- | ---: |")
    for name, took in found.items():
        print(f"| {name} | {took:.2f} |")
