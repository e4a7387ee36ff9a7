"""No script and no style asks for a newer browser than the oldest that the site says it works in."""

from __future__ import annotations

import pytest

from kennisbank import PACKAGE, PROJECT
from tests.oldest_support import OLDEST, SCRIPTS, STYLES, Feature, found, sources

pytestmark = pytest.mark.apart  # it looks at code, and at a sentence about it


@pytest.mark.parametrize(("ending", "features"), [(".js", SCRIPTS), (".css", STYLES)], ids=["scripts", "styles"])
def test_nothing_asks_for_a_newer_browser(ending: str, features: tuple[Feature, ...]) -> None:
    texts = list(sources(PACKAGE, ending))
    assert len(texts) > 50
    wrong = [
        f"{path}: {feature.name} is of {feature.since}"
        for path, text in texts
        for feature in found(text, features)
        if feature.newer and not feature.harmless
    ]
    assert wrong == []


@pytest.mark.parametrize(("ending", "features"), [(".js", SCRIPTS), (".css", STYLES)], ids=["scripts", "styles"])
def test_what_is_harmless_is_used_and_newer(ending: str, features: tuple[Feature, ...]) -> None:
    used = {feature.name for _, text in sources(PACKAGE, ending) for feature in found(text, features)}
    assert [one.name for one in features if one.harmless and (not one.newer or one.name not in used)] == []


def test_what_is_newer_is_seen_in_a_text() -> None:
    text = "const a = [...b.values().map((c) => c)], d = URL.parse(e);"
    assert [one.name for one in found(text, SCRIPTS)] == ["Iterator.prototype", "URL.parse"]
    assert [one.name for one in found("a { color: light-dark(red, blue) }", STYLES)] == ["light-dark()"]
    assert all(one.newer for one in found(text, SCRIPTS))


@pytest.mark.parametrize("path", ["docs/over/colofon.md", "README.md"])
def test_the_oldest_browsers_are_named(path: str) -> None:
    text = " ".join((PROJECT / path).read_text(encoding="utf-8").split())
    chrome, firefox, safari = (f"{version:g}" for version in OLDEST)
    for name, version in (("Edge", chrome), ("Firefox", firefox), ("Safari", safari)):
        assert f"{name} {version}" in text
