"""What stands out in a text: its quote stands between paragraphs, and a part that is named is a section."""

from __future__ import annotations

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.parts.highlights import Citaat

TEXT = """\
Een.

Twee.

## Midden

Drie, en ze riep 'wat een dag'.

- een lijst

Vier.

Vijf.

## Wat je ervan kunt meenemen

Zes.

- zeven

## Nog een kop

Acht.
"""
APART = ("Wat je ervan kunt meenemen",)


def shown(text: str, citaat: Citaat | None = None, apart: tuple[str, ...] = APART) -> LexborHTMLParser:
    given = {"kennisbank.parts.highlights": {"citaat": citaat or "", "apart": apart}}
    made = markdown.markdown(
        text, extensions=["kennisbank.parts.headings", "kennisbank.parts.highlights"], extension_configs=given
    )
    return LexborHTMLParser(made)


def before(tree: LexborHTMLParser) -> str:
    """Return the words of the block right above the quote."""
    above = tree.css_first("aside").prev
    while above.tag == "-text":
        above = above.prev
    return str(above.text(strip=True))


@pytest.mark.parametrize(
    ("words", "above"),
    [("iets anders", "Drie, en ze riep 'wat een dag'."), ("wat een dag", "Vier."), ("Vier.", "Vijf.")],
)
def test_the_quote_stands_after_the_third_paragraph_but_not_right_beside_its_own_words(words: str, above: str) -> None:
    tree = shown(TEXT, Citaat(words, gesproken=True, ruimte="plek"))
    (quote,) = tree.css("aside")
    assert before(tree) == above
    assert quote.text() == f"‘{words}’"
    assert quote.attributes["class"] == "rb-citaat rb-van-plek"
    assert quote.attributes["aria-hidden"] == "true", "whoever listens hears the words where they stand"


def test_words_that_nobody_said_stand_without_quotation_marks() -> None:
    assert shown(TEXT, Citaat("Twee.", gesproken=False, ruimte="plek")).css_first("aside").text() == "Twee."


@pytest.mark.parametrize("text", ["", "Een.", "Een.\n\nTwee.\n\nDrie."])
def test_a_text_without_room_for_it_has_no_quote(text: str) -> None:
    assert shown(text, Citaat("Iets anders", gesproken=True, ruimte="plek")).css("aside") == []


def test_a_part_with_that_heading_is_a_section_up_to_the_next_heading() -> None:
    tree = shown(TEXT)
    (section,) = tree.css("section")
    assert section.attributes["aria-labelledby"] == section.css_first("h2").attributes["id"]
    assert section.text(strip=True) == "Wat je ervan kunt meenemenZes.zeven"
    assert [head.text() for head in tree.css("body > h2")] == ["Midden", "Nog een kop"]


def test_a_text_without_that_heading_stays_as_it_was() -> None:
    assert shown(TEXT, apart=("Een andere kop",)).css("section, aside") == []
