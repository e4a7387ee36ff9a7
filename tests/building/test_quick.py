"""The quick reading of a page says what a browser would, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kennisbank.building import quick
from kennisbank.building.page import Page, parsed

PAGE = (
    '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>Een</title>\n'
    '<link rel="stylesheet" href="../../a.css">\n<noscript><link rel="icon" href="b.svg"></noscript>\n'
    '<script type="module" src="/kb/c.js"></script>\n</head>\n<body>\n<a id="teller" href="#in">'
    '<svg><path d="M0"/></svg> <span>x</span></a>\n<main class="m" id="in">\n<h1>Twee &amp; drie</h1>\n{}</main>\n'
    '<footer><a href="../../zoeken/?a=1&amp;b=2#c">x</a></footer></body>\n</html>\n'
)
PIECES = (
    "woorden &amp; meer &copy;",
    '<p class="id">',
    "</p>",
    '<a href="../../b/#c">',
    '<a href="d.json?x">',
    '<a id="e" href="#f">',
    '<a href="https://elders.example/">',
    "</a>",
    '<b id="g">',
    "</b>",
    "<div>",
    '<div id="h" data-x=" id=">',
    "</div>",
    '<img src="i.png" alt="" width="1" height="2">',
    '<img srcset="i.png 1w, j.png 2w" src="../../i.png" alt width="1" height="2"/>',
    '<svg viewBox="0 0 1 1"><path id="k"/></svg>',
    "<svg>",
    "</svg>",
    "<title>l</title>",
    "<h1>m</h1>",
    '<form id="n">',
    "</form>",
    "<table><tr>",
    '<td id="o">',
    "</table>",
    "<select>",
    '<option id="p">',
    "</select>",
    '<button id="q" disabled>',
    "</button>",
    "<!--",
    "-->",
    "<template>",
    "</template>",
    "<textarea>",
    "</textarea>",
    "<script>",
    "</script>",
    "<noscript>",
    "</noscript>",
    "<style>",
    "</style>",
    "</body>",
    "</main>",
    "<main>",
    '<body id="r">',
    "<head>",
    '"',
    "'",
    ">",
    "<",
    "=",
    "/",
    "\0",
    "\r",
    '</p x="',
    ' id="s"',
    " id=t",
    "<p ID='u'>",
    '<p id="v" id="w">',
    '<p id="&notit;x">',
    '<p onclick="x()">',
    '<ul><li id="y"><a href="../z/">',
    '<iframe src="https://elders.example/">',
    "<math><mi><a href='x'>",
    "<p/>",
    "<pre>\n",
    "<frameset>",
)


def told(page: Page) -> tuple[object, ...]:
    """Return what a page says, whatever the groups it comes in."""
    links: dict[str, tuple[str | None, str, bool]] = {}
    for link in (link for group in page.links for link in group):
        fetches = link.fetches or (link.target in links and links[link.target][2])
        links[link.target] = (link.file, link.anchor, fetches)
    anchors = sorted(anchor for group in page.anchors for anchor in group)
    return page.first, page.then, page.title, list(links.items()), anchors, page.lost


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(PIECES), max_size=8),
    st.tuples(st.integers(0, len(PAGE)), st.sampled_from(["", *PIECES]), st.integers(0, 12)) | st.none(),
)
@example(["<span>", '<a id="e" href="#f">', "</span>", "<p>", "</a>"], None)
@example(['<a id="e">', "<div>", "</a>", "</div>"], None)
@example(['</p x="', '<p id="y">', '"'], None)
def test_what_is_read_quickly_is_what_a_browser_reads(body: list[str], change: tuple[int, str, int] | None) -> None:
    html = PAGE.format("".join(body))
    if change is not None:
        place, put, taken = change
        html = html[:place] + put + html[place + taken :]
    found = quick.quick(html.encode(), "x/y/index.html", "/kb/")
    assert found is None or told(found) == told(parsed(html.encode(), "x/y/index.html", "/kb/"))


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<p>Een <a href="../a/">a</a> &copy; <b id="c">d</b><br></p>',
        '<form action="x" id="y"><label for="z">l</label><input id="z"></form><form></form>',
        '<picture><source srcset="a.avif 1w"><img src="b.png" alt="" width="1" height="1"></picture>',
        '<svg class="g" viewBox="0 0 1 1"><path d="M0"/><path d="M1"/></svg><p>een " en een =</p>',
    ],
)
def test_a_plain_page_is_read_quickly(body: str) -> None:
    html = PAGE.format(body).encode()
    found = quick.quick(html, "x/y/index.html", "/kb/")
    assert found is not None
    assert told(found) == told(parsed(html, "x/y/index.html", "/kb/"))


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "MOST", 5)
    for number in range(3):
        html = PAGE.format(f'<p id="p{number}"><a href="../../{number}/">x</a><a href="{number}/">x</a></p>').encode()
        found = quick.quick(html, "r/s/index.html", "/elders/")
        assert found is not None
        assert told(found) == told(parsed(html, "r/s/index.html", "/elders/"))
    assert all(len(known) <= 5 for known in quick._known(2, "/elders/"))
