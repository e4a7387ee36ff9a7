"""A small knowledge base, built for real: what stands where, and what stands nowhere."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from itertools import combinations, product
from pathlib import Path

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import urls
from kennisbank.model.doors import DOORS
from kennisbank.model.facets import ALL, FACETS
from kennisbank.model.knowledge import KnowledgeBase, features
from kennisbank.pages import generated
from kennisbank.pages.site import EXTENSIONS, Site
from kennisbank.pages.waarde.view import FEWEST_FOR_PAIR
from kennisbank.parts import bundles
from kennisbank.problems.problem import CODES
from kennisbank.problems.report import json_schema
from kennisbank.reading.loader import load
from tests.site_support import HOME, MINI, SCRIPTS, build
from tests.support import knowledge as knowing
from tests.support import verhaal

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("mini") / "site"
    result = build(MINI, out)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    loaded = load(MINI)
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def listed(site: Path, address: str) -> set[str]:
    """Return the slugs of the stories in the list of a page."""
    links = page(site, address).css(".rb-lijst > section > .rb-kaarten .rb-kaart__titel a")
    return {(link.attributes["href"] or "").rstrip("/").rpartition("/")[2] for link in links}


def test_each_story_stands_on_exactly_its_pages(site: Path, knowledge: KnowledgeBase) -> None:
    for facet in ALL:
        for term in knowledge.vocabularies[facet.name].terms:
            expected = {v.origin.slug for v in knowledge.verhalen if term.slug in facet.of(v)}
            assert listed(site, urls.value(facet.name, term.slug)) == expected, term.slug
    for province in ("groningen", "drenthe"):
        expected = {v.origin.slug for v in knowledge.verhalen if knowledge.province(v.regio).slug == province}
        assert listed(site, urls.value("regio", province)) == expected
    assert listed(site, urls.VERHALEN) == {v.origin.slug for v in knowledge.verhalen}


def test_a_pair_has_a_page_from_two_stories_on(site: Path, knowledge: KnowledgeBase) -> None:
    every = [(f.name, t.slug) for f in FACETS for t in knowledge.vocabularies[f.name].terms]
    found = 0
    for first, second in ((a, b) for a, b in combinations(every, 2) if a[0] != b[0]):
        both = {
            v.origin.slug
            for v in knowledge.verhalen
            for pair in product(*([f for f in features(v) if x in f] for x in (first, second)))
            if pair
        }
        exists = (site / urls.pair(first, second) / "index.html").exists()
        assert exists == (len(both) >= FEWEST_FOR_PAIR), (first, second)
        if exists:
            found += 1
            assert listed(site, urls.pair(first, second)) == both
    assert found == 3  # plek x museum, po x museum, kind x po


def test_a_crossing_with_one_story_leads_to_that_story(site: Path) -> None:
    links = {a.attributes["href"] for a in page(site, "regio/groningen-stad").css(".rb-kant a")}
    assert "../../verhalen/dansen-op-school/" in links


def test_what_is_withheld_is_nowhere(site: Path) -> None:
    for file in site.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"Geheimzinnig" not in data, file
            assert b"zonder-toestemming" not in data, file
            assert b"Onaf" not in data, file
    text = page(site, "verhalen/klooster").body.text()  # type: ignore[union-attr]
    assert "Zie ook een verhaal dat niet meer op deze site staat, die er niet is" in text


def test_a_story_says_when_it_was_how_it_was_done_and_where_to_look_further(site: Path) -> None:
    shown = page(site, "verhalen/klooster")
    facts = shown.css_first("[aria-labelledby=rb-in-het-kort]")
    short = facts.text()
    assert "Dit speelde tussen 2018 en 2021. Hoe het nu gaat, weten we niet." in short
    assert "Site van school of partner: klooster.example, school.example" in short
    links = [a.attributes["href"] for a in facts.css("a") if "example" in (a.attributes["href"] or "")]
    assert links == ["https://www.klooster.example/", "https://school.example/over"]
    how = shown.css_first("section[aria-labelledby=rb-aanpak]")
    assert [term.text() for term in how.css("dt")] == ["Trekker", "Eerste stap"]
    assert [value.text() for value in how.css("dd")] == ["De museumdocent.", "Een ochtend in de <tuin>."]
    asked = shown.css_first("section[aria-labelledby=rb-bespreken]")
    assert [one.text() for one in asked.css("li")] == ["Wat herken je?", "Wat doen jullie anders?", "Wat neem je mee?"]


def test_a_story_without_these_has_no_empty_place_for_them(site: Path) -> None:
    shown = page(site, "verhalen/dansen-op-school")
    assert shown.css("#rb-aanpak, #rb-bespreken") == []
    assert "Site van school of partner" not in shown.css_first("[aria-labelledby=rb-in-het-kort]").text()


def test_markup_in_a_title_is_text_everywhere(site: Path) -> None:
    title = '<script>alert(1)</script> & "]]>"'
    assert page(site, "verhalen/opmaak").css_first("h1").text() == title
    assert page(site, "verhalen/opmaak").css_first("title").text().startswith(title)
    scripts = page(site, "verhalen/opmaak").css("script")
    running = [script for script in scripts if script.attributes.get("type") != "application/ld+json"]
    assert [script.attributes.get("src") for script in running] == [f"../../{SCRIPTS}{bundles.OF_EVERY_PAGE}"]
    (told,) = (script for script in scripts if script not in running)
    assert json.loads(told.text())["headline"] == title
    card = next(a for a in page(site, "verhalen").css(".rb-kaart__titel a") if "opmaak" in (a.attributes["href"] or ""))
    assert card.text() == title
    entry = ET.parse(site / "verhalen/feed.xml").getroot().find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == title
    assert json.loads((site / "inhoud.json").read_text(encoding="utf-8"))["verhalen"]["opmaak"] == title


def test_braces_in_a_body_are_shown_as_written(site: Path) -> None:
    assert "Zo staat het er: {{ 7 * 7 }} en {% raw %}." in page(site, "verhalen/opmaak").body.text()  # type: ignore[union-attr]


def test_the_schema_of_the_messages_is_published(site: Path) -> None:
    assert json.loads((site / "schema" / "meldingen.json").read_text(encoding="utf-8")) == json_schema()


def test_every_message_can_be_linked_to(site: Path) -> None:
    """The check names the address of this page, and a summary on GitHub the place of each message."""
    tree = page(site, urls.FOUTMELDINGEN)
    assert {code: len(tree.css(f"article#{code}")) for code in CODES} == dict.fromkeys(CODES, 1)


@pytest.mark.parametrize(
    ("address", "slugs"),
    [
        ("ruimtes/kind", ["met-toestemming", "oefenen-met-een-kunstenaar"]),
        ("ruimtes/kind/schooltype/po", ["oefenen-met-een-kunstenaar"]),
        ("schooltype/vso", ["met-toestemming"]),
        ("omgeving/dorp", ["oefenen-met-een-kunstenaar"]),
        ("bundels/plek", ["oefenen-met-een-kunstenaar", "met-toestemming"]),
        ("werkvormen/kinderdialoog", ["oefenen-met-een-kunstenaar"]),
        ("verhalen", ["met-toestemming", "oefenen-met-een-kunstenaar"]),
        ("voorbeelden", ["met-toestemming", "oefenen-met-een-kunstenaar"]),
        ("regio/noord-drenthe", []),
        ("verhalen/klooster", []),
    ],
)
def test_short_examples_stand_on_the_pages_of_what_they_have(site: Path, address: str, slugs: list[str]) -> None:
    links = page(site, address).css(".rb-korte a")
    assert [(link.attributes["href"] or "").rstrip("/").rpartition("/")[2] for link in links] == slugs


def test_a_short_example_has_a_page_and_is_everywhere_that_a_text_is(site: Path) -> None:
    address = "voorbeelden/oefenen-met-een-kunstenaar"
    shown = page(site, address)
    assert shown.css_first(".rb-soort").text() == "Uit het onderzoek"
    assert "Xylofoonles" in shown.css_first(".rb-proza").text()
    asked = shown.css("section[aria-labelledby=rb-bespreken] li")
    assert [one.text() for one in asked] == ["Wat herken je?", "Wat doen jullie <anders>?"]
    assert shown.css_first("nav [aria-current=true]") is None or shown.css_first("nav [aria-current=true]").text()
    for file in ("sitemap.xml", "adressen.txt", "voorbeelden/feed.xml"):
        assert address in (site / file).read_text(encoding="utf-8"), file
    found = [json.loads(file.read_text(encoding="utf-8")) for file in site.glob("zoeken/*/teksten/*.json")]
    (entry,) = (entry for entry in found if entry["url"] == f"{address}/")
    assert (entry["label"], "Museum" in entry["namen"]) == ("Voorbeeld", True)
    assert (site / "schema" / "praktijkvoorbeeld.json").exists()
    assert json.loads((site / address / "gegevens.json").read_bytes())["soort"] == "voorbeeld"


def test_a_feed_for_every_value_newest_first(site: Path, knowledge: KnowledgeBase) -> None:
    for address, _, verhalen in generated.feeds(knowledge):
        if not verhalen and address not in (urls.VERHALEN, urls.VOORBEELDEN):
            assert not (site / urls.feed(address)).exists(), "there is nothing to follow"
            continue
        entries = ET.parse(site / urls.feed(address)).getroot().findall(f"{ATOM}entry/{ATOM}link[@rel='alternate']")
        assert [entry.get("href") for entry in entries] == [
            f"{HOME.site}{urls.of(v.origin.path, v.origin.slug)}" for v in verhalen
        ]


def test_former_addresses_lead_to_the_story(site: Path) -> None:
    for slug in ("museum-eerst", "museum-ooit"):
        tree = page(site, f"verhalen/{slug}")
        assert tree.css_first("h1 ~ p a").attributes["href"] == "../../verhalen/museum-in-het-dorp/"
        assert "url=../../verhalen/museum-in-het-dorp/" in (
            tree.css_first("meta[http-equiv=refresh]").attributes["content"] or ""
        )


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("verhalen/klooster", "stories/klooster.md"),
        ("over", "docs/over/index.md"),
    ],
)
def test_edit_links_name_the_true_file(site: Path, address: str, path: str) -> None:
    links = [a.attributes["href"] or "" for a in page(site, address).css("a") if a.text().startswith("Verbeter")]
    assert links == [HOME.forge.edit(path)]


@pytest.mark.parametrize("address", ["ruimtes/plek", "werkvormen/tijdlijn"])
def test_what_is_borrowed_has_no_edit_link(site: Path, address: str) -> None:
    """This root has none of its own: nobody mends there what the tool brings."""
    assert [a for a in page(site, address).css("a") if a.text().startswith("Verbeter")] == []


def test_generated_pages_have_no_edit_link(site: Path) -> None:
    assert "Verbeter" not in page(site, "schooltype/po").body.text()  # type: ignore[union-attr]


def test_every_page_speaks_dutch_and_names_itself(site: Path) -> None:
    files = list(site.rglob("*.html"))
    assert len(files) > 50
    for file in files:
        tree = LexborHTMLParser(file.read_bytes())
        assert tree.css_first("html").attributes["lang"] == "nl"
        assert len(tree.css("h1")) == 1, file
    shown = page(site, "verhalen/klooster").body.text() + (site / "404.html").read_text(encoding="utf-8")  # type: ignore[union-attr]
    assert not re.search(r"\b(Skip|Search|Next|Previous|Not found|Edit this|Table of contents)\b", shown)


def test_a_fact_links_to_its_value_page(site: Path) -> None:
    links = {a.attributes["href"] for a in page(site, "verhalen/dansen-op-school").css(".rb-feiten a")}
    assert {
        "../../ruimtes/kind/",
        "../../ruimtes/experiment/",
        "../../schooltype/po/",
        "../../schooltype/sbo/",
        "../../regio/groningen/",
    } <= links
    assert {"../../partner/zelfstandig-kunstenaar/", "../../regio/groningen-stad/"} <= links


def test_picked_by_hand_comes_first(site: Path) -> None:
    first = page(site, "verhalen/museum-in-het-dorp").css_first("[aria-labelledby=rb-herkenbaar] .rb-kaart__titel a")
    assert first.attributes["href"] == "../../verhalen/klooster/"


def test_sitemap_has_every_page_and_nothing_else(site: Path) -> None:
    locations = {
        e.text or ""
        for e in ET.parse(site / "sitemap.xml").getroot().iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    redirects = {"verhalen/museum-eerst/", "verhalen/museum-ooit/"}
    files = [file for file in site.rglob("index.html") if 'content="noindex"' not in file.read_text(encoding="utf-8")]
    built = {file.parent.relative_to(site).as_posix() + "/" for file in files} - redirects
    assert locations == {HOME.site + ("" if address == "./" else address) for address in built}


def test_nothing_is_told_to_machines_of_what_nobody_finds(site: Path) -> None:
    """A page that moved leads on, one in a frame or at a short address is of another, and one that is none has none."""
    silent = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if "application/ld+json" not in file.read_text(encoding="utf-8") and site / urls.EMBED not in file.parents
    }
    of_others = {name for name in silent if name.startswith((urls.EMBED, urls.SHORT))}
    assert silent - of_others == {"404.html", "verhalen/museum-eerst/index.html", "verhalen/museum-ooit/index.html"}


def titles(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text(strip=True) for node in tree.css(selector)]


def test_a_bundel_shows_its_stories_in_its_own_order(site: Path, knowledge: KnowledgeBase) -> None:
    tree = page(site, "bundels/plek")
    shown = titles(tree, "[aria-labelledby=rb-verhalen] .rb-kaart__titel")
    assert shown == [knowledge.verhaal[slug].title for slug in ("klooster", "museum-in-het-dorp")]
    assert titles(tree, "[aria-labelledby=rb-werkvormen] .rb-kaart__titel") == ["De tijdlijn", "De kinderdialoog"]
    assert titles(tree, ".rb-bespreken li") == ["Wat herken je?", "Wat zou je anders doen?", "Wat neem je mee?"]
    assert titles(page(site, "bundels"), ".rb-vragen__titel") == ["Wat doet de plek?"]


@pytest.mark.parametrize("address", ["verhalen/klooster", "werkvormen/tijdlijn", "ruimtes/plek"])
def test_what_a_bundel_names_leads_to_it(site: Path, address: str) -> None:
    assert titles(page(site, address), "[aria-labelledby=rb-bundels] li a") == ["Wat doet de plek?"]


def test_the_home_page_shows_the_newest_story_large_and_then_the_next_ones_and_the_questions(
    site: Path, knowledge: KnowledgeBase
) -> None:
    shown, newest = page(site, ""), [verhaal.title for verhaal in knowledge.verhalen]
    assert titles(shown, ".rb-uitgelicht h2") == newest[:1]
    assert titles(shown, ".rb-meer-verhalen h3") == newest[1:4]
    assert titles(shown, ".rb-gevraagd li") == ["Wat doet de plek?"]
    assert titles(shown, ".rb-gevraagd h2") == ["Vragen uit leergemeenschappen"], "it is known who asked it"
    assert titles(shown, ".rb-deuren a") == [door.name for door in DOORS]
    assert titles(shown, ".rb-vak") == [ruimte.title for ruimte in knowledge.ruimtes]


def test_pages_of_a_folder_follow_each_other(site: Path) -> None:
    assert titles(page(site, "over"), ".rb-vragen__titel") == ["De eerste pagina", "De tweede pagina"]
    first, second = page(site, "over/eerste"), page(site, "over/tweede")
    assert titles(first, ".rb-buurpaginas a") == ["VolgendeDe tweede pagina"]
    assert titles(second, ".rb-buurpaginas a") == ["VorigeDe eerste pagina"]
    assert titles(second, ".rb-kruimels a") == ["Home", "Over dit voorbeeld"]
    assert titles(second, ".rb-verder .rb-buren a") == ["Het kind"]


def test_a_page_that_names_nothing_leads_on_all_the_same(site: Path) -> None:
    tree = page(site, "over/eerste")
    assert len(titles(tree, ".rb-verder .rb-buren a")) == 9
    assert len(titles(tree, ".rb-verder .rb-kaart__titel")) == 6


def test_a_word_is_explained_where_it_comes_first(site: Path) -> None:
    first, second = page(site, "over/eerste"), page(site, "over/tweede")
    assert titles(first, ".rb-intro .rb-begrip") == ["kerngroep"]
    assert titles(first, ".rb-proza .rb-begrip") == ["adviseur"]
    assert titles(second, ".rb-begrip") == ["kerngroep"]
    assert titles(second, ".rb-uitlegvak strong") == ["Kerngroep"]


def test_a_value_without_stories_leads_to_those_of_its_neighbours(site: Path, knowledge: KnowledgeBase) -> None:
    assert ("schooltype", "isk") not in knowledge.values
    near = titles(page(site, "schooltype/isk"), ".rb-nabij .rb-kaart__titel")
    assert near and set(near) <= {verhaal.title for verhaal in knowledge.verhalen}


def test_lists_of_values_have_their_groups(site: Path) -> None:
    assert titles(page(site, "team"), ".rb-groep h2") == ["Inhoudelijk", "Faciliterend", "Informerend"]
    assert titles(page(site, "regio"), ".rb-groep h2") == ["Groningen", "Drenthe"]


def test_a_door_and_its_page_are_marked_on_the_pages_that_belong_to_them(site: Path) -> None:
    for address, (door, part) in {
        "schooltype/po": ("Vind een voorbeeld", "Kenmerken"),
        "rol/liaison": ("Vind een voorbeeld", "Kenmerken"),
        "bundels/plek": ("Vind een voorbeeld", "Vragen"),
        "werkvormen": ("Maak een bijeenkomst", "Werkvormen"),
    }.items():
        shown = page(site, address)
        assert titles(shown, ".rb-nav [aria-current]") == [door]
        assert titles(shown, ".rb-achter [aria-current]") == titles(shown, ".rb-menu [aria-current]") == [part]
        assert [row.attributes["aria-label"] for row in shown.css(".rb-achter")] == [f"Pagina's van {door}"]
    for address in ("", "over/eerste"):
        assert page(site, address).css(".rb-achter, .rb-kop [aria-current]") == []


def test_a_door_shows_the_pages_that_the_site_has(site: Path) -> None:
    """This one has no pages about the tool, and none that says how to take part: the form is then behind that door."""
    shown = page(site, "")
    assert titles(shown, ".rb-nav a") == [door.name for door in DOORS]
    assert {"De ruimtes", "Deel je verhaal"}.isdisjoint(titles(shown, ".rb-menu li"))
    keeper = HOME.keeper
    assert keeper is not None
    for link in shown.css(".rb-kop a, .rb-voet a"):
        place = (link.attributes["href"] or "").removeprefix("./")
        assert place == keeper.address or (site / place).exists(), place


def test_every_page_has_a_picture_beside_its_link_that_is_there(site: Path) -> None:
    for file in site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_bytes())
        if not (node := tree.css_first("meta[property='og:image']")):
            framed = site / urls.EMBED in file.parents
            assert file.name == "404.html" or framed or tree.css_first("meta[http-equiv=refresh]"), file
            continue
        address = (node.attributes["content"] or "").removeprefix(HOME.site)
        assert (site / address).read_bytes().startswith(b"\x89PNG"), file


def test_a_pair_says_in_words_what_it_is(site: Path) -> None:
    tree = page(site, "ruimtes/plek/partner/museum")
    assert titles(tree, "h1") == ["De plek, met een museum"]
    assert titles(tree, ".rb-intro")[0].endswith("over de plek, met een museum.")


def test_every_explanation_has_a_word_that_opens_it(site: Path) -> None:
    for file in site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_bytes())
        opened = [node.attributes["popovertarget"] for node in tree.css("button.rb-begrip")]
        assert sorted(filter(None, opened)) == sorted(node.id or "" for node in tree.css("[popover]")), file


def test_the_way_back_from_a_footnote_is_dutch() -> None:
    site = Site(knowing(verhaal("een")))
    configs = site.extensions("stories/een.md", HOME)
    text = markdown.markdown("Een.[^1]\n\n[^1]: Noot.", extensions=list(EXTENSIONS), extension_configs=configs)
    assert 'title="Terug naar noot 1 in de tekst"' in text
