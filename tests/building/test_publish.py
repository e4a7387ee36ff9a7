"""Swapping folders: whole sites only, whatever was left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisbank.building import publish


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def test_swap_replaces_and_removes_the_old(tmp_path: Path) -> None:
    new, out = folder(tmp_path / "nieuw", "nieuw"), folder(tmp_path / "site", "oud")
    publish.swap(new, out)
    assert (out / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert not new.exists()


def test_swap_where_folders_cannot_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchange", lambda first, second: False)
    new, out = folder(tmp_path / "nieuw", "nieuw"), folder(tmp_path / "site", "oud")
    publish.swap(new, out)
    assert (out / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site(tmp_path: Path) -> None:
    publish.swap(folder(tmp_path / "nieuw", "nieuw"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").exists()


def test_recover_puts_the_old_site_back(tmp_path: Path) -> None:
    """A kill between the two steps of a swap without exchange."""
    out = tmp_path / "site"
    folder(publish.beside(out, "oud"), "oud")
    folder(publish.beside(out, "nieuw"), "half")
    publish.recover(out)
    assert (out / "index.html").read_text(encoding="utf-8") == "oud"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_one_build_at_a_time(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with publish.staging(out) as first:
        assert first.is_dir()
        with pytest.raises(publish.Busy), publish.staging(out):
            pass
        assert first.is_dir()
    assert not first.exists()
    with publish.staging(out):
        pass


def test_an_exception_clears_the_staging_folder(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), publish.staging(tmp_path / "site") as first:
        raise RuntimeError
    assert not first.exists()


def test_merging_moves_all_and_takes_what_is_new(tmp_path: Path) -> None:
    for name, text in (("een/a/x", "1"), ("een/y", "1"), ("twee/a/x", "2"), ("twee/a/z", "2"), ("twee/b/c/d", "2")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    publish.merge(tmp_path / "twee", tmp_path / "een")
    left = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"een/a/x": "2", "een/a/z": "2", "een/b/c/d": "2", "een/y": "1"}
