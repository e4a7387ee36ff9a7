"""The addresses of the place where the content is kept."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.parse import parse_qs, urlsplit

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from kennisbank.engines.mkdocs import content
from kennisbank.model import forge
from kennisbank.model.forge import Forge
from kennisbank.model.project import Home
from kennisbank.pages.site import Site
from kennisbank.problems.report import as_text
from kennisbank.reading import settings
from tests.site_support import SETTINGS
from tests.support import knowledge, verhaal

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
    assert view.nieuw.endswith("?filename=werkvormen/{naam}&value={inhoud}")
    assert view.langste == 7500
    assert view.omweg == "https://github.com/login?return_to="
    assert FORGEJO.view("stories").omweg.endswith("/user/login?redirect_to=")
    assert (view.naam, FORGEJO.view("stories").naam) == ("GitHub", "Forgejo")


def configured(**change: str) -> str:
    """Return the settings of the tests with another repository."""
    lines = {"soort": "github", "adres": "https://github.com/voorbeeld/ruimte/", "tak": " main "} | change
    block = "".join(f"  {name}: {value}\n" for name, value in lines.items() if value)
    return re.sub(r"(?m)^bewaarplaats:\n(?:  .*\n)+", f"bewaarplaats:\n{block}", SETTINGS)


def test_configuration(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text(configured())
    assert settings.read(tmp_path).forge == GITHUB


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"soort": "gitlab"}, 'De soort "gitlab" is onbekend. Kies uit: forgejo, github.'),
        ({"adres": ""}, 'Bij "bewaarplaats" ontbreekt "adres".'),
        ({"tak": ""}, 'Bij "bewaarplaats" ontbreekt "tak".'),
        ({"adres": "github.com/voorbeeld/x"}, "geen webadres"),
        ({"adres": "https://github.com/voorbeeld"}, "geen webadres van een bewaarplaats"),
        ({"adres": "'https://github.com/{x}/y'"}, "geen webadres"),
        ({"tak": "main?x"}, "geen naam van een tak"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_named_in_dutch(
    change: dict[str, str], words: str, tmp_path: Path
) -> None:
    (tmp_path / settings.FILE).write_text(configured(**change))
    found, problems = settings.load(tmp_path)
    assert found is None
    assert words in as_text(problems)


@pytest.mark.parametrize("other", ["", "bewaarplaats: github\n", "bewaarplaats: []\n"])
def test_no_configuration(other: str, tmp_path: Path) -> None:
    text = re.sub(r"(?m)^bewaarplaats:\n(?:  .*\n)+", other, SETTINGS)
    (tmp_path / settings.FILE).write_text(text)
    (problem,) = settings.load(tmp_path)[1]
    assert "bewaarplaats" in problem.field
    assert "tak" in problem.message + problem.hint


def engine(root: Path, adres: str = "https://codeberg.org/team/kennis", soort: str = "forgejo") -> MkDocsConfig:
    """Return the configuration that the engine has, with content that is loaded already, for a root with settings."""
    (root / settings.FILE).write_text(configured(adres=adres, soort=soort))
    theme = SimpleNamespace(static_templates={"sitemap.xml"})
    extra = {"kennisbank": SimpleNamespace(knowledge=knowledge()), "root": str(root)}
    config = type("Config", (SimpleNamespace,), {"__module__": MkDocsConfig.__module__})
    return cast(MkDocsConfig, config(watch=[], theme=theme, extra=extra, site_url=None))


def test_the_engine_follows_the_one_definition(tmp_path: Path) -> None:
    config = content.configure(engine(tmp_path))
    assert config.extra["home"].forge.edit("x.md") == "https://codeberg.org/team/kennis/_edit/main/x.md"
    assert config.site_url == "https://ruimte.example/"


def test_an_unknown_forge_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="Kies uit: forgejo, github"):
        content.configure(engine(tmp_path, soort="svn"))


# What is still an example


@pytest.mark.parametrize(
    ("adres", "example"),
    [
        ("https://github.com/voorbeeld/ruimte", True),
        ("https://codeberg.org/voorbeeld/x", True),
        ("https://forge.example/team/kennis", True),
        ("https://example.org/team/kennis", True),
        ("https://git.voorbeeld.nl/team/kennis", True),
        ("http://localhost:3000/team/kennis", True),
        ("https://github.com/team/voorbeeld", False),
        ("https://github.com/voorbeeldig/kennis", False),
        ("https://mijnexample.org/team/kennis", False),
    ],
)
def test_what_counts_as_an_example(adres: str, example: bool) -> None:
    assert Forge("github", adres, "main").example is example
    assert Forge("github", adres, "main").view("stories").werkt is not example


@pytest.mark.parametrize(
    ("adres", "link"),
    [
        ("https://codeberg.org/voorbeeld/kennis", ""),
        ("https://codeberg.org/team/kennis", "https://codeberg.org/team/kennis/_edit/main/stories/een.md"),
    ],
)
def test_an_example_gives_no_links_to_improve_a_page(adres: str, link: str) -> None:
    site, home = Site(knowledge(verhaal("een"))), Home("https://team.nl/", Forge("forgejo", adres, "main"))
    assert site.shown("stories/een.md", "", home, site.frame(home.site)).blad.verbeter == link


# The places that a link can name


@pytest.mark.parametrize(
    ("target", "github", "forgejo"),
    [
        ("", "", ""),
        ("meld", "/issues/new/choose", "/issues/new/choose"),
        ("voorstellen", "/pulls", "/pulls"),
        ("map/docs/bundels", "/tree/main/docs/bundels", "/src/branch/hoofd/tak/docs/bundels"),
        ("nieuw/docs/bundels", "/new/main/docs/bundels", "/_new/hoofd/tak/docs/bundels"),
        ("upload/stories", "/upload/main/stories", "/_upload/hoofd/tak/stories"),
        ("verbeter/ingetrokken.txt", "/edit/main/ingetrokken.txt", "/_edit/hoofd/tak/ingetrokken.txt"),
    ],
)
def test_a_place_has_an_address_at_every_forge(target: str, github: str, forgejo: str) -> None:
    assert GITHUB.place(target) == GITHUB.adres + github
    assert FORGEJO.place(target) == FORGEJO.adres + forgejo


@pytest.mark.parametrize(
    "target",
    [
        "map",
        "map/",
        "meld/x",
        "tree/stories",
        "map/../x",
        "map//x",
        "map/x/",
        "map/.git",
        "verbeter/a?b",
        "/x",
        "map/a b",
    ],
)
def test_what_is_no_place_has_none(target: str) -> None:
    assert forge.place(target) is None
    assert GITHUB.place(target) is None


def test_every_word_that_is_known_has_an_address() -> None:
    assert all(GITHUB.place(f"{word}/x" if kind else word) for word, kind in forge.PLACES.items())
