"""A file that takes too much time is refused, and the others are read."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from kennisbank.reading import limits, loader
from tests.support import read, write


def test_what_takes_too_long_is_stopped_and_the_clock_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(limits.TooSlow), limits.within(0.05):
        try:
            time.sleep(5)
        except Exception:  # what takes every fault for its own does not take this one
            pytest.fail("taken for a fault")
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    with limits.within(5):
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_slow_file_is_named_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root", {"stories/traag.md": "---\ntitle: Traag\n---\n\nTekst.\n"})
    real = loader.read_file

    def slow(source, record, context):  # type: ignore[no-untyped-def]
        if source.slug == "traag":
            raise limits.TooSlow
        return real(source, record, context)

    monkeypatch.setattr(loader, "read_file", slow)
    loaded = read(root)
    assert [(one.code, one.path) for one in loaded.problems] == [("bestand-traag", "stories/traag.md")]
