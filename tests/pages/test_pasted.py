"""What is pasted in the form, as the site then shows it: its structure, and no character that became a mark."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from kennisbank.parts.tree import tree as shown
from kennisbank.reading import judge, markup
from tests.node.running import pasted
from tests.node.trees import tree

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

HERE = Path(__file__).parent / "geplakt"
PROGRAMS = ("word-windows", "word-mac", "google-docs", "libreoffice")
EXAMPLE = (HERE / "geplakt.md").read_text(encoding="utf-8").rstrip("\n")
STRUCTURE = """\
h2 Een voorbeeld om te plakken
p Dit is een voorbeeld met (strong vette) en (em schuine) woorden, een (a link naar een school) en een noot.(sup (a 1))\
 Dit is (del weggehaald) blijven staan.
h3 Aan tafel
ul (li Eerste punt) (li Tweede punt (ul (li Dieper punt (ul (li Nog dieper))))) (li Derde punt)
ol (li Begin) (li Vervolg (ol (li Tussenstap))) (li Slot)
table (thead (tr (th Groep) (th Aantal) (th Wat zij deden))) (tbody (tr (th Groep 5) (td 12 | 13) \
(td Tekenen; Knippen)) (tr (th Groep 5) (td Samen kijken) (td)))
p Sommen zoals 5*3*2 en namen zoals een_lang_woord blijven staan.
div (hr) (ol (li (p De tekst van de noot. (a ↩))))
""".splitlines()
"""The document that each of these programs wrote, block by block."""


def outline(element: Element) -> str:
    """Return an element with what is in it, in brackets."""
    parts = [element.tag, " ", element.text or ""]
    for child in element:
        parts += [f"({outline(child)})", child.tail or ""]
    return " ".join("".join(parts).replace("(", " (").replace(" )", ")").split()).replace(" )", ")")


def tidy(text: str) -> str:
    """Return an outline without the spaces that say nothing."""
    return " ".join(text.replace("(", " (").split()).replace(" )", ")")


def problems(text: str) -> list[str]:
    """Return what the check says of a text."""
    found = [*judge.judge(text, "stories/x.md", 1), *markup.examine(text, "stories/x.md", 1)[1]]
    return [f"{problem.code}: {problem.message}" for problem in found]


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_wrote_is_shown_as_it_was_there(program: str) -> None:
    html = (HERE / f"{program}.html").read_text(encoding="utf-8")
    [text] = pasted([tree(html)])
    assert text == EXAMPLE
    assert [outline(block) for block in shown(text)] == [tidy(line) for line in STRUCTURE]
    assert problems(text) == []


SIGNS = [
    *"*_~`[]()<>&!|\\#+-=.:^\"'{}/$@", *"aéB1 ", " ", " ", "**", "__", "1. ", "- ", "# ", "> ", "==", "---", "woord",
    "](", "[^1]", "&amp;", "![", "~~", "<b", "een",
]  # fmt: skip


def texts(seed: int, number: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(number):
        text = "".join(chance.choices(SIGNS, k=chance.randint(1, 14)))
        yield " ".join(text.split())


def element(name: str, *children: Any, **attributes: str) -> dict[str, Any]:
    return {"naam": name, "kenmerken": attributes, "kinderen": list(children)}


def words(found: Element) -> str:
    return " ".join("".join(found.itertext()).split())


def test_no_character_of_a_sentence_becomes_a_mark() -> None:
    said = [text for text in texts(1, 3000) if text]
    made = pasted([element("body", element("p", f"x{text}")) for text in said])
    for text, markdown in zip(said, made, strict=True):
        blocks = list(shown(markdown))
        assert [block.tag for block in blocks] == ["p"], (text, markdown)
        assert list(blocks[0]) == [], (text, markdown)
        assert words(blocks[0]) == f"x{text}", markdown


def test_no_character_that_begins_a_line_becomes_a_mark() -> None:
    said = [text for text in texts(2, 3000) if text]
    made = pasted([element("body", element("p", text)) for text in said])
    for text, markdown in zip(said, made, strict=True):
        blocks = list(shown(markdown))
        assert [block.tag for block in blocks] == ["p"], (text, markdown)
        assert list(blocks[0]) == [], (text, markdown)
        assert words(blocks[0]) == text, markdown


@pytest.mark.parametrize("within", ["cell", "item", "heading", "bold", "pieces"])
def test_nor_within_a_table_a_list_a_heading_or_beside_marks(within: str) -> None:
    said = [text for text in texts(3, 2000) if text]
    forms = {
        "cell": lambda text: element("table", *(element("tr", element("td", "a"), element("td", text)) for _ in "12")),
        "item": lambda text: element("ul", element("li", text), element("li", "b")),
        "heading": lambda text: element("h2", text),
        "bold": lambda text: element("p", "voor", element("b", text), "na"),
        "pieces": lambda text: element(
            "p", text, element("i", text), element("a", "link", href="https://x.nl/"), text, element("b", "vet"), text
        ),
    }
    made = pasted([element("body", forms[within](text)) for text in said])
    for text, markdown in zip(said, made, strict=True):
        blocks = list(shown(markdown))
        assert len(blocks) == 1, (text, markdown)
        match within:
            case "cell":
                rows = list(blocks[0].iter("tr"))
                assert [words(cell) for row in rows for cell in row] == ["a", text] * 2, (text, markdown)
            case "item":
                assert [words(item).replace("☐", "[ ]").replace("☑", "[x]") for item in blocks[0].iter("li")] == [
                    text,
                    "b",
                ], markdown
            case "heading":
                assert (blocks[0].tag, words(blocks[0])) == ("h2", text), markdown
            case "bold":
                assert words(blocks[0]) == f"voor{text}na", (text, markdown)
                assert {child.tag for child in blocks[0].iter()} <= {"p", "strong"}, (text, markdown)
            case _:
                assert words(blocks[0]) == " ".join(f"{text}{text}link{text}vet{text}".split()), (text, markdown)
                assert {child.tag for child in blocks[0].iter()} <= {"p", "em", "strong", "a"}, (text, markdown)
                assert [a.get("href") for a in blocks[0].iter("a")] == ["https://x.nl/"], (text, markdown)
