"""What pages show again and again is made once, and is what it would be if it were made anew."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import meta, nodes
from markupsafe import Markup, escape

from kennisbank.parts import macros, rendering


@given(st.one_of(st.text(), st.integers(), st.booleans(), st.floats(), st.text().map(Markup), st.none()))
def test_a_value_is_shown_as_jinja_shows_it(value: object) -> None:
    assert str(macros.written(value)) == str(escape(value))
    assert str(macros.written(value)) == str(escape(value)), "nor does it matter that it was shown before"


def _environment(keeps: frozenset[str], text: str) -> jinja2.Environment:
    found = macros.Environment(keeps, loader=jinja2.DictLoader({"deel.html": text}), undefined=rendering.Unknown)
    found.globals["seen"] = []
    return found


PART = """{% macro rij(naam, wortel, niveau=2) %}
{{ seen.append(naam) }}<a href="{{ wortel }}/{{ naam }}">{{ niveau }}</a>
{% endmacro %}"""
PAGE = "{% from 'deel.html' import rij %}{{ rij(naam, wortel) }}{{ rij(naam, wortel, niveau=3) }}"


def test_what_is_kept_is_rendered_once_for_pages_at_any_depth() -> None:
    pages = [(naam, wortel) for wortel in ("..", "../..", "/a&b") for naam in ("<een>", "twee")]
    plain, own = _environment(frozenset(), PART), _environment(frozenset({"rij"}), PART)
    shown = [[e.from_string(PAGE).render(naam=n, wortel=w) for n, w in pages] for e in (plain, own)]
    assert shown[0] == shown[1]
    assert len(plain.globals["seen"]) == 2 * len(pages)
    assert len(own.globals["seen"]) == 2 * 2, "once for each name and level"


def _macros() -> Iterator[tuple[nodes.Template, nodes.Macro]]:
    environment = rendering.pages()
    for file in sorted(rendering.PARTS.glob("*/*.html")):
        tree = environment.parse(file.read_text(encoding="utf-8"))
        tree.name = file.relative_to(rendering.PARTS).as_posix()
        for macro in tree.find_all(nodes.Macro):
            yield tree, macro


def test_what_is_kept_takes_nothing_from_around_it() -> None:
    found = [(tree, macro) for tree, macro in _macros() if macro.name in rendering.KEPT]
    assert sorted(macro.name for _, macro in found) == sorted(rendering.KEPT), "each once"
    for tree, macro in found:
        assert not meta.find_undeclared_variables(tree), macro.name


def test_what_has_something_that_is_kept_is_imported() -> None:
    """An include makes it anew for each page."""
    keeping = {tree.name for tree, macro in _macros() if macro.name in rendering.KEPT}
    files = [*rendering.THEME.glob("*.html"), *rendering.PARTS.glob("*/*.html"), *rendering.PAGES.glob("*/*.html")]
    trees = [rendering.pages().parse(file.read_text(encoding="utf-8")) for file in files]
    included = {one.template.value for tree in trees for one in tree.find_all(nodes.Include)}
    assert included, "some are"
    assert keeping.isdisjoint(included)


def test_the_way_to_the_root_is_shown_or_handed_on_and_nothing_is_decided_by_it() -> None:
    """It is put in when all else has been made (`macros.kept`)."""
    for _, macro in _macros():
        if macros.ROOT in [argument.name for argument in macro.args]:
            used = [n for n in macro.find_all(nodes.Name) if n.name == macros.ROOT and n.ctx == "load"]
            plain = [n for around in macro.find_all(nodes.Output) for n in around.nodes if n in used]
            handed = [n for call in macro.find_all(nodes.Call) for n in call.args if n in used]
            assert len(used) == len(plain) + len(handed), macro.name
