"""Front matter as fields with their places; what is refused has a golden case of its own."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kennisbank.reading import frontmatter as fm
from kennisbank.reading.frontmatter import Mapping, Refused, Scalar, Sequence


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with either parser of PyYAML: libyaml is not there everywhere."""
    monkeypatch.setattr(fm, "Loader", yaml.SafeLoader if request.param == "python" else yaml.CSafeLoader)


def texts(node: fm.Node) -> Any:
    """Return a node as plain values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [texts(item) for item in node.items]
    return {name: texts(value) for name, (_, value) in node.entries.items()}


@pytest.mark.usefixtures("loader")
def test_scalars_stay_what_was_written() -> None:
    block = "a: no\nb: 010\nc: 12:30\nd: 1.10\ne: ~\nf:\ng: 2026-11-01\nh: 'it''s'\ni: \"x\\ty\"\nj: >\n  een\n  twee\n"
    assert texts(fm.parse(block, "x.md")[0]) == {
        "a": "no", "b": "010", "c": "12:30", "d": "1.10", "e": "~", "f": "", "g": "2026-11-01", "h": "it's",
        "i": "x\ty", "j": "een twee\n",
    }  # fmt: skip


@pytest.mark.usefixtures("loader")
def test_every_node_knows_its_line_and_column() -> None:
    front = fm.read("---\ntitle: Een\nlijst:\n  - a\n  - [b, 😀 c]\n---\n\nTekst.\n", "x.md")
    key, value = front.fields.entries["title"]
    assert (key.line, key.column, value.line, value.column) == (2, 1, 2, 8)
    lijst = front.fields.entries["lijst"][1]
    assert isinstance(lijst, Sequence)
    assert [(item.line, item.column) for item in lijst.items] == [(4, 5), (5, 5)]
    inner = lijst.items[1]
    assert isinstance(inner, Sequence)
    assert [(item.line, item.column) for item in inner.items] == [(5, 6), (5, 9)]
    assert (front.body, front.body_line) == ("\nTekst.\n", 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---\nTekst", ("a: 1\n", "Tekst", 4)),
        ("---\na: 1\n---", ("a: 1\n", "", 4)),
        ("--- \na: 1\n---  \n\n---\nrest\n", ("a: 1\n", "\n---\nrest\n", 4)),
        ("---\n---\n", ("\n", "", 3)),
    ],
)
def test_split(text: str, expected: tuple[str, str, int]) -> None:
    assert fm.split(text, "x.md") == expected


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("block", ["", "\n", "# alleen uitleg\n", "~\n"])
def test_nothing_is_an_empty_mapping_or_a_lonely_word(block: str) -> None:
    node, _ = fm.parse(block, "x.md")
    assert node == Mapping({}, 1, 1) or texts(node) == "~"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("block", "code", "line", "column"),
    [
        ("a: b: c\n", "kop-yaml", 1, 5),
        ("a: 'b\nc: d\n", "kop-yaml", 1, 4),
        ("x: 1\na: [b\nc: d\n", "kop-yaml", 2, 4),
        ("a: &x b\n", "kop-anker", 1, 4),
        ("a: *x\n", "kop-anker", 1, 4),
        ("<<: {a: b}\n", "kop-anker", 1, 1),
        ("a: !!python/name:os b\n", "kop-tag", 1, 4),
        ("a: ! b\n", "kop-tag", 1, 4),
        ("%YAML 1.1\n---\na: b\n", "kop-tag", 1, 1),
        ("a: b\n--- c\n", "kop-lijst", 2, 1),
        ("? {a: b}\n: c\n", "kop-lijst", 1, 3),
        ("a: b\n\tc: d\n", "kop-tab", 2, 1),
        ("a: {b: {c: {d: {e: {}}}}}\n", "kop-diep", 1, 20),
        ("a: \x00\n", "kop-yaml", 1, 1),
    ],
)
def test_refused(block: str, code: str, line: int, column: int) -> None:
    with pytest.raises(Refused) as refused:
        fm.parse(block, "x.md")
    found = refused.value.problem
    assert (found.code, found.line, found.column) == (code, line, column)


def test_a_duplicate_key_inside_a_field_is_seen_too() -> None:
    _, problems = fm.parse("vragen:\n  a: 1\n  a: 2\n", "x.md", first_line=2)
    assert [(p.code, p.line, p.column, p.field) for p in problems] == [("kop-dubbel", 4, 3, "a")]
    assert problems[0].message == 'Het veld "a" staat er twee keer: op regel 3 en op regel 4.'


def test_deep_and_long_input_is_refused_at_once() -> None:
    for block in ("a: " + "[" * 100_000, "a: " + "{b: " * 50_000, "- " * 100_000, "? " * 50_000):
        with pytest.raises(Refused):
            fm.parse(block + "\n", "x.md")
