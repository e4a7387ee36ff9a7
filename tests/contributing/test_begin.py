"""A site of its own for another region: what is asked, and the files that come of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kennisbank.contributing import begin
from kennisbank.contributing.begin import Answers, Wrong
from kennisbank.model import kinds
from kennisbank.reading import settings
from kennisbank.reading.loader import load
from tests.support import content

TODAY = date(2026, 11, 1)
FRISIAN = Answers("Keunst", ("Fryslân", "Flevoland"), "https://keunst.example/", "https://codeberg.org/keunst/site")
OURS = re.compile("groning|drent|hanze", re.IGNORECASE)


def written(folder: Path, answers: Answers) -> Path:
    for path, text in begin.made(answers, TODAY).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_it_asks_five_questions_and_no_answer_is_needed() -> None:
    assert [question.key for question in begin.QUESTIONS] == "naam provincies adres bewaarplaats contact".split()
    answers = {question.field: question.read(question.standard) for question in begin.QUESTIONS}
    assert answers["provinces"] == ("Voorbeeldland",)
    own = content()
    for question in begin.QUESTIONS:
        assert question.standard not in {own.project.name, own.project.site, own.project.report} - {""}
        assert not OURS.search(question.standard)


@pytest.mark.parametrize(
    "answers",
    [
        Answers("Kennisbank cultuureducatie", ("Voorbeeldland",)),
        FRISIAN,
        Answers(
            'Een "naam": # met \\ tekens',
            ("'s-Hertogenrijk", "Noord-Holland", "Groot Ommeland"),
            contact="mailto:a@b.nl",
        ),
        Answers("Tolve", tuple(f"Land {chr(97 + number) * 3}" for number in range(12))),
    ],
    ids=["as it is", "two provinces", "odd signs", "twelve provinces"],
)
def test_what_it_begins_with_is_right(answers: Answers, tmp_path: Path) -> None:
    loaded = load(written(tmp_path, answers), today=TODAY)
    assert (loaded.problems, loaded.notices) == ((), ())
    knowledge = loaded.knowledge
    assert knowledge is not None
    assert knowledge.project.name == answers.name
    assert [term.label for term in knowledge.vocabularies["provincie"].terms] == list(answers.provinces)
    assert list(knowledge.outlines) == [term.slug for term in knowledge.vocabularies["provincie"].terms]
    regions = [term.label for term in knowledge.vocabularies["regio"].terms]
    assert regions[:2] == [f"Het {part} van {answers.provinces[0]}" for part in ("noorden", "zuiden")]
    assert len(knowledge.ruimtes) == len(begin.ROW)
    assert all(ruimte.kleur for ruimte in knowledge.ruimtes)
    assert [verhaal.title for verhaal in knowledge.verhalen] == ["Voorbeeld van een verhaal"]
    assert len(knowledge.werkvormen) == len(content().werkvormen)


def test_it_begins_with_our_ruimtes_in_our_order_and_says_whose_they_are() -> None:
    assert content().project.ruimtes == begin.ROW
    files = begin.made(FRISIAN, TODAY)
    for slug in begin.ROW:
        text = files[kinds.RUIMTE.paths(slug)[0]]
        assert 'bron: "Kennisbank Ruimte (CC BY 4.0), ingekort, naar ' in text
        assert "voorheen:" not in text
        assert "../" not in text
        assert "wierde" not in text


def test_no_file_names_our_region() -> None:
    for path, text in begin.made(Answers("Keunst", ("Fryslân",)), TODAY).items():
        assert not OURS.search(text), path


def test_each_key_of_the_settings_is_explained() -> None:
    text = begin.made(FRISIAN, TODAY)[settings.FILE]
    rows = text.split("\n")
    keys = [re.match(r"(?:# )?([a-z]+):", row) for row in rows]
    for key in settings.HELP:
        place = next(number for number, found in enumerate(keys) if found and found[1] == key)
        assert rows[place - 1].startswith("# "), key


def test_the_readme_has_three_steps_without_make() -> None:
    files = begin.made(FRISIAN, TODAY)
    assert re.findall(r"(?m)^(\d)\. ", files["README.md"]) == ["1", "2", "3"]
    for path, text in files.items():
        assert not re.search(r"\bmake\b", text), path


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ("Fryslân", ("Fryslân",)),
        ("Fryslân, Flevoland", ("Fryslân", "Flevoland")),
        (" Zeeland en  Noord-Brabant ", ("Zeeland", "Noord-Brabant")),
        ("Utrecht, Zeeland en Limburg", ("Utrecht", "Zeeland", "Limburg")),
    ],
)
def test_provinces_are_named_as_in_a_sentence(answer: str, read: tuple[str, ...]) -> None:
    assert begin.provinces(answer) == read


@pytest.mark.parametrize(
    ("read", "answer", "said"),
    [
        (begin.name, "...", "De naam heeft geen letter of cijfer."),
        (begin.name, "x" * 61, "De naam telt 61 tekens; hooguit 60 mag."),
        (begin.provinces, " , ", "Noem minstens één provincie."),
        (begin.provinces, "Fryslân, 1234", '"1234" is geen naam van een provincie.'),
        (begin.provinces, "Fryslân, fryslan", '"fryslan" staat er twee keer.'),
        (begin.address, "keunst.example", '"keunst.example" is geen webadres dat met https:// begint'),
        (begin.address, "http://keunst.example", '"http://keunst.example" is geen webadres'),
        (
            begin.repository,
            "https://github.com/",
            'Het adres "https://github.com" is geen webadres van een bewaarplaats',
        ),
        (begin.contacted, "bel maar", '"bel maar" is geen mailadres'),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused(read: begin.Callable[[str], object], answer: str, said: str) -> None:
    with pytest.raises(Wrong) as raised:
        read(answer)
    assert str(raised.value).startswith(said)


def test_what_is_nearly_right_is_taken() -> None:
    assert begin.address("https://keunst.example/site") == "https://keunst.example/site/"
    assert begin.repository("https://github.com/team/site.git") == "https://github.com/team/site"
    assert begin.contacted("hulp@keunst.nl") == "mailto:hulp@keunst.nl"
    assert begin.address("") == begin.repository("") == begin.contacted("") == ""


def test_a_repository_elsewhere_is_a_forgejo() -> None:
    assert "soort: forgejo" in begin.made(FRISIAN, TODAY)[settings.FILE]
    assert "soort: github" in begin.made(Answers("K", ("Zeeland",)), TODAY)[settings.FILE]
