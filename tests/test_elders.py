"""A site elsewhere: other settings, lists and texts, with the same tool; and nothing in the tool is of this region."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.engines.mkdocs.content import configure
from kennisbank.engines.mkdocs.running import SETTINGS
from kennisbank.model.examples import streek
from kennisbank.reading import settings
from kennisbank.reading.loader import load
from tests.pages import machine_support
from tests.pages.test_found import heads, sound, true
from tests.site_support import build
from tests.support import lists

ELDERS = PROJECT / "tests" / "elders"
TOOL = ("kennisbank", "hooks", "scripts")
OURS = re.compile("groning|drenthe|beilen|hummel", re.IGNORECASE)
"""Words of the region and of the report of this site."""
COMMON = {"Haren", "Leek", "Assen", "Roden"}
"""Places of this region with a name that is a word too."""
DUTCH = PROJECT / "kennisbank" / "finding" / "nederlands"
"""Words that Dutch has everywhere: "Gronings" is a language, "hummel" a small child."""
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
        assert value not in text


def test_the_engine_gets_them_from_the_settings_of_the_site() -> None:
    here, config = settings.read(PROJECT), configure(load_config(str(PROJECT / "mkdocs.yml")))
    assert (config.site_name, config.site_url) == (here.name, here.site)


def test_the_sentence_about_the_site_names_the_provinces_of_the_list() -> None:
    assert streek(lists()) in settings.read(PROJECT).sentence


def test_the_check_accepts_it() -> None:
    loaded = load(ELDERS)
    assert (loaded.problems, loaded.notices) == ((), ())
    assert loaded.knowledge is not None
    assert [ruimte.origin.slug for ruimte in loaded.knowledge.ruimtes] == ["plek", "haven", "kind", "twijfel"]
    assert loaded.knowledge.streek == "Voorbeeldland"


def test_no_page_names_this_region(site: Path) -> None:
    here = lists()
    names = {term.label for name in ("provincie", "regio", "plaats") for term in here[name].terms} - COMMON
    names |= {term.label for term in here["voorbeeld"].terms if term.slug not in {"ruimte", "ruimte-twee"}}
    ours = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    # A list of Dutch words has those that are the name of a place too.
    files = [file for file in site.rglob("*") if file.suffix in TEXTS and file.parent.name != "nederlands"]
    assert len(files) > 60
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not (found := ours.search(text) or OURS.search(text)), (file, found)


def test_its_pages_say_what_its_settings_say(site: Path) -> None:
    home = page(site, "")
    title = home.css_first("title")
    assert title is not None
    assert title.text() == "Vierkant – Voorbeelden van samen leren met kunst in Voorbeeldland"
    foot = words(site, "verhalen")
    assert "Voorbeelden van samen leren met kunst in Voorbeeldland." in foot
    assert "Teksten CC BY 4.0. Deze site" in foot
    link = page(site, "verhalen/dansen-aan-de-dam").css_first("link[rel=canonical]")
    assert link is not None
    assert link.attributes["href"] == "https://vierkant.example/verhalen/dansen-aan-de-dam/"
    assert "(§)" not in words(site, "begrippen"), "it has no report"


def test_machines_read_of_its_own_values_at_its_own_address(site: Path) -> None:
    told = machine_support.read(site)
    assert list(machine_support.faults(told, site, "https://vierkant.example/")) == []
    (story,) = machine_support.nodes(told.pages["verhalen/dansen-aan-de-dam/"])
    assert story["author"]["name"] == "Vierkant"
    assert "isBasedOn" not in story, "it has no report"


def test_who_finds_it_elsewhere_reads_of_its_own_provinces(site: Path) -> None:
    told = heads(site)
    sound(told)
    loaded = load(ELDERS)
    assert loaded.knowledge is not None
    assert true(told, loaded.knowledge) > 30
    number = len(loaded.knowledge.verhalen)
    assert told["verhalen/"].title == f"{number} praktijkverhalen uit Voorbeeldland – Vierkant"
    assert "uit Voorbeeldland" in told["schooltype/po/"].title


def test_a_browser_searches_it_at_its_own_address(site: Path) -> None:
    text = (site / "opensearch.xml").read_text(encoding="utf-8")
    assert "<ShortName>Vierkant</ShortName>" in text
    assert 'template="https://vierkant.example/zoeken/?q={searchTerms}"' in text


def test_who_finds_nothing_is_led_to_what_it_has(site: Path) -> None:
    links = [a.attributes["href"] for a in page(site, "zoeken").css("[aria-labelledby=rb-gemist] a")]
    assert links == ["../meedoen/verhaal-schrijven/", "../meedoen/praktijkvoorbeeld-schrijven/"], "it has no guide"


def test_it_has_as_many_ruimtes_as_it_names(site: Path) -> None:
    assert "De vier ruimtes" in words(site, "ruimtes")
    assert "leg ze alle vier op tafel" in words(site, "ruimte/kaarten")
    assert "hooguit 4" in words(site, "meedoen/velden")
    schema = json.loads((site / "schema" / "verhaal.json").read_text(encoding="utf-8"))["properties"]["ruimtes"]
    assert (schema["maxItems"], schema["items"]["enum"]) == (4, ["plek", "haven", "kind", "twijfel"])
    cells = page(site, "verhalen/dansen-aan-de-dam").css(".rb-glyph path[d]")
    assert cells
    drawn = "".join(cell.attributes["d"] or "" for cell in cells)
    assert {"M1 1h", "M13.75 1h"} <= set(re.findall(r"M[\d.]+ [\d.]+h", drawn)), "two beside each other"
    assert (site / "deel").exists() or list(site.rglob("1100.png")), "the picture of plek and haven"


def test_it_shows_the_facets_that_it_chose(site: Path) -> None:
    assert (site / "discipline" / "dans" / "index.html").exists()
    assert not (site / "omgeving").exists()
    assert "Omgeving" not in words(site, "kenmerken")
    assert "Omgeving" not in words(site, "verhalen/dansen-aan-de-dam"), "though the story names one"
    keuzes = {file.stem for file in (site / "zoeken").glob("*/keuzes/*.json")}
    assert {name.partition(".")[0] for name in keuzes} == {"ruimte", "schooltype", "partnertype", "regio", "discipline"}


def test_it_has_a_map_of_its_own(site: Path) -> None:
    tree = page(site, "overzicht/kaart")
    svg = tree.css_first("svg.rb-landkaart")
    assert svg is not None
    assert (svg.attributes["aria-label"] or "").startswith("Landkaart van Voorbeeldland.")
    assert [title.text() for title in tree.css(".rb-landkaart--smal .rb-landkaart__land title")] == ["Voorbeeldland"]
    assert len(tree.css(".rb-landkaart--breed .rb-landkaart__plek")) == 3


def test_its_examples_are_its_own(site: Path) -> None:
    fields = words(site, "meedoen/velden")
    assert "plaats: Bovendam" in fields
    assert "regio: noordkant" in fields
    assert "In welk deel van Voorbeeldland?" in fields
    faults = words(site, "meedoen/foutmeldingen")
    assert "noordant" in faults, "a region that somebody mistyped"
    assert "regio: zuidkant" in faults
