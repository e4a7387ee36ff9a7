"""The first proposal of an adviser, as the guide tells it: sent in, red, mended, looked at, merged, and withdrawn."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kennisbank import PROJECT
from tests.newcomer.copy_support import copied, ruimte
from tests.newcomer.forge_support import DOWNLOAD, Forge, git
from tests.test_guide import TEXTS, blocks

pytestmark = pytest.mark.apart  # it takes long, and no other text of the project makes a difference

STORY, FAULT = blocks(TEXTS["eerste-voorstel"])
SLUG = "voorbeeld-van-een-voorstel"
PATH = f"stories/{SLUG}.md"
TITLE = "Een verzonnen voorbeeld van een voorstel"
WORD = "zonnebloemtrommel"
"""A word of the story that stands nowhere else: the guide has the rest of it."""
MORE = ("requirements.lock", "pyproject.toml", ".gitignore", ".python-version")
GREEN = ["Controleer de inhoud", "Bouw de site", "Maak van wat anders wordt losse pagina's", "Bewaar het voorbeeld",
         "Zeg waar het voorbeeld staat"]  # fmt: skip


def begun(folder: Path) -> Path:
    """Return the project as its team has it: in git, with one commit."""
    root = folder / "begin"
    root.mkdir()
    copied(root)
    for name in MORE:
        shutil.copy(PROJECT / name, root)
    ruimte(root, "papers")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "begin")
    return root


def holding(folder: Path, words: str) -> list[str]:
    """Return the files of a site in which words stand."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in files if words.encode() in file.read_bytes())


def test_from_start_to_end(tmp_path: Path) -> None:
    forge = Forge(tmp_path, begun(tmp_path))
    story = f"{STORY}\nEen kind speelde er op een {WORD}.\n"
    copy = forge.fork()
    (copy / PATH).write_text(story, encoding="utf-8")
    red = forge.propose(copy)
    assert red.failed == "Controleer de inhoud", red.said
    assert red.outputs["code"] == "nee"
    line = story.splitlines().index("regio: noord groningen") + 1
    assert re.search(rf"::error file={PATH},line={line},.*{re.escape(FAULT.strip())}", red.said), red.said
    assert "1 probleem gevonden" in red.summary and red.artifact is None

    (copy / PATH).write_text(story.replace("noord groningen", "noord-groningen"), encoding="utf-8")
    green = forge.propose(copy)
    assert (green.failed, green.done[-len(GREEN) :]) == ("", GREEN), green.said
    assert "Geen problemen gevonden" in green.summary
    assert f"({DOWNLOAD})" in green.summary and f"(`verhalen--{SLUG}.html`)" in green.summary
    assert green.artifact
    looked = (green.artifact / f"verhalen--{SLUG}.html").read_text(encoding="utf-8")
    assert TITLE in looked and WORD in looked and "Zo komt deze pagina eruit te zien." in looked
    assert f'href="verhalen--{SLUG}.html"' in (green.artifact / "index.html").read_text(encoding="utf-8")
    assert (green.artifact / "site" / "verhalen" / SLUG / "index.html").exists()

    built, online = forge.merge()
    assert (built.failed, online.failed) == ("", ""), built.said
    assert "dit is de eerste keer" in built.said
    page = forge.online / "verhalen" / SLUG / "index.html"
    assert WORD in page.read_text(encoding="utf-8")
    assert len(holding(forge.online, WORD)) > 1

    copy = forge.fork()
    with (copy / "ingetrokken.txt").open("a", encoding="utf-8") as file:
        file.write(f"{SLUG}\n")
    (copy / PATH).unlink()
    gone = forge.propose(copy)
    assert (gone.failed, gone.artifact is None) == ("", False), gone.said
    assert f"(`verhalen--{SLUG}.html`)" in gone.summary and "ingetrokken" in gone.summary

    built, online = forge.merge()
    assert (built.failed, online.failed) == ("", ""), built.said
    assert re.search(r"staan nu \d+ verhalen", built.said), "it compares with what is online"
    assert "ingetrokken" in page.read_text(encoding="utf-8")
    assert holding(forge.online, WORD) == []
