"""The site asks nothing of others and keeps no cookie, on whatever page: every file that was built is read."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.parts import assets, bundles
from tests.site_support import SCRIPTS

PACKAGE = PROJECT / "kennisbank"
FETCHED = {
    "src": "[src]",
    "srcset": "[srcset]",
    "poster": "[poster]",
    "data": "object[data]",
    "ping": "[ping]",
    "background": "[background]",
}
"""Attributes of which a browser fetches the address without being asked; links of `<link>` are judged by their kind."""
NAMED_ONLY = {"canonical", "alternate", "license", "prev", "next"}
"""Kinds of `<link>` that name an address and make no browser fetch it."""
KEPT = re.compile(r"document\.cookie|cookieStore|indexedDB|sessionStorage|caches\b|serviceWorker")
OFFLINE = {"sw.js": {"caches"}, "parts/offline/script/worker.js": {"serviceWorker"}}
"""The worker keeps what was opened, and one script of the pages knows the worker: the privacy page says what of."""
SENT = re.compile(r"sendBeacon|WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection")
PRIVACY = (PROJECT / "docs" / "over" / "privacy.md").read_text(encoding="utf-8")
NEEDS = {
    "zoeken": "Zoeken",
    "bewaren": "bewaren",
    "selectie": "bewaren",
    "uitdelen": "een uitdeelblad of een programma maken",
    "sessie": "een uitdeelblad of een programma maken",
    "nu": "een programma volgen",
    "lezen": "een programma volgen",
    "kaarten": "kaarten trekken",
    "schrijven": "de formulieren",
    "offline": "offline lezen",
    "ingesloten": "een selectie op de site van een ander",
}
"""What the privacy page calls that which needs a script, by the component or the kind of page whose script does it."""
WITHOUT = {"home", "afdrukken", "werkvormen", "kop", "insluiten"}
"""Scripts of pages that do all they promise without.

