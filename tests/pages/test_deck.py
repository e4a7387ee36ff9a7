"""The cards of the tool Ruimte: what stands on them, and how they lie on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.kaarten import view as kaarten
from kennisbank.pages.views import Views
from kennisbank.parts.glyph.view import Glyph
from tests.support import RUIMTES, content, knowledge, verhaal

FUNCTIONS = ["orientatie", "verdieping", "evaluatie"]


def views(kb: KnowledgeBase) -> tuple[kaarten.KaartenView, kaarten.AfdrukkenView]:
    """Return what the two pages show."""
    found = {page.address: page.view for page in kaarten.generate(kb, Views(kb))}
    play, paper = found[urls.KAARTEN], found[urls.KAARTEN_AFDRUKKEN]
    assert isinstance(play, kaarten.KaartenView) and isinstance(paper, kaarten.AfdrukkenView)
    return play, paper


def test_there_is_a_card_for_each_ruimte_with_questions_for_each_function() -> None:
    kb = content()
    play, paper = views(kb)
    assert [card.ruimte for card in play.kaarten] == RUIMTES
    for view in (play, paper):
        assert [function.slug for function in view.functies] == FUNCTIONS
    for card, ruimte in zip(play.kaarten, kb.ruimtes, strict=True):
        assert {group.slug: group.vragen for group in card.vragen} == {
            slug: tuple(ruimte.vragen[slug]) for slug in FUNCTIONS
        }
        assert [cell.ruimte for cell in card.glyph.vol] == [card.ruimte]
        assert ruimte.samenvatting.startswith(card.zin)
        assert len(card.zin) <= 140
    assert [card.ruimte for card in play.kaarten if card.leeg] == ["lege-ruimte"]


def test_a_site_without_the_pages_of_the_tool_has_cards_without_links_to_them() -> None:
    kb = knowledge(verhaal("een"))
    play, paper = views(kb)
    assert play.kruimels == ()
    assert play.gebruiken is None
    assert [crumb.url for crumb in paper.kruimels] == [urls.KAARTEN]


def test_every_set_has_every_card_once_and_the_last_sheet_is_filled_with_white() -> None:
    kb = content()
    _, paper = views(kb)
    assert [size.slug for size in paper.formaten] == list(kaarten.FORMATS)
    assert paper.wit == "drie bij groot en één bij heel groot"
    seen = set()
    for found in paper.vellen.stellen:
        assert found.functie is None or found.functie == paper.functies[found.nummer]
        seen.add((found.formaat, found.functie and found.functie.slug))
        cards = [card and card.ruimte for sheet in found.vellen for card in sheet]
        assert cards[: len(RUIMTES)] == RUIMTES
        assert set(cards[len(RUIMTES) :]) <= {None}
        columns, rows = kaarten.FORMATS[found.formaat]
        assert {len(sheet) for sheet in found.vellen} == {columns * rows}
        assert (f" bij {kaarten.SIZES[found.formaat]}" in f" {paper.wit}.") is (None in cards)
    assert seen == {(name, function) for name in kaarten.FORMATS for function in (*FUNCTIONS, None)}


@given(st.integers(1, 30), st.integers(1, 4), st.integers(1, 4))
def test_every_card_is_on_a_sheet_and_every_sheet_is_full(number: int, columns: int, rows: int) -> None:
    glyph = Glyph((), "", "", "")
    cards = [
        kaarten.Kaart(ruimte=str(n), naam="", zin="", url="", glyph=glyph, leeg=n == number - 1, vragen=())
        for n in range(number)
    ]
    laid = kaarten.sheets(cards, columns, rows)
    assert {len(sheet) for sheet in laid} == {columns * rows}
    assert [card for sheet in laid for card in sheet if card] == cards
    assert sum(card is None for sheet in laid for card in sheet) < columns * rows


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Waarom doe jij mee? De drijfveer is wat je meebrengt.", "Waarom doe jij mee?"),
        ("Niet alles loopt vanzelf.", "Niet alles loopt vanzelf."),
        ("Versie 2.0 telt niet als zin. Dit wel.", "Versie 2.0 telt niet als zin."),
        ("Zonder punt", "Zonder punt"),
    ],
)
def test_a_card_has_one_line_of_meaning(text: str, first: str) -> None:
    assert kaarten.first_sentence(text) == first
