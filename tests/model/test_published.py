"""The list of every published address: what is read of it, what is written, and that it never loses a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.model import published
from kennisbank.model.published import Published
from kennisbank.reading import promised

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
ADDRESSES = st.one_of(
    st.just(""),
    st.lists(SLUGS, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + "/"),
    SLUGS.map(lambda name: f"schema/{name}.json"),
)


def lists() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(ADDRESSES, st.one_of(st.just(""), ADDRESSES), max_size=8).map(
        lambda found: {old: "" if new == old else new for old, new in found.items()}
    )


@given(lists())
def test_what_is_written_is_read_back(addresses: dict[str, str]) -> None:
    text = published.written(addresses)
    found = published.parse(text)
    assert (found.addresses, found.problems) == (addresses, ())
    assert published.written(found.addresses) == text


@given(lists(), lists())
def test_together_no_line_is_lost(ours: dict[str, str], theirs: dict[str, str]) -> None:
    both = Published(ours).joined(Published(theirs)).addresses
    assert both.keys() == ours.keys() | theirs.keys()
    for address, moved in both.items():
        assert moved in {ours.get(address, ""), theirs.get(address, "")}
        assert moved or not (ours.get(address) or theirs.get(address)), "that it moved is not forgotten"


@given(lists(), st.sets(ADDRESSES.filter(bool), max_size=3))
def test_of_what_was_withdrawn_there_is_no_trace(addresses: dict[str, str], without: set[str]) -> None:
    kept = published.parse(published.written(addresses, without)).addresses
    assert not without & {*kept, *kept.values()}
    assert kept.keys() == {old for old, new in addresses.items() if old not in without and (new or old) not in without}


@pytest.mark.parametrize(
    "line",
    ["verhalen/een/", "/Verhalen/", "/a//b/", "/een/ /twee/ /drie/", "/../x/", "https://x.nl/", "<<<<<<< HEAD", "/a b"],
)
def test_a_line_that_is_no_address_leaves_the_others(line: str) -> None:
    found = published.parse(f"/een/\n{line}\n/twee/\n")
    assert found.addresses == {"een/": "", "twee/": ""}
    assert [(problem.code, problem.line) for problem in found.problems] == [("adressen-lijst", 2)]


def test_remarks_line_ends_and_a_mark_are_no_lines() -> None:
    found = published.parse("\ufeff# alles\r\n/een/ /twee/ # sinds maart\r\n\r\n")
    assert (found.addresses, found.lines, found.problems) == ({"een/": "twee/"}, {"een/": 2}, ())


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert promised.read(tmp_path) == Published()
    (tmp_path / published.FILE).mkdir()
    assert [problem.code for problem in promised.read(tmp_path).problems] == ["bestand-onleesbaar"]
    (tmp_path / published.FILE).rmdir()
    (tmp_path / published.FILE).symlink_to("elders.txt")
    assert [problem.code for problem in promised.read(tmp_path).problems] == ["bestand-link"]


def test_a_file_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promised, "LIMIT", 10)
    (tmp_path / published.FILE).write_text("/een/\n" * 3, encoding="utf-8")
    assert [problem.code for problem in promised.read(tmp_path).problems] == ["adressen-lijst"]
