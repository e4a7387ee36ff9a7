"""Markdown on the site has the structure that GitHub's own reader, cmark-gfm, gives it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from html.parser import HTMLParser

import cmarkgfm
import markdown
import pytest
from cmarkgfm.cmark import Options

from kennisbank.parts import prose
from kennisbank.parts.commonmark import read, reader, unclear
from tests.site_support import PROJECT

EXTENSIONS = [*prose.LIBRARY, "kennisbank.parts.prose"]
VOID = {"br", "hr", "img", "input"}
TIGHT = {"ul", "ol", "li", "table", "thead", "tbody", "tr", "blockquote", "div", "section", "dl"}
"""Elements in which white space between others is none of the text."""
KEPT = {"href", "src", "alt", "title", "start", "checked"}
DRAWN = {"svg", "rect"}
"""Elements that draw a share beside its number: how a page dresses it."""


class Structure(HTMLParser):
    """Reads HTML as marks and words: what both readers must agree on, and not how a page dresses it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []
        self.open: list[str] = []
        self.notes = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"section", "div"} and "footnote" in (given.get("class") or ""):
            self.notes = True
        if "footnote" in (given.get("class") or "") or "data-footnote-ref" in given:
            given = {}  # each has its own names for the places of notes
        if tag == "hr" and self.notes:
            return
        if "data-kolom" in given or given.get("role") == "rowheader":
            tag = "td"  # the first cell of a row is its head on the site
        self.open.append(tag)
        if tag == "input" and self.found[-1:] == [("p",)]:  # in a list with space GitHub has the box before the words
            self.found.insert(-1, (tag, *sorted((k, v) for k, v in given.items() if k in KEPT)))
        elif tag not in {"section", "div", "sup", *DRAWN}:
            self.found.append((tag, *sorted((k, v) for k, v in given.items() if k in KEPT)))
        if tag in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        tag = self.open.pop()
        if tag not in {"section", "div", "sup", *DRAWN}:
            self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self.notes and "sup" in self.open:  # which of the places that name a note: we say it in a title
            return
        said = " ".join(data.split())  # that knows the no-break space too
        if said.strip():
            if self.found and isinstance(self.found[-1], list):
                self.found[-1].append(said)
            else:
                self.found.append([said])


def structure(html: str) -> list[object]:
    reader = Structure()
    reader.feed(html)
    reader.close()
    return ["".join(part).replace(" ", "") if isinstance(part, list) else part for part in reader.found]


def on_the_site(text: str) -> list[object]:
    return structure(markdown.markdown(text, extensions=EXTENSIONS))


def on_github(text: str) -> list[object]:
    return structure(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_FOOTNOTES))


