"""A story that is too long for a sheet of paper is told, with how much is too much; it is on the site all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.model.records import Verhaal
from kennisbank.parts.steps import Tekstdeel, whole
from kennisbank.parts.vel import measure
from kennisbank.reading import paper
from tests.support import VERHAAL, content, read, write

ALINEA = "De kinderen gingen op pad en vertelden wat ze zagen in het dorp, bij de molen en langs het water.\n\n"
CONTENT = content()
STORY = CONTENT.verhalen[0]


def of(paragraphs: int) -> str:
    return VERHAAL + "\n" + ALINEA * paragraphs


def test_a_story_that_does_not_fit_on_a_sheet_is_told(tmp_path: Path) -> None:
    root = write(tmp_path, {"stories/lang.md": of(150), "stories/kort.md": of(20)})
    found = read(root)
    (told,) = [notice for notice in found.notices if "vel papier" in notice.message]
    assert told.path == "stories/lang.md"
    assert "woorden te veel. Maak het korter" in told.message
    assert told.message.endswith("(vel-te-lang)")
    assert paper.TOO_LONG == "vel-te-lang"
    assert found.problems == ()
    assert found.knowledge is not None
    assert "lang" in {verhaal.origin.slug for verhaal in found.knowledge.verhalen}, "it is on the site all the same"


def test_what_is_too_much_is_about_what_must_go(tmp_path: Path) -> None:
    one = replace(STORY, origin=replace(STORY.origin, body=ALINEA * 150))
    notice = paper.too_long(one)
    assert notice is not None
    over = int(next(word for word in notice.message.split() if word.isdigit()))
    words = one.origin.body.split(" ")
    shorter = " ".join(words[: len(words) - over])
    assert 1.8 < measure.length(one, whole(shorter)) <= 2.2


@pytest.mark.parametrize("verhaal", CONTENT.verhalen, ids=lambda verhaal: verhaal.origin.slug)
def test_a_rough_measure_is_never_less(verhaal: Verhaal) -> None:
    body = verhaal.origin.body
    for text in (body, body * 2, body + "\n\n" + "- een punt\n" * 60, body + "\n\n" + "> Dit zei een kind.\n\n" * 40):
        rough = measure.length(verhaal, paper._roughly(text))
        assert rough >= measure.length(verhaal, whole(text)) - (2 - paper.SURE)


def test_words_go_on_so_many_lines_as_they_take() -> None:
    assert measure.lines("", 10) == 1
    assert measure.lines("een twee", 100) == 1
    assert measure.lines("een twee", 2.5) == 2
    assert measure.lines("x" * 100, 10) == 5, "a word that is wider than a line is broken"
    assert measure.lines("漢" * 20, 10) == 2, "a letter that is not known is rather too wide"


def test_more_text_takes_more_paper() -> None:
    text = [Tekstdeel("alinea", delen=(Tekstdeel("tekst", ALINEA.strip()),))]
    lengths = [measure.length(STORY, text * number) for number in range(0, 300, 10)]
    assert lengths == sorted(lengths)
    assert measure.sides(STORY, text) == 1
    assert measure.sides(STORY, text * 300) > 2
