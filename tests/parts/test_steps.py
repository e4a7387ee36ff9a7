"""The steps of a werkvorm as data: what the text says, without links, and in words as a reader sees them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from kennisbank.pages.site import EXTENSIONS
from kennisbank.parts import tree
from kennisbank.parts.steps import SOORTEN, Tekstdeel, steps
from tests.site_support import PROJECT

TEXT = """\
## Wanneer

Soms.

## Stappen van [de middag](/docs/over/index.md)

Lees *eerst* [de **uitleg**](/docs/over/index.md) bij § 4.

1. **Begin (5 minuten).** Kijk
   rond.
2. Praat

   in twee alinea's.

- los &eacute;n AT&amp;T \\*niet\\* `a < b &amp; c`

### Daarna

> Zeg niets.

| Wie | Wat |
| --- | --- |
| ik | luister |

## Let op

Niets.
"""


def told(part: Tekstdeel) -> str | list[object]:
    """Return a part in short: its words, or its sort with what is in it."""
    return part.tekst if part.soort == "tekst" else [part.soort, *map(told, part.delen)]


def test_each_part_has_its_sort() -> None:
    assert list(map(told, steps(TEXT))) == [
        ["alinea", "Lees ", ["nadruk", "eerst"], " ", "de ", ["sterk", "uitleg"], " bij §\u00a04."],
        [
            "genummerd",
            ["punt", ["alinea", ["sterk", "Begin (5 minuten)."], " Kijk rond."]],
            ["punt", ["alinea", "Praat"], ["alinea", "in twee alinea's."]],
        ],
        ["lijst", ["punt", "los én AT&T *niet* ", ["code", "a < b &amp; c"]]],
        ["kop", "Daarna"],
        ["citaat", ["alinea", "Zeg niets."]],
        ["tabel", ["rij", ["kopcel", "Wie"], ["kopcel", "Wat"]], ["rij", ["kopcel", "ik"], ["cel", "luister"]]],
    ]


@pytest.mark.parametrize("text", ["", "## Wanneer\n\nNu.\n", "Stappen\n\n1. Een\n", "## Stappen\n\n## Let op\n\nx\n"])
def test_without_the_section_there_are_none(text: str) -> None:
    assert steps(text) == ()


def test_words_that_the_site_explains_stay_words() -> None:
    assert told(steps("## Stappen\n\nDe kerngroep en een icc'er.\n")[0]) == ["alinea", "De kerngroep en een icc'er."]


def test_a_picture_is_what_is_to_be_seen_on_it() -> None:
    assert told(steps("## Stappen\n\nKijk: ![een kastje](k.jpg)\n")[0]) == ["alinea", "Kijk: ", "een kastje"]


class _Text(HTMLParser):
    """The words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def words(part: Tekstdeel) -> str:
    return part.tekst + " ".join(map(words, part.delen)) if part.soort != "alinea" else "".join(map(words, part.delen))


@pytest.mark.parametrize("file", sorted((PROJECT / "werkvormen").glob("*[!E].md")), ids=lambda file: file.stem)
def test_the_steps_of_every_werkvorm_have_the_words_of_its_page(file: Path) -> None:
    body = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    page = _Text()
    html = markdown.markdown(body, extensions=list(tree.EXTENSIONS))
    page.feed("".join(part.split("</h2>")[1] for part in html.split("<h2") if ">Stappen" in part))
    assert "".join(page.words.split()) == "".join("".join(map(words, steps(body))).split())


def test_it_reads_what_the_site_shows() -> None:
    """The same extensions, but for those that add no words: pictures, what stands out, the site's own links."""
    own = {"kennisbank.parts.figures", "kennisbank.parts.highlights", "kennisbank.contributing.ownlinks"}
    assert set(EXTENSIONS) == {*tree.EXTENSIONS, *own}


def test_every_sort_is_made_by_the_script() -> None:
    script = (PROJECT / "kennisbank/parts/vel/script/steps.js").read_text(encoding="utf-8")
    missing = [soort for soort in SOORTEN.values() if f"{soort}:" not in script]
    assert missing == []
