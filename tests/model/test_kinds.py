"""A kind of text is one entry: what it lacks is refused in words, and a whole one is on the site at once."""

from __future__ import annotations

import ast
import dataclasses
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kennisbank import PACKAGE, PROJECT
from kennisbank.model import kinds
from kennisbank.model.fields import Kind as Field
from kennisbank.model.kinds import Kind
from kennisbank.model.records import Bundel, Pagina, Verhaal, Werkvorm
from tests.site_support import QUIET, real_root

RECORD = '''\
"""An interview: what somebody of a leergemeenschap tells."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model.fields import Kind, field
from kennisbank.model.records import BRON_VOORBEELD, EERDER, MOST_FORMER, Origin


@dataclass(frozen=True, kw_only=True)
class Interview:
    origin: Origin
    title: str = field(Kind.TEXT, "Titel", "Met wie?", "Een docent", required=True, minimum=3, maximum=120)
    samenvatting: str = field(Kind.TEXT, "Samenvatting", "Waarover?", "Over", required=True, minimum=9, maximum=300)
    bron: str = field(Kind.TEXT, "Bron", "Waarvandaan?", BRON_VOORBEELD, required=True, minimum=3, maximum=300)
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER)
'''
ENTRY: dict[str, Any] = {
    "one": "interview",
    "many": "interviews",
    "article": "het",
    "folder": "interviews",
    "address": "interviews",
    "page": "pagina.html",
    "found": "Interview",
    "pictures": False,
}
TEXT = """\
---
title: Een docent vertelt
samenvatting: Over een jaar samenwerken met een museum in de buurt.
bron: "eigen gesprek"
---

Zij vertelt over xylofoonmuziek in het museum.
"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Interview:
    """What the module of `RECORD` has, without a word on its fields."""

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
        ("docs/bundels.md", Pagina),
        ("docs/index.md", Pagina),
    ],
)
def test_the_kind_of_a_file(path: str, record: type[Any]) -> None:
    assert kinds.of(path).record is record


@pytest.fixture(name="copy")
def fixture_copy(tmp_path: Path) -> Path:
    """Return a copy of the project, as far as a site needs it."""
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("hooks", "scripts", ".github"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    return real_root(tmp_path, (PROJECT / "ruimte.yml").read_text(encoding="utf-8"))


def add(root: Path, **more: Any) -> None:
    """Add the kind to a copy of the project: a module with its record, and its entry."""
    (root / "kennisbank" / "model" / "interview.py").write_text(RECORD, encoding="utf-8")
    table = root / "kennisbank" / "model" / "kinds.py"
    text = table.read_text(encoding="utf-8")
    entry = f"    Kind(record=Interview, {', '.join(f'{name}={value!r}' for name, value in (ENTRY | more).items())}),\n"
    head, end, rest = text.partition("\n)\n\n\ndef lacking")
    text = f"{head}\n{entry.rstrip()}{end}{rest}"
    imported = "from kennisbank.model.fields import Kind as Field\n"
    table.write_text(
        text.replace(imported, f"{imported}from kennisbank.model.interview import Interview\n"), encoding="utf-8"
    )


def started(root: Path, *arguments: str) -> tuple[int, str]:
    """Run Python in a copy; returns its status, and all that it says."""
    run = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env=QUIET | {"PYTHONPATH": str(root)},
    )
    return run.returncode, run.stdout + run.stderr


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
    add(copy, **change)
    status, words = started(copy, "-c", f"import {module}")
    assert (status, f"Incomplete: {said}" in words) == (1, True), words


def test_a_view_without_its_template_is_refused_at_import(copy: Path) -> None:
    (copy / "kennisbank" / "theme" / "werkvorm.html").unlink()
    status, words = started(copy, "-c", "import kennisbank.pages.site")
    assert (status, "Werkvorm has no template: add 'werkvorm.html' to kennisbank/theme." in words) == (1, True), words


def test_a_new_kind_is_a_module_and_an_entry(copy: Path) -> None:
    add(copy)
    (copy / "interviews").mkdir()
    (copy / "interviews" / "een-docent.md").write_text(TEXT, encoding="utf-8")
    linked = copy / "docs" / "over" / "index.md"
    linked.write_text(linked.read_text("utf-8") + "\nLees [een gesprek](/interviews/een-docent.md).\n", "utf-8")
    status, words = started(copy, "scripts/papers.py")
    assert status == 0, words
    status, words = started(copy, "scripts/build.py")
    assert status == 0, words
    site = copy / "site"
    assert "xylofoonmuziek" in (site / "interviews" / "een-docent" / "index.html").read_text("utf-8")
    assert "interviews/een-docent/" in (site / "over" / "index.html").read_text("utf-8")
    assert "/interviews/een-docent/" in (site / "interviews" / "index.html").read_text("utf-8")
    assert "interviews/een-docent/" in (site / "sitemap.xml").read_text("utf-8")
    assert "/interviews/een-docent/" in (site / "adressen.txt").read_text("utf-8")
    assert '"Met wie?' in (site / "schema" / "interview.json").read_text("utf-8")
    assert "/interviews/ @" in (copy / ".github" / "CODEOWNERS").read_text("utf-8")
    (copy / "interviews" / "een-docent.md").write_text(TEXT.replace("bron:", "born:"), encoding="utf-8")
    status, words = started(copy, "scripts/check.py")
    assert (status, "interviews/een-docent.md:4" in words) == (1, True), words


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
