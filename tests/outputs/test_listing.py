"""The list of what a folder holds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.outputs.listing import PIECE, _parts, digest, digests, listed


def test_every_file_is_listed_in_the_order_of_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "b/a", "b-c/d", "b/z/y", "é/x", "A/q", "b.d/e"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "site" / "leeg").mkdir()
    paths = sorted(path for path in (tmp_path / "site").rglob("*") if path.is_file())
    assert listed(tmp_path / "site") == [path.relative_to(tmp_path / "site").as_posix() for path in paths]


@given(st.lists(st.lists(st.text("a-./bé0", min_size=1).filter(lambda name: "/" not in name), min_size=1, max_size=3)))
def test_paths_sort_by_their_parts(paths: list[list[str]]) -> None:
    assert sorted(map("/".join, paths), key=_parts) == ["/".join(path) for path in sorted(paths)]


def test_a_digest_is_the_same_piece_by_piece(tmp_path: Path) -> None:
    held = {"leeg": b"", "klein": b"x", "groot": bytes(range(256)) * (2 * PIECE // 256) + b"y", "bekend": b"z"}
    for name, content in held.items():
        (tmp_path / name).write_bytes(content)
    expected = {name: digest(content) for name, content in held.items()} | {"bekend": b"1"}
    assert digests(tmp_path, {"bekend": b"1", "weg": b"2"}) == expected
