"""Where a picture comes to stand in a text, and what stays of the text around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model.made import Made, Variant
from kennisbank.model.records import Beeld
from kennisbank.parts.figures import address, view
from kennisbank.parts.told import Told
from tests.support import vocabularies

TERM = vocabularies()["licentie"].by_slug


def made(width: int, height: int, fallback: str = "jpg", *widths: int) -> Made:
    variants = [Variant("avif", step, step * height // width, Path("x")) for step in widths or (width,)]
    return Made(Variant(fallback, width, height, Path("x")), tuple(variants))


def beeld(name: str, **fields: Any) -> Beeld:
    given = {"alt": "Wat er te zien is", "maker": "Voorbeeldmuseum", "licentie": "cc-by", "toestemming": True}
    return Beeld(bestand=name, **{**given, **fields})


def html(text: str, uri: str = "stories/x/index.md", told: Told | None = None, **options: Any) -> str:
    path = f"{uri.rpartition('/')[0]}/k.jpg"
    shown = view(beeld("k.jpg", **options), made(960, 720, "jpg", 480, 960), path, TERM["cc-by"])
    own = {"kennisbank.parts.figures": {"beelden": {path: shown}, "uri": uri, "wortel": "../../", "told": told}}
    return markdown.markdown(text, extensions=["tables", "def_list", "kennisbank.parts.figures"], extension_configs=own)


def outline(made_html: str) -> str:
    """Return the elements of a text with their words, and a figure as just that."""
    tree = LexborHTMLParser(f"<body>{made_html}</body>")
    for node in tree.css("figure"):
        inside = node.css_first("a > picture, strong > picture")
        node.replace_with("FIGURE-IN-A-LINK" if inside else "FIGURE")
    return " ".join((tree.body.inner_html or "").split())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![](k.jpg)", "FIGURE"),
        ("Voor ![](k.jpg) na *en* zo.", "<p>Voor </p>FIGURE<p>na <em>en</em> zo.</p>"),
        ("![](k.jpg)\n![](k.jpg)", "FIGUREFIGURE"),
        ("Voor\n![](k.jpg)\n![](k.jpg)\nna.", "<p>Voor </p>FIGUREFIGURE<p>na.</p>"),
        ("[![](k.jpg)](y.md)", "FIGURE-IN-A-LINK"),
        ("Voor **![](k.jpg)** na.", "<p>Voor </p>FIGURE-IN-A-LINK<p>na.</p>"),
        ("- een\n- ![](k.jpg)", "<ul> <li>een</li> <li>FIGURE</li> </ul>"),
        ("- een ![](k.jpg) twee", "<ul> <li>een FIGURE twee</li> </ul>"),
        ("- een\n\n    ![](k.jpg)\n\n- twee", "<ul> <li> <p>een</p> FIGURE </li> <li> <p>twee</p> </li> </ul>"),
        ("> ![](k.jpg)", "<blockquote> FIGURE </blockquote>"),
        ("## Een ![](k.jpg) kop", "<h2>Een kop</h2>FIGURE"),
        ("## ![](k.jpg)\n\nTekst.", "FIGURE <p>Tekst.</p>"),
        ("Woord\n:   ![](k.jpg)", "<dl> <dt>Woord</dt> <dd>FIGURE</dd> </dl>"),
        ("![][k]\n\n[k]: k.jpg", "FIGURE"),
        ("![](/stories/x/k.jpg) ![](./k.jpg) ![](%6B.jpg)", "FIGUREFIGUREFIGURE"),
        ("`![](k.jpg)`", "<p><code>![](k.jpg)</code></p>"),
        ("Zonder beeld.", "<p>Zonder beeld.</p>"),
    ],
)
def test_a_figure_stands_where_a_figure_can(text: str, expected: str) -> None:
    assert outline(html(text)) == expected


def test_in_a_table_it_stays_in_its_cell() -> None:
    tree = LexborHTMLParser(html("| a | b |\n|---|---|\n| ![](k.jpg) | tekst |\n"))
    assert [node.parent.tag for node in tree.css("figure")] == ["td"]  # type: ignore[union-attr]


def test_words_of_the_text_win_from_those_of_the_front_matter() -> None:
    tree = LexborHTMLParser(html('![](k.jpg) ![Hier](k.jpg "Zo")', bijschrift="Van de kop"))
    assert [node.attributes["alt"] for node in tree.css("img")] == ["Wat er te zien is", "Hier"]
    assert [node.text() for node in tree.css(".rb-beeld__bijschrift")] == ["Van de kop", "Zo"]


def test_markup_in_a_field_is_text() -> None:
    text = html("![](k.jpg)", maker="<b>M</b>", bijschrift='"><script>', alt='" onerror="x')
    assert "<b>" not in text and "<script>" not in text
    assert LexborHTMLParser(text).css_first("img").attributes["alt"] == '" onerror="x'


def test_a_picture_that_is_not_of_the_page_is_left_alone() -> None:
    assert html("![alt](ander.jpg)") == '<p><img alt="alt" src="ander.jpg" /></p>'


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("![](k.jpg)", {"k.jpg"}),
        ("- een\n- **![](k.jpg)**", {"k.jpg"}),
        ("![](ander.jpg) en k.jpg", set()),
        ("`![](k.jpg)`", set()),
    ],
)
def test_what_is_placed_is_told(text: str, placed: set[str]) -> None:
    told = Told()
    html(text, told=told)
    assert told.placed == placed


@pytest.mark.parametrize(
    ("path", "fallback", "expected"),
    [
        ("stories/x/k.jpg", "jpg", "verhalen/x/k.jpg"),
        ("stories/x/k.jpeg", "jpg", "verhalen/x/k.jpeg"),
        ("stories/x/k.png", "png", "verhalen/x/k.png"),
        ("stories/x/k.png", "jpg", "verhalen/x/k.jpg"),
        ("werkvormen/x/k.webp", "jpg", "werkvormen/x/k.jpg"),
        ("docs/over/k.avif", "png", "over/k.png"),
        ("docs/k.jpg", "jpg", "k.jpg"),
    ],
)
def test_a_picture_keeps_its_name_where_it_can(path: str, fallback: str, expected: str) -> None:
    assert address(path, made(4, 3, fallback)) == expected


@pytest.mark.parametrize(("width", "height", "size"), [(960, 720, 42), (960, 1920, 20), (320, 240, 20), (960, 100, 42)])
def test_a_browser_is_told_how_wide_it_will_be(width: int, height: int, size: int) -> None:
    """At most the column of the text, 40 rem high, or its own width."""
    shown = view(beeld("k.jpg"), made(width, height), "docs/k.jpg", TERM["cc0"])
    assert shown.maat == f"min(92vw, {size}rem)"
