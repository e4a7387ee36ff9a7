"""How a problem is printed: for a person, for GitHub, for another program."""

from __future__ import annotations

import functools
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kennisbank.problems.problem import CODES, Notice, Problem, Spot, named, ordered, problem, quote
from kennisbank.problems.report import FORMATS, as_github, as_json, as_log, as_markdown, as_text, json_schema

CONCEPT = Notice("stories/y.md", 3, "dit is een concept.")
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
    assert as_github([PLAIN], [CONCEPT]) == (
        "::error file=stories/x.md,line=6,col=8,title=Waarde die niet in de lijst staat::"
        '[regio] "mars" bestaat niet. Kies een waarde uit de lijst. (waarde-onbekend)\n'
        "::notice file=stories/y.md,line=3,title=Let op::dit is een concept.\n"
    )


def test_github_escapes_data_and_properties_each_in_its_own_way() -> None:
    odd = problem("bestand-leeg", "a,b:c%d\n.md", "1,5: 100%\r\n::error::x", hint="Zo.")
    assert as_github([odd], [Notice("a,b", 1, "c:d%\n")]) == (
        "::error file=a%2Cb%3Ac%25d%0A.md,line=1,col=1,title=Leeg bestand::"
        "1,5: 100%25%0D%0A::error::x Zo. (bestand-leeg)\n"
        "::notice file=a%2Cb,line=1,title=Let op::c:d%25%0A\n"
    )


def test_no_text_of_a_contributor_is_a_command_in_the_log() -> None:
    """The runner of GitHub takes `::` at the start of a line for one, and `##[` anywhere (its ActionCommand.cs)."""
    odd = problem("bestand-naam", "##[add-mask]a\n::add-mask::b", "##[error]c", field="##[d")
    text = as_log([odd])
    assert "##[" not in text
    assert text.count("\n") == 1 and not text.startswith("::")


def test_github_shows_one_of_every_kind_before_more_of_the_same() -> None:
    """GitHub shows ten: a mistake in forty files does not push out the one that it comes of."""
    many = [problem("link-dood", f"stories/v{number:02}.md", "Nee.", line=number) for number in range(1, 41)]
    cause = problem("adres-weg", "stories/weg.md", "Weg.")
    lines = as_github(ordered([*many, PLAIN, cause])).splitlines()
    assert len(lines) == 10
    assert "adres-weg" in lines[0]
    assert sum("link-dood" in line for line in lines) == 8
    last = [line for line in lines if "link-dood" in line][-1]
    assert "Dit komt nog 32 keer voor: zie de samenvatting." in last
    assert as_log([*many, PLAIN, cause]).count("\n") == 42


def test_github_says_that_there_is_more_than_it_shows() -> None:
    kinds = [problem(code, "x.md", "Nee.") for code in [*CODES][:11]]
    lines = as_github(kinds, [Notice("x.md", 1, "zo.")] * 12).splitlines()
    assert [line.startswith("::error") for line in lines].count(True) == 10
    assert "Wat er nog meer mis is, staat in de samenvatting." in lines[9]
    assert lines[-1].endswith("zo. En nog 2 van zulke regels; die staan in de samenvatting.") and len(lines) == 20


def test_causes_come_first() -> None:
    late = problem("adres-weg", "z.md", "Weg.")
    assert ordered([PLAIN, late]) == (late, PLAIN)


def test_places_are_named_up_to_three() -> None:
    spots = [Spot("a.md", 1), Spot("b.md", 2), Spot("c.md", 3), Spot("d.md", 4), Spot("e.md", 5)]
    assert named(spots[:1]) == "a.md:1"
    assert named(spots[:2]) == "a.md:1 en b.md:2"
    assert named(spots[:3]) == "a.md:1, b.md:2 en c.md:3"
    assert named(spots) == "a.md:1, b.md:2, c.md:3 en nog 2"
    found = problem("adres-weg", "x.md", "Weg.", places=spots)
    assert found.about(["d.md"]) and found.about(["x.md"]) and not found.about(["f.md"])


