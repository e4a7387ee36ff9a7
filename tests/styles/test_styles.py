"""The classes of this project are each of one component, used, and styled; and what is not so is found."""

from __future__ import annotations

import pytest

from tests.styles import ours
from tests.styles.classes import OPEN, faults, in_script, in_template, styled

SHEETS = {
    "theme:basis": ".rb-tekst {}",
    "parts/knop": ".rb-knop, a.rb-knop:hover {}",
    "theme:kleuren": ".rb-van-plek {}",
}
TEMPLATES = {"a.html": '<p class="rb-tekst"><a class="rb-knop rb-van-{{ x.ruimte }}">'}
SCRIPTS = {"a.js": 'p.classList.add("rb-knop");'}


def said(
    sheets: dict[str, str] | None = None,
    templates: dict[str, str] | None = None,
    scripts: dict[str, str] | None = None,
    hooks: tuple[str, ...] = (),
) -> list[str]:
    found = faults(SHEETS | (sheets or {}), TEMPLATES | (templates or {}), SCRIPTS | (scripts or {}), (), hooks)
    return [str(fault) for fault in found]


def test_ours_are_right() -> None:
    assert [str(fault) for fault in ours.ours()] == []
    assert len({name for css in ours.sheets().values() for name in styled(css)}) > 300


def test_what_is_right_is_not_said() -> None:
    assert said() == []
    assert said({"theme:print": ".rb-tekst {}"}) == [], "the sheets of the theme are of one owner"


@pytest.mark.parametrize(
    "css",
    [".rb-kop .rb-knop {}", "@media print { a:not(.rb-knop) {} }", ".rb-tekst {} /* { */ p:has(> .rb-knop) { x: y }"],
)
def test_who_styles_the_class_of_another_is_found(css: str) -> None:
    found = said({"parts/kop": css}, {"b.html": '<p class="rb-kop">'})
    assert "parts/knop and parts/kop: .rb-knop is styled by more than one component." in found


def test_a_class_that_nobody_uses_is_found() -> None:
    assert said({"parts/knop": ".rb-knop {} .rb-knop--oud {}"}) == [
        "parts/knop: .rb-knop--oud is styled, and nothing uses it."
    ]
    assert said({"parts/glyph": ".rb-tijd {}"}) == ["parts/glyph: .rb-tijd is styled, and nothing uses it."]


@pytest.mark.parametrize(
    ("template", "script"),
    [
        ('<p class="rb-tekst rb-nieuw">', ""),
        ('<p class="rb-tekst{% if x == "rb-knop" %} rb-nieuw{% endif %}">', ""),
        ("{{ glyph(x, 'rb-nieuw') }}", ""),
        ("", 'p.className = "rb-nieuw";'),
        ("", 'p.className = `rb-tekst${x ? ` rb-${x}` : ""} rb-nieuw`;'),
        ("", 'maak("p", { class: "rb-nieuw" });'),
    ],
)
def test_a_class_without_style_is_found(template: str, script: str) -> None:
    new = ({"b.html": template}, {"b.js": script})
    where = "b.html" if template else "b.js"
    assert said(None, *new) == [f"{where}: .rb-nieuw has no style. Take it away, or list it as a hook."]
    assert said(None, *new, hooks=("rb-nieuw",)) == []


def test_a_hook_that_is_none_is_found() -> None:
    assert said(hooks=("rb-knop",)) == ["parts/knop: .rb-knop is listed as a hook without style."]
    assert said(hooks=("rb-weg",)) == ["the list of hooks: .rb-weg is given by nothing."]


def test_a_name_that_goes_on_is_looked_for_by_its_beginning() -> None:
    assert in_template('<p class="rb-a rb-vel--{{ x }}{{ y }} rb-b">') == {"rb-a", f"rb-vel--{OPEN}", "rb-b"}
    assert in_script("p.className = `rb-vel--${x}`;") == {f"rb-vel--{OPEN}"}
    vel = {"b.html": '<p class="rb-vel--{{ x }}">'}
    assert said({"parts/vel": ".rb-vel--klein {}"}, vel) == []
    assert said(None, vel) == ["b.html: .rb-vel-- has no style. Take it away, or list it as a hook."]
