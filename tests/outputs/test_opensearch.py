"""How a browser searches here: the file, as OpenSearch 1.1 wants it, and every page that names it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import urls
from kennisbank.outputs.offered import ABOUT, LONG_NAME, SHORT_NAME, opensearch, shorten
from kennisbank.parts.rendering import render
from tests.site_support import HOME

SPEC = "{http://a9.com/-/spec/opensearch/1.1/}"
TYPE = "application/opensearchdescription+xml"


def texts(root: ET.Element) -> dict[str, str]:
    """Return the text of each element that has one, by its name; each stands there once."""
    found = [(each.tag.removeprefix(SPEC), each.text) for each in root if each.text]
    assert len(dict(found)) == len(found)
    return dict(found)


def template(root: ET.Element, rel: str) -> str:
    (found,) = [each for each in root.iter(f"{SPEC}Url") if each.attrib["rel"] == rel]
    return found.attrib["template"]


def test_a_browser_is_told_how_to_search_here(real_site: Path) -> None:
    root = ET.parse(real_site / urls.OPENSEARCH).getroot()
    assert root.tag == f"{SPEC}OpenSearchDescription"
    said = texts(root)
    assert said["ShortName"] == HOME.name
    assert HOME.sentence in said["Description"]
    assert (said["Language"], said["InputEncoding"], said["OutputEncoding"]) == ("nl", "UTF-8", "UTF-8")
    assert template(root, "results") == f"{HOME.site}zoeken/?q={{searchTerms}}"
    assert template(root, "self") == HOME.site + urls.OPENSEARCH
    asked = template(root, "results").replace("{searchTerms}", quote("tekenles & meer"))
    assert asked == f"{HOME.site}zoeken/?q=tekenles%20%26%20meer"


def test_all_that_it_names_is_of_this_site_and_there(real_site: Path) -> None:
    root = ET.parse(real_site / urls.OPENSEARCH).getroot()
    named = [each.attrib["template"].partition("?")[0] for each in root.iter(f"{SPEC}Url")]
    named += [each.text or "" for each in root.iter(f"{SPEC}Image")]
    assert len(named) == 3
    for address in named:
        assert address.startswith(HOME.site), "no third party"
        file = real_site / address.removeprefix(HOME.site)
        assert (file / "index.html" if address.endswith("/") else file).is_file(), address
    (box,) = LexborHTMLParser((real_site / urls.ZOEKEN / "index.html").read_bytes()).css("input[type=search]")
    assert box.attributes["name"] == "q", "what the address asks is what the finder reads"


def test_every_page_names_it(real_site: Path) -> None:
    pages = 0
    for file in real_site.rglob("*.html"):
        if real_site / urls.EMBED in file.parents:  # that is a part of the page of somebody else
            continue
        tree = LexborHTMLParser(file.read_bytes())
        if tree.css_first("meta[http-equiv=refresh]"):
            continue
        pages += 1
        (link,) = tree.css("head > link[rel=search]")
        assert (link.attributes["type"], link.attributes["title"]) == (TYPE, HOME.name)
        here = HOME.site + file.relative_to(real_site).as_posix().removesuffix("index.html")
        href = link.attributes["href"] or ""
        assert urljoin(here, href) == HOME.site + urls.OPENSEARCH, file
        # Relative, so that it holds below any path; only the page of no address is read at any depth.
        assert href.startswith("/") == (file.name == "404.html"), file
    assert pages > 100


@pytest.mark.parametrize("name", ["Ruimte", "Kunst & <school>", "Kennisbank voor samen leren", "A" * 60, "Een twee"])
def test_it_is_valid_whatever_the_site_is_called(name: str) -> None:
    sentence = "Wat er te vinden is, " + "en nog veel meer " * 80
    root = ET.fromstring(render(opensearch(sentence, "https://voorbeeld.example/onder/kennis/", name)))
    said = texts(root)
    assert 0 < len(said["ShortName"]) <= SHORT_NAME
    assert name.startswith(said["ShortName"])
    assert len(said["Description"]) <= ABOUT
    assert ("LongName" in said) == (len(name) > SHORT_NAME)
    assert len(said.get("LongName", "")) <= LONG_NAME
    assert template(root, "results") == "https://voorbeeld.example/onder/kennis/zoeken/?q={searchTerms}"


def test_a_name_is_cut_between_words() -> None:
    assert shorten("Kunst in de klas", 16) == "Kunst in de klas"
    assert shorten("Kennisbank voor samen leren", 16) == "Kennisbank voor"
    assert shorten("Cultuureducatieplatform", 16) == "Cultuureducatiep"
