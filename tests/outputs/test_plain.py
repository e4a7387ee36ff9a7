"""The whole site as plain Markdown: what others read of it, and what another engine makes of it."""

from __future__ import annotations

import posixpath
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import frontmatter
import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mkdocs.commands.build import build
from mkdocs.config import load_config

from kennisbank.building import publish
from kennisbank.cli import commands
from kennisbank.model import urls
from kennisbank.outputs import cache, gallery
from kennisbank.outputs.plain import folder, pages
from kennisbank.outputs.plain.texts import Picture, plain
from kennisbank.outputs.plain.writing import Places, headed, words
from kennisbank.outputs.templates import templates
from kennisbank.pages.site import Site
from kennisbank.reading.loader import load
from tests.site_support import HOME, MINI, fingerprint, real_root

KEPT_OUT = ("zonder-toestemming", "Geheimzinnige", "nog-een-concept", "Onaffe")
"""What only texts say, or name, that are not on the small site."""


def made(root: Path, spare: Path) -> dict[str, bytes]:
    loaded = load(root)
    assert loaded.knowledge is not None, loaded.problems
    site = Site(loaded.knowledge)
    site.made = gallery.make(site.originals(), cache.folder("beelden"), spare)
    return dict(folder.files(site, loaded.knowledge.project))


