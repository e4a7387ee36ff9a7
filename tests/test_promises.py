"""Every promise of the site, its papers and commands stands in a table (`beloften.yml`) with the tests that prove it.

The table cannot go stale. A sentence that changes no longer stands where the table says; a test that is renamed is no
longer there; and a new sentence that sounds like a promise must get a row, or a place in the list of what promises
nothing. What sounds like a promise is a matter of words (`MARKERS`): those that leave no exception ("altijd", "nooit",
"alles", "never", "every"), those that say that nothing is asked, kept or lost ("geen", "niets", "zonder", "without"),
those that say that something goes or stays by itself ("vanzelf", "blijft", "klaar", "keeps"), and those that measure
("precies", "meteen", "seconden"). Left out are sentences that ask the reader to do something (`ASKS`), that are a
question, or that cite the report (a §): they promise nothing of ours. A promise without such a word can have a row too.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kennisbank import PROJECT
from tests.promises_support import files, plain, sentences
from tests.support import read_table

TABLE: dict[str, list[dict[str, Any]]] = read_table(PROJECT / "tests" / "beloften.yml")
ROWS = TABLE["beloften"]
NO_PROMISES = [words for kind in TABLE["geen_belofte"] for words in kind["zinnen"]]
MARKERS = re.compile(
    r"\b(?:altijd|nooit|geen|niets|niemand|nergens|overal|alles|iedereen|blijft|blijven|vanzelf|meteen|zonder"
    r"|kun je|kan ook|hoeft?|elke?|alleen|pas|precies|(?:het)?zelfde|kwartier|seconden|je krijgt|klaar"
    r"|never|always|nothing|none|nobody|without|every|everything|all|only|any|anybody|same|whatever|exactly|stays|keeps?"
    r"|seconds|minute|refuses?|by itself)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"^(?:Noem|Zet|Kies|Schrijf|Vraag|Laat|Haal|Geef|Leg|Gebruik|Neem|Verander|Vul|Open|Klik|Kijk|Lees|Zeg|Maak|Wees|Draai"
    r"|Stuur|Herhaal|Doe|Begin|Voeg|Wis|Druk|Bewaar|Bekijk|Zoek|Deel|Kopieer|Sleep|Trek|Download|Bouw|Controleer|Verbeter"
    r"|Werk je|Let op)\b"
)
RESEARCH = {"docs/ruimte/gebruiken.md", "docs/ruimte/ontstaan.md"}
"""What the research says about the tool; the pages promise nothing of the site."""


@cache
def said(file: str) -> tuple[str, ...]:
    return tuple(sentences(PROJECT / file))


@cache
def raw(file: str) -> str:
    return plain((PROJECT / file).read_text(encoding="utf-8"))


@cache
def collected() -> set[str]:
    """Return the name of every test, as pytest has it without parameters; of Node's, `…` is what a name fills in.

    Read when a test asks: it takes a second, and every process of a run imports this file.
    """
    named = re.compile(r"^\s*test\([\"`](.+?)[\"`], (?:async )?\(", re.MULTILINE)
    scripts = {
        f"{file.relative_to(PROJECT).as_posix()}::{re.sub(r'[$][{].*?[}]', '…', name)}"
        for file in (PROJECT / "tests" / "node").rglob("*.test.js")
        for name in named.findall(file.read_text(encoding="utf-8"))
    }
    return scripts | {
        f"{file.relative_to(PROJECT).as_posix()}::{node.name}"
        for file in (PROJECT / "tests").rglob("test_*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["belofte"][:50])
def test_a_promise_stands_where_it_is_made_and_has_its_proof(row: dict[str, Any]) -> None:
    words = plain(row["belofte"])
    for file in row["waar"]:
        assert any(words in sentence for sentence in said(file)) or words in raw(file), (
            f"{file} no longer says: {words}"
        )
    assert row["ergst"]
    assert [proof for proof in row["bewijs"] if proof not in collected()] == []
    assert row["bewijs"], "nothing proves it"
    assert set(row) == {"belofte", "waar", "ergst", "bewijs"}


def test_no_promise_has_two_rows() -> None:
    made = [(row["belofte"], file) for row in ROWS for file in row["waar"]]
    assert len(made) == len(set(made))


def promising(file: Path) -> list[str]:
    """Return the sentences of a file that sound like a promise."""
    name = file.relative_to(PROJECT).as_posix()
    if name in RESEARCH:
        return []
    return [
        sentence
        for sentence in said(name)
        if MARKERS.search(sentence) and "§" not in sentence and not sentence.endswith("?") and not ASKS.search(sentence)
    ]


def test_no_promise_is_made_outside_the_table() -> None:
    missing = []
    for file in files():
        name = file.relative_to(PROJECT).as_posix()
        known = [plain(row["belofte"]) for row in ROWS if name in row["waar"]] + NO_PROMISES
        missing += [
            f"{name}: {sentence}" for sentence in promising(file) if not any(words in sentence for words in known)
        ]
    assert missing == [], "give each a row in tests/beloften.yml, or a place in its list of what promises nothing"


def test_nothing_is_excused_that_is_not_there() -> None:
    found = [sentence for file in files() for sentence in promising(file)]
    assert [words for words in NO_PROMISES if not any(words in sentence for sentence in found)] == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "a.md",
            '---\ntitle: "Altijd goed"\n---\n\nJe **kunt** [niets](x.md) stukmaken.\nEcht.\n',
            "Je kunt niets stukmaken.",
        ),
        (
            "a.html",
            '{% if x %}<p>Er gaat <a href="x">niets</a> weg\n voordat {{ wie }} drukt.</p>{% endif %}',
            "Er gaat niets weg voordat … drukt.",
        ),
        ("a.js", "// nooit\nzeg(`Alles in ${x} is weg.`);", "Alles in … is weg."),
        ("a.py", '"""Never."""\nf(help="alles " f"van {x}")\n', "alles van …"),
        ("Makefile", "site: x ## the old one stays\n", "the old one stays"),
    ],
)
def test_sentences_are_read_as_people_read_them(tmp_path: Path, name: str, text: str, found: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    read = sentences(tmp_path / name)
    assert found.strip(" …") in [sentence.strip(" …") for sentence in read]
    assert not any("nooit" in sentence or "Never" in sentence for sentence in read)
