"""What a browser needs without a network: the worker, what the site is as a program, its icons, and its build."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import urls
from kennisbank.model.colours import channels
from kennisbank.outputs import listing, offline
from kennisbank.parts import assets, colours, icon
from tests.node.running import NODE
from tests.support import PROJECT, content

INK, PAPER = colours.theme()["accent"], colours.theme()["papier"]


def test_the_worker_is_one_script_without_remarks(tmp_path: Path) -> None:
    """Not every browser lets a worker be a module."""
    text = offline.worker()
    assert not re.search(r"(?m)^(?:import|export)\b|@param|@typedef", text)
    for name in offline.PARTS:
        module = (offline.SOURCES / f"{name}.js").read_text(encoding="utf-8")
        for function in re.findall(r"(?m)^(?:export )?(?:async )?function (\w+)", module):
            assert len(re.findall(rf"function {function}\(", text)) == 1, "two modules have a function of this name"
    (tmp_path / "sw.js").write_text(text, encoding="utf-8")
    done = subprocess.run([NODE, "--check", tmp_path / "sw.js"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_of_the_worker_is_in_it() -> None:
    assert {file.stem for file in offline.SOURCES.glob("*.js")} == set(offline.PARTS)


def test_a_device_gets_what_the_settings_say(real_site: Path) -> None:
    told = json.loads((real_site / urls.APP).read_text(encoding="utf-8"))
    assert (told["lang"], told["dir"], told["display"]) == ("nl", "ltr", "minimal-ui")
    assert (told["start_url"], told["scope"]) == ("./", "./"), "it holds below a path too"
    assert [told[f"{name}_color"] for name in ("background", "theme")] == [PAPER, INK]
    for shown in told["icons"]:
        if shown["sizes"] != "any":
            with Image.open(real_site / shown["src"]) as image:
                assert f"{image.width}x{image.height}" == shown["sizes"]
    assert {(shown["purpose"], shown["sizes"]) for shown in told["icons"]} >= {
        (purpose, f"{size}x{size}") for purpose in ("any", "maskable") for size in (192, 512)
    }


@pytest.mark.parametrize(
    ("name", "short"),
    [("Ruimte", "Ruimte"), ("De kennisbank van elders", "De"), ("Cultuureducatieplatform", "Cultuureduca")],
)
def test_a_long_name_is_made_short(name: str, short: str) -> None:
    told = offline.app(replace(PROJECT, name=name, sentence="Verhalen"), ())
    assert isinstance(told, dict)
    assert (told["name"], told["short_name"], told["description"]) == (name, short, "Verhalen.")


def test_every_page_names_it_and_the_icons_are_no_addresses(real_site: Path) -> None:
    for page in sorted(real_site.glob("*/index.html")):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        if tree.css_first("#rb-inhoud"):  # a page that leads on shows nothing
            assert [node.attributes["href"] for node in tree.css("link[rel=manifest]")] == [f"../{urls.APP}"], page
    listed = (real_site / urls.PUBLISHED).read_text(encoding="utf-8").split()
    assert {f"/{urls.APP}", f"/{urls.WORKER}", f"/{urls.OFFLINE}"} - {f"/{urls.OFFLINE}"} <= set(listed)
    assert not [address for address in listed if "icoon-" in address or address == f"/{urls.VERSION}"]


@pytest.mark.parametrize("size", icon.SIZES)
def test_a_device_may_cut_the_corners_off(size: int) -> None:
    """Of an icon that is maskable a circle of four fifths stays; the same icon has the same bytes."""
    made = icon.png(size, 9, INK, PAPER, maskable=True)
    assert made == icon.png.__wrapped__(size, 9, INK, PAPER, maskable=True)
    with Image.open(io.BytesIO(made)) as image:
        paper = channels(PAPER)
        shown = image.convert("RGB")
        middle, radius = size / 2, size * 0.4
        pixels = shown.load()
        assert pixels is not None
        ink = [(x, y) for x in range(size) for y in range(size) if pixels[x, y] != paper]
    assert len(ink) > size * size / 10
    assert all((x - middle) ** 2 + (y - middle) ** 2 <= radius**2 for x, y in ink)


@pytest.mark.apart
def test_a_build_is_named_after_all_that_is_in_it(real_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(real_site, tmp_path / "site")
    said = json.loads((site / urls.VERSION).read_text())
    shared = assets.of(content())

    def named() -> str:
        (site / urls.VERSION).unlink(missing_ok=True)
        offline.name_build(site, offline.fixed(shared), listing.digests(site, {}))
        return str(json.loads((site / urls.VERSION).read_text())["versie"])

    assert named() == said["versie"], "the same site has the same name"
    page = site / "over" / "privacy" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + " ", encoding="utf-8")
    assert named() != said["versie"]
    page.write_text(text, encoding="utf-8")
    assert named() == said["versie"]
    page.rename(page.with_name("anders.html"))
    assert named() != said["versie"]


def test_a_build_names_all_that_its_pages_share(real_site: Path) -> None:
    said = json.loads((real_site / urls.VERSION).read_text())
    there = {path.relative_to(real_site).as_posix() for path in (real_site / "assets").rglob("*") if path.is_file()}
    shared = {path for path in there if not path.startswith("assets/delen/")}
    folders = tuple(one for one in said["vast"] if one.endswith("/"))
    assert {path for path in shared if not path.startswith(folders)} == set(said["vast"]) - set(folders)
    assert said["scripts"] in folders
    assert (real_site / said["scripts"]).is_dir()
