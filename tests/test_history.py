"""What may change between the last site and this one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisbank import history
from kennisbank.knowledge import KnowledgeBase
from tests.support import knowledge, verhaal

BEFORE = {f"verhaal-{number}": f"Verhaal {number}" for number in range(10)}


def now(*gone: int, **more: object) -> KnowledgeBase:
    """Return the stories of the last site without some of them."""
    kept = [slug for number, slug in enumerate(BEFORE) if number not in gone]
    return knowledge(*(verhaal(slug, title=BEFORE[slug]) for slug in kept))


@pytest.mark.parametrize(
    ("gone", "codes"), [((), []), ((1,), []), ((1, 2), ["verhalen-weg"]), (range(9), ["verhalen-weg"])]
)
def test_one_in_ten_may_go_without_a_word(gone: tuple[int, ...], codes: list[str]) -> None:
    assert [found.code for found in history.compare(BEFORE, now(*gone), frozenset())] == codes


def test_what_was_withdrawn_is_no_loss() -> None:
    assert history.compare(BEFORE, now(1, 2, 3), frozenset({"verhaal-1", "verhaal-2"})) == []


def test_more_may_come() -> None:
    assert history.compare({}, now(), frozenset()) == []


def test_a_story_with_another_address_names_the_old_one() -> None:
    moved = verhaal("anders", title="Verhaal 3")
    kept = [*now(3).verhalen]
    (found,) = history.compare(BEFORE, knowledge(moved, *kept), frozenset())
    assert (found.code, found.path, found.field) == ("adres-veranderd", "stories/anders.md", "eerder")
    assert found.hint == "Voeg toe: eerder: [verhaal-3]"
    named = verhaal("anders", title="Verhaal 3", eerder=("verhaal-3",))
    assert history.compare(BEFORE, knowledge(named, *kept), frozenset()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"verhalen": 5}', '{"verhalen": null}', "\x00", '{"iets": {}}'])
def test_a_list_that_is_none_of_ours_tells_nothing(text: str, tmp_path: Path) -> None:
    file = tmp_path / "inhoud.json"
    file.write_text(text, encoding="utf-8")
    assert history.last(file) == {}
    assert history.last(tmp_path / "is-er-niet.json") == {}
    file.write_text(json.dumps({"verhalen": BEFORE}), encoding="utf-8")
    assert history.last(file) == BEFORE
