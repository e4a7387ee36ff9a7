"""Links, code and personal data in a text; each refusal has a golden case of its own."""

from __future__ import annotations

import time

import pytest

from kennisbank.reading.markup import Link, examine, is_bsn, personal, unlink

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference


def codes(body: str) -> list[str]:
    return [found.code for found in examine(body, "x.md", 1)[1]]


def test_local_links_with_their_places() -> None:
    body = (
        'Zie [een](a.md) en\n![kast](<b c.jpg> "Titel"), [weg](https://x.nl), [boven](#boven).\n\n[noot]: ../d.md#e\n'
    )
    links, problems = examine(body, "x.md", 10)
    assert links == [
        Link("a.md", 10, 11),
        Link("bc.jpg", 11, 9, image=True),
        Link("#boven", 11, 58),
        Link("../d.md#e", 13, 9),
    ]
    assert [(found.code, found.line) for found in problems] == [("html", 11)]


def test_links_in_code_are_not_followed_but_their_start_is_judged() -> None:
    assert examine("Schrijf `[x](y.md)`.", "x.md", 1) == ([], [])
    assert codes("Schrijf `[x](javascript:y)`.") == ["link-schema"]
    assert examine(r"Schrijf \`[x](y.md)\`.", "x.md", 1)[0] == [Link("y.md", 1, 15)]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:x", "JAVASCRIPT:x", "java&#x73;cript:x", "java&Tab;script:x", "javascript&colon;x",
        "java\nscript:x", "\x01javascript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//x.nl",
        "mailto:x",
    ],
)  # fmt: skip
def test_a_link_that_a_browser_would_run_or_send_elsewhere(target: str) -> None:
    for body in (f"[a]({target})", f"![a]({target} 'b')", f"[a [b [c]]]({target})"):
        assert "link-schema" in codes(body)


@pytest.mark.parametrize("prefix", ["", "  ", "> ", "> > ", "- ", "1. ", "    "])
def test_a_reference_is_judged_wherever_it_stands(prefix: str) -> None:
    assert codes(f"[a][b]\n\n{prefix}[b]: javascript:x\n") == ["link-schema"]


def test_a_footnote_is_no_link() -> None:
    assert examine("Zie[^1].\n\n[^1]: Bron: het boek.\n", "x.md", 1) == ([], [])


@pytest.mark.parametrize(
    "body",
    ["3 < 4 > 2", "ik <3 kunst", "a <-> b", "<https://x.nl/a>", "&lt;b&gt;", "{{ x }}", "1 # 2", "C# is leuk", "a = b"],
)
def test_plain_text_is_left_alone(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    "body", ["<b>", "</b>", "<!-- x", "<![", "<?php", "<script", "<a@b.nl", "<https://x onclick=y>"]
)
def test_html(body: str) -> None:
    assert "html" in codes(body)


@pytest.mark.parametrize("word", ["onclick", "ONLOAD", "style", "href", "src", "srcdoc", "formaction"])
def test_attributes(word: str) -> None:
    assert codes(f"*a*{{: .b {word}='x' }}") == ["opmaak-attribuut"]
    assert codes(f"*a*{{{word}=x}}") == ["opmaak-attribuut"]
    assert codes(f"*a*{{: data-{word}=x }}") == []


def test_headings() -> None:
    assert codes("# Een\n\n## Twee\n") == ["tekst-kop1"]
    assert codes("Een\n===\n") == ["tekst-kop1"]
    assert codes("#kunst\n") == ["tekst-kop1"]


@pytest.mark.parametrize(
    "text",
    [
        "a@b.nl",
        "jan.de-vries+x@school.voorbeeld.nl",
        "0612345678",
        "06 1234 5678",
        "050-3123456",
        "(0591) 12 34 56",
        "+31 6 12345678",
    ],
)
def test_personal(text: str) -> None:
    assert [index for index, _ in personal(f"Bel {text} maar.")] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "@school",
        "2018-2021",
        "25.000.000 euro",
        "0900-1234",
        "1234567890123",
        "01-12-2026 10.00",
        "https://x.nl/0612345678",
    ],
)
def test_not_personal(text: str) -> None:
    assert list(personal(f"Het is {text} hier.")) == []


def test_is_bsn() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


def test_personal_data_of_the_makers_may_stand_on_a_page() -> None:
    assert examine("Mail a@b.nl.", "docs/x.md", 1, private=False) == ([], [])


def test_unlink_keeps_the_words() -> None:
    body = '[weg](a.md), [blijft](b.md), ![beeld](a.md), [uit](https://a.md), [op](#a), [t](a.md "Titel") [o](a.md'
    expected = "weg, [blijft](b.md), ![beeld](a.md), [uit](https://a.md), [op](#a), t [o](a.md"
    assert unlink(body, lambda target: target == "b.md") == expected


@pytest.mark.parametrize(
    "part",
    [
        "a", "[", "[]", "[x](", "[x](a", "[x](<", "![", "](", "<a", "<http://", "{", "{on=", "{on= ", "`a", "``",
        "1 ", "1.", "0 ", "06", "a@", "[a\n", "[a]: ", "=\n", "-8<", "\t", " ", "\\", "&#", "((", ")",
    ],
)  # fmt: skip
def test_time_grows_linearly(part: str) -> None:
    """The largest text that is accepted takes no more than a moment, whatever it repeats."""
    start = time.perf_counter()
    long = part * (40_000 // len(part))
    for body in (long, f"[x]({long}", f"@{long}@"):
        examine(body, "x.md", 1)
        unlink(body, lambda target: True)
    assert time.perf_counter() - start < 5


def test_unlink_knows_names_that_are_defined_elsewhere() -> None:
    body = "Lees [een][a], [twee][B], [b] en [c](c.md).\n\n[a]: a.md 'A'\n[b]: <weg.md>\n[ver]: https://x.nl/\n"
    assert unlink(body, lambda target: target != "weg.md") == (
        "Lees [een][a], twee, b en [c](c.md).\n\n[a]: a.md 'A'\n[ver]: https://x.nl/\n"
    )
    assert unlink(body, lambda target: True) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Zie [A](a.md).", "Zie iets anders."),
        ("[A](a.md) is weg.", "Iets anders is weg."),
        ("Klaar. [A](a.md) is weg.", "Klaar. Iets anders is weg."),
        ("- [A](a.md): weg", "- Iets anders: weg"),
        ("Zie **[A](a.md)**.", "Zie **iets anders**."),
        ("![A](a.md)", "![A](a.md)"),
    ],
)
def test_unlink_can_say_something_else(body: str, expected: str) -> None:
    assert unlink(body, lambda target: False, "iets anders") == expected
