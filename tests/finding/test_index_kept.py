"""What the index keeps from build to build makes no difference to what it is."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kennisbank.finding import indexing
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.reading import markup
from tests.site_support import fingerprint
from tests.support import knowledge, verhaal

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference


def site(*bodies: str) -> KnowledgeBase:
    stories = [verhaal(f"verhaal-{number}") for number in range(len(bodies))]
    return knowledge(
        *(
            dataclasses.replace(story, origin=dataclasses.replace(story.origin, body=body))
            for story, body in zip(stories, bodies, strict=True)
        )
    )


def test_with_what_was_kept_the_index_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a text has a new word, of which a compound in another text is made."""
    before = site("Een zwierelierenles in de café-hal.", "Een tekst.", "Weg.")
    after = site("Een zwierelierenles in de café-hal.", "Een zwierelier, en een poëzieles.")
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("KENNISBANK_ZONDER_CACHE", "1")
    indexing.write(after, tmp_path / "zonder")
    assert not (tmp_path / "cache").exists()
    monkeypatch.delenv("KENNISBANK_ZONDER_CACHE")
    read: list[str] = []
    plain = markup.plain
    monkeypatch.setattr(markup, "plain", lambda body: read.append(body) or plain(body))
    indexing.write(before, tmp_path / "eerst")
    assert len(read) == 3
    for name in ("daarna", "nog-eens"):
        indexing.write(after, tmp_path / name)
        assert fingerprint(tmp_path / name) == fingerprint(tmp_path / "zonder")
    assert len(read) == 4


def test_a_second_index_in_the_same_folder_takes_nothing_of_the_first(tmp_path: Path) -> None:
    indexing.write(site("Een tekst."), tmp_path)
    indexing.write(site("Een tekst."), tmp_path)
    assert sorted(path.name for path in (tmp_path / "zoeken").iterdir())[1:] == ["index.json"]
