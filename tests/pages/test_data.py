"""The page of the open data: what it offers is there, what it says is so, and its example runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import open_data, urls
from kennisbank.pages.data import view as data
from kennisbank.pages.data.view import DataView
from tests.site_support import HOME
from tests.support import content

SITE = HOME.site


@pytest.fixture(scope="module")
def view() -> DataView:
    return data.page(content()).view


@pytest.fixture(scope="module")
def tree(real_site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((real_site / "data" / "index.html").read_text(encoding="utf-8"))


def described(tree: LexborHTMLParser) -> dict[str, Any]:
    (found,) = tree.css('script[type="application/ld+json"]')
    (said,) = (node for node in json.loads(found.text())["@graph"] if node["@type"] == "Dataset")
    return dict(said)


def test_every_file_is_offered_and_there(real_site: Path, tree: LexborHTMLParser) -> None:
    offered = {(link.attributes["href"] or "").removeprefix("../") for link in tree.css('main a[href^="../data/"]')}
    schemas = {open_data.schema(table) for table in open_data.IN_JSON}
    assert offered == set(open_data.FILES) - schemas
    for address in open_data.FILES:
        assert (real_site / address).stat().st_size > 0, address
    names = [button.attributes["aria-label"] for button in tree.css(".rb-data a")]
    assert len(set(names)) == len(names), "who hears only the buttons knows which is which"
    assert all((button.attributes["aria-label"] or "").endswith(button.text()) for button in tree.css(".rb-data a"))


def test_every_column_is_explained(view: DataView, tree: LexborHTMLParser) -> None:
    tables = open_data.tables(content().vocabularies)
    for table, told in zip(tables, view.tabellen, strict=True):
        assert [name for column in told.kolommen for name in column.namen] == [column.name for column in table.columns]
        shown = [code.text() for code in tree.css(f'table[aria-labelledby="rb-tabel-{table.name}"] th code')]
        assert shown == [column.name for column in table.columns]
        for column in told.kolommen:
            assert column.uitleg.endswith((".", "?")) and "{" not in column.uitleg and column.vorm, column
    links = {link.attributes["href"] for link in tree.css(".rb-uitklap a")}
    assert "../meedoen/waarden/#regio" in links


def test_readers_find_what_they_know_by_its_name(view: DataView) -> None:
    assert [file.titel for file in view.teksten] == [
        "Verhalen",
        "Werkvormen",
        "Vragen",
        "Praktijkvoorbeelden",
        "Ruimtes",
    ]
    assert view.description.startswith(
        "Alle verhalen, werkvormen, vragen, praktijkvoorbeelden en ruimtes van deze site"
    )


def test_the_example_runs_as_it_stands(real_site: Path, tree: LexborHTMLParser) -> None:
    """It needs nothing but Python; here the address leads to the files of the site that was built."""
    (program,) = (code.text() for code in tree.css("pre > code"))
    here = program.replace(SITE, f"{real_site.as_uri()}/")
    assert here != program, "it names the address of the site"
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", here], capture_output=True, text=True, check=False, timeout=30
    )
    assert run.returncode == 0, run.stderr
    said = run.stdout.splitlines()
    assert len(said) == len(content().verhalen)
    first = content().verhalen[0]
    labels = [content().term("ruimte", slug).label for slug in first.ruimtes]
    assert said[0] == f"{first.title}: {', '.join(labels)}"


def test_a_catalogue_reads_what_it_is(real_site: Path, tree: LexborHTMLParser) -> None:
    said = described(tree)
    assert said["isAccessibleForFree"] is True and said["inLanguage"] == "nl"
    assert said["url"] == f"{SITE}data/" and 50 <= len(said["description"]) <= 5000, "the limits of Google"
    assert said["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert said["isBasedOn"]["name"] == content().project.report
    assert [place["name"] for place in said["spatialCoverage"]] == ["Groningen", "Drenthe"]
    assert re.fullmatch(r"\d{4}/\d{4}", said["temporalCoverage"])
    assert {"Ruimtes", "Regio", "Schooltype"} <= set(said["variableMeasured"])
    files = {one["contentUrl"]: one["encodingFormat"] for one in said["distribution"]}
    assert {address.removeprefix(SITE) for address in files} == set(open_data.FILES) - {open_data.CATALOGUE} - {
        open_data.schema(table) for table in open_data.IN_JSON
    }
    for address, sort in files.items():
        assert sort == ("text/csv" if address.endswith(".csv") else "application/json")


def test_search_engines_are_offered_the_page_and_no_file(real_site: Path) -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", (real_site / urls.SITEMAP).read_text(encoding="utf-8"))
    assert [address for address in listed if address.startswith(f"{SITE}data/")] == [f"{SITE}data/"]


def test_the_foot_of_every_page_names_it(real_site: Path) -> None:
    for page in ("index.html", "over/privacy/index.html", "verhalen/trots-in-meppel/index.html"):
        foot = LexborHTMLParser((real_site / page).read_text(encoding="utf-8")).css(".rb-voet a")
        (link,) = (link for link in foot if link.text() == "Open data")
        assert (link.attributes["href"] or "").endswith("/data/")


def test_a_short_example_tells_no_more_than_its_page(real_site: Path) -> None:
    rows = json.loads((real_site / open_data.json("praktijkvoorbeelden")).read_text(encoding="utf-8"))["rijen"]
    assert rows
    for row in rows:
        html = (real_site / row["adres"].removeprefix(SITE) / "index.html").read_text(encoding="utf-8")
        page = LexborHTMLParser(html).css_first("main")
        assert page is not None
        words, hidden = _plain(page.text()), html
        for name, value in row.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None and name not in {"slug", "adres", "datum", "tekst", "tekst_markdown"}:
                    assert _plain(str(one)) in words or str(one) in hidden, (row["slug"], name, one)


def _plain(text: str) -> str:
    """Return the words of a text as they are compared: without the spaces and hyphens that only a page has."""
    return " ".join(re.sub("[\u00ad\u200b]", "", text).replace("\u00a0", " ").split()).casefold()
