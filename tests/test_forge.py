"""The addresses of the place where the content is kept."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from hooks import inhoud
from kennisbank import forge
from kennisbank.forge import Forge

GITHUB = Forge("github", "https://github.com/voorbeeld/ruimte", "main")
FORGEJO = Forge("forgejo", "https://codeberg.example/voorbeeld/ruimte", "hoofd/tak")
TEXT = '---\ntitle: "A & B: 100% #1 + 2?"\n---\n\nÉén 🎨\n'


def test_changing_a_file() -> None:
    assert GITHUB.edit("stories/x.md") == "https://github.com/voorbeeld/ruimte/edit/main/stories/x.md"
    assert FORGEJO.edit("stories/x.md") == "https://codeberg.example/voorbeeld/ruimte/_edit/hoofd/tak/stories/x.md"
    assert GITHUB.edit("{path}").format(path="docs/over/index.md").endswith("/edit/main/docs/over/index.md")


def test_the_files_of_a_folder() -> None:
    assert GITHUB.folder("stories") == "https://github.com/voorbeeld/ruimte/tree/main/stories"
    assert FORGEJO.folder("stories") == "https://codeberg.example/voorbeeld/ruimte/src/branch/hoofd/tak/stories"


@pytest.mark.parametrize(
    ("place", "path", "filename"),
    [
        (GITHUB, "/voorbeeld/ruimte/new/main", "stories/x.md"),
        (FORGEJO, "/voorbeeld/ruimte/_new/hoofd/tak/stories/", "x.md"),
    ],
)
def test_a_new_file_arrives_as_it_was_given(place: Forge, path: str, filename: str) -> None:
    address = urlsplit(place.new("stories", "x.md", TEXT))
    assert address.path == path
    assert parse_qs(address.query) == {"filename": [filename], "value": [TEXT]}
    assert not address.fragment


def test_a_script_gets_the_address_with_gaps_and_how_long_it_may_be() -> None:
    view = GITHUB.view("werkvormen")
    assert view["nieuw"].endswith("?filename=werkvormen/{naam}&value={inhoud}")
    assert view["langste"] == 7500
    assert (view["naam"], FORGEJO.view("stories")["naam"]) == ("GitHub", "Forgejo")


def test_configuration() -> None:
    configured = {"soort": "github", "adres": "https://github.com/voorbeeld/ruimte/", "tak": " main "}
    assert forge.read(configured) == GITHUB


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"soort": "gitlab"}, 'De soort "gitlab" .* is onbekend. Kies uit: forgejo, github.'),
        ({"adres": ""}, "adres ontbreekt"),
        ({"tak": None}, "tak ontbreekt"),
        ({"adres": "github.com/voorbeeld"}, "geen webadres"),
        ({"adres": "https://github.com/{x}"}, "geen webadres"),
        ({"tak": "main?x"}, "geen naam van een tak"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_named_in_dutch(change: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        forge.read({"soort": "github", "adres": "https://github.com/voorbeeld/ruimte", "tak": "main"} | change)


@pytest.mark.parametrize("configured", [None, "github", []])
def test_no_configuration(configured: object) -> None:
    with pytest.raises(ValueError, match="soort ontbreekt"):
        forge.read(configured)


def engine(**place: str) -> MkDocsConfig:
    """Return the configuration that the hook sees, with content that is loaded already."""
    settings = {"soort": "forgejo", "adres": FORGEJO.adres, "tak": "main"} | place
    theme = SimpleNamespace(static_templates={"sitemap.xml"})
    return cast(
        MkDocsConfig,
        SimpleNamespace(theme=theme, extra={"kennisbank": object(), "bewaarplaats": settings}, edit_uri_template=None),
    )


def test_the_engine_follows_the_one_definition() -> None:
    config = inhoud.on_config(engine())
    assert config.edit_uri_template == FORGEJO.adres + "/_edit/main/{path}"
    assert config.extra["forge"].soort == "forgejo"


def test_an_unknown_forge_stops_the_build() -> None:
    with pytest.raises(BuildError, match="Kies uit: forgejo, github"):
        inhoud.on_config(engine(soort="svn"))
