"""The words of the finder: what the file holds, and that a mistake in it is said clearly."""

from __future__ import annotations

import dataclasses

import pytest

from kennisbank.finding import words
from kennisbank.finding.compared import plain
from kennisbank.reading.markup import WORD
from tests.support import vocabularies

WHOLE = """
gelijk:
  - [leraar, leerkracht]
ruimer:
  accordeon: [muziekinstrument]
vormen:
  museum: [musea]
klein: [hoe, ik]
soorten:
  begrip: ["wat is"]
fouten:
  coach: [koots]
"""


def group(word: str) -> set[str]:
    """Return the equals of a word, of all its groups."""
    return {other for found in words.read().gelijk if word in found for other in found} - {word}


def test_a_small_file_is_read() -> None:
    found = words.parsed(WHOLE)
    assert found.gelijk == (("leraar", "leerkracht"),)
    assert found.ruimer == {"accordeon": ("muziekinstrument",)}
    assert found.vormen == {"museum": ("musea",)}
    assert found.klein == ("hoe", "ik")
    assert found.soorten == {"begrip": ("wat is",)}
    assert found.fouten == {"coach": ("koots",)}


def test_words_are_as_they_are_compared() -> None:
    found = words.parsed(WHOLE.replace("leerkracht", '"Icc\'er", Poëzie'))
    assert found.gelijk == (("leraar", "icc er", "poezie"),)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[leraar, leerkracht]", "[leraar, leerkracht, Leraar]", "gelijk: 'leraar' stands in it twice"),
        ("[leraar, leerkracht]", "[leraar]", "group of one word"),
        ("[leraar, leerkracht]", "[leraar, '?!']", "gelijk: '?!' is no word"),
        ("[leraar, leerkracht]", "leraar", "gelijk: a list belongs here"),
        ("klein: [hoe, ik]", "kleine: [hoe, ik]", "kleine: unknown key"),
        ("klein: [hoe, ik]", "", "klein: this key is missing"),
        ("klein: [hoe, ik]", "klein: [hoe, ik, Hoe]", "klein: 'hoe' stands in it twice"),
        ("museum: [musea]", "museum: [musea, museum]", "vormen: 'museum' stands among its own words"),
        ("museum: [musea]", "museum: [musea]\n  musee: [musea]", "vormen: 'musea' is a form of two words"),
        ("museum: [musea]", "museum: [musea]\n  Museum: [museums]", "vormen: 'museum' stands in it twice"),
        ("[muziekinstrument]", "[accordeon]", "ruimer: 'accordeon' stands among its own words"),
        ('begrip: ["wat is"]', 'woord: ["wat is"]', "soorten: 'woord' is no kind"),
        ('begrip: ["wat is"]', 'begrip: ["wat is"]\n  uitleg: ["wat is"]', "soorten: 'wat is' asks for two kinds"),
        ("klein: [hoe, ik]", "klein: [hoe, ik", "line "),
    ],
)
def test_a_mistake_is_said(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    with pytest.raises(words.Wrong) as wrong:
        words.parsed(WHOLE.replace(old, new))
    assert said in str(wrong.value)


def test_the_words_are_read_once() -> None:
    assert words.read() is words.read()
    assert dataclasses.is_dataclass(words.read())


def test_everyday_words_have_those_of_the_texts() -> None:
    assert {"leraar", "juf", "meester", "onderwijzer"} <= group("leerkracht")
    assert {"corona", "lockdown", "covid"} <= group("pandemie")
    assert "wierde" in group("terp")
    assert {"icc", "icc er"} <= group("cultuurcoordinator")
    assert {"training", "scholing"} <= group("deskundigheidsbevordering")
    assert "samen lesgeven" in group("co teaching")


def test_families_of_everyday_words_are_known() -> None:
    assert {"gaat weg", "vertrekt", "opvolger", "nieuwe juf"} <= group("verloop")
    assert {"geen lokaal", "zonder lokaal", "plaatsgebrek"} <= group("ruimtegebrek")
    assert {"kan niet zingen", "kan niet tekenen"} <= group("handelingsverlegen")
    assert {"dertig mensen", "25 man"} <= group("grote groep")
    assert {"op een lijn staan", "eens oneens"} <= group("stelling")
    assert {"verhaal insturen", "voorbeeld insturen"} <= group("insturen")


def test_what_a_teacher_would_not_take_for_the_same_is_no_equal() -> None:
    assert "presentatie" not in group("voorstelling")  # a story that presents something need not have a play
    assert "terugkijken" not in group("evalueren")
    assert "so" not in group("vso")
    assert "muziek" not in group("muziekvereniging")
    assert "eindmusical" not in group("musical")
    assert "kan niet tekenen" not in group("kan niet zingen")
    assert "meenemen" not in group("betrekken")  # a heading of every story has it
    assert not group("autisme")


def test_no_small_word_is_looked_for() -> None:
    found = words.read()
    held = {word for each in found.gelijk for word in each} | {*found.ruimer} | {*found.vormen}
    assert not held & {*found.klein}
    assert not {"samen", "begin", "mee"} & {*found.klein}


def test_wider_words_are_known_elsewhere() -> None:
    """What is wider is a word of a list or a group: otherwise it would lead to nothing."""
    found = words.read()
    known = {word for each in found.gelijk for word in each}
    for vocabulary in vocabularies().values():
        known |= {plain(form) for term in vocabulary.terms for form in (term.label, *term.synonyms, *term.narrower)}
    assert {wide for each in found.ruimer.values() for wide in each} <= known


def test_words_are_written_as_they_are_compared() -> None:
    found = words.read()
    every = [word for each in found.gelijk for word in each]
    every += [word for of in (found.ruimer, found.vormen, found.soorten) for each in of.values() for word in each]
    assert all(word == " ".join(WORD.findall(word)) == plain(word) for word in every)
