"""What becomes of Markdown: explained words and readable tables."""

from __future__ import annotations

import markdown
from selectolax.lexbor import LexborHTMLParser

from kennisbank.parts.prose import anchor
from kennisbank.parts.told import Told
from tests.parts.test_words import WORDS

TABLE = """
| In de kerngroep | Aandeel | Hoe |
|---|---|---|
| de **leraar** | 80% | ja |
| de partner | soms |  |
"""


def html(text: str, **options: object) -> str:
    own = {"kennisbank.parts.prose": {"words": WORDS, **options}}
    return markdown.markdown(text, extensions=["tables", "def_list", "kennisbank.parts.prose"], extension_configs=own)


def explained(text: str, **options: object) -> list[str]:
    """Return the words that a text explains, as the extension says; the HTML has a button for each."""
    told = Told()
    buttons = LexborHTMLParser(html(text, told=told, **options)).css("button.rb-begrip")
    assert [node.attributes["popovertarget"] for node in buttons] == [anchor(slug) for slug in told.explained]
    return told.explained


def shown(made: str) -> str:
    """Return what a reader sees of it."""
    return LexborHTMLParser(made).body.text().strip()  # type: ignore[union-attr]


def test_only_the_first_occurrence_is_a_button() -> None:
    text = "De kerngroep en de kerngroep.\n\n- Een *kerngroep* en een icc'er."
    made = html(text)
    assert explained(text) == ["kerngroep", "icc-er"]
    assert made.startswith(
        '<p>De <button class="rb-begrip" popovertarget="rb-begrip-kerngroep" type="button">kerngroep</button> en de'
    )
    assert shown(made) == shown(html(text, words=""))


def test_a_line_does_not_break_between_a_word_and_its_comma() -> None:
    for text, whole in [("In de kerngroep, en meer.", "kerngroep,"), ("Een (kleine kerngroep). Meer.", "kerngroep).")]:
        tree = LexborHTMLParser(html(text))
        assert [span.text() for span in tree.css("span.rb-begrip-heel")] == [whole]
        assert tree.css_first("p").text() == text
    assert "rb-begrip-heel" not in html("De kerngroep en meer.")


def test_links_headings_and_code_are_left_alone() -> None:
    text = "## De kerngroep\n\n[de kerngroep](x.md) en `kerngroep` en **[Evi](y.md)**, **kerngroep**."
    made = html(text)
    assert explained(text) == ["kerngroep"]
    assert made.endswith("kerngroep</button></strong>.</p>")


def test_order_is_that_of_the_text() -> None:
    text = "Een icc'er *in een kerngroep* met Evi, `x` en CmK; [z](z.md) so."
    made = html(text)
    assert explained(text) == ["icc-er", "kerngroep", "evi", "cmk", "so"]
    assert shown(made) == "Een icc'er in een kerngroep met Evi, x en CmK; z so."


def test_words_of_the_introduction_are_not_explained_again() -> None:
    assert explained("De kerngroep en een icc'er.", explained=frozenset({"kerngroep"})) == ["icc-er"]


def test_markup_stays_text() -> None:
    assert "&lt;b&gt;" in html("Een kerngroep &lt;b&gt; en &amp;.")


def test_a_table_names_its_columns_in_every_cell() -> None:
    tree = LexborHTMLParser(html(TABLE))
    assert [cell.attributes["data-kolom"] for cell in tree.css("tbody td")] == ["Aandeel", "Hoe"] * 2
    assert [(cell.text(), cell.attributes["scope"]) for cell in tree.css("tbody th")] == [
        ("de leraar", "row"),
        ("de partner", "row"),
    ]
    assert {cell.attributes["scope"] for cell in tree.css("thead th")} == {"col"}
    roles = {node.tag + (node.attributes["role"] or "") for node in tree.css("table, tr, th, td, tbody, thead")}
    assert roles == {"tabletable", "trrow", "thcolumnheader", "throwheader", "tdcell", "tbodyrowgroup", "theadrowgroup"}


def test_a_share_is_drawn_and_a_word_in_its_column_is_not() -> None:
    drawn = LexborHTMLParser(html(TABLE)).css(".rb-aandeel")
    assert [(cell.text(), cell.css_first("rect").attributes["width"]) for cell in drawn] == [("80%", "80%")]


def test_a_paragraph_sign_stays_with_its_number() -> None:
    assert html("Zo staat het er (§ 4.2).") == "<p>Zo staat het er (§\u00a04.2).</p>"
