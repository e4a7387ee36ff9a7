"""What is kept of what was read changes nothing: a root is loaded with it as without it, whatever changed."""

from __future__ import annotations

import datetime
import hashlib
import io
import os
import pickle
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kennisbank
from kennisbank.reading import kept, loader
from kennisbank.reading.loader import Loaded, load
from tests.support import RUNS, TODAY, VERHAAL, WERKVORM, changed, write

pytestmark = pytest.mark.apart

TEXTS = {
    "goed": VERHAAL,
    "anders": changed({"De kinderen": "Alle kinderen"}),
    "link": changed({"op pad": "op [pad](een.md) en naar [huis](/stories/twee.md)"}),
    "dood": changed({"op pad": "op [pad](nergens.md)"}),
    "stuk": changed({"regio: noord-groningen": "regio: overal"}),
    "morgen": changed({"2026-11-01": "2026-12-01"}),
    "concept": changed({"toestemming: ja": "toestemming: ja\nconcept: true"}),
    "nee": changed({"toestemming: ja": "toestemming: nee"}),
    "lang": VERHAAL + "\nHet verhaal gaat nog een hele tijd door. " * 400,
    "elders": changed({"Ezinge": "Nergenshuizen", "speelde: 2018-2021\n": ""}),
    "eerder": changed({"bron:": "eerder: [een, nul]\nbron:"}),
    "verwijst": changed({"bron:": "verwant: [een, twee]\nbron:"}),
    "rest": VERHAAL + "\nTODO: [[nog iets]].\n",
    "leeg": "",
}
NAMES = ("een", "twee", "drie")
WORKS = {"goed": RUNS, "anders": WERKVORM, "stuk": "---\n---\n"}
SETTINGS = (kennisbank.PROJECT / "ruimte.yml").read_text(encoding="utf-8")
LENT = SETTINGS.replace("# leent: [werkvormen]", "leent: [werkvormen]")
LISTS = kennisbank.PROJECT / "lijsten"
CHANGES = st.one_of(
    st.tuples(st.just("story"), st.sampled_from(NAMES), st.sampled_from([*TEXTS])),
    st.tuples(st.just("gone"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("renamed"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("work"), st.just("kinderdialoog"), st.sampled_from([*WORKS])),
    st.tuples(st.just("list"), st.sampled_from(["regio", "plaats"]), st.sampled_from(["Ezinge", "Noord-Groningen"])),
    st.tuples(st.just("settings"), st.sampled_from([SETTINGS, LENT]), st.sampled_from(["", ", lege-ruimte"])),
    st.tuples(st.just("day"), st.just(""), st.just("")),
)


@pytest.fixture(autouse=True)
def fixture_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of its own for what is kept, of roots of any size."""
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv(kept.WITHOUT, raising=False)
    monkeypatch.setattr(kept, "LEAST", 1)


def both(root: Path, today: datetime.date = TODAY, **more: Any) -> Loaded:
    """Load a root as it is found, with what was kept and without; returns what came of it."""
    loaded = load(root, today=today, **more)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(kept.WITHOUT, "1")
        assert loaded == load(root, today=today, **more)
    return loaded


def change(root: Path, how: str, first: str, second: str) -> None:
    """Change something in a root, as far as it is there."""
    file = root / "stories" / f"{first}.md"
    if how == "story":
        file.write_text(TEXTS[second], encoding="utf-8")
    elif how == "gone":
        file.unlink(missing_ok=True)
    elif how == "renamed" and file.exists():
        file.rename(file.with_stem(second))
    elif how == "work":
        (root / "werkvormen" / f"{first}.md").write_text(WORKS[second], encoding="utf-8")
    elif how == "list":
        shutil.copytree(LISTS, root / "lijsten", dirs_exist_ok=True)
        file = root / "lijsten" / f"{first}.yml"
        file.write_text(file.read_text(encoding="utf-8").replace(second, f"{second} Oost"), encoding="utf-8")
    elif how == "settings":
        (root / "ruimte.yml").write_text(first.replace(second, ""), encoding="utf-8")


@settings(
    max_examples=8, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(changes=st.lists(CHANGES, min_size=2, max_size=5))
def test_what_is_kept_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str, str]]
) -> None:
    root, today = write(tmp_path_factory.mktemp("root"), {"stories/een.md": VERHAAL}), TODAY
    both(root)
    for how, first, second in changes:
        change(root, how, first, second)
        today += datetime.timedelta(days=how == "day")
        both(root, today)


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_kept_as_it_was_read(text: str, tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"stories/een.md": TEXTS[text], "stories/twee.md": TEXTS["link"]})
    assert both(root) == both(root)


def test_a_text_of_tomorrow_is_right_then(tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"stories/een.md": TEXTS["morgen"]})
    assert [found.code for found in both(root).problems] == ["waarde-datum"]
    tomorrow = datetime.date(2026, 12, 1)
    assert both(root, tomorrow).problems == ()
    assert [found.code for found in both(root).problems] == ["waarde-datum"], "and not the day before"


def test_what_is_borrowed_is_read_anew_when_there_are_other_stories(tmp_path: Path) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in (kennisbank.LENDER / "werkvormen").glob("*.md"))
    story = re.findall(r"stories/[a-z0-9-]+\.md", texts)[0]
    root = write(tmp_path / "root", {"ruimte.yml": LENT})
    before, again = both(root).knowledge, both(root).knowledge
    (root / story).write_text(TEXTS["anders"], encoding="utf-8")
    after = both(root).knowledge
    assert before and after and before == again
    assert before.werkvormen != after.werkvormen, "one names the story that is there now"


def file_of(root: Path) -> Path:
    (found,) = kept.folder(kept.NAME).iterdir()
    return found


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    root = write(tmp_path / "root", {})
    load(root, today=TODAY)
    before = file_of(root).read_bytes(), file_of(root).stat().st_ino
    load(root, today=TODAY)
    assert (file_of(root).read_bytes(), file_of(root).stat().st_ino) == before
    (root / "stories/goed.md").write_text(TEXTS["anders"], encoding="utf-8")
    load(root, today=TODAY)
    assert file_of(root).read_bytes() != before[0]


def test_what_did_not_change_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {"stories/een.md": VERHAAL})
    first = load(root, today=TODAY)
    read: list[str] = []
    real = loader.read_file
    monkeypatch.setattr(loader, "read_file", lambda source, *more: read.append(source.path) or real(source, *more))
    monkeypatch.setattr(loader, "TOLD", ())
    assert load(root, today=TODAY) == first
    assert read == []
    (root / "stories/een.md").write_text(TEXTS["anders"], encoding="utf-8")
    load(root, today=TODAY)
    assert read == ["stories/een.md"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
        lambda data: hashlib.blake2b(b"x" * 40, digest_size=kept.SIZE).digest() + b"x" * 40,
    ],
)
def test_what_was_damaged_is_read_anew(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"stories/een.md": TEXTS["link"]})
    load(root, today=TODAY)
    whole = file_of(root).read_bytes()
    file_of(root).write_bytes(damage(whole))
    both(root)
    assert file_of(root).read_bytes() == whole


def test_what_other_code_kept_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {})
    load(root, today=TODAY)
    monkeypatch.setattr(kept, "code", lambda: b"later")
    monkeypatch.setattr(kept._Reader, "find_class", lambda *which: pytest.fail("made of what other code kept"))
    load(root, today=TODAY)


def test_a_fault_of_ours_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {})
    with monkeypatch.context() as patch:
        patch.setattr(loader, "read_file", lambda *given: {}[given])
        assert {found.code for found in load(root, today=TODAY).problems} == {"bestand-vast"}
    assert both(root).problems == ()


def test_nothing_is_kept_when_it_is_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {})
    monkeypatch.setenv(kept.WITHOUT, "1")
    load(root, today=TODAY)
    assert not kept.folder(kept.NAME).exists()
    monkeypatch.setenv(kept.WITHOUT, "0")
    assert kept.on()
    monkeypatch.delenv("KENNISBANK_CACHE")
    monkeypatch.setenv("CI", "true")
    assert not kept.on(), "a proposal could bring what it is checked by"


def test_a_place_that_cannot_be_written_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dicht").write_text("geen map", encoding="utf-8")
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "dicht"))
    assert load(write(tmp_path / "root", {}), today=TODAY).problems == ()


def test_a_small_root_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LEAST", 60)
    load(write(tmp_path / "root", {}), today=TODAY)
    assert not kept.folder(kept.NAME).exists()


class Elsewhere:
    """A class that is none of ours to keep."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("exit 1",)


def test_nothing_is_made_but_what_can_be_kept() -> None:
    for other in (Elsewhere(), print, Path):
        with pytest.raises(pickle.UnpicklingError):
            kept._Reader(io.BytesIO(pickle.dumps(other))).load()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="work is split where processes can be copied")
def test_several_processes_read_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {f"stories/{name}.md": text for name, text in TEXTS.items() if name != "leeg"})
    monkeypatch.setattr(loader, "MANY", 5)
    monkeypatch.setenv("KENNISBANK_PROCESSES", "3")
    split = both(root)
    kept_by_several = file_of(root).read_bytes()
    file_of(root).unlink()
    monkeypatch.setenv("KENNISBANK_PROCESSES", "1")
    assert both(root) == split
    assert file_of(root).read_bytes() == kept_by_several
    assert both(root) == split


@pytest.mark.skipif(not hasattr(os, "fork"), reason="work is split where processes can be copied")
def test_what_a_process_does_not_finish_is_read_by_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {f"stories/verhaal-{number}.md": VERHAAL for number in range(8)})
    here, real = os.getpid(), loader.read_file
    monkeypatch.setattr(loader, "MANY", 5)
    monkeypatch.setenv("KENNISBANK_PROCESSES", "2")
    monkeypatch.setattr(loader, "read_file", lambda *given: real(*given) if os.getpid() == here else os._exit(1))
    assert load(root, today=TODAY).problems == ()
