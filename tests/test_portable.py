"""The texts are read and written by others too: with python-frontmatter, which many a script and site engine has.

It reads the same fields and text from every file of ours, and what it writes is right here. Where it would swallow a
mistake in silence, a test says what it makes of it and what our own reader says: that is why there is one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from kennisbank import PROJECT
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.reading import frontmatter as strict
from kennisbank.reading.frontmatter import Mapping, Node, Scalar
from tests.browser.writing_support import COMPLETE, FOLDERS, NASTY
from tests.support import GOED, VERHAAL, changed, project, read, write
from tests.tools.corpus import story

ROOTS = (PROJECT, PROJECT / "tests" / "site")
CONTENT = sorted(
    file
    for root in ROOTS
    for folder in ("stories", "werkvormen", "ruimtes", "docs")
    for file in (root / folder).rglob("*.md")
    if file.name != "README.md"  # for whoever looks on GitHub: it has no fields
)


def written(node: Node) -> Any:
    """Return what our reader found, as texts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: written(value) for name, (_, value) in node.entries.items()}
    return [written(item) for item in node.items]


def meant(value: Any) -> Any:
    """Return a value of YAML as the text that it is written as, when there is one way only to write it."""
    if isinstance(value, dict):
        return {name: meant(each) for name, each in value.items()}
    if isinstance(value, list):
        return [meant(each) for each in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def ours(text: str) -> tuple[Any, str]:
    """Return the fields and the text that our reader finds; what is wrong fails."""
    found = strict.read(text, "x.md")
    assert found.problems == () and found.fields is not None
    return written(found.fields), found.body.strip()


def theirs(text: str) -> tuple[Any, str]:
    found = frontmatter.loads(text)
    return meant(found.metadata), found.content.strip()


def rewritten(text: str, change: Callable[[frontmatter.Post], None] = lambda post: None) -> str:
    """Return a text as python-frontmatter writes it, its fields in the order that they have."""
    post = frontmatter.loads(text)
    change(post)
    return frontmatter.dumps(post, sort_keys=False, width=1000) + "\n"


def test_there_is_content_of_every_kind() -> None:
    assert {file.relative_to(PROJECT).parts[0] for file in CONTENT} == {
        "stories",
        "werkvormen",
        "ruimtes",
        "docs",
        "tests",
    }
    assert len(CONTENT) > 90


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.relative_to(PROJECT).as_posix())
def test_another_reader_finds_the_same_fields_and_text(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert theirs(text) == ours(text)
    assert ours(rewritten(text)) == ours(text)


def test_the_stories_of_the_benchmark_are_read_as_they_were_written() -> None:
    for number in range(1, 40):
        text = story(number, 1)
        assert theirs(text) == ours(text)
        assert ours(text)[0]["scholen"] == [f"School {number}"]


@pytest.mark.parametrize("form", schrijven.FORMS)
def test_what_another_program_writes_is_right_here(form: str, tmp_path: Path) -> None:
    """A complete text for each nasty value of the form, with the fields in the order that they are given."""
    values = COMPLETE[form]
    fields = {name: value for name, value in values.items() if not name.startswith("deel-")}
    (body,) = (value for name, value in values.items() if name.startswith("deel-"))
    made = {}
    for number, (_, value) in enumerate(NASTY.values()):
        post = frontmatter.Post(
            body, **{**fields, "bron": f"{value} en meer", "title": value if len(value) > 2 else "Dorp"}
        )
        text = frontmatter.dumps(post, sort_keys=False)
        assert ours(text) == (meant(post.metadata), body)
        made[f"{FOLDERS[form]}/waarde-{number}.md"] = text
    loaded = read(write(tmp_path, made))
    assert loaded.problems == ()


def test_a_field_can_be_changed_in_every_file(tmp_path: Path) -> None:
    """A migration: read, change, write. Remarks in the head would be lost; our files have none."""

    def moved(post: frontmatter.Post) -> None:
        post["plaats"] = "Delfzijl" if post["plaats"] == "Ezinge" else post["plaats"]

    text = rewritten(changed({"datum: ": "# Een opmerking.\ndatum: "}), moved)
    loaded = read(write(tmp_path, {GOED: text}))
    assert (loaded.problems, "opmerking" in text) == ((), False)
    assert loaded.knowledge is not None
    assert loaded.knowledge.verhaal["goed"].plaats == "Delfzijl"
    assert list(frontmatter.loads(text).metadata) == list(frontmatter.loads(VERHAAL).metadata)


# Of a text: what the other reader makes of a field, and what ours says; "" when it takes the field as it is written.
SWALLOWED: dict[str, tuple[str, str, Any, str]] = {
    "a field twice": (changed({"plaats: Ezinge": "plaats: Ezinge\nplaats: Assen"}), "plaats", "Assen", "kop-dubbel"),
    "a school with the name of a no": (changed({"datum": "scholen: [NO]\ndatum"}), "scholen", [False], ""),
    "a number with a zero": (changed({'"archief 2026-12"': "010"}), "toestemming_kenmerk", 8, ""),
    "a number with a colon": (changed({'"archief 2026-12"': "12:30"}), "toestemming_kenmerk", 750, ""),
    "a byte order mark": ("\ufeff" + VERHAAL, "title", None, ""),
    "a head without an end": (changed({"\n---\n\nDe": "\n\nDe"}), "title", None, "kop-open"),
    "no head": (VERHAAL.partition("\n---\n\n")[2], "title", None, "kop-ontbreekt"),
    "a rest that falls away": (changed({"plaats: Ezinge": "plaats: Ezinge #1"}), "plaats", "Ezinge", "kop-hekje"),
    "an anchor": (changed({"plaats: Ezinge": "plaats: &dorp Ezinge"}), "plaats", "Ezinge", "kop-anker"),
    "a list for a head": ("---\n- title\n---\n\nTekst.\n", "title", None, "kop-lijst"),
}


@pytest.mark.parametrize("name", SWALLOWED)
def test_the_strict_reader_says_what_the_other_swallows(name: str, tmp_path: Path) -> None:
    text, field, value, code = SWALLOWED[name]
    assert frontmatter.loads(text).get(field) == value
    loaded = read(write(tmp_path, {GOED: text}))
    assert {found.code for found in loaded.problems} == ({code} if code else set())
    if not code:
        assert theirs(text) != ours(text.removeprefix("\ufeff"))


def test_the_example_for_whoever_reuses_the_texts_works() -> None:
    text = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    result = subprocess.run(
        [sys.executable, "-c", example], cwd=PROJECT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    loaded = project()
    assert loaded.knowledge is not None
    stories = loaded.knowledge.verhaal.values()
    assert sorted(result.stdout.splitlines()) == sorted(
        f"{each.title}: {each.plaats}, {each.datum}" for each in stories
    )
