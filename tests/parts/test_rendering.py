"""What happens to a name that a template does not get: it is never shown as nothing."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
import pytest

from kennisbank.parts import macros, rendering


@dataclass(frozen=True)
class Kastje:
    naam: str = "Een"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ view.maam }}", "Sjabloon a.html, regel 2: Kastje heeft geen 'maam'."),
        ("{% if view.maam %}{% endif %}", "Sjabloon a.html, regel 2: Kastje heeft geen 'maam'."),
        ("{% for x in view.maam %}{% endfor %}", "Sjabloon a.html, regel 2: Kastje heeft geen 'maam'."),
        ("{{ view.naam.kort }}", "Sjabloon a.html, regel 2: str heeft geen 'kort'."),
        ("{{ veiw.naam }}", "Sjabloon a.html, regel 2: 'veiw' is er niet."),
        ("{{ deel.zin(view.maam) }}", "Sjabloon a.html, regel 2: Kastje heeft geen 'maam'."),
        ("\n{{ deel.zinn(view.naam) }}", "Sjabloon a.html, regel 3: TemplateModule heeft geen 'zinn'."),
        ("{{ [] | first }}", "Sjabloon a.html, regel 2: No first item, sequence was empty."),
        ("{% include 'b.html' %}", "Sjabloon b.html, regel 3: Kastje heeft geen 'maam'."),
    ],
)
@pytest.mark.parametrize(
    "environment", [rendering.environment, rendering.plain, rendering.pages()], ids=["html", "plain", "pages"]
)
def test_it_is_said_where_it_stands(environment: jinja2.Environment, text: str, sentence: str) -> None:
    texts = {
        "a.html": f"{{% import 'macros.html' as deel %}}\n{text}",
        "b.html": "\n\n{{ view.maam }}",
        "macros.html": "\n\n\n{% macro zin(tekst) %}{{ tekst }}{% endmacro %}",
    }
    own = environment.overlay(loader=jinja2.DictLoader(texts))
    with pytest.raises(jinja2.UndefinedError) as raised:
        own.get_template("a.html").render(view=Kastje())
    assert str(raised.value) == sentence


def test_what_is_there_is_shown() -> None:
    assert rendering.environment.from_string("{{ view.naam }}").render(view=Kastje()) == "Een"


def test_a_template_of_a_page_is_read_without_the_white_space_of_its_writer() -> None:
    """Between two things that stand beside each other some remains, and a line stays the line that it was."""
    written = """\
{# What it is. #}
{% from "x.html" import a, b %}
<ul>
  {% for one in view.alle %}
    <li>{{ one }}</li>
  {% endfor %}
</ul>
<p>Een {% if view.alle %}twee{% endif %}
  <b>drie</b>
  {% if view.alle -%}
    vier
  {%- endif %}
</p>
"""
    texts = {"a.html": rendering.tight(written), "x.html": "{% macro a() %}{% endmacro %}{% macro b() %}{% endmacro %}"}
    environment = jinja2.Environment(loader=jinja2.DictLoader(texts), undefined=rendering.Unknown)
    shown = environment.get_template("a.html").render(view={"alle": "ab"})
    assert shown == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Een twee\n<b>drie</b>\nvier</p>"
    assert rendering.tight(written).count("\n") == written.count("\n")


def test_a_name_that_is_missing_is_still_said_at_its_own_line() -> None:
    texts = {"a.html": rendering.tight("{# Wat. #}\n  {% if True %}\n\n    {{ view.maam }}\n  {% endif %}")}
    environment = jinja2.Environment(loader=jinja2.DictLoader(texts), undefined=rendering.Unknown)
    with pytest.raises(jinja2.UndefinedError, match=r"^Sjabloon a.html, regel 4: Kastje heeft geen 'maam'\."):
        environment.get_template("a.html").render(view=Kastje())


def test_a_template_is_compiled_once_and_again_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    rendering.prepare()
    monkeypatch.setattr(macros.Environment, "compile", lambda *_, **__: pytest.fail("it was compiled before"))
    rendering.pages().get_template("verhaal.html")
    own = rendering.pages()
    own.loader = jinja2.DictLoader({"verhaal.html": "anders"})
    with pytest.raises(pytest.fail.Exception):
        own.get_template("verhaal.html")
