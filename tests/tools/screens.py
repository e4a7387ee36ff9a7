"""Make the pictures of the guide: fixed scenes of the real site, in a Chromium, as `docs/meedoen/<name>.png`.

    screenshots.py [--site FOLDER] [--out FOLDER] [NAME ...]

The same site gives the same pixels: a fixed clock, nothing that moves, and a picture of few colours.
CHROMIUM=/path/to/chromium takes that browser.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import FloatRect, Page, sync_playwright

from kennisbank import PROJECT
from kennisbank.model import kinds
from kennisbank.reading import settings, withdrawal

OUT = PROJECT / "docs" / "meedoen"
WIDTH, HEIGHT = 1200, 900
EDGE = 16
"""Pixels around what is shown."""
COLOURS = 128
UNSEEN = 12
"""Levels (of 255) that a colour may differ without anybody seeing it."""
CLOCK = "2026-11-24T10:00:00"
"""The moment at which every picture is made: the form fills in the day."""
WITHDRAWN = "voorbeeld-van-een-verhaal"
FILLED_IN = {"adres: ": "https://kennisbank.example/", "  adres: ": "https://github.com/team/kennis"}
"""A site of which the links to the repository work, whatever the project has filled in."""
STILL = "*, *::before, *::after { animation: none !important; transition: none !important }"
MARK = "{} {{ outline: 3px solid #b3261e !important; outline-offset: 3px !important; border-radius: 2px }}"
FLAGS = "--no-sandbox --disable-gpu --disable-lcd-text --font-render-hinting=none --hide-scrollbars".split()


@dataclass(frozen=True)
class Scene:
    """One picture: the page, what is done on it first, and the elements (CSS) that it shows, the highest one first.

    `mark` is what gets a line around it, `width` that of the window: the column of a page of the guide is narrower, and
    a picture that is made smaller is harder to read.
    """

    address: str
    shown: tuple[str, ...]
    act: Callable[[Page], None] = lambda page: None
    mark: str = ""
    width: int = WIDTH


def ready(page: Page) -> None:
    """Wait until the script of a form shows it."""
    page.locator("#rb-schrijf").wait_for()


def too_short(page: Page) -> None:
    """Fill in a summary that is too short, and go on."""
    ready(page)
    page.locator("#veld-samenvatting").fill("Loop samen door het dorp.")
    page.locator("#veld-samenvatting").blur()
    page.locator("#fout-samenvatting").wait_for()


def begin(page: Page) -> None:
    """Write the beginning of a story, which says that it is an example."""
    ready(page)
    page.locator("#veld-title").fill("Een voorbeeld: op pad met het museum")
    summary = "Dit is een voorbeeld. School en museum kijken samen naar het dorp waar de kinderen wonen."
    page.locator("#veld-samenvatting").fill(summary)
    for ruimte in ("kind", "plek"):
        page.locator(f"#veld-ruimtes-{ruimte}").check()
    page.locator("#rb-stap-2 > summary").click()
    page.locator("#veld-plaats").fill("Ezinge")
    page.locator("#veld-plaats").blur()
    page.locator(".rb-voorbeeld__waar", has_text="Ezinge").wait_for()
    page.locator("#rb-stap-2 > summary").click()


FORM = "meedoen/verhaal-schrijven/"
SCENES = {
    "formulier": Scene(FORM, ("[data-veld=title]", "[data-veld=samenvatting]", ".rb-voorbeeld"), begin, width=980),
    "voorstellen": Scene(FORM, (".rb-eind [type=submit]",), ready, mark=".rb-eind [type=submit]"),
    "fout": Scene("meedoen/werkvorm-schrijven/", ("[data-veld=samenvatting]",), too_short),
    "verbeteren": Scene(
        "verhalen/vitrinekastjes-van-ezinge/",
        (".rb-vertelling > footer",),
        mark=".rb-vertelling > footer a[href*=edit]",
    ),
    "ingetrokken": Scene(f"verhalen/{WITHDRAWN}/", ("main h1", "main .rb-tekst > .rb-intro + p")),
    "foutmeldingen": Scene("meedoen/foutmeldingen/", ("#rb-melding", ".rb-fout__regels")),
    "waarden": Scene("meedoen/waarden/", ("[aria-labelledby=discipline] thead", "#discipline-muziek"), width=760),
}
"""The pictures by name; each is used by a page of the guide."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="take this site, which this script built; without it one is built")
    parser.add_argument("--out", type=Path, default=OUT, help="where the pictures go (default: docs/meedoen)")
    parser.add_argument("names", nargs="*", choices=[*SCENES, []], metavar="NAME", help=f"of {', '.join(SCENES)}")
    arguments = parser.parse_args()
    names = arguments.names or list(SCENES)
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.site or Path(folder, "site")
        if not (site / "index.html").exists():
            build(Path(folder, "bron"), site)
        arguments.out.mkdir(parents=True, exist_ok=True)
        for name, picture in take(site, names):
            changed = write(picture, arguments.out / f"{name}.png")
            print(f"{name}.png: {len(picture) / 1024:.0f} KB{'' if changed else ', as it was'}")
    return 0


