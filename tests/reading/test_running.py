"""How a werkvorm runs is judged as a whole: its steps, its time, its circle and what it hands out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisbank.problems.problem import Problem
from tests.support import WERKVORM, changed, read, write

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

PATH = "werkvormen/x.md"
FIELDS = """\
hoogstens: 8
vorm: groepjes van 4
energie: levendig
delen: 2
met_kinderen: ja
vooraf: "een week: vraag iedereen om een voorwerp"
uitreiken:
  - wat: vragen
    soort: stroken
    per: groepje
    aantal: 2
    regels: ["Wat zie je?", "Wat hoor je?"]
  - wat: antwoorden
    soort: blad
    per: persoon
    aantal: 1
bron:"""
STEPS = """\
## Stappen

1. **Ga op pad (20 minuten; kort 12).** Loop samen.
2. **Doe iets (tussendoor).** Thuis.
3. **Vertel (18 minuten).** Om de beurt.
4. **Teken (7 minuten; kort: sla over).** Ieder een vel.
"""
WHOLE = changed({"bron:": FIELDS, "1. Ga samen op pad.\n": STEPS}, WERKVORM)
"""A werkvorm of 30 to 45 minutes that says all there is to say of how it runs."""


def found(root: Path, text: str) -> list[Problem]:
    return list(read(write(root, {PATH: text})).problems)


def notices(root: Path, text: str) -> list[str]:
    return [str(notice) for notice in read(write(root, {PATH: text})).notices if notice.path == PATH]


def test_a_whole_one_is_right_and_needs_no_word(tmp_path: Path) -> None:
    loaded = read(write(tmp_path, {PATH: WHOLE}))
    assert loaded.problems == ()
    assert [notice for notice in loaded.notices if notice.path == PATH] == []
    assert loaded.knowledge is not None
    (werkvorm,) = loaded.knowledge.werkvormen
    assert (werkvorm.hoogstens, werkvorm.vorm, werkvorm.energie) == (8, "groepjes van 4", "levendig")
    assert (werkvorm.delen, werkvorm.met_kinderen) == (2, True)
    assert werkvorm.vooraf == "een week: vraag iedereen om een voorwerp"
    asked, blank = werkvorm.uitreiken
    assert (asked.wat, asked.soort, asked.per, asked.aantal) == ("vragen", "stroken", "groepje", 2)
    assert (asked.regels, blank.regels) == (("Wat zie je?", "Wat hoor je?"), ())


@pytest.mark.parametrize(
    ("changes", "code", "line", "field", "message"),
    [
        ({"vorm: groepjes van 4": "vorm: drietallen"}, "waarde-vorm", 9, "vorm", '"drietallen" is geen vorm.'),
        ({"vorm: groepjes van 4": "vorm: groepjes van 9"}, "waarde-vorm", 9, "vorm", '"groepjes van 9" is geen vorm.'),
        ({"energie: levendig": "energie: druk"}, "waarde-synoniem", 10, "energie", '"druk" schrijf je hier als'),
        ({"delen: 2": "delen: 5"}, "waarde-bereik", 11, "delen", '"5" kan niet'),
        ({"met_kinderen: ja": "met_kinderen: nee"}, "waarde-soort", 12, "met_kinderen", '"nee" is hier niet mogelijk.'),
        ({"soort: blad": "soort: posters"}, "waarde-onbekend", 21, "uitreiken.soort", '"posters" bestaat niet.'),
        ({"wat: antwoorden": "wat: vragen"}, "waarde-dubbel", 20, "uitreiken.wat", '"vragen" staat er al.'),
        (
            {"hoogstens: 8": "hoogstens: 11"}, "groep-past", 8, "hoogstens",
            "In een kring kunnen hoogstens 11 mensen, en de groep is 2 tot 10.",
        ),
        (
            {"vorm: groepjes van 4": "vorm: groepjes van 5", "hoogstens: 8": "hoogstens: 4"}, "groep-past", 9, "vorm",
            "In een groepje zitten 5 mensen, en in een kring hoogstens 4.",
        ),
        (
            {"aantal: 2": "aantal: 3"}, "uitreiken-aantal", 18, "uitreiken.aantal",
            'Van "vragen" zijn er 3, met 2 regels. Dat deelt niet.',
        ),
        (
            {"vorm: groepjes van 4": "vorm: tweetallen"}, "uitreiken-groepje", 17, "uitreiken.per",
            'Voor "vragen" is niet te tellen hoeveel groepjes er zijn.',
        ),
        (
            {"**Vertel (18 minuten).** Om": "Vertel (18 minuten). Om"}, "stap-tijd", 31, "",
            "Stap 3 begint niet met een naam en zijn minuten.",
        ),
        ({"(20 minuten; kort 12)": "(20 minuten; kort 20)"}, "stap-kort", 29, "", "De korte tijd van stap 1 is niet"),
        ({"delen: 2\n": ""}, "stap-tijd", 29, "", "Stap 2 is tussendoor, maar de werkvorm is één bijeenkomst."),
        (
            {"(18 minuten)": "(19 minuten)"}, "stappen-duur", 6, "duur",
            "De stappen duren samen 46 minuten; bij duur staat 30 tot 45.",
        ),
        (
            {"(20 minuten; kort 12)": "(4 minuten)"}, "stappen-duur", 6, "duur",
            "De stappen duren samen 29 minuten; bij duur staat 30 tot 45.",
        ),
        (
            {"kort 12": "kort 13"}, "stappen-kort", 6, "duur",
            "De korte route duurt 31 minuten en de hele 45; bij duur staat 30 tot 45.",
        ),
        (
            {"(20 minuten; kort 12)": "(20 minuten)", "; kort: sla over": ""}, "stappen-kort", 6, "duur",
            "De stappen duren samen 45 minuten, en ze zeggen niet hoe het in 30 minuten kan.",
        ),
        (
            {'duur: "30-45"': "duur: 45"}, "stappen-kort", 6, "duur",
            "De korte route duurt 30 minuten en de hele 45; bij duur staat 45.",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_where_it_stands(
    tmp_path: Path, changes: dict[str, str], code: str, line: int, field: str, message: str
) -> None:
    (problem,) = found(tmp_path, changed(changes, WHOLE))
    assert (problem.code, problem.path, problem.line, problem.field) == (code, PATH, line, field)
    assert problem.message.startswith(message)
    assert problem.hint


def test_two_steps_without_minutes_are_said_both_and_not_their_sum(tmp_path: Path) -> None:
    without = {"**Vertel (18 minuten).** Om": "Vertel om", "**Teken (7 minuten; kort: sla over).**": "Teken."}
    text = changed(without, WHOLE)
    assert [(p.code, p.line) for p in found(tmp_path, text)] == [("stap-tijd", 31), ("stap-tijd", 32)]


def test_of_one_number_there_is_one_route(tmp_path: Path) -> None:
    one = {'duur: "30-45"': "duur: 45", "; kort 12": "", "; kort: sla over": ""}
    assert found(tmp_path, changed(one, WHOLE)) == []
    assert notices(tmp_path, changed(one, WHOLE)) == []


OLD = "1. **Ga op pad (10 minuten).** Loop samen.\n2. **Praat na.** Om de beurt.\n"
"""Steps as they could stand before: they take less than the time, and one says nothing of it."""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (WERKVORM, "hoogstens, vorm, energie en bij elke stap de minuten"),
        (changed({"1. Ga samen op pad.\n": f"## Stappen\n\n{OLD}"}, WERKVORM), "hoogstens, vorm, energie en bij elke"),
        (changed({"1. Ga samen op pad.\n": STEPS}, WERKVORM), "hoogstens, vorm en energie. "),
        (changed({"energie: levendig\n": ""}, WHOLE), "energie. "),
        (changed({STEPS: "Kijk maar.\n"}, WHOLE), "bij elke stap de minuten. "),
        (
            changed({"1. Ga samen op pad.\n": "## Stappen\n\n1. **Ga (45 minuten).** x\n"}, WERKVORM),
            "hoogstens, vorm, energie en hoe het in 30 minuten kan. ",
        ),
    ],
)
def test_one_that_was_written_before_is_right_and_hears_what_is_missing(
    tmp_path: Path, text: str, missing: str
) -> None:
    assert found(tmp_path, text) == []
    (notice,) = notices(tmp_path, text)
    assert f"deze werkvorm zegt nog niet alles wat een begeleider nodig heeft: {missing}" in notice
    assert notice.startswith(f"{PATH}:1: ")
    assert notice.endswith("Hoe het moet, staat in werkvormen/README.md.")
