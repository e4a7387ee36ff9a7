"""Templates that a script fills: what stands where, what goes, and that nothing is read as HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from tests.site_support import SCRIPTS

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
FILL = """async ([module, html, values, expected]) => {
    const { fill } = await import(module)
    const [template, other] = [html, expected].map(text => {
        const made = document.createElement('template')
        made.innerHTML = text
        return made
    })
    template.id = 'proef'
    const found = fill(template, values)
    found.normalize()
    return found.isEqualNode(other.content.firstElementChild) ? '' : found.outerHTML
}"""
SECTION = '<div><section data-if="x"><h3>Kop</h3><p>{x}</p></section></div>'
CASES = [
    ("<p>{a} en {b}</p>", {"a": "één", "b": 2}, "<p>één en 2</p>"),
    ('<a href="../{u}" lang="{n}">{n}</a>', {"u": "x/", "n": 'A"b"'}, '<a href="../x/" lang="A&quot;b&quot;">A"b"</a>'),
    ("<p>{a}</p>", {"a": "<b>x</b> {b}"}, "<p>&lt;b&gt;x&lt;/b&gt; {b}</p>"),
    ('<p title="{a}">x</p>', {"a": '"><b>'}, '<p title="&quot;&gt;&lt;b&gt;">x</p>'),
    ("<ul><li>{x}</li></ul>", {"x": ["a", "b"]}, "<ul><li>a</li><li>b</li></ul>"),
    ("<ul><li>{x}</li></ul>", {"x": []}, "<ul></ul>"),
    ("<dl><div><dt>{f.x}</dt><dd>{f.y}</dd></div></dl>", {"f": [{"x": "a", "y": "b"}, {"x": "c", "y": "d"}]},
     "<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd>d</dd></div></dl>"),
    ("<ol><li>{f.naam}: <b>{f.wat}</b>{wie}</li></ol>", {"wie": "!", "f": [{"naam": "a", "wat": ["x", "y"]}]},
     "<ol><li>a: <b>x</b><b>y</b>!</li></ol>"),
    ('<svg><path class="rb-{g.vol.naam}" d="{g.vol.pad}"></path></svg>', {"g": {"vol": [{"naam": "a", "pad": "M0 0"}]}},
     '<svg><path class="rb-a" d="M0 0"></path></svg>'),
    ("<p><b>{x}</b> {y}</p>", {"x": ["{y}", "{z}"], "y": "{x}"}, "<p><b>{y}</b><b>{z}</b> {x}</p>"),
    ("<ul><li>{x}</li></ul>", {"x": ["{x}"]}, "<ul><li>{x}</li></ul>"),
    ("<ul><li><b>{x}</b>{f.y}</li></ul>", {"x": ["{f.y}"], "f": [{"y": "a"}, {"y": "{x}"}]},
     "<ul><li><b>{f.y}</b>a</li><li><b>{f.y}</b>{x}</li></ul>"),
    ("<div><p>{a}</p><p>{b}</p></div>", {"a": "", "b": None}, "<div></div>"),
    ("<div><p>x {a}</p></div>", {"a": ""}, "<div><p>x </p></div>"),
    ('<p title="{a}" hidden="{b}" lang="{c}">x</p>', {"a": None, "b": True, "c": False}, '<p hidden="">x</p>'),
    (SECTION, {"x": []}, "<div></div>"),
    (SECTION, {"x": "a"}, "<div><section><h3>Kop</h3><p>a</p></section></div>"),
    ('<div><i data-if="g">{g.naam}</i></div>', {"g": None}, "<div></div>"),
    ("<p>{__proto__} {A} { a } {}</p>", {}, "<p>{__proto__} {A} { a } {}</p>"),
    ("<p>{a}</p>", {"a": 0}, "<p>0</p>"),
]  # fmt: skip


def filled(page: Page, site: str, html: str, values: dict[str, Any], expected: str = "") -> Any:
    """Return what a template becomes, or nothing where it is as expected."""
    return page.evaluate(FILL, [f"{site}{SCRIPTS}parts/script/fill.js", html, values, expected])


def test_every_slot_gets_its_value(site: str, visit: Visit) -> None:
    page = visit(f"{site}404.html").page
    for html, values, expected in CASES:
        assert filled(page, site, html, values, expected) == "", html


def test_a_slot_that_nobody_fills_is_an_error(site: str, visit: Visit) -> None:
    page = visit(f"{site}404.html").page
    for html, values in [
        ("<p>{titl}</p>", {"titel": "x"}),
        ("<p>{g.a}</p>", {"g": {"b": 1}}),
        ('<p data-if="x">a</p>', {}),
    ]:
        with pytest.raises(Error, match="there is no such value"):
            filled(page, site, html, values)


def test_a_node_stands_where_its_slot_stood(site: str, visit: Visit) -> None:
    page = visit(f"{site}404.html").page
    found = page.evaluate(
        """async module => {
            const { fill } = await import(module)
            const template = document.createElement('template')
            template.innerHTML = '<p>a {x} b</p>'
            const button = document.createElement('button')
            let pressed = 0
            button.addEventListener('click', () => pressed++)
            const made = fill(template, { x: button })
            made.querySelector('button').click()
            return [made.outerHTML, pressed]
        }""",
        f"{site}{SCRIPTS}parts/script/fill.js",
    )
    assert found == ["<p>a <button></button> b</p>", 1]


def test_what_is_filled_anew_stays_where_nothing_changed(site: str, visit: Visit) -> None:
    page = visit(f"{site}404.html").page
    found = page.evaluate(
        """async module => {
            const { fill, renew } = await import(module)
            const template = document.createElement('template')
            template.innerHTML = '<p><a href="#">{naam}</a></p>'
            const first = fill(template, { naam: 'een' })
            document.body.append(first)
            first.querySelector('a').focus()
            const same = renew(first, fill(template, { naam: 'een' }))
            const focused = document.activeElement === first.firstElementChild
            const other = renew(same, fill(template, { naam: 'twee' }))
            const there = document.body.lastElementChild === other
            return [same === first, focused, first.isConnected, there, other.outerHTML]
        }""",
        f"{site}{SCRIPTS}parts/script/fill.js",
    )
    assert found == [True, True, False, True, '<p><a href="#">twee</a></p>']
