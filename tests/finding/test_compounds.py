"""Compounds: the words they are made of, and the words that only look like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.finding import compounds, dutch
from kennisbank.finding.compared import plain
from kennisbank.finding.compounds import known, parts, rules
from kennisbank.finding.search import entries
from tests.support import content

UNSTRESSED = frozenset("ver ont her mis onder over aan door voor".split())
"""What makes another verb of a verb, not a compound of two nouns: "verspelen" is no "spelen"."""
COMMON = dutch.common()
KNOWN = known(COMMON)

MADE_OF = {
    # two words, with what links them or without
    "muziekles": "muziek les",
    "muzieklessen": "muziek lessen",
    "kringgesprekken": "kring gesprekken",
    "rapmuziek": "rap muziek",
    "dansvoorstelling": "dans voorstelling",
    "lichaamstaal": "lichaam taal",
    "groepsgesprek": "groep gesprek",
    "verenigingsgebouw": "vereniging gebouw",
    "kunstenaarsatelier": "kunstenaar atelier",
    "leerlingenwerk": "leerling werk",
    "verhalenverteller": "verhaal verteller",
    "brievenbus": "brief bus",
    "poppenspel": "pop spel",
    "kinderkoor": "kind koor",
    "scheepsbouw": "schip bouw",
    "wierdendorp": "wierde dorp",
    "tekenles": "teken les",
    "vragenlijst": "vraag lijst",
    "meterstanden": "meter standen",
    "gevelstenen": "gevel stenen",
    "nieuwsblad": "nieuws blad",
    "eierdozen": "ei dozen",
    # more than two
    "basisschoolleerling": "basisschool basis school leerling",
    "muziekschoolorkest": "muziekschool muziek school orkest",
    "kinderboekenschrijver": "kinderboek kind boek schrijver",
    "gemeenteraadsverkiezing": "gemeenteraad gemeente raad verkiezing",
    # a part that is to stay whole
    "groepsleerkracht": "groep leerkracht",
    "vakleerkrachten": "vak leerkrachten",
    "schoolfotograaf": "school fotograaf",
    "coronamaatregelen": "corona maatregelen",
    # a part that says too little of the whole
    "hoofdvraag": "vraag",
    "agendapunten": "agenda",
    "kunstvorm": "kunst",
    "zelfportret": "portret",
    "lichtkunst": "kunst",
    # what the data says of a word
    "thuistaal": "taal",
    "meertalige": "taal",
    "naschoolse": "school",
    "voorleesboeken": "voorlezen lezen boek",
    "huisdieren": "dier",
}

NO_COMPOUND = """
rapport kunstenaar kunstenares bespelen verspelen ontwerpen verhalen herhalen onderwijs overleg stemmen kasteel
leerkracht leerkrachten handvat handvatten handtekening ouders grootouders werkvorm werkvormen werkwijze maatregelen
standpunten aardappel ziekenhuis maandag zondag donderdag buitenland eiland oordeel oorlog tijdschriften
vrijheid heden wetenschap landschap moeilijk bruikbaar betekenisvol leerling leerlingen
begrippen stappen knippen stoppen scheppen luisteren culturen gesprekken presenteren schakelen directeuren besturen
afspraken uitvoeren samenwerken meedenken terugblik tentoonstelling bijeenkomst belangrijkste
duitsland friesland nederland emmen vakantie identiteit kleuters december
""".split()

FIRST = "school muziek theater museum cultuur erfgoed dans film kunst poezie taal kleuter winter wereld circus"
LAST = "les lessen project verhaal gesprekken werkplaats feest orkest dag spel week boek kast tuin krant lied lokaal"


@pytest.mark.parametrize(("word", "made_of"), MADE_OF.items())
def test_a_compound_is_made_of_words(word: str, made_of: str) -> None:
    assert parts(word, KNOWN) == tuple(made_of.split())


@pytest.mark.parametrize("word", NO_COMPOUND)
def test_a_word_that_looks_like_one_is_none(word: str) -> None:
    assert parts(word, KNOWN) == ()


def test_a_word_of_the_site_can_be_a_part() -> None:
    assert parts("zwierelierenles", KNOWN) == ()
    assert parts("zwierelierenles", known(COMMON | {"zwierelier"})) == ("zwierelier", "les")


def test_a_place_is_no_part_of_a_word() -> None:
    places = known(COMMON | {"emmen", "assen"})
    for word in ("stemmen", "afstemmen", "wassen", "bestemmingen"):
        assert parts(word, places) == ()


@given(st.text("abdeginorstvz", max_size=24), st.frozensets(st.text("abdeginorstvz", min_size=1, max_size=9)))
def test_parts_are_shorter_words_each_once(word: str, words: frozenset[str]) -> None:
    found = parts(word, known(words))
    data = rules()
    allowed = words | data.short_first | data.short_last | set(data.linked.values())
    allowed |= {part for made_of in data.told.values() for part in made_of}
    assert len(found) == len(set(found))
    assert word not in found
    assert set(found) <= allowed


@pytest.mark.parametrize("first", FIRST.split())
def test_two_words_that_nobody_joined_before_are_taken_apart(first: str) -> None:
    assert {last: parts(first + last, KNOWN) for last in LAST.split()} == {last: (first, last) for last in LAST.split()}


def test_nothing_is_made_of_a_verb_and_what_makes_another_verb_of_it() -> None:
    data = rules()
    assert not UNSTRESSED & data.short_first
    assert {word for word in UNSTRESSED if len(word) >= compounds.LONG} <= data.never_first


def test_the_data_has_each_word_once_and_where_it_does_something() -> None:
    data = rules()
    for words in (data.short_first, data.short_last):
        assert all(compounds.SHORTEST <= len(word) < compounds.LONG for word in words)
    assert all(len(word) >= compounds.LONG for word in data.never_first | data.never_last)
    assert not data.short_last & data.never_last
    assert not data.weak_first & data.never_first
    assert not data.weak_last & data.never_last
    for word in (*data.told, *data.with_s, *data.linked):
        assert plain(word) == word
    idle = [word for word, made_of in data.told.items() if len(word) < compounds.LONG]
    assert idle == []


def test_what_the_texts_are_found_by_is_in_them() -> None:
    """Each part of a compound stands in it as it is, but for its ending; and there are hundreds in these texts."""
    kb = content()
    texts = (" ".join([entry.text, entry.summary, entry.title, *entry.names]) for entry in entries(kb))
    words = {word for text in texts for word in plain(text).split()}
    every = known(COMMON | words)
    found = {word: parts(word, every) for word in words}
    made = {word: of for word, of in found.items() if of}
    assert len(made) > 200
    apart = set(rules().linked.values()) | {part for of in rules().told.values() for part in of}
    assert [
        (word, part) for word, of in made.items() for part in of if part[:2] not in word and part not in apart
    ] == []


def test_a_long_list_is_taken_apart_in_a_moment() -> None:
    words = sorted(COMMON)[::3]
    start = time.perf_counter()
    for word in words:
        parts(word, KNOWN)
    assert len(words) > 19_000
    assert time.perf_counter() - start < 1