def build(root: Path, site: Path) -> None:
    """Build the site of this project with one more withdrawn story.

    A picture that is still to be made is blank in it: without one the build refuses the page that shows it.
    """
    for name in kinds.FOLDERS:
        shutil.copytree(PROJECT / name, root / name)
    guide = root / "docs" / "meedoen"
    for name in SCENES:
        file = guide / f"{name}.png"
        if not file.exists() and any(file.name in page.read_text(encoding="utf-8") for page in guide.glob("*.md")):
            Image.new("RGB", (WIDTH, HEIGHT), "white").save(file)
    filled_in = (PROJECT / settings.FILE).read_text(encoding="utf-8")
    for key, address in FILLED_IN.items():
        filled_in = re.sub(rf"(?m)^{key}.*$", key + address, filled_in)
    (root / settings.FILE).write_text(filled_in, encoding="utf-8")
    listed = PROJECT / withdrawal.FILE
    text = listed.read_text(encoding="utf-8") if listed.exists() else ""
    (root / withdrawal.FILE).write_text(withdrawal.add(text, [WITHDRAWN]), encoding="utf-8")
    script = PROJECT / "scripts" / "build.py"
    built = subprocess.run([sys.executable, script, "--root", root, "--out", site], check=False)
    if built.returncode:
        raise SystemExit(built.returncode)


def take(site: Path, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each picture and the PNG itself."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with serve(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name in names:
            context = browser.new_context(
                viewport={"width": SCENES[name].width, "height": HEIGHT},
                color_scheme="light",
                reduced_motion="reduce",
                locale="nl-NL",
            )
            page = context.new_page()
            page.clock.set_fixed_time(CLOCK)
            yield name, small(shoot(page, home, SCENES[name]))
            context.close()
        browser.close()


def shoot(page: Page, home: str, scene: Scene) -> bytes:
    """Open a page, do what the scene does, and return the picture of the part that it shows."""
    answer = page.goto(home + scene.address, wait_until="networkidle")
    if answer is None or not answer.ok:
        raise SystemExit(f"This site has no {scene.address}. Leave out --site, then the right one is built.")
    page.add_style_tag(content=STILL + (MARK.format(scene.mark) if scene.mark else ""))
    scene.act(page)
    page.evaluate("document.fonts.ready")
    return page.screenshot(clip=frame(page, scene), animations="disabled")


def frame(page: Page, scene: Scene) -> FloatRect:
    """Bring the elements of a scene into the window; return the part that holds them and an edge, in whole pixels."""
    first = page.locator(scene.shown[0]).first
    first.evaluate("(element, edge) => scrollBy(0, Math.round(element.getBoundingClientRect().top) - edge)", EDGE)
    boxes = [page.locator(selector).first.bounding_box() for selector in scene.shown]
    found = [box for box in boxes if box]
    if len(found) < len(boxes):
        raise SystemExit(f"Not on {scene.address}: one of {', '.join(scene.shown)}.")
    left = max(0, round(min(box["x"] for box in found)) - EDGE)
    top = max(0, round(min(box["y"] for box in found)) - EDGE)
    right = min(scene.width, round(max(box["x"] + box["width"] for box in found)) + EDGE)
    bottom = min(HEIGHT, round(max(box["y"] + box["height"] for box in found)) + EDGE)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def small(picture: bytes) -> bytes:
    """Return a PNG with few colours, which is what a screen has, and with nothing in it but pixels."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def write(picture: bytes, file: Path) -> bool:
    """Write a picture when it shows something else than the one that is there; tells whether it did.

    A Chromium does not round the corner of a box in the same way each time: what nobody sees is no reason to change a
    file.
    """
    if file.exists():
        old, new = (Image.open(source).convert("RGB") for source in (file, io.BytesIO(picture)))
        seen = [level > UNSEEN for level in range(256)] * len("RGB")
        if old.size == new.size and ImageChops.difference(old, new).point(seen).getbbox() is None:
            return False
    file.write_bytes(picture)
    return True


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder on a free port, and give its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
