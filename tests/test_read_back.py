"""Nothing reads back what we wrote ourselves: no script parses a page of ours, and no module looks for words in HTML.

The check of what was built is the exception: it reads every page, to see whether it is right. So are the service worker
and what makes one file of a page: they get it as a browser does.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank import PACKAGE

pytestmark = pytest.mark.apart  # code, whatever the content

READERS = {PACKAGE / "building" / "page.py", PACKAGE / "building" / "quick.py", PACKAGE / "outputs" / "single.py"}
ELEMENTS = (
    "a|article|aside|base|blockquote|body|button|code|dd|details|div|dl|dt|em|figcaption|figure|footer|form|h[1-6]|head"
    "|header|hr|html|img|input|li|link|main|meta|nav|ol|option|p|picture|pre|script|section|select|source|span|strong"
    "|style|summary|svg|table|tbody|td|template|textarea|th|thead|time|title|tr|ul"
)
TAG = re.compile(rf"(?<!\?P)</?\??(?:(?:{ELEMENTS})(?![\w-])|\((?:\?:)?(?:{ELEMENTS}|\\w)|\[\^?a-z|\\w)", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:id|class|href|src|srcset|content|role|popovertarget|data-[a-z-]+|aria-[a-z]+)\\?=\\?[\"']"
)
PARSERS = re.compile(
    r"selectolax|html\.parser|HTMLParser|bs4|BeautifulSoup|lxml|html5lib|fromstring|XMLParser|iterparse"
)
READS = re.compile(
    r"DOMParser|parseFromString|parseHTMLUnsafe|setHTMLUnsafe|createContextualFragment|insertAdjacentHTML|document\.write"
    r"|innerHTML|outerHTML|getHTML|text/html|responseXML|importNode|adoptNode|XMLHttpRequest"
)
ENTITIES = "pages/schrijven/script/markup.js"
"""Parses what somebody types, with each < made harmless, to see what `&colon;` stands for; no page of ours."""
PASTED = "pages/schrijven/script/paste.js"
"""Parses what another program put on the clipboard, which runs and fetches nothing; no page of ours."""
WORKER = {f"parts/offline/worker/{name}.js" for name in ("keeper", "main")}
"""Has of a page nothing but what a host sends: it looks for its title, what it asks for, and whether it may be kept."""
COMMENT = re.compile(r"^\s*(?://|/?\*).*$", re.MULTILINE)


def sought(source: str) -> Iterator[str]:
    """Yield what a module of Python has to look into HTML with: words that stand in tags only, and parsers."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in said:
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            if TAG.search(text) or ATTRIBUTE.search(text):
                yield text
        elif isinstance(node, ast.Import | ast.ImportFrom | ast.Attribute) and PARSERS.search(ast.unparse(node)):
            yield ast.unparse(node)


def parsed(script: str) -> list[str]:
    """Return what a script has to make elements of text with, or to read text out of them as HTML."""
    code = COMMENT.sub("", script)
    return READS.findall(code) + (["text()"] if "fetch(" in code and ".text()" in code else [])


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_module_looks_into_html(file: Path) -> None:
    found = set(sought(file.read_text(encoding="utf-8")))
    if file in READERS:
        assert found, "this is where pages are read"
    else:
        assert found == set()


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.js")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_script_reads_html(file: Path) -> None:
    name = file.relative_to(PACKAGE).as_posix()
    if "derden" in file.parts:
        pytest.skip("of others")
    script = file.read_text(encoding="utf-8")
    expected = {
        ENTITIES: ["DOMParser", "parseFromString", "text/html"],
        PASTED: ["text/html", "DOMParser", "parseFromString", "text/html"],
    }.get(name, ["text()"] * (name in WORKER))
    assert parsed(script) == expected
    assert name != ENTITIES or "fetch(" not in script


@pytest.mark.parametrize(
    "source",
    [
        """P = re.compile(r'<figure class="rb-beeld" data-bestand="([^"]+)"')""",
        """P = re.compile(r'popovertarget="rb-begrip-([a-z0-9-]+)"')""",
        """P = re.compile(r'<[a-z][^>]* id="([^"]+)"')""",
        """P = re.compile(rb"<(h1|h2)>")""",
        """P = re.compile(r"</?(?:p|div)")""",
        """P = re.compile(r"<(\\w+)")""",
        """P = re.compile(f"<{name}>(.*?)</{name}><span")""",
        """x = html.split("<h2")[1]""",
        """x = 'class="rb-beeld' in html""",
        "from html.parser import HTMLParser",
        "import lxml.html",
        "x = ElementTree.fromstring(html)",
    ],
)
def test_what_looks_into_html_is_seen(source: str) -> None:
    assert list(sought(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""A module that says `<figure class="x">`."""',
        """P = re.compile(r"<(?!https?://[^\\s<>]+>)(?:/?[A-Za-z][^\\s<>]{0,40}|[!?][^\\s<>]{0,10})")""",
        """P = re.compile(r"(?<=[a-z])(?<!href)(?P<title>x)(<[^<>]*>)")""",
        """P = re.compile(rf"<!-- {name}: [^>]* -->")""",
        """P = re.compile(r"(?:on[a-z]+|style|href|src)\\s*=")""",
        """say("add article='de' or one=... to <naam>.md, <block end>")""",
        """x = SubElement(picture, "img", {"class": "rb-beeld"})""",
        """x = 1 if a<b else "a < b"\nfrom xml.etree.ElementTree import Element""",
    ],
)
def test_what_does_not_is_left_alone(source: str) -> None:
    assert list(sought(source)) == []


@pytest.mark.parametrize(
    "script",
    [
        "const p = new DOMParser().parseFromString(await antwoord.text(), 'text/html');",
        "const tekst = element.innerHTML;",
        "const pagina = await (await fetch(adres)).text();",
        "sjabloon.setHTMLUnsafe(tekst)",
        "const kopie = document.importNode(deel, true);",
    ],
)
def test_a_script_that_reads_html_is_seen(script: str) -> None:
    assert parsed(script)


@pytest.mark.parametrize(
    "script",
    [
        "// No innerHTML here.\n/**\n * Nor a DOMParser.\n */\nconst x = await antwoord.json();",
        "const tekst = await bestand.text();",
        "const x = (await fetch(adres)).json(); const y = element.textContent;",
    ],
)
def test_a_script_that_does_not_is_left_alone(script: str) -> None:
    assert parsed(script) == []