def test_markdown_summary() -> None:
    text = as_markdown([PLAIN], [CONCEPT], "https://x.nl/fouten/")
    assert text.startswith("### 1 probleem gevonden.\n")
    assert text.split("\n")[4] == (
        r"| stories\/x\.md | 6 | \[regio\] \"mars\" bestaat niet\. Kies een waarde uit de lijst\. "
        "| [waarde-onbekend](https://x.nl/fouten/#waarde-onbekend) |"
    )
    assert text.endswith("**Let op**\n\n" + r"- stories\/y\.md\:3\: dit is een concept\." + "\n")
    assert as_markdown([], [], "") == "### Geen problemen gevonden.\n"


def test_markdown_shows_what_was_written_and_runs_nothing() -> None:
    written = "<img src=x onerror=alert(1)> [a](javascript:b) | `c` **d** &lt; @wie #1 https://x.nl"
    text = as_markdown([problem("html", "a|b.md", written)], [], "https://x.nl/")
    row = re.sub(r"(?<!\\)\|", "\0", text.split("\n")[4]).split("\0")
    assert len(row) == 6, "a table of four columns"
    cell = row[3].strip()
    assert not re.search(r"(?<!\\)[<>\[\]|*`_#@:&.!]", cell), "every sign that means something to Markdown is escaped"
    assert re.sub(r"\\(.)", r"\1", cell) == f"{written} {CODES['html'].cure}"


def test_a_summary_stays_small() -> None:
    """GitHub takes 1 MiB; the longest messages list every value of the longest list."""
    longest = problem("waarde-onbekend", "stories/" + "x" * 200 + ".md", '"x" bestaat niet.', hint="waarde, " * 220)
    text = as_markdown([longest] * 1000, [Notice("x", 1, "y" * 100)] * 1000, "https://ruimte.example/")
    assert len(text.encode()) < 1024 * 1024
    assert "En nog 700 andere." in text


def test_json_has_every_field_and_the_title() -> None:
    found = json.loads(as_json([PLAIN], [CONCEPT]))
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
                "places": [],
                "titel": "Waarde die niet in de lijst staat",
            }
        ],
        "mededelingen": [{"path": "stories/y.md", "line": 3, "message": "dit is een concept."}],
    }
    assert json.loads(as_json([])) == {"versie": 1, "problemen": [], "mededelingen": []}


SCHEMA = Draft202012Validator(json_schema())
HOSTILE = ["stories/\udcff.md", 'stories/"\n\t\\.md', "stories/\u202e😀 </script>.md", "-" * 5000]


def test_the_schema_is_a_schema_and_describes_what_is_written() -> None:
    Draft202012Validator.check_schema(json_schema())
    found = [problem(code, path, "Zo is het.") for code in CODES for path in HOSTILE]
    SCHEMA.validate(json.loads(as_json(found, [Notice(path, 1, "Zo.") for path in HOSTILE])))
    SCHEMA.validate(json.loads(as_json([])))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("versie",), 2),
        (("problemen",), None),
        (("mededelingen",), [{"path": "x", "line": 1}]),
        (("mededelingen",), ["stories/x.md: een zin"]),
        (("meer",), 1),
        (("problemen", 0, "line"), 0),
        (("problemen", 0, "column"), 1.5),
        (("problemen", 0, "code"), "bestaat-niet"),
        (("problemen", 0, "path"), ""),
        (("problemen", 0, "message"), ""),
        (("problemen", 0, "titel"), "Iets"),
        (("problemen", 0, "field"), None),
        (("problemen", 0, "places"), [{"path": "x"}]),
        (("problemen", 0, "meer"), "x"),
    ],
)
def test_the_schema_refuses_what_is_not_written(place: tuple[Any, ...], value: Any) -> None:
    found = json.loads(as_json([PLAIN], [CONCEPT]))
    *way, last = place
    target = functools.reduce(lambda part, key: part[key], way, found)
    target[last] = value
    assert not SCHEMA.is_valid(found)
    if last != "meer":
        del target[last]
        assert not SCHEMA.is_valid(found)


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
