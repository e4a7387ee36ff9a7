"""What the finder searches: every page once, kind by kind, with the right choices, and what it shows of each."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest

from kennisbank.finding.search import STORY, VALUE, WORD, Entry, entries, overviews, selection
from kennisbank.finding.synonyms import terms
from kennisbank.finding.words import KINDS
from kennisbank.model import kinds, urls
from kennisbank.model.facets import ALL
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.parts.sentences import happened
from tests.finding.test_related import corpus
from tests.support import content, knowledge, verhaal, voorbeeld


@pytest.fixture(name="kb", scope="module")
def fixture_kb() -> KnowledgeBase:
    return content()


def test_every_page_of_the_content_is_found_once(kb: KnowledgeBase) -> None:
    found = [entry.address for entry in entries(kb)]
    assert len(found) == len(set(found))
    written = {
        urls.of(record.origin.path, record.origin.slug)
        for kind in kinds.KINDS
        for record in kb.of(kind)
        if kind.found or kind.record.__name__ == "Verhaal"
    }
    values = {urls.value(*value) for value, _ in terms(kb) if value[0] != "ruimte"}
    words = {urls.begrip(term.slug) for term in kb.vocabularies["begrip"].terms}
    assert set(found) == (written - {urls.HOME}) | values | words | set(overviews())
    assert urls.HOME not in found
    assert {
        "werkvormen/kinderdialoog/", "ruimtes/plek/", "begrippen/#penvoerder", "over/privacy/", "partner/museum/",
        "regio/drenthe/",
    } <= set(found)  # fmt: skip


def test_the_pages_of_a_kind_stand_together_the_stories_first(kb: KnowledgeBase) -> None:
    found = entries(kb)
    order = [kind for kind, _ in groupby(entry.kind for entry in found)]
    assert len(order) == len(set(order))
    assert order[0] == STORY and order[-2:] == [VALUE, WORD]
    assert set(order) <= set(KINDS)
    number = len(kb.verhalen)
    assert [entry.address for entry in found[:number]] == [f"verhalen/{v.origin.slug}/" for v in kb.verhalen]
    dates = [verhaal.datum for verhaal in kb.verhalen]
    assert dates == sorted(dates, reverse=True)


def test_a_short_example_is_found_by_its_values_too() -> None:
    short = [
        voorbeeld("oud", datum=date(2026, 1, 1), schooltype=("so", "vso")),
        voorbeeld("nieuw", "Wij hielden kringgesprekken.", partnertype=("museum",), werkvormen=("wandeling",)),
    ]
    kb = knowledge(verhaal("een"), voorbeelden=short)
    found = [entry for entry in entries(kb) if entry.kind == "voorbeeld"]
    assert [entry.address for entry in found] == ["voorbeelden/nieuw/", "voorbeelden/oud/"]
    assert {entry.label for entry in found} == {"Voorbeeld"}
    assert "Museum" in found[0].names
    assert found[0].values == {"ruimte": ["plek"], "partnertype": ["museum"]}
    table = selection(kb)
    chosen = {name: [own.sets[number] for number in own.voorbeelden] for name, own in table.items()}
    assert chosen["schooltype"] == [(), ("so", "vso")]
    assert chosen["partnertype"] == [("museum",), ()]
    assert chosen["ruimte"] == [("plek",), ("plek",)]
    assert table["schooltype"].sets[table["schooltype"].verhalen[0]] == ("po",)


def test_the_table_of_choices_has_the_texts_in_the_order_of_the_pages(kb: KnowledgeBase) -> None:
    """A script knows a page by its number only: the n-th of its kind has the n-th set."""
    found = entries(kb)
    table = selection(kb)
    for kind, field in ((STORY, "verhalen"), ("voorbeeld", "voorbeelden"), ("werkvorm", "werkvormen")):
        of_kind = [entry for entry in found if entry.kind == kind]
        for name, own in table.items():
            numbers = getattr(own, field)
            assert [tuple(entry.values.get(name, ())) for entry in of_kind] == [own.sets[n] for n in numbers]


@pytest.mark.parametrize("seed", range(3))
def test_the_table_of_choices_says_what_each_story_has(seed: int) -> None:
    kb = corpus(seed, 80)
    table = selection(kb)
    for facet in ALL:
        for number, story in enumerate(kb.verhalen):
            chosen = set(facet.of(story))
            if facet.name == "regio":
                chosen.add(kb.province(story.regio).slug)
            if facet.name not in table:
                assert not chosen
                continue
            own = table[facet.name]
            assert set(own.sets[own.verhalen[number]]) == chosen
    assert "borging" not in table  # no story has any


def test_a_question_names_its_stories_in_its_order(kb: KnowledgeBase) -> None:
    found = entries(kb)
    asked = [entry for entry in found if entry.kind == "vraag"]
    assert len(asked) == len(kb.bundels) > 0
    bundels = {urls.of(b.origin.path, b.origin.slug): b for b in kb.bundels}
    for entry in asked:
        named = [found[number].address for number in entry.stories]
        assert named == [f"verhalen/{slug}/" for slug in bundels[entry.address].verhalen if slug in kb.verhaal]
    assert any(entry.stories for entry in asked)
    assert not any(entry.stories for entry in found if entry.kind != "vraag")


def test_a_question_is_called_by_what_is_asked_in_it(kb: KnowledgeBase) -> None:
    by_address = {entry.address: entry for entry in entries(kb)}
    for bundel in kb.bundels:
        assert by_address[urls.of(bundel.origin.path, bundel.origin.slug)].names == bundel.vragen


def test_words_that_only_the_finder_knows_are_shown_nowhere(kb: KnowledgeBase) -> None:
    for entry in entries(kb):
        assert set(entry.hidden).isdisjoint(entry.shown(()).namen)


def test_a_word_that_no_reader_sees_is_not_shown() -> None:
    entry = Entry(address="a/", kind="uitleg", title="T", summary="S", names=("gezien",), hidden=("verborgen",))
    assert "verborgen" not in repr(entry.shown(("deel",)))
    assert entry.shown(("deel",)).namen == ("gezien",)
    assert entry.shown(("deel",)).delen == ("deel",)


def test_a_story_is_found_by_how_it_was_done_and_says_when_it_happened() -> None:
    entry = entries(knowledge(verhaal("een", aanpak_trekker="De conciërge trok het.", speelde=(2018, 2021))))[0]
    assert "conciërge" in entry.text
    assert entry.when == happened((2018, 2021)) == entry.shown(()).speelde


def test_what_is_shown_of_a_page_holds_no_marks_of_markdown(kb: KnowledgeBase) -> None:
    for entry in entries(kb):
        shown = entry.summary + entry.text
        assert not any(sign in shown for sign in ("](", "**", "##", "[^", "|", "`", "<", "\n")), entry.address


def test_a_werkvorm_is_chosen_by_where_it_was_used(kb: KnowledgeBase) -> None:
    found = {entry.address: entry for entry in entries(kb)}
    for werkvorm in kb.werkvormen:
        values = found[urls.of(werkvorm.origin.path, werkvorm.origin.slug)].values
        if "alle" in werkvorm.ruimtes:
            assert set(values["ruimte"]) == {ruimte.origin.slug for ruimte in kb.ruimtes}
        for name, slugs in kb.used[werkvorm.origin.slug].values.items():
            assert set(slugs) <= set(values[name])
        assert {kb.province(r).slug for r in values.get("regio", ()) if r not in kb.provinces} <= set(
            values.get("regio", ())
        )