TEXTS = [
    "We zagen:\n- een\n- twee\n",
    "Zo ging het:\n1. een\n2. twee\n",
    "Wie doet wat:\n| a | b |\n|---|--:|\n| 1 | **2** |\n| 3 |\n",
    "1. Zet klaar\n   - stoelen\n   - tafels\n2. Begin\n",
    "- Muziek\n  - zingen\n    - canon\n- Dans\n",
    "1. A\n2. B\n\nEven rust.\n\n3. C\n",
    "2019. Het jaar van de opening.\n",
    "Het jaar was\n2019. Toen ging het open.\n",
    "1. Een\n\n   en verder.\n2. Twee\n",
    "1) een\n2) twee\n",
    "* een\n+ twee\n- drie\n",
    "Niet ~~hier~~ maar *daar* en **overal** en ***allebei***.\n",
    "Een regel\\\nen nog een  \nen nog een\nen geen.\n",
    "snake_case_woord en 2*3*4 en 5 * 6 * 7\n",
    "- [ ] nog doen\n- [x] gedaan\n- [y] geen\n",
    "Kijk op https://voorbeeld.nl/a_b_c?d=e&f=g, of (https://voorbeeld.nl/x).\n",
    "<https://voorbeeld.nl>\n",
    "[a](b.md 'c') ![d](e.png \"f\") [g][h]\n\n[h]: <i j.md> (k)\n",
    "> Een citaat\nloopt door\n\n> en dit is een ander\n",
    "Kop\n===\n\nNog een\n---\n\n### Derde ###\n\n#geen kop\n",
    "    code\n\n```python\nx = 1 < 2 & 3\n```\n\n~~~\ny\n~~~\n",
    "AT&T &copy; &amp;copy; &lt;b&gt; &#228; &niets; `&amp;`\n",
    "Tekst[^1] en nog[^b] en weer[^1].\n\n[^1]: Een noot\n    die doorloopt.\n\n[^b]: Met *nadruk*.\n",
    "\\*geen nadruk\\* \\[geen link\\](x) \\# geen kop\n",
    "***\n---\n___\n",
    "a | b\n- | -\n1 | `x \\| y`\n",
    "Een woord met een accent: café, naïef, coöperatie 'enkel' \"dubbel\" …\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_looks_as_it_does_on_github(text: str) -> None:
    assert on_the_site(text) == on_github(text)


def own_texts() -> Iterator[str]:
    for folder in ("stories", "werkvormen", "ruimtes", "docs"):
        for file in sorted((PROJECT / folder).rglob("*.md")):
            head, _, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
            yield body or head


def test_our_own_texts_look_as_they_do_on_github() -> None:
    texts = list(own_texts())
    assert len(texts) > 80
    for text in texts:
        assert on_the_site(text) == on_github(text)


WORDS = [
    "kunst", "de school", "*samen*", "**nu**", "`x < y`", "~~niet~~", "[hier](a.md)", "![beeld](b.png)", "§ 4", "één",
    "2 * 3", "snake_case", "een_ twee", "***en***", "\\*los\\*", "AT&T", "&eacute;", "(zo)", "a|b", "'tussen'",
    "<https://a.nl>", "1. niet",
]  # fmt: skip
MARKS = ["- ", "* ", "+ ", "1. ", "2) ", "7. ", "> ", "## ", "### ", "    ", "- [ ] ", "1. [x] "]
TABLE = "| a | b |\n|---|:-:|\n| {} | {} |\n| {} |\n"


def made(chance: random.Random) -> str:
    """Return a text as a hurried writer makes it: with and without empty lines, and with any indent."""

    def line() -> str:
        end = chance.choice(["", "", "", "  ", "\\"])
        return " ".join(chance.choices(WORDS, k=chance.randint(1, 4))) + end + "\n"

    text = ""
    for _ in range(chance.randint(1, 9)):
        indent = " " * chance.choice([0, 0, 0, 1, 2, 2, 3, 4, 5])
        kind = chance.randint(0, 9)
        if kind == 0:
            text += "".join(indent + row + "\n" for row in TABLE.format(*chance.choices(WORDS[:4], k=3)).splitlines())
        elif kind == 1:
            code = "```\n" + line() + indent[:3] + "```\n"
            text += "\n" + indent[:3] + chance.choice(["---\n", code, "===\n", "***\n"])
        else:
            mark = chance.choice(MARKS) if kind < 8 else ""
            text += (indent[:3] if mark.startswith((">", "#")) else indent) + mark + line()
        text += chance.choice(["", "", "\n"])
    return text


@pytest.mark.apart
def test_made_texts_look_as_they_do_on_github() -> None:
    chance = random.Random(20261128)
    for _ in range(3000):
        text = made(chance)
        if not list(unclear(text, read(text))):
            assert on_the_site(text) == on_github(text), text


SIGNS = [
    "- ", "* ", "_", "*", "~~", "`", "```", "> ", "| a |", "|-|", "a|b", "---", "===", "- - -", "=", "-\t", "# ", "[",
    "]", "![", "](b.md)", "[^1]", "[^1]: ", "[a]: b", "<https://a.nl>", "<b>", "https://a.nl", "&amp;", "&", "\\",
    "\\\n", "  ", "    ", "\t", "\r", "\x00", "é", "1. ",
]  # fmt: skip


@pytest.mark.apart
def test_rules_that_are_left_out_would_find_nothing() -> None:
    """A text of few signs, in which most rules are left out, is read as with all of them."""
    chance = random.Random(20261128)
    for _ in range(1200):
        few = [*chance.sample(SIGNS, k=chance.randint(1, 4)), "woord", "\n", "\n\n"]
        text = "".join(chance.choices(few, k=chance.randint(1, 14)))
        assert read(text) == reader().parse(text), text
    for text in [*TEXTS, *own_texts(), *(made(chance) for _ in range(100))]:
        assert read(text) == reader().parse(text), text


def test_code_right_under_a_list_is_known() -> None:
    assert list(unclear("  1. 1. twee\n    2) drie\n", read("  1. 1. twee\n    2) drie\n"))) == [1]
    assert (
        list(unclear("- een\n\n      code\n\nTekst\n\n    code\n", read("- een\n\n      code\n\nTekst\n\n    code\n")))
        == []
    )
