"""What the page of a werkvorm says of how it runs, and how much there is to hand out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kennisbank.model import course
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.views import Views
from kennisbank.pages.werkvorm import view as werkvormen
from kennisbank.pages.werkvorm.view import Stapeltje, WerkvormView
from tests.reading.test_running import PATH, WHOLE
from tests.support import WERKVORM, changed, content, read, write


def shown(root: Path, text: str) -> WerkvormView:
    knowledge = read(write(root, {PATH: text})).knowledge
    assert knowledge is not None
    return werkvormen.made(knowledge, Views(knowledge), knowledge.werkvorm["x"])


def facts(view: WerkvormView) -> Mapping[str, list[str]]:
    return {feit.label: [waarde.label for waarde in feit.waarden] for feit in view.feiten}


def test_the_facts_say_how_it_runs(tmp_path: Path) -> None:
    found = facts(shown(tmp_path, WHOLE))
    assert found["Duur"] == ["30 tot 45 minuten", "samen over 2 bijeenkomsten"]
    assert found["Kort"] == ["30 minuten. Sla stap 4 over; doe stap 1 in 12 minuten."]
    assert found["Groep"] == ["2 tot 10 mensen", "hoogstens 8 in een kring", "met kinderen"]
    assert found["Vorm"] == ["in groepjes van 4", "levendig"]
    assert found["Vooraf"] == ["een week: vraag iedereen om een voorwerp"]


def test_one_of_before_shows_what_it_has(tmp_path: Path) -> None:
    view = shown(tmp_path, WERKVORM)
    found = facts(view)
    assert (found["Duur"], found["Groep"]) == (["30 tot 45 minuten"], ["2 tot 10 mensen"])
    assert not {"Kort", "Vorm", "Vooraf"} & found.keys()
    assert view.uitreiken is None


def test_what_is_handed_out_is_counted(tmp_path: Path) -> None:
    """For twelve people: two circles of six, with two groups in each."""
    found = shown(tmp_path, WHOLE).uitreiken
    assert found is not None
    assert found.bij == "Voor 12 mensen in 2 kringen:"
    assert found.stapeltjes == (
        Stapeltje("Vragen", "8 stroken", "2 per groepje"),
        Stapeltje("Antwoorden", "12 lege bladen", "1 per persoon"),
    )


@pytest.mark.parametrize(
    ("changes", "pile"),
    [
        ({"per: persoon": "per: vel"}, Stapeltje("Antwoorden", "1 leeg blad", "")),
        ({"per: persoon": "per: groep"}, Stapeltje("Antwoorden", "2 lege bladen", "1 per kring")),
        ({"per: persoon": "per: vel", "soort: blad": "soort: rollen"}, Stapeltje("Antwoorden", "1 lege rolkaart", "")),
        (
            {"per: persoon": "per: tweetal", "soort: blad": "soort: kaarten"},
            Stapeltje("Antwoorden", "6 lege kaarten", "1 per tweetal"),
        ),
    ],
)  # fmt: skip
def test_one_or_more_pieces_in_words(tmp_path: Path, changes: dict[str, str], pile: Stapeltje) -> None:
    found = shown(tmp_path, changed(changes, WHOLE)).uitreiken
    assert found is not None
    assert found.stapeltjes[1] == pile


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["10", "10"], ""),
        (["10; kort 6", "10"], "16 minuten. Doe stap 1 in 6 minuten."),
        (["10; kort 6", "10; kort 1"], "7 minuten. Doe stap 1 in 6 en stap 2 in 1 minuut."),
        (["9; kort: sla over", "10", "4; kort: sla over"], "10 minuten. Sla stap 1 en 3 over."),
        (
            ["9; kort: sla over", "8; kort 5", "4; kort: sla over", "9; kort 7", "9; kort: sla over", "9; kort 8"],
            "20 minuten. Sla stap 1, 3 en 5 over; doe stap 2 in 5, stap 4 in 7 en stap 6 in 8 minuten.",
        ),
    ],
)
def test_the_short_route_in_words(steps: list[str], said: str) -> None:
    times = (time.replace(";", " minuten;") if ";" in time else f"{time} minuten" for time in steps)
    body = "## Stappen\n\n" + "\n".join(f"1. **Stap ({time}).** Doe iets." for time in times)
    assert werkvormen.shorter(course.timed(course.steps(body))) == said


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return content()


def test_every_page_says_how_to_keep_it_short(knowledge: KnowledgeBase) -> None:
    views = Views(knowledge)
    for werkvorm in knowledge.werkvormen:
        found = {feit.label: feit.waarden for feit in werkvormen.facts(views, werkvorm)}
        assert found["Kort"][0].label.startswith(f"{werkvorm.duur[0]} minuten. "), werkvorm.origin.slug
        assert len(found["Vorm"]) == 2
