"""What a page makes a browser fetch: few files, few bytes, and names that change with what they hold."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

SHEETS, FILES, KB = 3, 12, 90
"""At most: style sheets of any page; files of a story's page, pictures aside; and kB of its first view."""
IMPORTS = re.compile(r'(?m)(?:^|;)(?:import(?!\()|export)\b[^;]*?"(\.\.?/[^"]+)"')
FOLDERS = r"(?:js|fonts|tekeningen)-[0-9a-f]{10}/.+"
SHARED = rf"[a-z-]+-[0-9a-f]{{10}}\.css|icoon-[a-z0-9-]+-[0-9a-f]{{10}}\.png|{FOLDERS}|favicon\.svg"
HASHED = re.compile(rf"^assets/(?:{SHARED})$")


def asked(site: Path, page: Path) -> Iterator[str]:
    """Yield what a page asks for, below the site: itself, what it links, and what its scripts import."""
    own = page.relative_to(site).as_posix()
    yield own
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    found = [node.attributes["href"] or "" for node in tree.css("link[rel=stylesheet], link[rel=icon], link[as=font]")]
    found += [node.attributes["src"] or "" for node in tree.css("script[src]")]
    found += [node.attributes["href"] or "" for node in tree.css("link[rel=modulepreload]")]
    todo = [posixpath.normpath(urljoin(f"/{own}", name)).lstrip("/") for name in found]
    seen: list[str] = []
    while todo:
        name = todo.pop(0)
        if name not in seen:
            seen.append(name)
            if name.endswith(".js"):
                todo += [urljoin(name, other) for other in IMPORTS.findall((site / name).read_text(encoding="utf-8"))]
    yield from seen


def weight(file: Path) -> int:
    """Return how many bytes travel: text as a host compresses it."""
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 6))


def stories(site: Path) -> list[Path]:
    found = [page for page in (site / "verhalen").glob("*/index.html") if (page.parent / "gegevens.json").exists()]
    assert len(found) > 5
    return found


def test_no_page_asks_for_many_style_sheets(real_site: Path) -> None:
    for page in real_site.rglob("*.html"):
        named = LexborHTMLParser(page.read_text(encoding="utf-8")).css("link[rel=stylesheet]")
        assert 1 <= len(named) <= SHEETS, page


def test_a_story_asks_for_few_files_and_few_bytes(real_site: Path) -> None:
    for page in stories(real_site):
        files = list(asked(real_site, page))
        assert any(name.endswith("/parts/bewaren/script/kept.js") for name in files), "what scripts import counts too"
        assert len(files) <= FILES, files
        assert sum(weight(real_site / name) for name in files) <= KB * 1024, page


def test_all_that_pages_share_has_a_name_that_changes_with_it(real_site: Path) -> None:
    """So a host may let browsers keep it for a year; nothing is published that no page can ask for."""
    shared = {name.as_posix() for path in (real_site / "assets").rglob("*") if path.is_file()
              for name in [path.relative_to(real_site)] if "delen" not in name.parts}  # fmt: skip
    assert [name for name in shared if not HASHED.match(name)] == []
    used = {name for page in real_site.rglob("*.html") for name in asked(real_site, page)}
    assert {name for name in shared if name.endswith(".css")} <= used
    assert {name for name in used if name.startswith("assets/")} <= shared
    assert sum(name.endswith(".css") and "/site-" in name for name in shared) == 1
