"""A newcomer adds a characteristic by which stories are found: a closed list, and a field that takes its values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.newcomer.copy_support import Task, copied, finder, replaced, ruimte, site, text
from tests.pages.machine_support import nodes, script

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

LIST = """\
label: Leeftijd
meervoud: Leeftijden
uitleg: "Hoe oud de kinderen zijn die meedoen."
waarden:
  - slug: onderbouw
    label: Onderbouw
    definitie: "De kinderen van groep 1 tot en met 4."
    synoniemen: [eerste drie groepen]
  - slug: bovenbouw
    label: Bovenbouw
    definitie: "De kinderen van groep 5 tot en met 8."
    synoniemen: [laatste vier groepen]
"""
FIELD = """\
    leeftijd: tuple[str, ...] = field(
        Kind.CHOICE, "Leeftijd", "Hoe oud zijn de kinderen?", "[onderbouw]", many=True, vocabulary="leeftijd", most=2,
        open_data=True
    )
"""
BEFORE = (
    '    werkvormen: tuple[str, ...] = field(\n        Kind.WERKVORM, "Werkvormen", "Welke werkvormen zijn gebruikt'
)
"""How the field of a story begins that the new one is put before."""
STORY = "vitrinekastjes-van-ezinge"


def add(root: Path) -> None:
    """Add the list and the field."""
    (root / "kennisbank" / "vocabularies" / "leeftijd.yml").write_text(LIST, encoding="utf-8")
    replaced(root / "kennisbank" / "model" / "records.py", BEFORE, FIELD + BEFORE)


def links(page: Path, within: str) -> list[tuple[str, str]]:
    """Return the address and the words of each link in a part of a page."""
    found = LexborHTMLParser(text(page)).css(f"{within} a[href]")
    return [(link.attributes["href"] or "", link.text(strip=True)) for link in found]


def test_a_facet_is_a_list_and_a_field(tmp_path: Path) -> None:
    root = copied(tmp_path)
    task = Task(root)
    add(root)
    touched = task.touched()
    assert touched.new == ["kennisbank/vocabularies/leeftijd.yml"]
    assert (touched.changed, touched.gone) == (["kennisbank/model/records.py"], [])

    story = root / "stories" / f"{STORY}.md"
    replaced(story, "\nbron:", "\nleeftijd: [onderbouw]\nbron:")
    made = site(root)
    ruimte(root, "check")
    assert_pages(made)
    assert_finder(made)
    assert_writing(made)
    assert_open_data(made)
    assert_machines(made)
    assert "leeftijd" in text(root / "stories" / "README.md"), "made by the command"
    assert "Leeftijden" in text(root / ".github" / "ISSUE_TEMPLATE" / "waarde-voorstellen.yml")


def assert_pages(made: Path) -> None:
    """The story, the value and the overviews show it."""
    assert ("../../leeftijd/onderbouw/", "Onderbouw") in links(made / "verhalen" / STORY / "index.html", ".rb-uitklap")
    value = text(made / "leeftijd" / "onderbouw" / "index.html")
    assert f"verhalen/{STORY}/" in value and "De kinderen van groep 1 tot en met 4." in value
    assert {"Onderbouw", "Bovenbouw"} <= {words for _, words in links(made / "leeftijd" / "index.html", "main")}
    assert links(made / "kenmerken" / "index.html", "main h2")[-1] == ("../leeftijd/", "Leeftijden")


def assert_machines(made: Path) -> None:
    """It is what the story is about, and its list and value are told of."""

    def told(address: str) -> list[dict[str, Any]]:
        return nodes(json.loads(script(text(made / address / "index.html")) or ""))

    (story,) = told(f"verhalen/{STORY}")
    assert [term["name"] for term in story["about"]][-1] == "Onderbouw"
    scheme, _ = told("leeftijd")
    assert [term["skos:prefLabel"] for term in scheme["hasDefinedTerm"]] == ["Onderbouw", "Bovenbouw"]
    value, page = told("leeftijd/onderbouw")
    assert value["skos:inScheme"] == {"@id": scheme["@id"]}
    assert page["mainEntity"]["itemListElement"]["url"] == story["@id"]


def assert_finder(made: Path) -> None:
    """It can be chosen, after the others, and other words find it."""
    page = LexborHTMLParser(text(made / "zoeken" / "index.html"))
    assert [node.attributes["data-facet"] for node in page.css("[data-facet]")][-1] == "leeftijd"
    assert page.css_first('[data-facet="leeftijd"] [data-waarde="onderbouw"]') is not None
    choices = json.loads(text(finder(made) / "keuzes" / "leeftijd.json"))
    assert [choices["sets"][number] for number in choices["verhalen"]].count(["onderbouw"]) == 1
    book = json.loads(text(finder(made) / "woordenboek.json"))
    (meant,) = (book["waarden"][number] for number in book["woorden"]["eerste drie groepen"])
    assert (meant["facet"], meant["slug"], meant["label"], meant["verhalen"]) == (
        "leeftijd", "onderbouw", "Onderbouw", 1,
    )  # fmt: skip


def assert_writing(made: Path) -> None:
    """The form asks for it, and reference and schema explain it."""
    form = LexborHTMLParser(text(made / "meedoen" / "verhaal-schrijven" / "index.html"))
    (more,) = form.css(".rb-stap--mag")
    assert "Meer kenmerken" in more.text()
    boxes = [node.attributes["value"] for node in more.css('input[name="leeftijd"]')]
    assert boxes == ["onderbouw", "bovenbouw"]
    assert 'id="verhaal-leeftijd"' in text(made / "meedoen" / "velden" / "index.html")
    assert 'id="leeftijd-onderbouw"' in text(made / "meedoen" / "waarden" / "index.html")
    schema = json.loads(text(made / "schema" / "verhaal.json"))
    assert schema["properties"]["leeftijd"]["items"]["enum"] == ["onderbouw", "bovenbouw"]


def assert_open_data(made: Path) -> None:
    """Everybody gets it, in every file that has texts or values, and the page explains it."""
    data = made / "data"
    (row,) = (row for row in json.loads(text(data / "verhalen.json"))["rijen"] if row["slug"] == STORY)
    assert (row["leeftijd"], row["leeftijd_label"]) == (["onderbouw"], ["Onderbouw"])
    assert ";leeftijd;leeftijd_label;" in text(data / "verhalen.csv").partition("\n")[0]
    assert f"verhaal;{STORY};leeftijd;1;leeftijd;onderbouw;Onderbouw\n" in text(data / "kenmerken.csv")
    assert "leeftijd;Leeftijden;bovenbouw;Bovenbouw;" in text(data / "waarden.csv")
    schema = json.loads(text(data / "verhalen.schema.json"))["properties"]["rijen"]["items"]
    assert schema["properties"]["leeftijd"]["items"]["enum"] == ["onderbouw", "bovenbouw"]
    (stories, *_) = json.loads(text(data / "datapackage.json"))["resources"]
    assert "leeftijd" in [field["name"] for field in stories["schema"]["fields"]]
    page = LexborHTMLParser(text(data / "index.html"))
    assert "leeftijd_label" in [code.text() for code in page.css('table[aria-labelledby="rb-tabel-verhalen"] th code')]
