"""From folders to a knowledge base; what is refused has a golden case of its own."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kennisbank import PROJECT
from kennisbank.model import kinds
from kennisbank.reading import values
from kennisbank.reading.loader import home, load
from tests.support import BEELDEN, GOED, RUIMTES, VERHAAL, WERKVORM, changed, read, write

PAGINA = """\
---
title: Over ons
samenvatting: "Wat deze kennisbank is, voor wie, en hoe verhalen erin komen."
---

Tekst.
"""


def test_the_real_content_has_no_problems() -> None:
    loaded = load(PROJECT)
    assert loaded.problems == ()
    assert loaded.knowledge is not None
    assert [ruimte.origin.slug for ruimte in loaded.knowledge.ruimtes] == RUIMTES
    assert loaded.knowledge.verhalen and loaded.knowledge.werkvormen


def test_ruimtes_and_werkvormen_come_from_the_project(tmp_path: Path) -> None:
    kb = read(write(tmp_path, {}, borrowed=True)).knowledge
    assert kb is not None
    assert [ruimte.origin.file.parent for ruimte in kb.ruimtes] == [PROJECT / "ruimtes"] * 9
    assert {w.origin.file.parent for w in kb.werkvormen} == {PROJECT / "werkvormen"}
    assert home(tmp_path, kinds.VERHAAL) == tmp_path


def test_a_root_may_have_its_own_werkvormen_and_pages(tmp_path: Path) -> None:
    kb = read(write(tmp_path, {"werkvormen/wandeling.md": WERKVORM, "docs/over/ons.md": PAGINA})).knowledge
    assert kb is not None
    assert [w.origin.slug for w in kb.werkvormen] == ["wandeling"]
    assert [(p.origin.path, p.title) for p in kb.paginas] == [("docs/over/ons.md", "Over ons")]


def test_a_root_without_stories(tmp_path: Path) -> None:
    loaded = read(tmp_path)
    assert loaded.knowledge is None
    assert "map-ontbreekt" in {found.code for found in loaded.problems}


OF_THE_LINKS = {"link-dood", "bestand-weg"}
"""What is wrong with the links of the ruimtes of this project where its stories are not."""


def test_every_ruimte_of_the_row_must_be_there(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "ruimtes", tmp_path / "ruimtes")
    (tmp_path / "ruimtes/twijfel.md").unlink()
    loaded = read(write(tmp_path, {GOED: changed({"[plek, kind]": "[plek, twijfel]"})}))
    problems = [found for found in loaded.problems if found.code not in OF_THE_LINKS]
    assert [found.code for found in problems] == ["ruimtes-rij"]
    assert problems[0].message == 'Van de ruimte "twijfel" is er geen bestand "ruimtes/twijfel.md".'


def test_a_broken_ruimte_is_one_problem(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "ruimtes", tmp_path / "ruimtes")
    (tmp_path / "ruimtes/plek.md").write_text("---\ntitle: De plek\n")
    loaded = read(write(tmp_path, {}))
    problems = [found for found in loaded.problems if found.code not in OF_THE_LINKS]
    assert [(found.path, found.code) for found in problems] == [("ruimtes/plek.md", "kop-open")]


def test_problems_come_sorted(tmp_path: Path) -> None:
    wrong = changed({"regio: noord-groningen": "regio: x", "title: Het goede verhaal": "title: x"})
    problems = read(write(tmp_path, {"stories/b.md": wrong, "stories/a.md": wrong, "stories/Z.md": ""})).problems
    assert list(problems) == sorted(problems)
    assert [(found.path, found.line) for found in problems] == [
        ("stories/Z.md", 1),
        ("stories/a.md", 2),
        ("stories/a.md", 5),
        ("stories/b.md", 2),
        ("stories/b.md", 5),
    ]


def test_each_is_called_for_every_file(tmp_path: Path) -> None:
    seen: list[int] = []
    read(write(tmp_path, {"stories/fout.md": ""}, borrowed=True), each=lambda: seen.append(1))
    there = [file for folder in ("ruimtes", "werkvormen") for file in (PROJECT / folder).glob("*.md")]
    assert len(seen) == 2 + len([file for file in there if file.name != "README.md"])


def test_a_concept_is_in_the_preview_only(tmp_path: Path) -> None:
    write(tmp_path, {"stories/later.md": changed({"bron:": "concept: true\nbron:"})})
    public, preview = read(tmp_path), read(tmp_path, drafts=True)
    assert public.knowledge is not None and preview.knowledge is not None
    assert list(public.knowledge.verhaal) == ["goed"]
    assert sorted(preview.knowledge.verhaal) == ["goed", "later"]
    assert len(public.notices) == 1 and preview.notices == ()


def test_nothing_of_a_story_without_consent_is_left(tmp_path: Path) -> None:
    secret = changed({"toestemming: ja": "toestemming: nee", "op pad": "![een kast](kastje.jpg)"})
    secret = changed({"bron:": BEELDEN + "bron:"}, secret)
    linking = changed({"op pad": "op [pad](geheim/index.md)", "bron:": "verwant: [geheim]\nbron:"})
    files = {"stories/geheim/index.md": secret, "stories/geheim/kastje.jpg": {"picture": [8, 6]}, GOED: linking}
    for drafts in (False, True):
        kb = read(write(tmp_path / str(drafts), files), drafts=drafts).knowledge
        assert kb is not None
        assert list(kb.verhaal) == ["goed"]
        assert kb.images == ()
        assert not any("geheim" in target for target in kb.targets)
        assert len(kb.values[("ruimte", "plek")]) == 1


def test_today_is_the_last_day(tmp_path: Path) -> None:
    tomorrow = values.today() + timedelta(days=1)
    write(tmp_path, {GOED: changed({"2026-11-01": tomorrow.isoformat()})})
    assert [found.code for found in load(tmp_path).problems] == ["waarde-datum"]
    assert load(tmp_path, today=tomorrow).problems == ()


@pytest.mark.apart
def test_loading_is_fast(tmp_path: Path) -> None:
    """A thousand stories in well under the time that somebody waits for a check."""
    import time

    write(tmp_path, {f"stories/verhaal-{number}.md": VERHAAL for number in range(1000)})
    start = time.perf_counter()
    assert read(tmp_path).problems == ()
    assert time.perf_counter() - start < 10
