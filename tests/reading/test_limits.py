"""A file that takes too much time is refused, and the others are read."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.reading import limits, loader
from tests.support import VERHAAL, read, write

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference


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

    def slow(source, *more):  # type: ignore[no-untyped-def]
        if source.slug == "traag":
            raise limits.TooSlow
        return real(source, *more)

    monkeypatch.setattr(loader, "read_file", slow)
    loaded = read(root)
    assert [(one.code, one.path) for one in loaded.problems] == [("bestand-traag", "stories/traag.md")]


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is that of Linux")
def test_no_more_memory_is_given_and_then_as_much_as_before() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), limits.sparing(50_000_000):
        bytearray(100_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    with limits.sparing(200_000_000):
        assert len(bytearray(100_000_000)) == 100_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is that of Linux")
@pytest.mark.parametrize("how", [lambda: bytearray(limits.MEMORY * 2), lambda: [[0] * 10**6 for _ in range(10**6)]])
def test_a_file_that_takes_too_much_memory_is_named_and_the_others_are_read(
    how: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "root", {"stories/zwaar.md": "---\ntitle: Zwaar\n---\n\nTekst.\n"})
    real = loader.read_file

    def heavy(source, *more):  # type: ignore[no-untyped-def]
        return (how() if source.slug == "zwaar" else None) or real(source, *more)

    monkeypatch.setattr(loader, "read_file", heavy)
    loaded = read(root)
    assert [(one.code, one.path) for one in loaded.problems] == [("bestand-geheugen", "stories/zwaar.md")]


@pytest.mark.parametrize("error", [RecursionError, KeyError("x"), AssertionError])
def test_a_file_on_which_the_check_stumbles_is_named_and_the_others_are_read(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours is no traceback for who wrote a text; every test that reads fails on it (`support.read`)."""
    root = write(tmp_path / "root", {"stories/vreemd.md": VERHAAL, "stories/leeg.md": ""})
    real = loader.read_file

    def stumbling(source, *more):  # type: ignore[no-untyped-def]
        if source.slug == "vreemd":
            raise error
        return real(source, *more)

    monkeypatch.setattr(loader, "read_file", stumbling)
    found = loader.load(root).problems
    assert [(one.code, one.path) for one in found] == [
        ("bestand-leeg", "stories/leeg.md"),
        ("bestand-vast", "stories/vreemd.md"),
    ]
    with pytest.raises(AssertionError):
        read(root)
