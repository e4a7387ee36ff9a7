"""A tree of files under a second name."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kennisbank.building import tree


def site(folder: Path) -> Path:
    for name in ("index.html", "a/index.html", "a/b/x.json", "é/y"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (folder / "leeg").mkdir()
    (folder / "wijzer").symlink_to("a")
    return folder


def held(folder: Path) -> dict[str, str | None]:
    """Return what is in a folder: what each file holds, and where a link leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = str(path.readlink()) if path.is_symlink() else path.read_text() if path.is_file() else None
    return found


def test_a_tree_of_links_is_the_same_files(tmp_path: Path) -> None:
    source, target = site(tmp_path / "een"), tmp_path / "twee"
    tree.link(source, target)
    assert held(target) == held(source)
    assert (target / "a" / "b" / "x.json").samefile(source / "a" / "b" / "x.json")


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EMLINK, errno.EPERM, errno.EACCES, errno.ENOTSUP])
def test_where_no_link_can_be_made_the_file_is_copied(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    source, target = site(tmp_path / "een"), tmp_path / "twee"
    monkeypatch.setattr(os, "link", refuse)
    tree.link(source, target)
    assert held(target) == held(source)
    assert not (target / "index.html").samefile(source / "index.html")


def test_a_file_that_goes_away_meanwhile_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = site(tmp_path / "een"), tmp_path / "twee"
    put = tree.put

    def lose(there: str, here: str) -> None:
        if there.endswith("x.json"):
            Path(there).unlink()
        put(there, here)

    monkeypatch.setattr(tree, "put", lose)
    with pytest.raises(FileNotFoundError):
        tree.link(source, target)


def test_what_cannot_be_written_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr("shutil.copyfile", refuse)
    with pytest.raises(PermissionError):
        tree.link(site(tmp_path / "een"), tmp_path / "twee")


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    source = site(tmp_path / "een")
    with pytest.raises(FileExistsError):
        tree.link(source, source / "a")
    with pytest.raises(FileExistsError):
        tree.put(str(source / "index.html"), str(source / "a" / "index.html"))
    assert held(source) == held(site(tmp_path / "twee"))
