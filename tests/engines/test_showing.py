"""A template gets its view and nothing else: a name that is misspelt stops the build, and is said where it stands."""

from __future__ import annotations

import functools
from pathlib import Path

import jinja2
import pytest
from mkdocs.exceptions import BuildError

from kennisbank.building import whole
from kennisbank.engines.mkdocs import content, running
from kennisbank.parts import rendering
from kennisbank.parts.rendering import PARTS
from kennisbank.reading import settings
from tests.building.test_urgent import job
from tests.site_support import mini_root

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings

MISSPELT = [
    ("verhaal.html", "view.bron", "view.brom", "VerhaalView heeft geen 'brom'."),
    ("404.html", "site.deuren", "sitee.deuren", "'sitee' is er niet."),
    ("kaartje/template.html", "k.plaats", "k.plats", "Kaartje heeft geen 'plats'."),
]


@pytest.mark.parametrize(("name", "right", "wrong", "sentence"), MISSPELT)
def test_a_name_that_is_misspelt_stops_the_build(
    name: str, right: str, wrong: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = PARTS / name if (PARTS / name).exists() else rendering.place(name)
    text = file.read_text(encoding="utf-8")
    assert right in text
    changed = text.replace(right, wrong)
    line = next(number for number, row in enumerate(changed.split("\n"), 1) if wrong in row)
    own = rendering.pages

    def pages() -> jinja2.Environment:
        env = own()
        assert env.loader is not None
        env.loader = jinja2.ChoiceLoader([jinja2.DictLoader({name: changed}), env.loader])
        return env

    monkeypatch.setattr(rendering, "pages", pages)
    monkeypatch.setenv("KENNISBANK_PROCESSES", "1")
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "cache"))
    out = tmp_path / "site"
    with (
        job(mini_root(tmp_path), out, functools.partial(running.run, settings.read())) as work,
        pytest.raises(jinja2.UndefinedError) as stopped,
    ):
        whole.build(work)
    assert whole.reason(stopped.value, out).endswith(f"Sjabloon {name}, regel {line}: {sentence}")
    assert not out.exists()


def test_a_template_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError) as stopped:
        jinja2.Environment(loader=jinja2.DictLoader({"verhaal.html": "{% if view %}\n"})).get_template("verhaal.html")
    said = whole.reason(stopped.value, tmp_path)
    assert said.startswith("Sjabloon verhaal.html, regel 1: dit is niet te lezen.")


def test_a_preview_that_starts_with_a_mistake_shows_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = mini_root(tmp_path)
    (root / "stories" / "leeg.md").write_bytes(b"")
    monkeypatch.setattr(content._Preview, "on", False)
    with pytest.raises(BuildError, match="leeg"):
        content._content(root, running.LIBRARY)
    monkeypatch.setattr(content._Preview, "on", True)
    monkeypatch.setattr(content._Preview, "good", None)
    knowledge, problems = content._content(root, running.LIBRARY)
    assert [found.path for found in problems] == ["stories/leeg.md"]
    assert {verhaal.origin.slug for verhaal in knowledge.verhalen} >= {"klooster"}
