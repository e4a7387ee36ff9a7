"""The drawing of a story: where it is shown, and that a photograph takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.cli import withdraw
from kennisbank.model.drawings import FOLDER
from kennisbank.model.records import Source
from kennisbank.parts import assets
from kennisbank.reading import drawings
from tests.site_support import build, mini_root
from tests.support import BEELDEN, changed, picture, read, write
from tests.tools import drawings as making

pytestmark = pytest.mark.apart

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
  <title>Een kast vol schelpen en scherven</title>
  <rect width="1200" height="630" fill="#a83634"/>
</svg>
"""


def drawn(root: Path, slug: str) -> Path:
    """Put a drawing with its picture beside a root; returns the drawing."""
    file = root / FOLDER / f"{slug}.svg"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SVG, encoding="utf-8")
    shown = picture("a.png", 1200, 630)
    making.picture(file, shown).replace(file.with_suffix(".png"))
    return file


def made(root: Path, site: Path) -> Path:
    """Build a root; returns its site."""
    done = build(root, site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def test_a_drawing_opens_its_story_and_is_on_its_card(tmp_path: Path) -> None:
    root = write(mini_root(tmp_path / "root"), {"stories/goed.md": changed({})})
    drawn(root, "goed")
    site = made(root, tmp_path / "site")

    opening = page(site, "verhalen/goed").css_first("img.rb-omslag--groot")
    assert opening is not None
    assert opening.attributes["alt"] == "Een kast vol schelpen en scherven"
    assert opening.attributes["src"] == "../../verhalen/goed/tekening.svg"
    assert (site / "verhalen/goed/tekening.svg").read_text(encoding="utf-8") == SVG
    cards = page(site, "verhalen").css(".rb-kaart img.rb-omslag")
    assert [card.attributes["alt"] for card in cards] == [""]
    shared = page(site, "verhalen/goed").css_first('meta[property="og:image"]')
    assert shared is not None
    assert str(shared.attributes["content"]).endswith("/verhalen/goed/tekening.png")
    assert Image.open(site / "verhalen/goed/tekening.png").size == (1200, 630)
    found = [file for file in site.rglob("*.json") if "verhalen/goed/tekening.svg" in file.read_text(encoding="utf-8")]
    assert len(found) == 1, "the finder has the picture of the story"
    assert not (site / "tekeningen").exists()


def test_a_photograph_takes_the_place_of_a_drawing(tmp_path: Path) -> None:
    text = changed({"bron:": f"{BEELDEN}bron:"})
    files = {
        "stories/goed.md": None,
        "stories/goed/index.md": text,
        "stories/goed/kastje.jpg": picture("a.jpg", 900, 700),
    }
    root = write(mini_root(tmp_path / "root"), files)
    drawn(root, "goed")
    site = made(root, tmp_path / "site")

    whole = page(site, "verhalen/goed")
    assert whole.css_first("img.rb-omslag--groot") is None
    assert [node.attributes["data-bestand"] for node in whole.css("figure.rb-beeld")] == ["kastje.jpg"]
    assert whole.css_first("#rb-beelden") is None
    shared = whole.css_first('meta[property="og:image"]')
    assert shared is not None
    assert str(shared.attributes["content"]).endswith("/verhalen/goed/kastje.jpg")
    (card,) = page(site, "verhalen").css(".rb-kaart img.rb-omslag")
    assert "kastje" in str(card.attributes["src"])
    assert not (site / "verhalen/goed/tekening.svg").exists()


def test_of_a_story_without_consent_no_drawing_is_published(tmp_path: Path) -> None:
    no = changed({"toestemming: ja\n": "toestemming: nee\n", 'toestemming_kenmerk: "archief 2026-12"\n': ""})
    root = write(mini_root(tmp_path / "root"), {"stories/nee.md": no, "stories/goed.md": changed({})})
    drawn(root, "nee")
    site = made(root, tmp_path / "site")
    assert not [file for file in site.rglob("tekening*") if "nee" in file.as_posix()]


def test_withdrawing_a_story_takes_its_drawing_along(tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"stories/ander.md": changed({"Het goede verhaal": "Een ander verhaal"})})
    file = drawn(root, "ander")
    source = next(r for r in (read(root).knowledge or pytest.fail("no content")).verhalen if r.origin.slug == "ander")
    withdraw.withdraw(root, "ander", Source(source.origin.path, "ander", source.origin.file))
    assert not file.exists()
    assert not file.with_suffix(".png").exists()
    assert read(root).problems == ()


def test_every_drawing_of_this_site_has_its_picture() -> None:
    stale = [file.name for file in [*(PROJECT / FOLDER).glob("*.svg"), making.HOME] if not making.fresh(file)]
    assert stale == [], "give the command make tekeningen"


def test_the_drawings_of_the_site_itself_keep_the_rules_too() -> None:
    faults = {}
    for file in sorted((PROJECT / "kennisbank" / assets.OWN / assets.DRAWINGS).glob("*.svg")):
        seen = drawings.judged(file.read_bytes())
        square = [fault for fault in seen.faults if not fault.message.startswith("Het vlak")]
        if square or not drawings.SHORTEST <= len(seen.title) <= drawings.LONGEST:
            faults[file.name] = [seen.title, *(fault.message for fault in square)]
    assert faults == {}


def test_what_is_read_grows_no_further_than_the_file() -> None:
    """A document type is where entities are: nothing after one is read, however it would grow."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">' + "".join(
        f'<!ENTITY {two} "&{one};&{one};&{one};&{one};">'
        for one, two in zip("abcdefghijklm", "bcdefghijklmn", strict=True)
    )
    seen = drawings.judged(f'{bomb}]><svg xmlns="http://www.w3.org/2000/svg"><title>&n;</title></svg>'.encode())
    assert [fault.message for fault in seen.faults] == ["In een tekening hoort geen documenttype (DOCTYPE)."]
    assert seen.title == ""
