"""A site elsewhere: other settings, lists, colours and texts, with the same tool; nothing of it is of this region."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.engines.mkdocs.content import configure
from kennisbank.engines.mkdocs.running import SETTINGS
from kennisbank.model import urls
from kennisbank.model.examples import streek
from kennisbank.model.project import Home
from kennisbank.pages.site import Site
from kennisbank.reading import settings
from kennisbank.reading.loader import load
from tests.pages import machine_support
from tests.pages.test_found import heads, sound, true
from tests.site_support import build
from tests.support import content, lists

ELDERS = PROJECT / "tests" / "elders"
TOOL = ("kennisbank", "hooks", "scripts")
OURS = re.compile("groning|drent|hanze|beilen|hummel", re.IGNORECASE)
"""Words of the region of this site, of its report and of who made that."""
REGION = re.compile(rb"groning|drent|hanze", re.IGNORECASE)
CREDIT = "van Beilen & Hummel, 2022"
"""What a werkvorm that was borrowed says of where it comes from, as its licence asks."""
COMMON = {"Haren", "Leek", "Assen", "Roden"}
"""Places of this region with a name that is a word too."""
DUTCH = PROJECT / "kennisbank" / "finding" / "nederlands"
"""Words that Dutch has everywhere: a "hummel" is a small child."""
RUIMTES = ["plek", "kind", "taal", "ambacht", "twijfel", "experiment", "toekomst"]
TEXTS = {".html", ".xml", ".json", ".txt", ".js", ".css", ".svg"}


@pytest.fixture(name="site", scope="module")
def fixture_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    def fill(folder: Path) -> None:
        result = build(ELDERS, folder / "site")
        assert result.returncode == 0, result.stdout + result.stderr

    return once("elders", fill) / "site"


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def words(site: Path, address: str) -> str:
    body = page(site, address).body
    assert body is not None
    return body.text()


@pytest.mark.parametrize("folder", TOOL)
def test_the_tool_names_neither_the_region_nor_the_report(folder: str) -> None:
    files = [file for file in (PROJECT / folder).rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    files = [file for file in files if file.parent != DUTCH]
    assert len(files) > 2
    named = {
        file.relative_to(PROJECT).as_posix(): found[0]
        for file in files
        if (found := OURS.search(file.read_bytes().decode("utf-8", "replace")))
    }
    assert named == {}


def test_the_settings_of_the_engine_say_nothing_of_the_site() -> None:
    text = SETTINGS.read_text(encoding="utf-8")
    said = yaml.load(text, yaml.BaseLoader)
    assert said.keys().isdisjoint({"site_description", "site_url", "copyright", "extra", "repo_url", "edit_uri"})
    here = settings.read(PROJECT)
    assert said["site_name"] == f"Zie {settings.FILE}", "MkDocs wants one; it is no name that could be taken for one"
    for value in (here.site, here.forge.adres, here.sentence, here.rights, here.report):
        assert not value or value not in text


def test_the_engine_gets_them_from_the_settings_of_the_site() -> None:
    here, config = settings.read(PROJECT), configure(load_config(str(PROJECT / "mkdocs.yml")))
    assert (config.site_name, config.site_url) == (here.name, here.site)


def test_the_sentence_about_the_site_names_the_provinces_of_the_list() -> None:
    assert streek(lists()) in settings.read(PROJECT).sentence


def test_the_check_accepts_it() -> None:
    loaded = load(ELDERS)
    assert (loaded.problems, loaded.notices) == ((), ())
    assert loaded.knowledge is not None
    assert [ruimte.origin.slug for ruimte in loaded.knowledge.ruimtes] == RUIMTES
    assert loaded.knowledge.streek == "Fryslân en Flevoland"


def test_no_file_names_this_region(site: Path) -> None:
    """Whatever it is called and holds; a picture has pixels and the hash of its drawing, and nothing is compressed."""
    files = [file for file in site.rglob("*") if file.is_file()]
    assert len(files) > 300
    assert not {file.suffix for file in files} & {".gz", ".br", ".zip", ".jpg", ".avif", ".webp"}, "unpack it first"
    for file in files:
        assert not REGION.search(file.relative_to(site).as_posix().encode()), file
        assert not (found := REGION.search(file.read_bytes())), (file, found)
        if file.suffix == ".png":
            with Image.open(file) as image:
                assert all(re.fullmatch("[0-9a-f]{64}", str(said)) for said in image.info.values()), (file, image.info)


def test_no_page_names_a_place_or_a_story_of_ours(site: Path) -> None:
    here = lists()
    names = {term.label for name in ("provincie", "regio", "plaats") for term in here[name].terms} - COMMON
    names |= {term.label for term in here["voorbeeld"].terms if term.slug not in {"ruimte", "ruimte-twee"}}
    ours = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    # A list of Dutch words has those that are the name of a place too.
    files = [file for file in site.rglob("*") if file.suffix in TEXTS and file.parent.name != "nederlands"]
    assert len(files) > 250
    credited = 0
    for file in files:
        text = html.unescape(file.read_text(encoding="utf-8")).replace("\\u0026", "&")
        credited += CREDIT in text
        text = text.replace(CREDIT, "")
        assert not (found := ours.search(text) or OURS.search(text)), (file, found)
    assert credited > 40, "each werkvorm that was borrowed says where it comes from"


def test_its_pages_say_what_its_settings_say(site: Path) -> None:
    home = page(site, "")
    title = home.css_first("title")
    assert title is not None
    assert title.text() == "Romte – Voorbeelden van samen leren met kunst in Fryslân en Flevoland"
    foot = words(site, "verhalen")
    assert "Voorbeelden van samen leren met kunst in Fryslân en Flevoland." in foot
    assert "Teksten CC BY 4.0. Deze site" in foot
    link = page(site, "verhalen/dansen-op-de-dijk").css_first("link[rel=canonical]")
    assert link is not None
    assert link.attributes["href"] == "https://romte.example/verhalen/dansen-op-de-dijk/"
    assert "(§)" not in words(site, "begrippen"), "it has no report"


def test_machines_read_of_its_own_values_at_its_own_address(site: Path) -> None:
    told = machine_support.read(site)
    assert list(machine_support.faults(told, site, settings.read(ELDERS).site)) == []
    (story,) = machine_support.nodes(told.pages["verhalen/dansen-op-de-dijk/"])
    assert story["author"]["name"] == settings.read(ELDERS).name
    assert "isBasedOn" not in story, "it has no report"


def test_who_finds_it_elsewhere_reads_of_its_own_provinces(site: Path) -> None:
    told = heads(site)
    loaded = load(ELDERS)
    assert loaded.knowledge is not None
    sound(told, [werkvorm.title for werkvorm in loaded.knowledge.werkvormen])
    assert true(told, loaded.knowledge) > 30
    number = len(loaded.knowledge.verhalen)
    assert told["verhalen/"].title == f"{number} praktijkverhalen uit Fryslân en Flevoland – Romte"
    assert "uit Fryslân" in told["schooltype/po/"].title


def test_a_browser_searches_it_at_its_own_address(site: Path) -> None:
    text = (site / "opensearch.xml").read_text(encoding="utf-8")
    assert "<ShortName>Romte</ShortName>" in text
    assert 'template="https://romte.example/zoeken/?q={searchTerms}"' in text


def test_who_finds_nothing_is_led_to_what_it_has(site: Path) -> None:
    links = [a.attributes["href"] for a in page(site, "zoeken").css("[aria-labelledby=rb-gemist] a")]
    assert links == ["../meedoen/verhaal-schrijven/", "../meedoen/praktijkvoorbeeld-schrijven/"], "it has no guide"


def test_it_has_as_many_ruimtes_as_it_names(site: Path) -> None:
    assert "De zeven ruimtes" in words(site, "ruimtes")
    assert "leg ze alle zeven op tafel" in words(site, "ruimte/kaarten")
    assert "hooguit 7" in words(site, "meedoen/velden")
    assert "leer je eerst de zeven ruimtes kennen" in words(site, "sessie")
    schema = json.loads((site / "schema" / "verhaal.json").read_text(encoding="utf-8"))["properties"]["ruimtes"]
    assert (schema["maxItems"], schema["items"]["enum"]) == (7, RUIMTES)
    for file in site.rglob("*.html"):
        assert not re.search(r"\bnegen (?:ruimtes|kaarten|woorden|namen)", file.read_text(encoding="utf-8")), file


def test_its_glyph_has_seven_cells_in_three_rows(site: Path) -> None:
    glyph = page(site, "verhalen/dansen-op-de-dijk").css_first(".rb-glyph")
    assert glyph is not None
    assert glyph.attributes["aria-label"] == "Ruimtes: De plek en De taal"
    filled, drawn = glyph.css("path.vol"), "".join(cell.attributes["d"] or "" for cell in glyph.css("path"))
    assert [cell.attributes["class"] for cell in filled] == ["vol rb-van-plek", "vol rb-van-taal"]
    assert sorted(re.findall(r"M([\d.]+ [\d.]+)h", drawn)) == sorted(
        ["1 1", "9.5 1", "18 1", "1 9.5", "9.5 9.5", "18 9.5", "9.5 18"]
    )
    assert list(site.rglob("1010000.png")), "the picture of plek and taal"


def test_its_colours_are_its_own(site: Path) -> None:
    [sheet] = (site / "assets").glob("site-*.css")
    light, _, dark = sheet.read_text(encoding="utf-8").partition(".rb-van-toekomst{--rb-ruimte:#8a1f4d}")
    assert "--rb-accent:#1c4f9c;" in light
    assert ".rb-van-plek{--rb-ruimte:#1c6b4a}" in light
    assert ":root{--rb-accent:#9dbdf5;" in dark
    assert ".rb-van-plek{--rb-ruimte:#86d1ac}" in dark
    assert re.search(r"\.rb-van-kind\{--rb-ruimte:#[0-9a-f]{6}\}", dark), "made of the one for light pages"
    assert "#1f5f5b" not in light.partition("--rb-accent:#1c4f9c;")[2] + dark, "that of the theme"
    icon = (site / "assets" / "favicon.svg").read_text(encoding="utf-8")
    assert ("#1c4f9c" in icon, "#9dbdf5" in icon, icon.count("<rect")) == (True, True, 6)
    assert json.loads((site / urls.APP).read_text(encoding="utf-8"))["theme_color"] == "#1c4f9c"


def test_what_it_borrows_is_not_its_own_to_change(site: Path) -> None:
    loaded = load(ELDERS)
    assert loaded.knowledge is not None
    titles = {werkvorm.origin.slug: werkvorm.title for werkvorm in loaded.knowledge.werkvormen}
    lent = {path.removeprefix("werkvormen/").removesuffix(".md") for path in loaded.knowledge.lent}
    assert titles.keys() - lent == {"kring", "omkering", "tijdlijn"}
    assert titles["tijdlijn"] == "Onze tijdlijn", "its own goes before that of the tool"
    ours = {werkvorm.origin.slug: set(werkvorm.ruimtes) for werkvorm in content().werkvormen}
    assert lent == {slug for slug, named in ours.items() if named & {*RUIMTES, "alle"}} - {"tijdlijn"}
    assert {slug for werkvorm in loaded.knowledge.werkvormen for slug in werkvorm.ruimtes} <= {*RUIMTES, "alle"}
    home = replace(loaded.knowledge.project.forge, adres="https://codeberg.org/romte/site")
    shown = Site(loaded.knowledge)
    where = Home("https://romte.example/", home)
    frame = shown.frame("https://romte.example/")
    for slug, own in (("kring", True), ("kaarten-op-tafel", False)):
        uri = f"werkvormen/{slug}.md"
        assert bool(shown.shown(uri, "", where, frame).blad.verbeter) is own, slug


def test_it_shows_the_facets_that_it_chose(site: Path) -> None:
    assert (site / "discipline" / "dans" / "index.html").exists()
    assert not (site / "omgeving").exists()
    assert "Omgeving" not in words(site, "kenmerken")
    assert "Omgeving" not in words(site, "verhalen/dansen-op-de-dijk"), "though the story names one"
    keuzes = {file.stem for file in (site / "zoeken").glob("*/keuzes/*.json")}
    assert {name.partition(".")[0] for name in keuzes} == {"ruimte", "schooltype", "partnertype", "regio", "discipline"}


def test_it_has_a_map_of_its_own_with_two_provinces(site: Path) -> None:
    tree = page(site, "overzicht/kaart")
    svg = tree.css_first("svg.rb-landkaart")
    assert svg is not None
    assert (svg.attributes["aria-label"] or "").startswith("Landkaart van Fryslân en Flevoland.")
    lands = [title.text() for title in tree.css(".rb-landkaart--smal .rb-landkaart__land title")]
    assert lands == ["Fryslân", "Flevoland"]
    assert len(tree.css(".rb-landkaart--breed .rb-landkaart__plek")) == 3


def test_its_examples_are_its_own(site: Path) -> None:
    fields = words(site, "meedoen/velden")
    assert "plaats: Dokkum" in fields
    assert "regio: noordoost-fryslan" in fields
    assert "In welk deel van Fryslân of Flevoland?" in fields
    assert "regio: zuidwest-fryslan" in words(site, "meedoen/foutmeldingen")


def test_its_stories_say_that_they_are_invented() -> None:
    for file in (ELDERS / "stories").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        assert 'title: "Voorbeeld: ' in text
        assert "Dit voorbeeld is verzonnen." in text
        assert not re.search(r"(?m)^(scholen|partners|sites):", text), "it names nobody"
