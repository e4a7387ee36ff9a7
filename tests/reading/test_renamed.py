"""A text that was renamed or taken away by hand: one problem says so, and the one line that it names mends all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kennisbank.model import published
from kennisbank.problems.problem import Spot
from kennisbank.reading import withdrawal
from kennisbank.reading.markup import relink
from kennisbank.reading.withdrawal import FILE
from tests.support import VERHAAL, WERKVORM, changed, read, write

LINE = re.compile(r"Is het hernoemd\? Zet dan in (.+?): (eerder: .+?)\. Is het weg\? Zet dan in (\S+): (\S+)$")
NAMING = changed({"bron: ": "verwant: [ander]\nwerkvormen: [wandeling, praten]\nbron: "})
PAGE = """\
---
title: Over ons
samenvatting: "Een pagina bij wijze van voorbeeld, die een verhaal en een werkvorm noemt."
---

Lees [dit](/stories/ander.md#zo-begon-het), [dat] en [dit ook](../werkvormen/wandeling.md).

[dat]: /stories/ander.md
"""
TEXTS: dict[str, Any] = {
    "stories/goed.md": NAMING.replace("op pad", "[op pad](ander.md) met [een werkvorm](../werkvormen/wandeling.md)"),
    "stories/derde.md": NAMING,
    "stories/ander.md": VERHAAL + "\n## Zo begon het\n\nMet een vraag.\n",
    "werkvormen/wandeling.md": WERKVORM,
    "werkvormen/praten.md": WERKVORM,
    "docs/over/ons.md": PAGE,
}
GONE = {"stories/ander.md": ("verhalen/ander/", 5), "werkvormen/wandeling.md": ("werkvormen/wandeling/", 4)}
"""What is renamed or taken away, with its address and the number of lines that name it."""


def lay(root: Path, gone: str, listed: bool, **more: str) -> Path:
    files = {path: text for path, text in TEXTS.items() if path != gone}
    files |= {published.FILE: f"/{GONE[gone][0]}\n"} if listed else {}
    return write(root, {**files, **more})


@pytest.mark.parametrize("listed", [True, False], ids=["published", "not published"])
@pytest.mark.parametrize("path", GONE)
def test_what_was_renamed_is_one_problem_and_one_line_mends_it(path: str, listed: bool, tmp_path: Path) -> None:
    new = path.replace(".md", "-van-nu.md")
    root = lay(tmp_path, path, listed, **{new: TEXTS[path]})
    (found,) = read(root).problems
    assert (found.path, found.code) == (path, "adres-weg" if listed else "bestand-weg")
    assert found.message.startswith(f'Is "{path}" ingetrokken of hernoemd?')
    number = GONE[path][1]
    assert f"{number} plekken noemen het: docs/over/ons.md:6" in found.message
    assert f"en nog {number - 3}." in found.message
    assert len(found.places) == number and found.about(["stories/derde.md"])
    where, line, _, _ = LINE.search(found.hint).groups()  # type: ignore[union-attr]
    assert where == new
    (root / new).write_text(TEXTS[path].replace("bron:", f"{line}\nbron:", 1), encoding="utf-8")
    loaded = read(root)
    assert loaded.problems == () and loaded.knowledge is not None
    (told,) = [notice for notice in loaded.notices if notice.path == new and "oude naam" in notice.message]
    assert f"{number} plekken noemen" in told.message
    slug = Path(new).stem
    assert slug in loaded.knowledge.verhaal["derde"].verwant + loaded.knowledge.verhaal["derde"].werkvormen
    page = loaded.knowledge.paginas[0].origin.body
    assert f"](/{new}" in page
    if path in TEXTS and path.startswith("stories"):
        assert f"[dit](/{new}#zo-begon-het), [dat] en" in page and f"[dat]: /{new}\n" in page


@pytest.mark.parametrize("listed", [True, False], ids=["published", "not published"])
@pytest.mark.parametrize("path", GONE)
def test_what_went_away_is_one_problem_and_one_line_mends_it(path: str, listed: bool, tmp_path: Path) -> None:
    root = lay(tmp_path, path, listed)
    (found,) = read(root).problems
    _, _, file, line = LINE.search(found.hint).groups()  # type: ignore[union-attr]
    assert (file, line) == (FILE, Path(path).stem if path.startswith("stories/") else GONE[path][0])
    (root / FILE).write_text(f"{line}\n", encoding="utf-8")
    loaded = read(root)
    assert loaded.problems == () and loaded.knowledge is not None
    named = [notice for notice in loaded.notices if notice.message.startswith("dit noemt een ingetrokken ")]
    assert {Spot(notice.path, notice.line) for notice in named} == {*found.places}
    kind = "verhaal" if path.startswith("stories/") else "werkvorm"
    assert {notice.message.split(".")[0] for notice in named} == {f"dit noemt een ingetrokken {kind}"}


def test_a_name_in_one_file_is_taken_for_a_mistake_there(tmp_path: Path) -> None:
    files = {"stories/derde.md": changed({"bron: ": "verwant: [goet]\nbron: "}).replace("op pad", "[op pad](goet.md)")}
    found = read(write(tmp_path, files)).problems
    assert [(each.path, each.code) for each in found] == [
        ("stories/derde.md", "verwijzing"),
        ("stories/derde.md", "link-dood"),
    ]


def test_the_cause_comes_before_what_else_is_wrong(tmp_path: Path) -> None:
    wrong = changed({"regio: noord-groningen": "regio: x"})
    found = read(lay(tmp_path, "stories/ander.md", False, **{"stories/aap.md": wrong})).problems
    assert [each.code for each in found] == ["bestand-weg", "waarde-onbekend"]


@pytest.mark.parametrize(
    ("there", "written"), [("stories/ander/index.md", "ander.md"), ("stories/ander.md", "ander/index.md")]
)
def test_a_text_that_moved_into_a_folder_or_out_of_it_is_still_found(there: str, written: str, tmp_path: Path) -> None:
    naming = changed({"bron: ": "verwant: [ander]\nbron: "}).replace("op pad", f"[op pad]({written}#zo-begon-het)")
    page = PAGE.replace("/stories/ander.md", f"/stories/{written}")
    files = {**TEXTS, "stories/ander.md": None, there: TEXTS["stories/ander.md"]}
    loaded = read(write(tmp_path, {**files, "stories/goed.md": naming, "docs/over/ons.md": page}))
    assert loaded.problems == () and loaded.knowledge is not None
    assert not any("oude naam" in notice.message for notice in loaded.notices)
    body = loaded.knowledge.verhaal["goed"].origin.body
    assert f"[op pad](/{there}#zo-begon-het)" in body
    assert f"[dat]: /{there}\n" in loaded.knowledge.paginas[0].origin.body


def test_a_place_that_is_not_in_the_renamed_text_is_a_problem(tmp_path: Path) -> None:
    page = PAGE.replace("#zo-begon-het", "#zo-eindigde-het")
    renamed = TEXTS["stories/ander.md"].replace("bron:", "eerder: [ander]\nbron:", 1)
    files = {**TEXTS, "stories/ander.md": None, "stories/nieuw.md": renamed, "docs/over/ons.md": page}
    (found,) = read(write(tmp_path, files)).problems
    assert (found.path, found.line, found.code) == ("docs/over/ons.md", 6, "link-anker")


def test_a_former_name_of_a_withdrawn_story_leads_nowhere(tmp_path: Path) -> None:
    root = lay(tmp_path, "stories/ander.md", False, **{FILE: "nieuw\nander\n"})
    loaded = read(root)
    assert loaded.problems == () and loaded.knowledge is not None
    assert "ander" not in loaded.knowledge.verhaal["goed"].origin.body
    assert withdrawal.read(root).addresses == {"verhalen/nieuw/", "verhalen/ander/"}


def test_relinking_leaves_all_else_as_it_was() -> None:
    body = "`[a](x.md)` [a](x.md) ![a](x.md) [b](y.md) [c](<x.md> 'titel')\n\n[d]: x.md\n"
    assert relink(body, {"x.md": "/z.md#q"}) == (
        "`[a](x.md)` [a](/z.md#q) ![a](/z.md#q) [b](y.md) [c](/z.md#q 'titel')\n\n[d]: /z.md#q\n"
    )
    assert relink(body, {}) == body
