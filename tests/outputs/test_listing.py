"""The list of what a folder holds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.outputs.listing import _parts, listed


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
