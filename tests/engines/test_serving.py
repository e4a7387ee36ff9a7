"""The preview (`ruimte serve`) shows a style sheet that was changed on the page, a moment later."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.newcomer.copy_support import copied, ruimte
from tests.site_support import QUIET

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference
PATIENCE = 60
SHEET = "kennisbank/parts/kop/style.css"


@pytest.fixture(name="fetch")
def fixture_fetch(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Serve a copy of the project in `tmp_path`; return a function that fetches a page of it, or nothing yet."""
    root = copied(tmp_path)
    ruimte(root, "papers")  # they name the address of a copy, and the preview says what is behind
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kennisbank", "serve", "--adres", f"127.0.0.1:{port}"]
    environment = QUIET | {"PYTHONPATH": str(root)}
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:

        def fetch(path: str) -> str:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
                    text: str = answer.read().decode()
                    return text
            except (urllib.error.URLError, ConnectionError):
                return ""

        yield fetch
        server.terminate()


def test_a_changed_style_sheet_is_on_the_page_a_moment_later(tmp_path: Path, fetch: Callable[[str], str]) -> None:
    def styles() -> str:
        named = re.search(r'rel="stylesheet" href="\./(assets/site-[^"]+)"', fetch(""))
        return fetch(named[1]) if named else ""

    def waited(words: str) -> bool:
        until = time.monotonic() + PATIENCE
        while words not in styles() and time.monotonic() < until:
            time.sleep(0.2)
        return words in styles()

    assert waited("@font-face")
    sheet = tmp_path / SHEET
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}\n.rb-proef {{\n  color: red;\n}}\n", encoding="utf-8")
    left = tmp_path / "docs/over/colofon.md~"
    left.write_text("een oude versie", encoding="utf-8")
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("color: red", "color: tan"), encoding="utf-8")
    assert waited(".rb-proef{color:tan}")
    assert fetch("over/colofon/") and not fetch("over/colofon.md~"), "what an editor leaves is not shown"


def test_a_page_says_what_is_wrong_with_its_text_until_it_is_mended(
    tmp_path: Path, fetch: Callable[[str], str]
) -> None:
    """The page stays as it was, and says so; other pages say that it is not theirs."""

    def waited(path: str, words: str, *, there: bool = True) -> str:
        until = time.monotonic() + PATIENCE
        while not (page := fetch(path)) or (words in page) != there:
            assert time.monotonic() < until, (path, words, page[:2000])
            time.sleep(0.2)
        return page

    story = min(set((tmp_path / "stories").glob("*.md")) - {tmp_path / "stories" / "README.md"})
    text = story.read_text(encoding="utf-8")
    page = f"verhalen/{story.stem}/"
    wrong = text + "\nTODO: nog afmaken\n"
    line = wrong.rstrip().count("\n") + 1
    waited("", "Ruimte")
    story.write_text(wrong, encoding="utf-8")
    said = waited(page, "Deze pagina toont niet wat je schreef")
    assert f"<code>stories/{story.name}</code>, regel {line}:" in said
    assert "moet nog gebeuren" in said
    assert "<p>TODO" not in said
    assert "In de tekst van een andere pagina is iets mis" in fetch("")
    story.write_text(text, encoding="utf-8")
    waited(page, "Deze pagina toont niet", there=False)
