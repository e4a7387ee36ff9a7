"""How a problem is printed: for a person, for GitHub, for another program."""

from __future__ import annotations

import json

import pytest

from kennisbank.codes import CODES
from kennisbank.problems import FORMATS, Problem, as_github, as_json, as_text, problem, quote

PLAIN = problem("waarde-onbekend", "stories/x.md", '"mars" bestaat niet.', line=6, column=8, field="regio")


def test_text_is_one_line_with_place_field_cure_and_code() -> None:
    expected = 'stories/x.md:6:8 [regio] "mars" bestaat niet. Kies een waarde uit de lijst. (waarde-onbekend)\n'
    assert as_text([PLAIN]) == expected
    assert as_text([PLAIN, PLAIN]) == expected * 2
    assert as_text([]) == ""


def test_text_without_a_field() -> None:
    assert (
        as_text([problem("bestand-leeg", "x.md", "Leeg.", hint="Vul het.")])
        == "x.md:1:1 Leeg. Vul het. (bestand-leeg)\n"
    )


def test_text_stays_one_line_whatever_the_names() -> None:
    odd = problem("veld-onbekend", "stories/a\nb\u202e.md", "Nee.", field="x\r\ny" + "z" * 100)
    text = as_text([odd])
    assert text.startswith(r"stories/a\u000ab\u202e.md:1:1 [x\u000d\u000ayzz")
    assert text.count("\n") == 1
    assert len(text) < 200


def test_github_annotation() -> None:
    assert as_github([PLAIN]) == (
        "::error file=stories/x.md,line=6,col=8,title=Waarde die niet in de lijst staat::"
        '[regio] "mars" bestaat niet. Kies een waarde uit de lijst.\n'
    )


def test_github_escapes_data_and_properties_each_in_its_own_way() -> None:
    odd = problem("bestand-leeg", "a,b:c%d\n.md", "1,5: 100%\r\n::error::x", hint="Zo.")
    assert as_github([odd]) == (
        "::error file=a%2Cb%3Ac%25d%0A.md,line=1,col=1,title=Leeg bestand::1,5: 100%25%0D%0A::error::x Zo.\n"
    )


def test_json_has_every_field_and_the_title() -> None:
    found = json.loads(as_json([PLAIN]))
    assert found == {
        "versie": 1,
        "problemen": [
            {
                "path": "stories/x.md",
                "line": 6,
                "column": 8,
                "code": "waarde-onbekend",
                "field": "regio",
                "message": '"mars" bestaat niet.',
                "hint": "Kies een waarde uit de lijst.",
                "titel": "Waarde die niet in de lijst staat",
            }
        ],
    }
    assert json.loads(as_json([])) == {"versie": 1, "problemen": []}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_name_that_is_no_utf8_can_be_printed(name: str) -> None:
    text = FORMATS[name]([problem("bestand-naam", "stories/\udcff.md", "Nee.")])
    assert "udcff" in text.encode("utf-8").decode()
    if name == "json":
        assert json.loads(text)["problemen"][0]["path"] == "stories/\udcff.md"


def test_quote_shows_what_cannot_be_seen_and_cuts_what_is_long() -> None:
    assert quote("gewoon é 😀") == '"gewoon é 😀"'
    assert quote("a\u200bb\x00\u2028") == r'"a\u200bb\u0000\u2028"'
    assert quote("x" * 60) == f'"{"x" * 60}"'
    assert quote("x" * 61) == f'"{"x" * 60}…"'


def test_problems_sort_by_file_and_place() -> None:
    one, two, three = (problem("html", path, "", line=line) for path, line in (("a", 9), ("a", 10), ("b", 1)))
    assert sorted([three, two, one]) == [one, two, three]


def test_every_code_has_a_title_and_a_cure_in_whole_sentences() -> None:
    for code, about in CODES.items():
        assert code == code.lower()
        assert about.title and not about.title.endswith(".")
        assert about.cure.endswith(".")
        assert about.cure[0].isupper()


def test_a_code_that_does_not_exist_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        problem("bestaat-niet", "x", "")
    assert Problem("x", 1, 1, "html", "", "", "").code == "html"
