"""What is kept from build to build: what was made before, never what is out of date or damaged."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from kennisbank.reading import memo
from kennisbank.reading.memo import SIZE, Memo

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path))
    monkeypatch.delenv("KENNISBANK_ZONDER_CACHE", raising=False)


def asked(folder: Path, *keys: str, version: bytes = b"1", value: object = (1, "één", b"x", {"a": None})) -> list[str]:
    """Ask for some keys, and keep them; returns those for which something was made."""
    made: list[str] = []
    store = Memo(folder, "naam", version)
    for key in keys:
        assert store.get(key.encode(), lambda key=key: made.append(key) or value) == value  # type: ignore[misc]
    store.keep()
    return made


def test_what_was_made_before_is_not_made_again(tmp_path: Path) -> None:
    assert asked(tmp_path / "x", "een", "twee", "een") == ["een", "twee"]
    assert asked(tmp_path / "x", "twee", "een", "drie") == ["drie"]


def test_only_what_is_asked_for_stays(tmp_path: Path) -> None:
    asked(tmp_path, "een", "twee")
    assert asked(tmp_path, "een") == []
    assert asked(tmp_path, "een", "twee") == ["twee"]


def test_another_version_makes_all_anew(tmp_path: Path) -> None:
    asked(tmp_path, "een")
    assert asked(tmp_path, "een", version=b"2") == ["een"]


@pytest.mark.parametrize("damage", ["short", "other", "empty", "folder"])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: str) -> None:
    asked(tmp_path, "een")
    file = tmp_path / "naam"
    whole = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes({"short": whole[:-1], "other": whole[:SIZE] + b"x" + whole[SIZE + 1 :], "empty": b""}[damage])
    assert asked(tmp_path, "een") == ["een"]


def test_no_code_in_a_file_is_run(tmp_path: Path) -> None:
    """Also of one that is whole: whoever wrote it."""
    seal = Memo(tmp_path, "naam", b"1")._seal()
    seal.update(body := pickle.dumps({b"een": os.getcwd}))
    (tmp_path / "naam").write_bytes(seal.digest() + body)
    assert asked(tmp_path, "een") == ["een"]


def test_nothing_is_written_when_nothing_is_new_and_nothing_with_it_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(tmp_path, "een")
    before = (tmp_path / "naam").stat().st_ino
    asked(tmp_path, "een")
    assert (tmp_path / "naam").stat().st_ino == before
    monkeypatch.setenv("KENNISBANK_ZONDER_CACHE", "1")
    assert asked(tmp_path / "uit", "een", "een") == ["een", "een"]
    assert not (tmp_path / "uit").exists()


def test_two_at_once_do_no_harm(tmp_path: Path) -> None:
    one, two = Memo(tmp_path, "naam", b"1"), Memo(tmp_path, "naam", b"1")
    assert (one.get(b"a", lambda: 1), two.get(b"b", lambda: 2)) == (1, 2)
    one.keep()
    two.keep()
    assert asked(tmp_path, "b", value=2) == []
    assert [file.name for file in tmp_path.iterdir()] == ["naam"]


def test_other_code_has_another_digest() -> None:
    assert memo.code("finding") == memo.code("finding") != memo.code("finding", "model")
