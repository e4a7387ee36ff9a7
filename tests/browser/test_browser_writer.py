"""A writer from a text in Word to the site: it is pasted, sent for the first time, gets a photo later, is corrected.

The same steps in a Chromium and in a Firefox; from the forge on the check and the build have it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser

from kennisbank.model import urls
from kennisbank.model.forge import LONGEST
from tests.browser import paper_support as paper
from tests.browser.test_browser_paper import needs_firefox
from tests.browser.test_browser_pasting import BEGIN, EXAMPLE, HERE, PASTE
from tests.browser.writing_support import COMPLETE, FILL
from tests.site_support import HOME, build, mini_root
from tests.support import picture, read

pytestmark = pytest.mark.browser

HTML = (HERE / "word-windows.html").read_text(encoding="utf-8")
FIELDS = {name: value for name, value in COMPLETE["verhaal"].items() if not name.startswith("deel-")}
FORM = "document.querySelector('#rb-schrijf')"
FILE = "document.querySelector('#rb-inhoud-bestand').value"
STEPS = (
    f"{FORM}.checkVisibility()",
    f"({FILL})({json.dumps(FIELDS)}) || true",
    f"({PASTE})({json.dumps([BEGIN, {'text/html': HTML, 'text/plain': 'woorden'}])})",
    f"{FILE}.includes('| Groep | Aantal |')",
    "document.querySelector('[data-deel=begin] [role=status]').textContent.includes('afbeelding')",
    "(HTMLAnchorElement.prototype.click = function () { window.asked = this.href }) && true",
    f"{FORM}.querySelector('[type=submit]').click() || true",
    "window.asked && !document.querySelector('#rb-verstuurd').hidden",
)
JOURNEY = paper.Print("schrijven", urls.SCHRIJVEN["verhaal"], STEPS, tells=f"[window.asked, {FILE}]")
PHOTO = """\
beelden:
  - bestand: plein.jpg
    alt: "{}"
    maker: "Voorbeeldmuseum"
    licentie: cc-by
    toestemming: ja
---
"""

Travel = Callable[[str], list[str]]


@pytest.fixture(name="travel", params=["chromium", "firefox"])
def fixture_travel(request: pytest.FixtureRequest, tmp_path: Path, browser: Browser) -> Travel:
    """Return a function that goes through the form of a site: the address of the forge, and the file in the form."""
    if request.param == "firefox":
        needs_firefox()

    def travel(site: str) -> list[str]:
        if request.param == "firefox":
            told: dict[str, Any] = paper.in_firefox([JOURNEY], site, tmp_path, tmp_path)
        else:
            told = paper.in_chromium([JOURNEY], site, tmp_path, browser)
        found: list[str] = told[JOURNEY.name]
        return found

    return travel


def test_from_a_text_in_word_to_the_site(site: str, travel: Travel, tmp_path: Path) -> None:
    asked, file = travel(site)

    # Who is at the forge for the first time must log in: the address is in an address then, and comes out of it whole.
    detour = HOME.forge.view("stories").omweg + quote(asked, safe="")
    assert len(detour) <= LONGEST
    (back,) = parse_qs(urlsplit(detour).query)["return_to"]
    given = parse_qs(urlsplit(back).query, strict_parsing=True)
    assert given["value"] == [file]
    assert EXAMPLE in file

    root = mini_root(tmp_path)
    story = root / given["filename"][0]
    story.write_text(file, encoding="utf-8")
    assert read(root).problems == ()

    # A photo later, beside the file that is there: first without a word about what is to be seen.
    photo = story.with_suffix("") / "plein.jpg"
    photo.parent.mkdir()
    photo.write_bytes(picture(photo.name))
    head, rest = file.removeprefix("---\n").split("\n---\n", 1)
    story.write_text(f"---\n{head}\n{PHOTO.format('')}{rest}", encoding="utf-8")
    (wrong,) = read(root).problems
    assert (wrong.path, wrong.field) == (given["filename"][0], "beelden.alt")

    story.write_text(f"---\n{head}\n{PHOTO.format('Een plein met een kraam.')}{rest}", encoding="utf-8")
    assert read(root).problems == ()
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "site" / urls.verhaal(story.stem) / "index.html").read_text(encoding="utf-8")
    assert "Een plein met een kraam." in page
    assert 'data-kolom="Groep"' in page
