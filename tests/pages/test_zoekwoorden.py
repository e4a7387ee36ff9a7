"""Words by which a page is found and that it does not show: in the form and the schema, never on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kennisbank.finding.compared import plain
from kennisbank.finding.search import entries
from kennisbank.model import urls
from kennisbank.model.fields import specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import MOST_WORDS, Bundel, Pagina, Praktijkvoorbeeld, Ruimte, Verhaal, Werkvorm
from kennisbank.pages.bundel import view as bundel
from kennisbank.pages.pagina import view as pagina
from kennisbank.pages.praktijkvoorbeeld import view as praktijkvoorbeeld
from kennisbank.pages.verhaal import view as verhaal
from kennisbank.pages.views import Views
from kennisbank.pages.werkvorm import view as werkvorm
from tests.support import content

Found = Verhaal | Praktijkvoorbeeld | Werkvorm | Pagina | Bundel
HIDDEN = "zoekwoord dat nergens anders staat"
FEW = 8
"""Of so many texts, one may have no such words: whoever writes one need not think of any."""


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    found = content()
    assert found is not None
    return found


def texts(kb: KnowledgeBase) -> Iterator[Found]:
    yield from kb.verhalen
    yield from kb.voorbeelden
    yield from kb.werkvormen
    yield from kb.bundels
    yield from kb.paginas


@pytest.mark.parametrize("record", [Verhaal, Praktijkvoorbeeld, Werkvorm, Pagina, Bundel])
def test_it_is_a_field_that_may_be_left_out(record: type[Found]) -> None:
    spec = specs(record)["zoekwoorden"]
    assert spec.many
    assert not spec.required
    assert "zoekwoorden" not in specs(Ruimte), "a ruimte has synonyms, which it shows"


def test_texts_have_a_handful_of_them_each_once(kb: KnowledgeBase) -> None:
    without = []
    for text in texts(kb):
        words = [plain(word) for word in text.zoekwoorden]
        assert len(words) == len(set(words)), text.origin.path
        assert len(words) <= MOST_WORDS, text.origin.path
        without += [] if words else [text.origin.path]
    assert len(without) <= len(list(texts(kb))) / FEW, without


def test_the_finder_knows_them(kb: KnowledgeBase) -> None:
    hidden = {entry.address: entry.hidden for entry in entries(kb)}
    for text in texts(kb):
        address = urls.of(text.origin.path, text.origin.slug)
        if address != urls.HOME:
            assert hidden[address] == text.zoekwoorden, text.origin.path


def test_no_page_shows_them(kb: KnowledgeBase) -> None:
    """The pages are the same with other words as without any."""

    def shown(words: tuple[str, ...]) -> list[object]:
        kept: dict[str, Any] = {
            name: tuple(replace(text, zoekwoorden=words) for text in getattr(kb, name))
            for name in ("verhalen", "werkvormen", "bundels", "paginas")
        }
        kept["others"] = tuple(
            replace(text, zoekwoorden=words) if isinstance(text, Praktijkvoorbeeld) else text for text in kb.others
        )
        changed = replace(kb, **kept)
        views = Views(changed)
        made: list[object] = [verhaal.made(changed, views, text) for text in changed.verhalen]
        made += [praktijkvoorbeeld.made(changed, views, text) for text in changed.voorbeelden]
        made += [werkvorm.made(changed, views, text) for text in changed.werkvormen]
        made += [bundel.made(changed, views, text) for text in changed.bundels]
        return [*made, *(pagina.made(changed, views, text) for text in changed.paginas)]

    assert shown((HIDDEN,)) == shown(())