@pytest.fixture(scope="module", name="small")
def fixture_small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of the small knowledge base."""
    return made(MINI, tmp_path_factory.mktemp("beelden"))


@pytest.fixture(scope="module", name="real")
def fixture_real(tmp_path_factory: pytest.TempPathFactory, real_site: Path) -> dict[str, bytes]:
    """Return the files of the site itself, of which the build has made the pictures."""
    assert real_site.is_dir()
    return made(real_root(tmp_path_factory.mktemp("echt")), tmp_path_factory.mktemp("beelden"))


def texts(files: dict[str, bytes]) -> dict[str, str]:
    return {path: content.decode() for path, content in files.items() if path.endswith(".md") and path != "README.md"}


def tokens(text: str) -> list[Token]:
    found = MarkdownIt("commonmark").parse(text)
    return [*found, *(child for token in found for child in token.children or ())]


def test_a_text_is_read_with_its_fields_and_its_title(real: dict[str, bytes]) -> None:
    for path, text in texts(real).items():
        page = frontmatter.loads(text)
        assert page["title"] and page["description"], path
        assert page.content.startswith("# "), path
    story = frontmatter.loads(real["docs/verhalen/klooster-van-ter-apel.md"].decode())
    assert (story["regio"], story["speelde"], story["datum"].year) == ("oost-groningen", "2017-2021", 2026)
    assert story["ruimtes"] == ["kind", "plek", "experiment", "lege-ruimte"]
    assert story.keys().isdisjoint({"toestemming", "toestemming_kenmerk", "zoekwoorden", "concept", "eerder"})


def test_every_link_and_picture_is_there_and_nothing_is_html(real: dict[str, bytes]) -> None:
    links = 0
    for path, text in texts(real).items():
        for token in tokens(frontmatter.loads(text).content):
            assert not token.type.startswith("html"), (path, token.content)
            named = token.attrGet("href") or token.attrGet("src")
            if named is None or str(named).startswith(("http://", "https://", "mailto:", "#")):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(str(named))))
            assert target in real, (path, named)
            links += 1
        for token in tokens(text):
            assert token.type != "image" or token.content.strip(), f"{path}: a picture without words"
    assert links > 3000
    pictures = {path for path in real if path.endswith((".png", ".jpg", ".svg"))}
    assert {"docs/meedoen/formulier.png", "docs/verhalen/klooster-van-ter-apel/tekening.svg"} <= pictures


@pytest.mark.apart
def test_every_page_without_a_script_is_there(small: dict[str, bytes]) -> None:
    """Texts, values, pairs, overviews, words: as the small site has them."""
    expected = "index verhalen/index verhalen/klooster voorbeelden/oefenen-met-een-kunstenaar bundels/plek".split()
    expected += "ruimtes/plek/index regio/oost-groningen regio/groningen kenmerken begrippen over/eerste".split()
    expected += "overzicht/index overzicht/kaart overzicht/jaren werkvormen/kinderdialoog meedoen/waarden".split()
    expected += ["ruimtes/plek/partner/museum"]
    there = {path.removeprefix("docs/").removesuffix(".md") for path in texts(small)}
    assert there.issuperset(expected), set(expected) - there
    assert not {
        path for path in there if path.startswith(("zoeken", "sessie", "selectie", "ruimte/kaarten", "offline"))
    }


@pytest.mark.apart
def test_what_is_not_on_the_site_leaves_no_trace(small: dict[str, bytes]) -> None:
    for path, content in small.items():
        found = [word for word in KEPT_OUT if word.encode() in content or word in path]
        assert not found, (path, found)


@pytest.mark.apart
def test_a_title_is_no_html_for_whoever_shows_it(small: dict[str, bytes]) -> None:
    text = small["docs/verhalen/opmaak.md"].decode()
    assert "<script>" not in text
    assert frontmatter.loads(text)["title"].startswith("&lt;script>")


@pytest.mark.apart
def test_a_former_address_leads_on(small: dict[str, bytes]) -> None:
    lines = small["docs/_redirects"].decode().splitlines()
    assert "/verhalen/museum-eerst/ /verhalen/museum-in-het-dorp/ 301" in lines
    assert all("docs" + line.split()[1] in {f"docs/{place}" for place in _addresses(small)} for line in lines)


def _addresses(files: dict[str, bytes]) -> set[str]:
    """Return the addresses that the pages of a folder get, as engines give them."""
    return {urls.page(path.removeprefix("docs/")) for path in texts(files)}


def test_the_menu_of_either_engine_names_files(real: dict[str, bytes]) -> None:
    one = tomllib.loads(real["zensical.toml"].decode())["project"]
    other = yaml.safe_load(real["mkdocs.yml"])
    assert one["nav"] == other["nav"]
    assert (one["theme"]["language"], one["theme"]["font"]) == ("nl", False)

    def named(menu: list[dict[str, Any]]) -> list[str]:
        values = [value for entry in menu for value in entry.values()]
        return [path for value in values for path in ([value] if isinstance(value, str) else named(value))]

    assert len(named(one["nav"])) > 40
    assert {f"docs/{path}" for path in named(one["nav"])} <= real.keys()


@pytest.mark.apart
def test_mkdocs_makes_a_site_of_it_without_a_warning(small: dict[str, bytes], tmp_path: Path) -> None:
    for path, content in small.items():
        file = tmp_path / "bron" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    out = tmp_path / "site"
    build(load_config(str(tmp_path / "bron" / "mkdocs.yml"), site_dir=str(out), plugins=[], strict=True))
    page = (out / "verhalen" / "klooster" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../ruimtes/plek/"' in page and "De museumdocent." in page
    fetched = re.findall(r"<(?:script|link|img)[^>]*?(?:src|href)=\"(?:https?:)?//[^\"]*\"[^>]*>", page)
    assert all('rel="canonical"' in one for one in fetched), "nobody else is asked for anything"


@pytest.mark.apart
def test_the_command_writes_over_its_own_folder_only(
    small: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And always the same."""
    out = tmp_path / "markdown"
    given = ["stage", "--root", str(MINI), "--out", str(out)]
    assert commands.main(given) == 0
    assert "verhalen als Markdown in" in capsys.readouterr().out
    before = fingerprint(out)
    assert {path: (out / path).read_bytes() for path in before} == small
    (out / "docs" / "oud.md").write_text("van een vorige keer", encoding="utf-8")
    assert commands.main(given) == 0
    assert fingerprint(out) == before
    (out / folder.SETTINGS).unlink()
    with pytest.raises(SystemExit) as ended:
        commands.main(given)
    assert ended.value.code == 2
    assert "staat iets anders dan een site als Markdown; die map overschrijf ik niet" in capsys.readouterr().err
    assert (out / "README.md").is_file()


@pytest.mark.apart
def test_the_second_that_writes_a_folder_stops(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with publish.staging(tmp_path / "uit"), pytest.raises(SystemExit) as ended:
        commands.main(["stage", "--root", str(MINI), "--out", str(tmp_path / "uit")])
    assert ended.value.code == 2
    assert "Wacht tot die klaar is" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


@pytest.mark.apart
def test_the_command_writes_nothing_of_a_root_with_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "leeg.md").touch()
    assert commands.main(["stage", "--root", str(tmp_path), "--out", str(tmp_path / "uit")]) == 1
    assert "leeg.md" in capsys.readouterr().out
    assert not (tmp_path / "uit").exists()


