"""What the finder searches: every page once, with the right choices, and the words by which it is found."""

from __future__ import annotations

import dataclasses
import random
from datetime import date

import pytest

from kennisbank.finding import search
from kennisbank.finding.search import Entry, Keywords, entries, selection, spelling
from kennisbank.finding.synonyms import Synonyms, plain
from kennisbank.model.facets import ALL
from kennisbank.reading.loader import load
from tests.finding.test_related import corpus
from tests.site_support import PROJECT
from tests.support import knowledge, verhaal, vocabularies, voorbeeld


def with_body(slug: str, body: str, **fields: object) -> search.Verhaal:
    story = verhaal(slug, **fields)
    return dataclasses.replace(story, origin=dataclasses.replace(story.origin, body=body))


def test_every_page_of_the_content_is_found_once() -> None:
    kb = load(PROJECT).knowledge
    assert kb is not None
    found = [entry.address for entry in entries(kb)]
    assert len(found) == len(set(found))
    others = [*kb.voorbeelden, *kb.werkvormen, *kb.bundels, *kb.ruimtes, *kb.vocabularies["begrip"].terms]
    texts = len(kb.paginas) - 1  # the home page is no answer
    assert len(found) == len(kb.verhalen) + len(others) + texts
    assert found[: len(kb.verhalen)] == [f"verhalen/{v.origin.slug}/" for v in kb.verhalen]
    assert "" not in found
    assert {"werkvormen/kinderdialoog/", "ruimtes/plek/", "begrippen/#penvoerder", "over/privacy/"} <= set(found)


def test_only_stories_have_a_place_in_the_order() -> None:
    kb = load(PROJECT).knowledge
    assert kb is not None
    numbers = [entry.number for entry in entries(kb)]
    size = len(kb.verhalen)
    assert numbers[:size] == list(range(size))
    assert set(numbers[size:]) == {None}
    kinds = {entry.label for entry in entries(kb) if entry.number is None}
    assert kinds - {"Voorbeeld"} == {"Werkvorm", "Ruimte", "Vraag", "Uitleg", "Begrip"}
    assert ("Voorbeeld" in kinds) == bool(kb.voorbeelden)


def test_a_short_example_is_found_by_its_values_too() -> None:
    short = [
        voorbeeld("oud", datum=date(2026, 1, 1), schooltype=("so", "vso")),
        voorbeeld("nieuw", "Wij hielden kringgesprekken.", partnertype=("museum",), werkvormen=("wandeling",)),
    ]
    kb = knowledge(verhaal("een"), voorbeelden=short)
    found = {entry.row[1]: entry for entry in entries(kb) if entry.row and entry.row[0] == "voorbeelden"}
    assert [found[number].address for number in (0, 1)] == ["voorbeelden/nieuw/", "voorbeelden/oud/"]
    assert {entry.label for entry in found.values()} == {"Voorbeeld"}
    assert "Museum" in found[0].names
    assert "gesprek" in found[0].keywords.split()
    table = selection(kb)
    chosen = {name: [own.sets[number] for number in own.voorbeelden] for name, own in table.items()}
    assert chosen["schooltype"] == [(), ("so", "vso")]
    assert chosen["partnertype"] == [("museum",), ()]
    assert chosen["ruimte"] == [("plek",), ("plek",)]
    assert table["schooltype"].sets[table["schooltype"].verhalen[0]] == ("po",)


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


def test_a_compound_is_found_by_its_end() -> None:
    words = Keywords(knowledge(verhaal("een")))
    assert words.parts("kringgesprekken") == ("gesprekken", "gesprek")
    assert words.parts("schoolatelier") == ("atelier",)
    assert words.parts("gesprek") == ()
    # A verb is no compound of the words it ends on.
    assert words.parts("bespelen") == ()
    assert words.parts("verhalen") == ()
    # Neither does it hold the name of a place.
    assert words.parts("stemmen") == ()