One changes where links lead, one shows a button that does what the menu of every browser does, one leaves of a list,
which says all that is chosen by, what fits, one closes a menu that opens and closes by itself, and one copies what
anybody can select.
"""


def elsewhere(address: str) -> bool:
    return bool(urlsplit(address.strip()).netloc)


def fetched(html: str) -> list[str]:
    """Return what a page makes a browser fetch from another site, or send to one."""
    tree = LexborHTMLParser(html)
    found = []
    for attribute, selector in FETCHED.items():
        for node in tree.css(selector):
            value = node.attributes.get(attribute) or ""
            parts = [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]
            found += [f"{attribute}={part}" for part in parts if elsewhere(part)]
    for node in tree.css("link[href]"):
        kinds = set((node.attributes.get("rel") or "").split())
        if elsewhere(node.attributes.get("href") or "") and not kinds <= NAMED_ONLY:
            found.append(node.html or "")
    found += [
        f"form: {node.attributes.get('action')}"
        for node in tree.css("form[action]")
        if elsewhere(node.attributes.get("action") or "")
    ]
    found += [
        node.html or ""
        for node in tree.css("iframe, embed, base[href], meta[http-equiv=refresh]")
        if elsewhere(
            re.sub(
                r"^\d+;\s*url=",
                "",
                node.attributes.get("content") or node.attributes.get("src") or node.attributes.get("href") or "",
            )
        )
    ]
    return found + re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*", html)


def test_no_page_fetches_anything_from_elsewhere(real_site: Path) -> None:
    faults = {}
    for page in sorted(real_site.rglob("*.html")):
        if found := fetched(page.read_text(encoding="utf-8")):
            faults[page.relative_to(real_site).as_posix()] = found
    assert faults == {}


@pytest.mark.parametrize(
    "html",
    [
        '<img src="//elders.example/a.png">',
        '<img srcset="a.png 1x, https://elders.example/a.png 2x">',
        '<link rel="preconnect" href="https://elders.example">',
        '<link rel="canonical stylesheet" href="https://elders.example/a.css">',
        '<script src="https://elders.example/a.js"></script>',
        '<form action="https://elders.example/"></form>',
        '<iframe src="https://elders.example/"></iframe>',
        '<meta http-equiv="refresh" content="0; url=https://elders.example/">',
        '<p style="background: url(https://elders.example/a.png)">',
    ],
)
def test_what_is_fetched_from_elsewhere_is_seen(html: str) -> None:
    assert fetched(f"<!doctype html><html><body>{html}</body></html>") != []


def test_no_style_sheet_fetches_anything_from_elsewhere(real_site: Path) -> None:
    sheets = sorted(real_site.rglob("*.css"))
    assert len(sheets) > 5
    for sheet in sheets:
        assert (
            re.findall(r"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//", sheet.read_text(encoding="utf-8")) == []
        ), sheet


def test_no_script_keeps_a_cookie_or_reports_to_anybody(real_site: Path) -> None:
    scripts = sorted(real_site.rglob("*.js"))
    assert len(scripts) > 20
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        name = script.relative_to(real_site).as_posix().removeprefix(SCRIPTS)
        if name in joined(real_site):  # what it is made of is judged by itself
            assert set(KEPT.findall(text)) <= set().union(*OFFLINE.values()), script
        else:
            assert set(KEPT.findall(text)) == OFFLINE.get(name, set()), script
        assert SENT.findall(text) == [], script
    for page in real_site.rglob("*.html"):
        assert not re.search(r"<script(?![^>]*(?:src=|application/(?:ld\+)?json))", page.read_text(encoding="utf-8")), (
            page
        )


def joined(site: Path) -> set[str]:
    """Return the files in which the scripts of a page are joined: they lie beside the folders of the modules."""
    return {path.name for path in (site / SCRIPTS).glob("*.js")}


def scripts_with(site: Path, pattern: str) -> set[str]:
    """Return the scripts of a site in which this stands, those of others as well, and not what is joined of them."""
    found = {
        path.relative_to(site).as_posix().removeprefix(SCRIPTS)
        for path in site.rglob("*.js")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }
    return found - joined(site)


def test_only_the_selection_and_the_forms_keep_anything(real_site: Path) -> None:
    """Two scripts touch the store, and three use the first; whatever keeps more must be named on the privacy page."""
    assert scripts_with(real_site, r"localStorage") == {"parts/script/store.js", "parts/bewaren/script/kept.js"}
    assert scripts_with(real_site, r"from *[\"'][^\"']*store\.js") == {
        "pages/selectie/script/main.js", "pages/schrijven/script/saving.js", "pages/nu/script/main.js",
    }  # fmt: skip
    assert "**Bewaren gebeurt bij jou.**" in PRIVACY
    assert "**Schrijven gebeurt bij jou.**" in PRIVACY
    assert "**Offline lezen gebeurt bij jou.**" in PRIVACY


def test_privacy_names_all_that_needs_a_script() -> None:
    used = {file.parent.parent.name for file in PACKAGE.glob(f"*/*/{assets.SCRIPT}/{bundles.MAIN}")}
    assert used == set(NEEDS) | WITHOUT, "a new script: does the page do all it promises without it?"
    sentence = next(line for line in PRIVACY.splitlines() if "hebben JavaScript nodig" in line)
    assert [words for words in NEEDS.values() if words not in sentence] == []


def test_a_page_that_needs_a_script_says_so_and_leads_on() -> None:
    for name in NEEDS.keys() - {"bewaren"}:  # the button to keep a page is hidden until its script runs
        said = re.search(
            r"<noscript>(.*?)</noscript>", (PACKAGE / "pages" / name / "template.html").read_text(), re.DOTALL
        )
        assert said, f"{name} says nothing to who has no script"
        assert "JavaScript" in said[1], name
        assert re.search(r"<a href=", said[1]), f"{name} leads nowhere without a script"
