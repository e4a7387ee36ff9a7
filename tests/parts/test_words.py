"""Words that are explained: which occurrence, and in which spelling."""

from __future__ import annotations

import pytest

from kennisbank.model.vocabulary import Term, Vocabulary
from kennisbank.parts.words import Words
from tests.support import lists

WORDS = Words(
    Vocabulary(
        "begrip",
        "Begrip",
        "Begrippen",
        "Uitleg.",
        (
            Term("icc-er", "icc'er", "Een leraar.", ("icc'ers", "interne cultuurcoördinator")),
            Term("kerngroep", "kerngroep", "Een groep.", ("kerngroepen",)),
            Term("evi", "Evi", "Een hulpmiddel."),
            Term("cmk", "CmK", "Een programma."),
            Term("so", "so", "Een schooltype."),
            Term("leergemeenschap", "leergemeenschap", "Een groep."),
            Term("plg", "professionele leergemeenschap", "Nog een groep."),
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De icc'er en de icc’ers.", ["icc'er"]),
        ("Icc’ers komen.", ["Icc’ers"]),
        ("De interne cultuurcoördinator is de icc'er.", ["interne cultuurcoördinator"]),
        ("Kerngroepen, en dan de kerngroep.", ["Kerngroepen"]),
        ("De kerngroepleden en de sokken.", []),
        ("Een kerngroep-overleg en een subkerngroep.", []),
        ("Scholen voor so en SO.", ["so"]),
        ("CMK, cmk of CmK?", ["CmK"]),
        ("Professionele leergemeenschap, en leergemeenschap.", ["Professionele leergemeenschap", "leergemeenschap"]),
        ("(kerngroep): 'kerngroep'", ["kerngroep"]),
        ("", []),
    ],
)
def test_the_first_of_each_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in WORDS.find(text)] == found


def test_what_has_been_explained_is_left_alone() -> None:
    assert list(WORDS.find("De kerngroep.", {"kerngroep"})) == []


def test_every_form_of_the_real_list_finds_its_own_word() -> None:
    words = Words(lists()["begrip"])
    for term in words.vocabulary.terms:
        for form in (term.label, *term.synonyms):
            assert [found.slug for _, _, found in words.find(f"De {form}, dus.")] == [term.slug], form


def test_an_explanation_is_short_enough_for_a_small_box() -> None:
    terms = lists()["begrip"].terms
    assert [term.slug for term in terms if len(term.definition) > 260] == []