def test_the_parts_of_compounds_in_the_text_are_keywords_of_its_story() -> None:
    (entry,) = (e for e in entries(knowledge(with_body("een", "Wij hielden kringgesprekken.\n"))) if e.number == 0)
    assert "gesprek" in entry.keywords.split()
    assert "kringgesprekken" not in entry.keywords


def test_a_word_stands_for_every_value_that_has_it() -> None:
    """Compared with a search through all lists."""
    kb = corpus(1, 40)
    synonyms = Synonyms(kb)
    for form, values in synonyms.values.items():
        meant = {
            (name if name != "provincie" else "regio", term.slug)
            for name in [facet.name for facet in ALL] + ["provincie"]
            for term in vocabularies()[name].terms
            if form in {plain(w) for w in (term.label, *term.synonyms, *term.narrower)}
        }
        assert set(values) == meant, form


def test_the_table_of_synonyms_names_values_with_their_labels() -> None:
    kb = corpus(1, 10)
    synonyms = Synonyms(kb)
    table = synonyms.table("")
    for form, numbers in table.woorden.items():
        assert [tuple(table.waarden[number][:2]) for number in numbers] == synonyms.values[form]
    assert ("discipline", "beeldend", "Beeldend") in table.waarden


@pytest.mark.parametrize(
    ("typed", "facet", "slug"),
    [
        ("tekenles", "discipline", "beeldend"),
        ("kringgesprek", "activiteit", "leren-discussieren"),
        ("basisschool", "schooltype", "po"),
        ("special needs", "schooltype", "so"),
        ("special needs", "schooltype", "vso"),
        ("middelbare school", "schooltype", "vo"),
        ("bieb", "partnertype", "bibliotheek"),
        ("nieuwkomers", "schooltype", "isk"),
    ],
)
def test_words_as_people_type_them_stand_for_a_value(typed: str, facet: str, slug: str) -> None:
    assert (facet, slug) in Synonyms(knowledge(verhaal("een"))).values[typed]


def found(text: str, number: int | None = 0, title: str = "x", label: str = "") -> Entry:
    return Entry("a", title, "", text, "", label, number)


def test_typing_errors_are_mended_to_words_of_stories_the_most_common_first() -> None:
    pages = [
        found("Museum, école, muziek", title="Muziek"),
        found("museum op", 1, label="Ezinge"),
        found("mislukt", None),
    ]
    assert spelling(pages) == {"e": ("ezinge", "école"), "m": ("museum", "muziek")}


def test_the_words_for_typing_errors_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_OF_A_LETTER", 5)
    draw = random.Random(1)
    text = " ".join("m" + "".join(draw.choices("abc", k=6)) for _ in range(300))
    assert [len(words) for words in spelling([found(text)]).values()] == [5]


def test_each_word_is_indexed_once() -> None:
    entry = Entry("a", "T", "De kerk, de wierde.", "Een kerk; een kérk en de dorpsschool", "Basisonderwijs kerk", "", 0)
    assert entry.words() == (["de", "kerk", "wierde"], ["basisonderwijs", "dorpsschool", "een", "en", "kérk"])


def test_what_is_shown_of_a_story_holds_no_marks_of_markdown() -> None:
    kb = load(PROJECT).knowledge
    assert kb is not None
    for entry in entries(kb):
        shown = entry.summary + entry.text
        assert not any(sign in shown for sign in ("](", "**", "##", "[^", "|", "`", "<", "\n")), entry.address


def test_the_tables_of_the_finder_are_named_by_facet_and_letter() -> None:
    kb = corpus(2, 20)
    tables = search.tables(kb, list(entries(kb)))
    letters = [name.partition("/")[2] for name in tables if name.startswith("woorden/")]
    assert {name.partition("/")[2] for name in tables if name.startswith("keuzes/")} == set(selection(kb))
    assert tables["synoniemen"].letters == "".join(letters) == "".join(sorted(letters))
    assert len(letters) > 3
