"""The check of templates: what is wrong is found and well said, what is right passes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views import strict
from tests.views import strict_views as views
from tests.views.mutation import mutate
from tests.views.shapes import OPAQUE, Inst, Types, Unreadable
from tests.views.strict import Checker, Given, Report, joined, lines
from tests.views.strict_views import PAGES, Blad, Card, Engine, Gegevens, Lijst, Site, Verhaal, View
from tests.views.unread import python_reads, sentences, unread, usage

pytestmark = pytest.mark.apart  # it looks at templates and their views


def report(templates: str | Mapping[str, str], own: set[str] | None = None, **context: Any) -> Report:
    """Check templates; a text is one that gets a `view`. The first is the one that is given."""
    if isinstance(templates, str):
        templates = {"x.html": templates}
    environment = jinja2.Environment(loader=jinja2.DictLoader(templates))
    checker = Checker(environment, own, opaque={Engine}, filters={"tekst": str}, tests={"vreemd"})
    return checker.report([Given(next(iter(templates)), {"view": View, **context})])


CARD = Card(titel="t", plaats="p", aantal=1, glyph=views.Glyph(tekst="", cellen=()), reden=None, concept=False)
LINK = views.Link(label="l", url="u")

GOOD = [
    "{{ view.titel }} {{ view['titel'] }} {{ view.titel ~ 1 }} {{ 'a' 'b' }} {{ 1.5 }}",
    "{% for k in view.kaarten %}{{ k.titel }}{{ loop.index }}{{ loop.length }}{% else %}-{% endfor %}",
    "{% for k in view.kaarten if k.concept %}{{ k.titel }}{{ ',' if not loop.last }}{% endfor %}",
    "{% for k in view.kaarten if k.reden %}{{ k.reden }}{% endfor %}",
    "{% for a, b in view.kaarten[0].glyph.cellen %}{{ a | upper }}{{ b + 1 }}{% endfor %}",
    "{% if view.anders %}{{ view.anders.titel }}{% endif %}",
    "{% if not view.anders %}-{% else %}{{ view.anders.titel }}{% endif %}",
    "{% if view.anders is none %}-{% else %}{{ view.anders.titel }}{% endif %}",
    "{% if view.anders is not none %}{{ view.anders.titel }}{% endif %}",
    "{% if view.anders != none %}{{ view.anders.titel }}{% endif %}",
    "{% if view.anders and view.anders.reden %}{{ view.anders.reden }}{% endif %}",
    "{% if view.anders and view.meer %}{{ view.anders.titel }}{{ view.meer.url }}{% endif %}",
    "{% if not view.anders or not view.meer %}-{% else %}{{ view.anders.titel }}{{ view.meer.url }}{% endif %}",
    "{% if not view.anders or view.anders.concept %}-{% endif %}",
    "{% if view.open %}-{% elif view.anders %}{{ view.anders.titel }}{% endif %}",
    "{% if (view.anders and view.open) or (view.anders and view.titel) %}{{ view.anders.titel }}{% endif %}",
    "{{ view.anders.titel if view.anders else '-' }}{{ view.anders.titel if view.anders }}",
    "{{ '-' if not view.anders else view.anders.titel }}",
    "{{ (view.meer or view.vast.een).label }}",
    "{{ view.vaak or 'nooit' }}{{ view.vaak + 1 if view.vaak }}",
    "{% set m = view %}{% if m.anders %}{{ view.anders.titel }}{% endif %}",
    "{% set a = view.anders %}{% if a %}{{ a.titel }}{{ view.anders.titel }}{% endif %}",
    "{% for k in view.kanten or [] %}{{ k.label }}{% endfor %}",
    "{% if view.kanten %}{% for k in view.kanten %}{{ k.label }}{% endfor %}{% endif %}",
    "{% if view.kanten and view.kanten | length > 1 %}{{ view.kanten[0].label }}{% endif %}",
    "{% if view.open %}{% set x = 'a' %}{% else %}{% set x = 'b' %}{% endif %}{{ x }}",
    "{% set x = 'a' %}{% if view.open %}{% set x = 'b' %}{% endif %}{{ x }}",
    "{% with a = view.titel, b = 3 %}{{ a }}{{ b }}{% endwith %}",
    "{% set eerste, tweede = view.maat %}{{ eerste + 1 }}{{ tweede | upper }}{{ view.maat.breed }}{{ view.maat[1] }}",
    "{{ view.namen[view.titel] }}{{ view.namen.get('a', 'b') }}{{ view.namen.get('a') or 'b' }}",
    "{% for naam, label in view.namen.items() %}{{ naam }}{{ label }}{% endfor %}",
    "{% for n in view.namen %}{{ n }}{% endfor %}",
    "{{ view.vast.een.label }}{{ view.vast['twee'].url }}{% for k in view.vast.values() %}{{ k.url }}{% endfor %}",
    "{{ {'een': 'a', 'twee': 'b'}.een }}{{ {'een': 'a'}['een'] }}{{ {'een': 'a'}[view.titel] }}",
    "{% for f in view.vormen %}{% if f.vorm == 'cirkel' %}{{ f.straal }}{% else %}{{ f.breed }}{% endif %}{% endfor %}",
    "{% for v in view.vakken if v.soort in ['vak', 'keuze'] %}{{ v.opties | join(', ') }}{% endfor %}",
    "{% for v in view.vakken %}{{ 'x' if v.soort == 'vak' else 'y' }}{{ v.soort }}{% endfor %}",
    "{% if view.titel.startswith('a') and view.titel[0] in '.!' %}{{ view.titel[1:] }}{% endif %}",
    "{{ view.titel[0] | upper }}{{ view.titel[-1:] }}",
    "{% if view.kaarten[0].past('a', meer=true) %}{{ view.kaarten[0].kop }}{% endif %}",
    "{{ view.gegevens | tojson }}{{ view.namen | tojson }}{{ view.wat | tojson }}",
    "{{ view.doos.inhoud.titel }}{{ view.zin }}",
    "{% for k in view.rij %}{{ k.titel }}{% endfor %}{{ view.rij | length }}{{ view.maak('x').url }}",
    "{{ [1, 2] | max }}{{ [view.kaarten[0].aantal, 24] | max }}{{ view.kaarten | sum(attribute='aantal') }}",
    "{{ view.kaarten | map(attribute='glyph.tekst') | join(' ') }}{{ view.intro | map('upper') | join }}",
    "{% for k in view.kaarten | selectattr('titel', 'equalto', view.titel) %}{{ k.plaats }}{% endfor %}",
    "{% for rij in view.kaarten | batch(3) %}{% for k in rij %}{{ k.titel }}{% endfor %}{% endfor %}",
    "{% for plaats, ks in view.kaarten | groupby('plaats') %}{{ plaats }}{{ ks[0].titel }}{% endfor %}",
    "{% for n in (['a', 'b'] + ['c']) | sort %}{{ n }}{% endfor %}",
    "{% for k in view.kaarten | sort(attribute='titel') %}{{ k.kop }}{% endfor %}",
    "{% for i in range(3) %}{{ i * 2 - 1 }}{{ i / 2 }}{{ -i }}{{ i % 2 }}{% endfor %}{% if 1 < 2 <= 3 %}-{% endif %}",
    "{{ view.titel | tekst }}{% if view.titel is vreemd %}-{% endif %}",
    "{% if view.vaak is number %}{{ view.vaak + 1 }}{% endif %}",
    "{{ view.engine.wat.dan.ook }}{{ view.engine | length }}{% for x in view.engine %}{{ x.y }}{% endfor %}",
    "{% macro m(k, n=2) %}{{ k.titel }}{{ n + 1 }}{% endmacro %}{{ m(view.kaarten[0]) }}",
    "{% macro m(k, n=2) %}{{ k.titel }}{{ n + 1 }}{% endmacro %}{{ m(n=3, k=view.kaarten[0]) }}",
    "{% macro m(v) %}{{ 'x' if v.soort == 'vak' }}{% endmacro %}{% for v in view.vakken %}{{ m(v) }}{% endfor %}",
    "{% macro m(n) %}{{ n }}{% if n > 1 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
    "{% macro a() %}{{ b(view.titel) }}{% endmacro %}{% macro b(t) %}{{ t }}{% endmacro %}{{ a() }}",
    "{% macro m(k=none) %}{% if k %}{{ k.titel }}{% endif %}{% endmacro %}{{ m(view.anders) }}{{ m() }}",
    "{% set x %}a{{ view.titel }}{% endset %}{{ x | upper }}{% filter upper %}{{ view.titel }}{% endfilter %}",
    "{% block a %}{{ view.titel }}{% endblock %}",
    "{% for k in view.kaarten %}{% block b scoped %}{{ k.titel }}{% endblock %}{% endfor %}",
    "{% for k in view.kaarten %}{{ loop.previtem.titel if loop.previtem else '' }}{% endfor %}",
    "{% if view.anders is none or view.anders.titel == 'x' %}-{% endif %}{% if 'a' in view.namen %}-{% endif %}",
    "{{ view.kaarten | length }}{{ view.titel | length }}{{ view.titel | replace('a', 'b') | urlencode }}",
]

BAD = [
    ("{{ view.titl }}", 'View has no "titl"; do you mean "titel"?'),
    ("{{ view['titl'] }}", 'View has no "titl"; do you mean "titel"?'),
    ("{{ vieuw.titel }}", 'nobody gives "vieuw"; do you mean "view"?'),
    ("{{ view.titel.plats }}", 'str has no "plats"'),
    ("{{ view.titel.startswit('a') }}", 'str has no "startswit"; do you mean "startswith"?'),
    ("{% for k in view.kaarten %}{{ k.plats }}{% endfor %}", 'Card has no "plats"; do you mean "plaats"?'),
    ("{% for k in view.kaarten if k.consept %}-{% endfor %}", 'Card has no "consept"; do you mean "concept"?'),
    ("{% for k in view.kaarten %}{{ loop.indx }}{% endfor %}", 'loop has no "indx"; do you mean "index"?'),
    ("{% for k in view.kaarten %}-{% endfor %}{{ k.titel }}", 'nobody gives "k"'),
    ("{% for k in view.kaarten %}-{% endfor %}{{ loop.index }}", 'nobody gives "loop"'),
    ("{% for a, b, c in view.kaarten[0].glyph.cellen %}-{% endfor %}", "has 2 items, not 3"),
    ("{% set a, b, c = view.maat %}", "has 2 items, not 3"),
    ("{% for k in view.titel.x %}-{% endfor %}", 'str has no "x"'),
    ("{% for k in view.kaarten[0].reden %}-{% endfor %}", "may be None here: it cannot be looped over"),
    ("{% for k in view.open %}-{% endfor %}", "view.open is bool: it cannot be looped over"),
    ("{% for k in view.kanten %}-{% endfor %}", "view.kanten may be None here"),
    ("{% for k in view.namen %}{{ k.titel }}{% endfor %}", 'str has no "titel"'),
    ("{{ view.anders.titel }}", "view.anders may be None here"),
    ("{% if not view.anders %}{{ view.anders.titel }}{% endif %}", "view.anders may be None here"),
    ("{% if view.anders %}-{% else %}{{ view.anders.titel }}{% endif %}", "view.anders may be None here"),
    ("{% if view.anders %}-{% endif %}{{ view.anders.titel }}", "view.anders may be None here"),
    ("{% if view.anders or view.open %}{{ view.anders.titel }}{% endif %}", "view.anders may be None here"),
    ("{% if view.anders.concept and view.anders %}-{% endif %}", "view.anders may be None here"),
    ("{% if view.anders or view.anders.concept %}-{% endif %}", "view.anders may be None here"),
    ("{{ '-' if view.anders else view.anders.titel }}", "view.anders may be None here"),
    ("{{ view.anders.titel if view.meer else '-' }}", "view.anders may be None here"),
    ("{% if view.anders is none %}{{ view.anders.titel }}{% endif %}", "view.anders may be None here"),
    ("{% set a = view.anders %}{{ a.titel }}", "a may be None here"),
    ("{% if view.anders %}{{ view.anders.reden | upper }}{% endif %}", "view.anders.reden may be None here"),
    ("{{ view.vaak + 1 }}", "view.vaak may be None here, not a number"),
    ("{% if view.vaak > 1 %}-{% endif %}", "view.vaak may be None here, not a number"),
    ("{{ view.vaak }}", '"None" would be shown (ask {% if view.vaak %} first)'),
    ("{{ view.namen.get('a') }}", '"None" would be shown'),
    ("{{ 'a' ~ view.vaak }}", '"None" would be joined'),
    ("{{ view.kanten[0].label }}", "view.kanten may be None here: it has no items by key"),
    ("{{ view.kanten[1:] | length }}", "view.kanten may be None here: no part of it"),
    ("{{ view.kanten | length }}", "view.kanten may be None here: it has no length"),
    ("{{ 'x' if view.vaak is number and view.anders.titel }}", "view.anders may be None here"),
    ("{{ view.kaarten }}", "view.kaarten is tuple[Card, ...]: it cannot be shown as it is"),
    ("{{ view.kaarten[0] }}", "is Card: it cannot be shown as it is"),
    ("{{ view.namen }}", "is Mapping[str, str]: it cannot be shown as it is"),
    ("{{ view.maat }}", "it cannot be shown as it is"),
    ("{{ view.open }}", 'view.open is a bool: "True" or "False" would be shown'),
    ("{{ view.kaarten[0].past }}", "is a method: call it with ()"),
    ("{% if view.kaarten[0].past %}-{% endif %}", "is a method, which is always true: call it with ()"),
    ("{% macro m() %}-{% endmacro %}{{ m }}{{ m() }}", 'is the macro "m": call it with ()'),
    ("{{ view.kaarten | join(', ') }}", "an item of view.kaarten is Card"),
    ("{{ view.kaarten | map(attribute='plats') | join }}", 'Card has no "plats"; do you mean "plaats"?'),
    ("{{ view.kaarten | selectattr('plats') | list | length }}", 'Card has no "plats"; do you mean "plaats"?'),
    ("{{ view.kaarten | sort(attribute='plats') | length }}", 'Card has no "plats"'),
    ("{{ view.kaarten | map(attribute='reden') | sort | length }}", "has no order"),
    ("{% for a, b in view.kaarten | groupby('plats') %}-{% endfor %}", 'Card has no "plats"'),
    ("{% for r in view.kaarten | batch(2) %}{{ r.titel }}{% endfor %}", 'list[Card] has no "titel"'),
    ("{{ view.titel | hoofdletters }}", 'the check does not know the filter "hoofdletters" yet: add it'),
    ("{{ 'a' if view.titel is raar }}", 'the check does not know the test "raar" yet: add it'),
    ("{{ view.kaarten | upper }}", "view.kaarten is tuple[Card, ...]"),
    ("{{ view.namen.een }}", 'whether Mapping[str, str] has "een" cannot be checked'),
    ("{{ view.namen['een'] }}", 'whether Mapping[str, str] has "een" cannot be checked'),
    ("{{ view.namen[view.vaak] }}", "view.vaak is int | None, never a key of Mapping[str, str]"),
    ("{{ view.vast.dri.label }}", 'has no "dri"'),
    ("{{ view.vast.een.labl }}", 'Link has no "labl"; do you mean "label"?'),
    ("{{ {'een': 'a'}.ene }}", 'has no "ene"; do you mean "een"?'),
    ("{{ view.maat[2] }}", "has no item 2"),
    ("{{ view.maat.bred }}", 'Maat has no "bred"; do you mean "breed"?'),
    ("{{ view.kaarten['a'] }}", 'tuple[Card, ...] has no "a"'),
    ("{{ view.kaarten[view.titel].titel }}", "view.titel is str, not a number"),
    ("{% for f in view.vormen %}{{ f.straal }}{% endfor %}", 'Blok has no "straal"'),
    (
        "{% for f in view.vormen %}{% if f.vorm == 'blok' %}{{ f.straal }}{% endif %}{% endfor %}",
        'Blok has no "straal"',
    ),
    ("{% for v in view.vakken if v.soort == 'vakk' %}-{% endfor %}", 'never "vakk"; do you mean "vak"?'),
    ("{% for v in view.vakken if v.soort in ['vak', 'keus'] %}-{% endfor %}", 'never "keus"; do you mean "keuze"?'),
    ("{% if view.kaarten[0].aantal == '1' %}-{% endif %}", 'is int, never "1"'),
    ("{% if view.titel == view.kaarten %}-{% endif %}", "they are never equal"),
    ("{% if 1 in view.titel %}-{% endif %}", "not a text to look for"),
    ("{% if view.titel < 1 %}-{% endif %}", "view.titel is str, not a number"),
    ("{{ view.titel + 1 }}", "view.titel is str, not a number"),
    ("{{ (view.kaarten + ['a']) | length }}", "cannot be added"),
    ("{{ 'x' if view.kaarten[0].past() }}", "view.kaarten[0].past takes 1 to 2 arguments, not 0"),
    ("{{ 'x' if view.kaarten[0].past('a', mer=true) }}", 'has no parameter "mer"; do you mean "meer"?'),
    ("{{ 'x' if view.kaarten[0].past(1) }}", 'wants str as "functie", not 1'),
    ("{{ view.titel() }}", "view.titel is str: it cannot be called"),
    ("{{ 'x' if niet is defined }}", "a view has all its names"),
    ("{{ niet | default('x') }}", "a view has all its names"),
    ("{{ (view.kaarten | first).plaats }}", "view.kaarten may be empty, and then it has no first item"),
    ("{{ view.los }}", "view.los is Any: give it a type"),
    ("{{ view.los.x }}", "view.los is Any: give it a type"),
    ("{{ view.kaarten | tojson }}", "Card is not marked as data for scripts"),
    ("{{ view.wat }}", "view.wat is object"),
    ("{{ view.doos.inhoud.titl }}", 'Card has no "titl"; do you mean "titel"?'),
    ("{{ view.maak('x').uurl }}", 'Link has no "uurl"; do you mean "url"?'),
    ("{% for k in view.rij %}{{ k.titl }}{% endfor %}", 'Card has no "titl"'),
    ("{% if view.open %}{% set x = 'a' %}{% endif %}{{ x }}", '"x" is not always set here'),
    ("{% with a = 1 %}-{% endwith %}{{ a }}", 'nobody gives "a"'),
    ("{% macro m(k) %}{{ k.titl }}{% endmacro %}{{ m(view.kaarten[0]) }}", 'Card has no "titl"'),
    ("{% macro m(k) %}{{ k.titel }}{% endmacro %}{{ m(view.anders) }}", "k may be None here"),
    (
        "{% macro m(k) %}{{ k.titel }}{% endmacro %}{{ m(view.kaarten[0]) }}{{ m(view.vast.een) }}",
        'Link has no "titel"',
    ),
    ("{% macro m(k) %}{{ k }}{% endmacro %}{{ m() }}", 'the macro "m" needs "k"'),
    ("{% macro m(k) %}{{ k }}{% endmacro %}{{ m(1, 2) }}", 'the macro "m" takes 1 arguments, not 2'),
    ("{% macro m(kop) %}{{ kop }}{% endmacro %}{{ m(1, kopp=2) }}", 'no parameter "kopp"; do you mean "kop"?'),
    ("{% macro m(kop) %}{{ kop }}{% endmacro %}{{ m(1, kop=2) }}", 'gets "kop" twice'),
    ("{% for k in view.kaarten %}{% block b %}{{ k.titel }}{% endblock %}{% endfor %}", 'nobody gives "k"'),
    ("{% for k in view.kaarten recursive %}-{% endfor %}", "the check does not know recursive loops yet"),
    ("{% include view.titel %}", "must be written as it is"),
    ("{% include 'weg.html' %}", 'there is no template "weg.html"'),
    ("{% import 'weg.html' as w %}", 'there is no template "weg.html"'),
    ("{% extends 'weg.html' %}", 'there is no template "weg.html"'),
    ("{% call(x) m() %}{% endcall %}", "the check does not know what CallBlock does yet: add it"),
    ("{% set ns.a = 1 %}", "the check does not know"),
    ("{{ super() }}", 'nobody gives "super"'),
]


@pytest.mark.parametrize("template", GOOD)
def test_what_is_right_passes(template: str) -> None:
    assert lines(report(template)) == []


@pytest.mark.parametrize(("template", "said"), BAD)
def test_what_is_wrong_is_found(template: str, said: str) -> None:
    found = lines(report(f"\n{template}"))
    assert len(found) == 1, found
    assert found[0].startswith("x.html:2: ")
    assert said in found[0]


ATOMS = [
    *("view.anders", "view.meer", "view.open", "view.vaak", "view.anders is none", "view.meer != none"),
    *("view.vaak == 3", "view.vaak in [1, 3]", "view.vaak is number", "view.titel == 'x'", "none == view.anders"),
]
TESTS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        inner.map("(not ({}))".format),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda p: f"(({p[0]}) {p[1]} ({p[2]}))"),
        st.tuples(inner, inner, inner).map(lambda p: f"(({p[0]}) if ({p[1]}) else ({p[2]}))"),
    ),
    max_leaves=6,
)
ASKED = ["{{ view.anders.titel }}", "{{ view.meer.url }}", "{{ view.vaak + 1 }}"]


@settings(max_examples=300)
@given(TESTS, TESTS, st.sampled_from(ASKED), st.sampled_from(ASKED))
def test_what_passes_renders_whatever_is_none(one: str, other: str, first: str, second: str) -> None:
    """A template of which the check says nothing is rendered with each value that its types allow."""
    template = f"{{% if {one} %}}{first}{{% elif {other} %}}{second}{{% else %}}{first}{{% endif %}}"
    template += f"{{{{ ({second[2:-2]}) if ({one}) and ({other}) }}}}"
    if lines(report(template)):
        return
    compiled = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(template)
    for anders, meer, vaak, opened, titel in product((None, CARD), (None, LINK), (None, 0, 3, 4), (True, False), "xy"):
        compiled.render(view={"anders": anders, "meer": meer, "vaak": vaak, "open": opened, "titel": titel})


@pytest.mark.parametrize("test", ["view.anders", "view.meer and view.anders", "not (not view.anders or view.open)"])
def test_what_is_made_sure_of_passes(test: str) -> None:
    """Else the test above would pass by a check that refuses everything."""
    assert lines(report(f"{{% if {test} %}}{ASKED[0]}{{% endif %}}")) == []


def test_good_templates_render() -> None:
    """The good templates above are Jinja that works: each compiles."""
    environment = jinja2.Environment()
    environment.filters["tekst"] = str
    environment.tests["vreemd"] = bool
    for template in GOOD:
        environment.from_string(template)


SETS = [
    ({"a.html": "{% include 'b.html' %}", "b.html": "{{ view.titel }}"}, None),
    ({"a.html": "{% include 'b.html' %}", "b.html": "\n{{ view.titl }}"}, 'b.html:2: View has no "titl"'),
    ({"a.html": "{% for k in view.kaarten %}{% include 'b.html' %}{% endfor %}", "b.html": "{{ k.titel }}"}, None),
    ({"a.html": "{% include 'b.html' %}{{ x }}", "b.html": "{% set x = 1 %}"}, 'nobody gives "x"'),
    (
        {"a.html": "{% include 'b.html' without context %}", "b.html": "{{ view.titel }}"},
        'b.html:1: nobody gives "view"',
    ),
    ({"a.html": "{% if view.anders %}{% include 'b.html' %}{% endif %}", "b.html": "{{ view.anders.titel }}"}, None),
    ({"a.html": "{% include 'b.html' %}", "b.html": "{{ view.anders.titel }}"}, "b.html:1: view.anders may be None"),
    ({"a.html": "{% include ['weg.html', 'b.html'] %}", "b.html": "{{ view.titl }}"}, 'b.html:1: View has no "titl"'),
    ({"a.html": "{% include 'weg.html' ignore missing %}"}, 'take away "ignore missing"'),
    ({"a.html": "{% if view.open %}{% include 'a.html' %}{% endif %}"}, None),
    (
        {
            "a.html": "{% import 'b.html' as b %}{{ b.m(view) }}",
            "b.html": "{% macro m(v) %}{{ v.titel }}{% endmacro %}",
        },
        None,
    ),
    (
        {"a.html": "{% import 'b.html' as b %}{{ b.m(view) }}", "b.html": "{% macro m(v) %}{{ v.titl }}{% endmacro %}"},
        "b.html:1",
    ),
    (
        {"a.html": "{% import 'b.html' as b %}{{ b.mm() }}{{ b.m() }}", "b.html": "{% macro m() %}{% endmacro %}"},
        'has no "mm"',
    ),
    (
        {"a.html": "{% import 'b.html' as b %}{{ b.m() }}", "b.html": "{% macro m() %}{{ view.titel }}{% endmacro %}"},
        "nobody gives",
    ),
    (
        {
            "a.html": "{% import 'b.html' as b with context %}{{ b.m() }}",
            "b.html": "{% macro m() %}{{ view.titel }}{% endmacro %}",
        },
        None,
    ),
    (
        {"a.html": "{% from 'b.html' import m as n %}{{ n(1) }}", "b.html": "{% macro m(v) %}{{ v }}{% endmacro %}"},
        None,
    ),
    ({"a.html": "{% from 'b.html' import n %}", "b.html": "{% set m = 1 %}"}, 'a.html:1: "b.html" has no "n"'),
    (
        {
            "a.html": "{% extends 'b.html' %}{% block x %}{{ super() }}{{ y }}{{ view.titel }}{% endblock %}",
            "b.html": "{% set y = 'a' %}{% block x %}{{ view.titl }}{% endblock %}",
        },
        'b.html:1: View has no "titl"',
    ),
    (
        {
            "a.html": "{% extends 'b.html' %}{% block x %}{{ view.titel }}{% endblock %}",
            "b.html": "{% block x %}{% endblock %}{% block y %}{{ view.titl }}{% endblock %}",
        },
        'b.html:1: View has no "titl"',
    ),
    (
        {"a.html": "{% extends 'b.html' %}{% block xx %}{% endblock %}", "b.html": "{% block x1x %}{% endblock %}"},
        'no template above this one has a block "xx": it is never shown; do you mean "x1x"?',
    ),
    (
        {"a.html": "{% extends 'b.html' %}{{ view.titel }}", "b.html": "{{ view.titel }}"},
        "a.html:1: this is never shown: it stands outside of the blocks",
    ),
    ({"a.html": "{% extends 'a.html' %}"}, '"a.html" extends itself'),
    (
        {
            "a.html": "{% extends 'b.html' %}{% block x %}{{ m.titel }}{% endblock %}",
            "b.html": "{% block o %}{% set m = view %}{% block x %}{% endblock %}{% endblock %}",
        },
        'a.html:1: nobody gives "m"',
    ),
    ({"a.html": "{{ view.titel }}{% macro m() %}{% endmacro %}"}, 'a.html:1: nothing calls the macro "m"'),
    (
        {
            "a.html": "{% extends 'b.html' %}{% block x %}-{% endblock %}",
            "b.html": "{% block x %}{{ view.titel }}{% endblock %}",
        },
        'b.html:1: no page shows this block "x": it is not checked',
    ),
]


@pytest.mark.parametrize(("templates", "said"), SETS)
def test_templates_that_belong_together(templates: dict[str, str], said: str | None) -> None:
    found = lines(joined([report(templates)]))
    assert len(found) == (said is not None), found
    assert said is None or said in found[0]


def test_of_a_parent_that_is_not_ours_only_our_blocks_are_walked() -> None:
    templates = {
        "a.html": "{% extends 'vreemd.html' %}{% block x %}{{ super() }}{{ view.titl }}{% endblock %}",
        "vreemd.html": "{{ config.iets }}{% block x %}{{ nav.iets }}{% endblock %}",
    }
    assert lines(report(templates, {"a.html"})) == ['a.html:1: View has no "titl"; do you mean "titel"?']
    templates["a.html"] = templates["a.html"].replace("block x", "block z").replace("titl ", "titel ")
    assert "no template above this one has a block" in lines(report(templates, {"a.html"}))[0]
    del templates["vreemd.html"]
    assert lines(report(templates, {"a.html"})) == []  # what it has cannot be known


def test_a_template_is_checked_for_each_class_that_it_gets() -> None:
    environment = jinja2.Environment(loader=jinja2.DictLoader({"x.html": "{{ view.titel }}"}))
    givens = [Given("x.html", {"view": cls}) for cls in (Verhaal, Lijst, views.Link)]
    assert lines(strict.check(environment, givens)) == ['x.html:1: Link has no "titel"']


def test_a_comparison_is_wrong_only_if_it_holds_for_no_class() -> None:
    source = {"x.html": "{% if view.soort == 'verhaal' %}{{ view.titel }}{% endif %}"}
    environment = jinja2.Environment(loader=jinja2.DictLoader(source))
    givens = [Given("x.html", {"view": cls}) for cls in (Verhaal, Lijst)]
    assert lines(strict.check(environment, givens)) == []
    assert 'never "verhaal"' in lines(strict.check(environment, givens[1:]))[0]


def test_macros_that_other_templates_call_are_given() -> None:
    source = {"t.html": "{% macro t(key) %}{{ {'taal': 'nl'}[key] }}{{ key.x }}{% endmacro %}"}
    environment = jinja2.Environment(loader=jinja2.DictLoader(source))
    assert "nothing calls" in lines(strict.check(environment, [Given("t.html", {})]))[0]
    assert lines(strict.check(environment, [Given("t.html", {}, {"t": (str,)})])) == ['t.html:1: str has no "x"']
    assert (
        'no macro "tt"; do you mean "t"?' in lines(strict.check(environment, [Given("t.html", {}, {"tt": (str,)})]))[1]
    )


def test_what_nothing_leads_to_is_said_unless_another_environment_does() -> None:
    templates = {
        "a.html": "{% import 'm.html' as m %}{{ m.een() }}",
        "b.html": "{% import 'm.html' as m %}{{ m.twee() }}",
    }
    templates["m.html"] = "{% macro een() %}{% endmacro %}\n{% macro twee() %}{% endmacro %}"
    loader = jinja2.DictLoader(templates)
    first = Checker(jinja2.Environment(loader=loader), {"a.html", "m.html"}).report([Given("a.html", {})])
    second = Checker(jinja2.Environment(loader=loader), {"b.html", "m.html"}).report([Given("b.html", {})])
    assert lines(joined([first])) == ['m.html:2: nothing calls the macro "twee": it is not checked']
    assert lines(joined([first, second])) == []
    lonely = Checker(jinja2.Environment(loader=loader), {"a.html", "b.html", "m.html"}).report([Given("a.html", {})])
    assert "b.html:1: nothing leads to this template: it is not checked" in lines(joined([lonely]))


def test_a_fault_names_the_file_as_the_project_has_it(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "x.html").write_text("\n\n{{ view.titl }}", encoding="utf-8")
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path / "theme"))
    found = strict.check(environment, [Given("x.html", {"view": View})], root=tmp_path)
    assert lines(found) == ['theme/x.html:3: View has no "titl"; do you mean "titel"?']


def test_an_object_of_somebody_else_is_let_be() -> None:
    assert lines(report("{{ page.meta.x }}{{ page }}{% if page == view %}-{% endif %}", page=OPAQUE)) == []


def test_what_is_read_is_told() -> None:
    read = report("{% for k in view.kaarten %}{{ k.kop }}{% endfor %}{{ view.gegevens | tojson }}")
    assert read.read == {(View, "kaarten"), (Card, "kop"), (View, "gegevens")}
    assert read.whole == {Gegevens, views.Link}


@dataclass(frozen=True)
class Lost:
    waar: Nergens  # type: ignore[name-defined]  # noqa: F821 (that is the point)


def test_an_annotation_that_cannot_be_read_is_named() -> None:
    with pytest.raises(Unreadable, match="Lost: name 'Nergens' is not defined"):
        Types().model(Lost)


# ---- pages in the shape of real ones


OWN = set(PAGES) - {"base.html"}
BASE = {"site": Site, "blad": Blad}
GIVENS = [
    Given("verhaal.html", {**BASE, "view": Verhaal}),
    Given("lijst.html", {**BASE, "view": Lijst}),
    Given("onder.html", {**BASE, "view": Lijst}),
]


def checker() -> Checker:
    return Checker(jinja2.Environment(loader=jinja2.DictLoader(PAGES)), OWN)


def test_pages_pass() -> None:
    assert lines(joined([checker().report(GIVENS)])) == []


def python(tmp_path: Path, source: str) -> Any:
    file = tmp_path / "strict_views.py"
    file.write_text(source, encoding="utf-8")
    return python_reads([file])


def test_each_mutation_is_found(tmp_path: Path) -> None:
    outcome = mutate(checker(), GIVENS, python(tmp_path, ""))
    assert outcome.missed == []
    assert outcome.unreached == []
    assert outcome.misspelt > 60
    assert outcome.renamed > 35
    assert outcome.added == 9
    assert outcome.by_scripts == [(Gegevens, "langste"), (Gegevens, "kaarten")]


def test_mutations_that_nobody_guards_are_named(tmp_path: Path) -> None:
    outcome = mutate(checker(), GIVENS[:1], python(tmp_path, ""))
    assert outcome.missed == []
    assert {where.partition(":")[0] for where in outcome.unreached} == {"lijst.html", "onder.html"}
    templates = {"x.html": "{% macro m(v) %}{{ v.titel }}{% endmacro %}{{ view.url }}"}
    lone = Checker(jinja2.Environment(loader=jinja2.DictLoader(templates)))
    outcome = mutate(lone, [Given("x.html", {"view": views.Item})], python(tmp_path, "x.hier"))
    assert outcome.unreached == ["x.html:1 .titel"]
    assert outcome.missed == ["Item.titel: nobody reads it"]
    templates = {"x.html": "{% macro m(k=none) %}{% if k %}{{ k.titel }}{% endif %}{% endmacro %}{{ m() }}"}
    dead = Checker(jinja2.Environment(loader=jinja2.DictLoader(templates)))
    assert mutate(dead, [Given("x.html", {})], python(tmp_path, "")).missed == [
        "x.html:1 .titel: misspelt, and not found"
    ]


SHAPES = [Inst(View)]


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("", False),
        ("view.anders.reden", True),
        ("Card(reden='x')", False),
        ("card.reden = 'x'", False),
        ("card.reden()", False),
        ("import reden\nfrom a import strict_views\nstrict_views.reden", False),
        ("getattr(card, 'reden')", True),
        ("sorted(cards, key=operator.attrgetter('reden'))", True),
        ("match card:\n    case Card(reden=r): pass", True),
        ("class Other:\n    def kop(self): return self.reden\nx.kop", False),
        ("class Card:\n    def kop(self): return self.reden\n", False),
        ("class Card:\n    def kop(self): return self.reden\nx.kop", True),
        ("class Card:\n    def kop(self): return self._een()\n    def _een(self): return self.reden\nx.kop", True),
        ("class Card:\n    def __post_init__(self): self.reden", False),
        ("class Card:\n    def __str__(self): return self.reden", True),
    ],
)
def test_which_python_reads_a_field(tmp_path: Path, source: str, reads: bool) -> None:
    nobody = unread(Types({Engine}), SHAPES, report("{{ view.titel }}"), python(tmp_path, source))
    assert ((Card, "reden") not in nobody) is reads


def test_who_reads_a_field() -> None:
    used = usage(Types({Engine}), SHAPES, report("{{ view.titel }}{{ view.kaarten[0].titel }}"), python_reads([]))
    assert (Card, "titel") in used.templates
    assert (Gegevens, "langste") in used.scripts
    assert (views.Link, "url") in used.scripts  # in it
    assert (Card, "plaats") in used.nobody
    text = sentences(Types({Engine}), [(Card, "reden")])
    what = "tests.views.strict_views: Card.reden (str | None) is read by nobody"
    assert text == [f"{what}: take it away, or mark its class as for_scripts"]


def test_a_property_that_a_template_reads_reads_its_fields() -> None:
    reads = python_reads([Path(str(views.__file__))])
    used = usage(Types({Engine}), SHAPES, report("{{ view.kaarten[0].kop }}"), reads)
    assert (Card, "aantal") in used.python
    assert (Card, "aantal") in usage(Types({Engine}), SHAPES, report("{{ view.titel }}"), reads).nobody
