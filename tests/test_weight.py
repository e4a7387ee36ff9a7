"""What a page makes a browser fetch: few files, few bytes, and names that change with what they hold."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

SHEETS, FILES, KB = 3, 8, 91
"""At most: style sheets of any page; files of a story's page, pictures aside; and kB of its first view."""
SCRIPTS = 3
"""At most: scripts of any page, what others made among them; the finder has one that comes before its own."""
WAITED, BEFORE = 4, 30
"""At most: files that the first picture of a page waits for, itself among them, and their kB (but for lists of all)."""
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
        assert any(name.endswith(".js") for name in files), "what scripts import counts too"
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


def waited_for(site: Path, page: Path) -> list[str]:
    """Return what a page waits for before it is seen: itself, its sheets, and a script that is no module."""
    own = page.relative_to(site).as_posix()
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    found = [node.attributes["href"] or "" for node in tree.css("head > link[rel=stylesheet]")]
    found += [node.attributes["src"] or "" for node in tree.css("head > script[src]:not([type=module])")]
    return [own, *(posixpath.normpath(urljoin(f"/{own}", name)).lstrip("/") for name in found)]


def test_no_page_asks_for_many_scripts(real_site: Path) -> None:
    """A browser fetches six files at a time: each six more cost a round trip, which is long on a phone."""
    most = max(
        (sum(name.endswith(".js") for name in asked(real_site, page)), page) for page in real_site.rglob("*.html")
    )
    assert 1 <= most[0] <= SCRIPTS, most


def test_the_first_picture_of_a_page_waits_for_little(real_site: Path) -> None:
    for page in [real_site / "index.html", real_site / "zoeken" / "index.html", *stories(real_site)]:
        files = waited_for(real_site, page)
        assert 2 <= len(files) <= WAITED, files
        assert sum(weight(real_site / name) for name in files) <= BEFORE * 1000, files


def test_a_sheet_comes_before_the_letters(real_site: Path) -> None:
    """What is fetched at the same time shares the line: letters, which can come later, make a page wait."""
    for page in stories(real_site):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        letters = re.findall(r'<link rel="preload" as="font"[^>]*>', head)
        assert letters and all('fetchpriority="low"' in one for one in letters)
        assert head.index('rel="stylesheet"') < head.index('as="font"')