PAGES = {"stories/a.md": "verhalen/a/", "over/index.md": "over/"}
FILES = Places({"verhalen/a/": "verhalen/a.md", "over/": "over/index.md"}, "over/index.md")
PICTURES = {"over/kast.png": Picture("over/kast.png", "Een kast")}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Zie [het verhaal](/stories/a.md).", "Zie [het verhaal](../verhalen/a.md)."),
        ("Zie [het verhaal](../stories/a.md#kop).", "Zie [het verhaal](../verhalen/a.md)."),
        ("Zie [dit](/stories/weg.md) niet.", "Zie dit niet."),
        ("Zie [dit](site:/stories/a.md).", "Zie [dit](../verhalen/a.md)."),
        ("Het staat op [](site:/stories/a.md).", f"Het staat op [{HOME.site}verhalen/a/](../verhalen/a.md)."),
        ("Stel het [voor](bewaarplaats:voorstellen).", "Stel het [voor](https://github.com/team/kennis/pulls)."),
        ("Lees `[zo](/stories/weg.md)` het.", "Lees `[zo](/stories/weg.md)` het."),
        ("Zie [a][1] en [b][2].\n\n[1]: /stories/a.md\n[2]: /stories/weg.md", None),
        ("![](kast.png)", "![Een kast](kast.png)"),
        ("## Kop één\n\n[boven](#kop-een), [weg](#weg)", "## Kop één\n\n[boven](#kop-een), weg"),
        ("Eerst:\n- een\n- twee", "Eerst:\n\n- een\n- twee"),
        (
            "1. een\n   meer\n\n   - diep\n     dieper\n2. twee",
            "1. een\n    meer\n\n    - diep\n        dieper\n2. twee",
        ),
        ("[elders](https://example.org/)", "[elders](https://example.org/)"),
    ],
)
def test_what_is_ours_becomes_what_everybody_reads(body: str, said: str | None) -> None:
    found = plain(body, "over/index.md", HOME, PAGES, PICTURES, FILES)
    assert found.strip() == (said or "Zie [a][1] en b.\n\n[1]: ../verhalen/a.md")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Een *ster* en [haken]", r"Een \*ster\* en \[haken\]"),
        ("<b> & &lt; R&D", "&lt;b> & &amp;lt; R&D"),
        ("1. eerst", r"1\. eerst"),
        ("- streep", r"\- streep"),
        ("# hekje", r"\# hekje"),
        ("2026 was mooi", "2026 was mooi"),
    ],
)
def test_no_sign_of_a_title_means_anything(text: str, said: str) -> None:
    assert words(text) == said
    assert "".join(token.content for token in MarkdownIt("commonmark").parse(said)[1].children or ()) == text


def test_fields_are_read_back_as_they_were() -> None:
    fields = {"title": "ja: nee", "jaren": "2017-2021", "nee": "nee", "lijst": ["NO", "010", "12:30"], "leeg": ""}
    page = frontmatter.loads(headed(fields, "Tekst\n"))
    assert (page.metadata, page.content) == (fields, "Tekst")


@pytest.mark.apart
def test_a_site_that_stands_nowhere_yet_names_no_address(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "bron")
    settings = tmp_path / "bron" / "ruimte.yml"
    settings.write_text(re.sub(r"(?m)^adres: .*\n", "", settings.read_text(encoding="utf-8")), encoding="utf-8")
    files = made(tmp_path / "bron", tmp_path / "beelden")
    assert b"site_url" not in files["mkdocs.yml"] + files["zensical.toml"]
    assert b"\n/verhalen/museum-eerst/ /verhalen/museum-in-het-dorp/ 301\n" in files["docs/_redirects"]


def test_of_each_page_it_is_decided_whether_it_says_something_without_a_script() -> None:
    """What is left out is a tool, a notice, or what stands beside the pages of this site alone."""
    left = (
        "404 afdrukken data ingesloten ingetrokken kaarten lezen nu offline schrijven selectie sessie uitdelen zoeken"
    )
    every = {template.name.split("/")[1] for template in templates() if template.name.startswith("pages/")} | {"404"}
    assert every == {view.template.removesuffix(".html") for view in pages.WRITERS} | {*left.split()}
