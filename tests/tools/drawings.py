"""Make the pictures of the drawings: each `docs/tekeningen/<slug>.svg` as a PNG beside it, in a Chromium.

Others show that picture beside a link to the story, and that of the site itself beside a link to any other page. It
keeps by the digest of which drawing it was made, so that the check can tell when it is of an earlier one; what is up to
date is left as it is. CHROMIUM=/path/to/chromium takes that browser.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image, PngImagePlugin
from playwright.sync_api import sync_playwright

from kennisbank import PROJECT
from kennisbank.model.drawings import FOLDER, HEIGHT, WIDTH
from kennisbank.parts import assets
from kennisbank.reading import drawings

HOME = PROJECT / "kennisbank" / assets.OWN / assets.DRAWINGS / "home.svg"
"""The drawing of the site itself."""
COLOURS = 128
"""Colours of a picture: a drawing has few, and those between them at its edges."""
FLAGS = "--no-sandbox --disable-gpu --disable-lcd-text --hide-scrollbars".split()


def main(root: Path = PROJECT) -> int:
    stale = [file for file in [*sorted((root / FOLDER).glob("*.svg")), HOME] if not fresh(file)]
    if not stale:
        print("Elke afbeelding is van de tekening die er nu staat.")
        return 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
        for file in stale:
            page.goto(file.as_uri())
            picture(file, page.screenshot()).replace(file.with_suffix(".png"))
            print(f"Gemaakt: {file.with_suffix('.png').relative_to(root)}")
        browser.close()
    return 0


def fresh(svg: Path) -> bool:
    """Tell whether the picture beside a drawing is of what is drawn there now."""
    return drawings.made_of(svg.with_suffix(".png")) == drawings.digest(svg.read_bytes())


def picture(svg: Path, shown: bytes) -> Path:
    """Write what a browser showed of a drawing beside it, in few colours; returns the file, under a passing name."""
    with Image.open(io.BytesIO(shown)) as pixels:
        few = pixels.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    said = PngImagePlugin.PngInfo()
    said.add_text(drawings.DIGEST, drawings.digest(svg.read_bytes()))
    passing = svg.with_suffix(".png~")
    few.save(passing, "PNG", optimize=True, pnginfo=said)
    return passing
