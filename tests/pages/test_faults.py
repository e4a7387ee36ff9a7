"""The page of error messages: every code is on it, and each example of a mistake really gives its code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kennisbank import PROJECT
from kennisbank.model import examples
from kennisbank.pages.foutmeldingen import view as foutmeldingen
from kennisbank.pages.views import Views
from kennisbank.problems.problem import CODES, GROUPS, Example
from tests.support import VERHAAL, VOORBEELD, WERKVORM, changed, knowledge, picture, read, verhaal, vocabularies, write

BUNDEL = """\
---
title: Wat doet de plek?
samenvatting: "Twee verhalen over scholen die samen naar hun eigen plek kijken."
verhalen: [voorbeeld, ander-voorbeeld]
werkvormen: [tijdlijn, kinderdialoog]
ruimtes: [plek]
vragen: ["Wat herken je?", "Wat zou je anders doen?", "Wat neem je mee?"]
bron: voorbeeld
---

Tekst.
"""
RUNNING = changed(
    {'bron: "eigen werkvorm"': 'vorm: plenair\nbron: "eigen werkvorm"', "1. Ga samen op pad.": """\
## Stappen

1. **Ga op pad (30 minuten).** Vertel elkaar wat je ziet.
"""},
    WERKVORM,
)  # fmt: skip
"""A werkvorm that says how it runs, so that its steps are judged too."""
RUIMTES = {
    f"ruimtes/{file.name}": "\n---\n".join([file.read_text(encoding="utf-8").partition("\n---\n")[0], "\nTekst.\n"])
    for file in (PROJECT / "ruimtes").glob("*.md")
}
"""A root has all of its own, or none; what they link to is not there."""
RECORDS = {
    "verhaal": ("stories/voorbeeld.md", VERHAAL),
    "werkvorm": ("werkvormen/voorbeeld.md", RUNNING),
    "bundel": ("docs/bundels/voorbeeld.md", BUNDEL),
    "praktijkvoorbeeld": ("stories/kort/voorbeeld.md", VOORBEELD),
    "ruimte": min(RUIMTES.items()),
}
"""For each kind of text where an example of it is laid, and what it is laid over."""
BEELDEN = (
    'beelden:\n  - bestand: kast.jpg\n    alt: "Een kast vol schelpen."\n    maker: "Voorbeeldmuseum"\n'
    "    licentie: cc-by\n    toestemming: ja\n"
)
FIELD = re.compile(r"(?m)^([a-z_]+):")
ALONE = {"verwijzing-zelf", "adres-dubbel", "beeld-alt"}
"""Examples that count on the address of their text, or that give another code too."""
TOGETHER = [
    code
    for code, about in CODES.items()
    if about.example.place in {"kop", "tekst"} and about.example.record == "verhaal" and code not in ALONE
]
"""Examples that can each be a story of one root, which is read once: that takes seconds less."""
APART = [
    code
    for code, about in CODES.items()
    if code not in {*TOGETHER, "beeld-alt"} and (about.example.place != "zin" or about.example.better)
]


GAPS = examples.gaps(vocabularies())


def filled(text: str) -> str:
    """Return an example with the names of this region in it, as the page shows it."""
    return examples.filled(text, GAPS)


def fields(text: str, taken: set[str], more: str) -> str:
    """Return a text of which the front matter lacks the fields `taken` and has the lines `more`."""
    _, front, body = text.split("---\n", 2)
    kept = re.sub(rf"(?m)^(?:{'|'.join(taken)}):.*\n(?:[ -].*\n)*", "", front) if taken else front
    return f"---\n{kept}{more}\n---\n{body}"


def laid(code: str, example: Example, snippet: str, slug: str = "voorbeeld") -> dict[str, Any]:
    """Return the files of a root in which an example stands where it says; `slug` is the address of its story."""
    snippet = filled(snippet)
    path, text = RECORDS[example.record]
    path = path.replace("voorbeeld", slug)
    files: dict[str, Any] = {**RUIMTES} if example.record == "ruimte" else {}
    if code.startswith("beeld-"):  # a story with a picture stands in a folder of its own
        path, text = f"stories/{slug}/index.md", fields(text, set(), BEELDEN)
        files = {f"stories/{slug}/kast.jpg": picture("kast.jpg")}
    if example.place in {"kop", "zin"}:
        taken = set(FIELD.findall(f"{example.wrong}\n{example.better}"))
        return files | {path: fields(text, taken, snippet)}
    if example.place == "tekst":
        plain = fields(text, {"beelden"}, "") if code in {"beeld-alt", "beeld-onbeschreven"} else text
        return files | {path: plain.partition("\n---\n")[0] + f"\n---\n\n{snippet}\n"}
    if example.place == "naam":
        return dict.fromkeys(snippet.split("\n"), VERHAAL)
    return {example.place: f"{snippet}\n"}


def codes(root: Path, files: dict[str, Any]) -> dict[str, set[str]]:
    """Return the codes of the problems in a root by the address of the story they are in."""
    found: dict[str, set[str]] = {}
    others = {"stories/ander-voorbeeld.md": VERHAAL, "stories/voorbeeld.md": VERHAAL}
    for problem in read(write(root, others | files)).problems:
        slug = problem.path.removeprefix("stories/").partition("/")[0].removesuffix(".md")
        found.setdefault(slug, set()).add(problem.code)
    return found


def test_an_example_gives_its_code(tmp_path: Path) -> None:
    files: dict[str, Any] = {}
    for code in TOGETHER:
        files |= laid(code, CODES[code].example, CODES[code].example.wrong, code)
    assert codes(tmp_path, files) == {code: {code} for code in TOGETHER}


def test_what_is_better_gives_nothing(tmp_path: Path) -> None:
    files: dict[str, Any] = {}
    for code in TOGETHER:
        if CODES[code].example.better:
            files |= laid(code, CODES[code].example, CODES[code].example.better, code)
    assert codes(tmp_path, files) == {}


@pytest.mark.parametrize("code", APART)
def test_an_example_gives_its_code_and_what_is_better_does_not(code: str, tmp_path: Path) -> None:
    example = CODES[code].example
    if example.place != "zin":
        assert list(codes(tmp_path / "fout", laid(code, example, example.wrong)).values()) == [{code}]
    if example.better:
        found = codes(tmp_path / "goed", laid(code, example, example.better))
        if example.place in {"kop", "naam", "zin"}:
            assert found == {}
        else:  # what is better is only the part of a file that the example is about
            assert code not in set().union(*found.values())


def test_a_picture_that_is_described_nowhere(tmp_path: Path) -> None:
    """It has no description in the text, and none in the front matter either."""
    example = CODES["beeld-alt"].example
    found = codes(tmp_path, laid("beeld-alt", example, example.wrong, "kast"))
    assert found == {"kast": {"beeld-alt", "beeld-onbeschreven"}}


@pytest.fixture(name="groups")
def fixture_groups() -> tuple[foutmeldingen.Foutgroep, ...]:
    return foutmeldingen.page(Views(knowledge(verhaal("een")))).view.groepen


def test_every_code_has_its_place_on_the_page(groups: tuple[foutmeldingen.Foutgroep, ...]) -> None:
    shown = [fault for group in groups for fault in group.fouten]
    assert [fault.code for fault in shown] == list(CODES)
    for fault in shown:
        assert fault.titel == CODES[fault.code].title
        assert fault.herstel == CODES[fault.code].cure
        assert bool(fault.zin) != bool(fault.fout), "an example is a sentence or a piece of a file"
        assert fault.waar or fault.zin


def test_the_parts_of_the_sample_make_up_the_sample() -> None:
    view = foutmeldingen.page(Views(knowledge(verhaal("een")))).view
    assert re.sub(r"[ :]", "", "".join(part.deel for part in view.delen)) == re.sub("[ :]", "", view.melding)
    assert foutmeldingen.sample(vocabularies()).code in CODES


def words() -> Iterator[str]:
    for group in GROUPS:
        yield group.meaning
        for about in group.codes.values():
            yield from (about.meaning, about.cure)
            if about.example.place == "zin":
                yield about.example.wrong


def test_what_is_explained_is_said_in_whole_sentences() -> None:
    for text in filter(None, words()):
        assert text[0].isupper() and text.endswith((".", "?", "!")), text
    assert all(group.title and group.codes for group in GROUPS)
    assert len({about.title for about in CODES.values()}) == len(CODES), "two kinds of problems have one name"
