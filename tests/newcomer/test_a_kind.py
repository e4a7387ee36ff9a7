"""A newcomer adds a kind of text: a module with its record, its entry, and a folder with texts."""

from __future__ import annotations

import json
from difflib import ndiff
from pathlib import Path

import pytest

from kennisbank.model.kinds import Section
from tests.newcomer.copy_support import Task, add_kind, copied, finder, replaced, ruimte, site, started, text
from tests.pages.machine_support import script

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

TEXT = """\
---
title: Een docent vertelt
samenvatting: Over een jaar samenwerken met een museum in de buurt.
bron: "eigen gesprek"
---

Zij vertelt over xylofoonmuziek in het museum.
"""


OUTLINE = (Section("gesprek", "Het gesprek", ("Wat vertelde zij?", "Wat viel op?")),)


@pytest.mark.parametrize("folder", ["interviews", "werkvormen/interviews"])
def test_a_kind_is_a_module_and_its_entry(tmp_path: Path, folder: str) -> None:
    """Its folder is one of its own, or lies in that of another kind."""
    root = copied(tmp_path)
    task = Task(root)
    table = root / "kennisbank" / "model" / "kinds.py"
    before = text(table).splitlines()
    add_kind(root, added=True, outline=OUTLINE, folder=folder)
    file = root / folder / "een-docent.md"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    touched = task.touched()
    assert touched.new == sorted([f"{folder}/een-docent.md", "kennisbank/model/interview.py"])
    assert (touched.changed, touched.gone) == (["kennisbank/model/kinds.py"], [])
    lines = [line for line in ndiff(before, text(table).splitlines()) if line[0] in "+-"]
    assert [line.split("(")[0] for line in lines] == [
        "+ from kennisbank.model.interview import Interview",
        "+     Kind",
    ]

    linked = root / "docs" / "over" / "index.md"
    linked.write_text(text(linked) + f"\nLees [een gesprek](/{folder}/een-docent.md).\n", encoding="utf-8")
    made = site(root)
    address = "interviews/een-docent/"
    assert "xylofoonmuziek" in text(made / address / "index.html")
    for page in ("over/index.html", "interviews/index.html", "sitemap.xml", "adressen.txt"):
        assert address in text(made / page), page
    told = json.loads(script(text(made / address / "index.html")) or "")
    assert (told["@type"], told["name"], told["citation"]) == ("WebPage", "Een docent vertelt", "eigen gesprek")
    assert json.loads(script(text(made / "interviews" / "index.html")) or "")["@type"] == "CollectionPage"
    assert '"Met wie?' in text(made / "schema" / "interview.json")
    data = made / "data"
    (row,) = json.loads(text(data / "interviews.json"))["rijen"]
    assert (row["slug"], row["title"], "xylofoonmuziek" in row["tekst"]) == ("een-docent", "Een docent vertelt", True)
    assert "een-docent;" in text(data / "interviews.csv") and "\ninterview;een-docent;" in text(data / "teksten.csv")
    described = {one["name"] for one in json.loads(text(data / "datapackage.json"))["resources"]}
    assert {"interviews", "interviews-json"} <= described
    page = text(data / "index.html")
    assert 'href="../data/interviews.csv"' in page and 'id="rb-tabel-interviews"' in page
    assert "interview-samenvatting" in text(made / "meedoen" / "velden" / "index.html")
    found = [json.loads(text(shown)) for shown in (finder(made) / "teksten").iterdir()]
    assert [entry for entry in found if address in json.dumps(entry)], "the finder has it"
    top = folder.split("/", maxsplit=1)[0]
    folders = " ".join(dict.fromkeys(("stories", "werkvormen", "ruimtes", "docs", top)))
    assert f"/{top}/ @" in text(root / ".github" / "CODEOWNERS")
    assert f"\nCONTENT := {folders} lijsten ingetrokken.txt\n" in text(root / "Makefile")

    ruimte(root, "new", "interview", "Een tweede gesprek")
    assert "Wat viel op?" in text(root / folder / "een-tweede-gesprek.md")
    (root / folder / "een-tweede-gesprek.md").unlink()
    replaced(file, "bron:", "born:")
    status, words = started(root, "-m", "kennisbank", "check")
    assert (status, f"{folder}/een-docent.md:4" in words) == (1, True), words
