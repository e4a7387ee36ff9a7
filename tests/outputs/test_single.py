"""A page as one file: what it would fetch stands in it, and its links lead to where there is something."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.outputs import single
from kennisbank.outputs.single import Around
from kennisbank.parts import assets

pytestmark = pytest.mark.apart  # pages of its own

ADDRESS = "verhalen/op-pad/"
FILES: Mapping[str, bytes] = {
    "assets/site.css": b'@font-face { src: url("fonts/letter.woff2") } main { background: url(#patroon) }',
    "assets/zonder-script.css": b".rb-met-script { display: none }",
    "assets/fonts/letter.woff2": b"letter",
    "assets/favicon.svg": b"<svg/>",
    "verhalen/op-pad/kastje.jpg": b"jpeg",
}
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="../../assets/favicon.svg">
<link rel="manifest" href="../../manifest.webmanifest">
<link rel="preload" as="font" href="../../assets/fonts/letter.woff2">
<link rel="stylesheet" href="../../assets/site.css">
<noscript><link rel="stylesheet" href="../../assets/zonder-script.css"></noscript>
<script type="module" src="../../assets/main.js"></script><title>Op pad</title></head>
<body><a href="#rb-inhoud">Naar de inhoud</a><main><div id="rb-inhoud"><h1>Op  <em>pad</em></h1>
<picture><source srcset="kastje.webp 655w" sizes="90vw">
<img src="kastje.jpg" srcset="kastje.jpg 2x" alt="Kastje"></picture>
{} <noscript><p>Zonder script</p></noscript><template><img src="niets.png"></template></div></main></body></html>
"""


def made(body: str = "", site: str = "", **names: str) -> LexborHTMLParser:
    around = Around(names or {"werkvormen/dobbelen/": "dobbelen.html"}, site, "index.html")
    html = single.single(PAGE.replace("{}", body), ADDRESS, FILES.__getitem__, around, assets.read())
    return LexborHTMLParser(html)


def data(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def test_all_that_a_page_fetches_stands_in_it() -> None:
    page = made()
    assert [node.attributes.get("src") for node in page.css("img")] == [data(b"jpeg", "image/jpeg")]
    assert [node.attributes.get("href") for node in page.css("link")] == [data(b"<svg/>", "image/svg+xml")]
    assert not page.css("script, source, template, noscript, [srcset], [sizes]")
    (style,) = page.css("style")
    text = style.text()
    assert f'url("{data(b"letter", "font/woff2")}")' in text and "url(#patroon)" in text
    assert text.index("@font-face") < text.index(".rb-met-script") < text.index("a:not([href],[class])")
    assert "Zonder script" in page.css_first("main").text()


def test_the_page_itself_forbids_what_it_would_still_ask_for() -> None:
    """Before anything that could ask for it; the encoding stands in the first bytes all the same."""
    first, second = made().css("head > *")[:2]
    assert first.attributes == {"charset": "utf-8"}
    assert second.attributes["http-equiv"] == "Content-Security-Policy"
    assert str(second.attributes["content"]).startswith("default-src 'none'; img-src data:; font-src data:;")


@pytest.mark.parametrize(
    ("target", "without", "online"),
    [
        ("../../werkvormen/dobbelen/", "dobbelen.html", "dobbelen.html"),
        ("../../werkvormen/dobbelen/#stappen", "dobbelen.html#stappen", "dobbelen.html#stappen"),
        ("../../werkvormen/", None, "https://kennis.nl/ruimte/werkvormen/"),
        ("../../", None, "https://kennis.nl/ruimte/"),
        ("..", None, "https://kennis.nl/ruimte/verhalen/"),
        ("../../../../../etc/", None, "https://kennis.nl/ruimte/etc/"),
        ("../../uitdelen/?verhaal=op-pad#x", None, "https://kennis.nl/ruimte/uitdelen/?verhaal=op-pad#x"),
        ("gegevens.json", None, "https://kennis.nl/ruimte/verhalen/op-pad/gegevens.json"),
        ("#lastig", "#lastig", "#lastig"),
        ("../op-pad/#lastig", "#lastig", "#lastig"),
        ("./", "#", "#"),
        ("https://elders.nl/x", "https://elders.nl/x", "https://elders.nl/x"),
        ("//elders.nl/x", "//elders.nl/x", "//elders.nl/x"),
        ("mailto:wie@voorbeeld.nl", "mailto:wie@voorbeeld.nl", "mailto:wie@voorbeeld.nl"),
    ],
)
def test_a_link_leads_to_a_file_to_the_site_of_now_or_is_words(target: str, without: str | None, online: str) -> None:
    body = f'<p><a href="{target}">daar</a></p>'
    for site, wanted in (("", without), ("https://kennis.nl/ruimte/", online)):
        link = made(body, site).css_first("p > a:not([href='index.html'])")
        assert (link.text(), link.attributes.get("href")) == ("daar", wanted)


def test_a_form_that_leads_nowhere_cannot_be_filled_in() -> None:
    body = '<form action="../../zoeken/"><input name="q"></form>'
    form = made(body).css_first("form")
    assert ("inert" in form.attributes, "action" in form.attributes) == (True, False)
    assert made(body, "https://kennis.nl/").css_first("form").attributes == {"action": "https://kennis.nl/zoeken/"}


def test_it_says_above_the_page_what_it_is() -> None:
    for site, words in (("", "links naar andere pagina's ook niet"), ("https://kennis.nl/", "zoals die nu is")):
        first, second = made(site=site).css("main > *")
        assert "Zo komt deze pagina eruit te zien." in first.text() and words in first.text()
        assert first.css_first("a").attributes["href"] == "index.html"
        assert second.attributes["id"] == "rb-inhoud"


def test_what_stands_above_a_page_is_its_title() -> None:
    assert single.title(PAGE) == "Op pad"
    assert single.title("<p>niets</p>") == ""


def test_every_kind_of_file_that_the_site_makes_is_known() -> None:
    fetched = {PurePosixPath(address).suffix for address in assets.read().written()} - {".css", ".js", ".txt"}
    assert fetched <= single.TYPES.keys()
