"""A kind of text is one entry: what it lacks is refused in words."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path
from typing import Any

import pytest

from kennisbank import PACKAGE, PROJECT
from kennisbank.model import doors, kinds, urls
from kennisbank.model.fields import Kind as Field
from kennisbank.model.kinds import Kind
from kennisbank.model.records import Bundel, Pagina, Praktijkvoorbeeld, Verhaal, Werkvorm
from tests.newcomer.copy_support import ENTRY, add_kind, copied, started


@dataclasses.dataclass(frozen=True, kw_only=True)
class Interview:
    """What the module that a newcomer adds has, without a word on its fields."""

    origin: Any
    title: str
    samenvatting: str
    bron: str
    eerder: tuple[str, ...] = ()


def test_a_whole_entry_lacks_nothing() -> None:
    assert list(kinds.lacking([*kinds.KINDS, Kind(record=Interview, **ENTRY)])) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"one": ""}, "Interview has no singular: add one='interview', as the record, to"),
        ({"many": ""}, "Interview has no plural: add many=... to"),
        ({"article": "een"}, "Interview has no article: add article='de' or article='het' to"),
        ({"folder": "", "address": "x"}, "Interview has no folder: add folder=... to"),
        ({"page": ""}, "Interview has no template: add page=... to"),
        ({"address": ""}, "Interview has no address: add address=... to"),
        ({"address": "/interviews/"}, "Interview has no address: add address=... to"),
        (
            {"folder": "docs/interviews"},
            "Interview lies in docs/ and has its address by its place: take address=... out",
        ),
        (
            {"folder": "docs/x", "address": "", "named_as": Field.VERHAAL},
            "Interview lies in docs/, so no field can name",
        ),
        ({"found": ""}, "Interview has no label in the finder: add found=... to"),
        ({"added": True}, "Interview can be added, but has no outline: add outline=... to"),
        ({"form": True}, "Interview has a paper or a form, so others can add one: add added=True to"),
        ({"paper": True}, "Interview has a paper or a form, so others can add one: add added=True to"),
        ({"pictures": True}, "Interview can have pictures, but has no field 'beelden': add it, or pictures=False to"),
        ({"folder": "stories"}, "Interview has the same folder as Verhaal, 'stories': give it another in"),
        ({"address": "verhalen"}, "Interview has the same address as Verhaal, 'verhalen': give it another in"),
    ],
)
def test_what_an_entry_lacks_is_said_with_what_to_add_and_where(change: dict[str, Any], said: str) -> None:
    (sentence,) = kinds.lacking([*kinds.KINDS, Kind(record=Interview, **ENTRY | change)])
    assert sentence.startswith(said)
    assert kinds.HERE in sentence


def test_what_is_cited_has_a_source() -> None:
    bare = dataclasses.make_dataclass("Interview", kinds.NEEDED)
    (sentence,) = kinds.lacking([Kind(record=bare, **ENTRY | {"cited": True})])
    assert sentence.startswith("Interview is cited, but has no field 'bron': add it, or take cited=True out of")


def test_a_record_must_have_what_lists_show() -> None:
    bare = dataclasses.make_dataclass("Interview", ["origin", "bron"])
    sentences = list(kinds.lacking([Kind(record=bare, **ENTRY)]))
    assert sentences == [f"Interview has no field {name!r}: add it to the record." for name in kinds.NEEDED[1:]]


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("stories/a.md", Verhaal),
        ("werkvormen/a/index.md", Werkvorm),
        ("docs/bundels/a.md", Bundel),
        ("docs/bundels/a/index.md", Bundel),
        ("docs/bundels/index.md", Pagina),
        ("stories/kort/a.md", Praktijkvoorbeeld),
        ("stories/kort/index.md", Praktijkvoorbeeld),
        ("stories/kort.md", Verhaal),
        ("stories/korter/index.md", Verhaal),
        ("docs/bundels.md", Pagina),
        ("docs/index.md", Pagina),
    ],
)
def test_the_kind_of_a_file(path: str, record: type[Any]) -> None:
    assert kinds.of(path).record is record
    assert [kind.record for kind in kinds.KINDS if kind.has(path)] == [record]


def test_a_folder_within_another_is_looked_through_by_itself_but_for_those_of_pages() -> None:
    assert kinds.BY_FOLDER.keys() == {"stories", "stories/kort", "werkvormen", "ruimtes", "docs"}
    assert set(kinds.FOLDERS) == {"stories", "werkvormen", "ruimtes", "docs"}
    assert kinds.home(kinds.BY_RECORD[Praktijkvoorbeeld]) is kinds.VERHAAL
    assert doors.of("voorbeelden/x/").page == urls.VOORBEELDEN


@pytest.fixture(name="copy")
def fixture_copy(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.apart
@pytest.mark.parametrize(
    ("change", "module", "said"),
    [
        ({"many": ""}, "kennisbank.reading.loader", "Interview has no plural: add many=... to the entry of Interview"),
        (
            {"page": "interview.html"}, "kennisbank.pages.site",
            "Interview has no view: add 'interview.html' to SHOWN in kennisbank/pages/site.py.",
        ),
        (
            {"added": True, "outline": (kinds.Section("een", "", ("Wie?",)),), "form": True},
            "kennisbank.contributing.forms",
            "Interview has no form: add 'interview' to FORMS in kennisbank/contributing/forms.py.",
        ),
        (
            {"added": True, "outline": (kinds.Section("een", "", ("Wie?",)),), "paper": True},
            "kennisbank.contributing.papers",
            "Interview has no paper: add 'interviews/README.md' to kennisbank/templates/papieren.",
        ),
    ],
)  # fmt: skip
def test_a_half_done_kind_is_refused_at_import(copy: Path, change: dict[str, Any], module: str, said: str) -> None:
    add_kind(copy, **change)
    status, words = started(copy, "-c", f"import {module}")
    assert (status, f"Incomplete: {said}" in words) == (1, True), words


@pytest.mark.apart
def test_a_view_without_its_template_is_refused_at_import(copy: Path) -> None:
    (copy / "kennisbank" / "pages" / "werkvorm" / "template.html").unlink()
    status, words = started(copy, "-c", "import kennisbank.pages.site")
    assert (status, "Werkvorm has no template: add 'werkvorm/template.html' to kennisbank/pages." in words) == (
        1,
        True,
    ), words


PYTHON = [file for room in (PACKAGE, PROJECT / "hooks") for file in sorted(room.rglob("*.py"))]


@pytest.mark.parametrize("file", PYTHON, ids=lambda file: file.relative_to(PROJECT).as_posix())
def test_where_a_kind_lies_is_said_in_its_entry_only(file: Path) -> None:
    """The name of a folder alone can be a field too; with a slash behind it it is a place."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in about]
    places = tuple(f"{first}/" for first in {*kinds.FOLDERS, *kinds.BY_ADDRESS})
    named = [node.value for node in texts if isinstance(node.value, str) and node.value.startswith(places)]
    assert named == []
