"""Work split over processes: results in order, every step counted, and no process left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from kennisbank.reading import parallel
from tests.site_support import PROJECT

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference


@pytest.mark.parametrize("parts", [1, 2, 5])
def test_results_in_order_and_every_step(parts: int) -> None:
    steps: Counter[str] = Counter()

    def work(part: int, step: parallel.Step) -> list[int]:
        for _ in range(30 + part):
            step(f"deel {part}")
        return [part, os.getpid()]

    results = parallel.run(work, parts, lambda name: steps.update([name]))
    assert [result[0] for result in results] == list(range(parts))
    assert len({result[1] for result in results}) == parts
    assert steps == {f"deel {part}": 30 + part for part in range(parts)}


def test_an_error_in_one_part_ends_all() -> None:
    def work(part: int, step: parallel.Step) -> None:
        if part == 1:
            raise ValueError("dit ging mis")
        time.sleep(30)

    start = time.monotonic()
    with pytest.raises(parallel.Failed, match="ValueError: dit ging mis"):
        parallel.run(work, 3, lambda name: None)
    assert time.monotonic() - start < 10


def test_a_part_that_is_killed_ends_all() -> None:
    def work(part: int, step: parallel.Step) -> None:
        if part == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(30)

    with pytest.raises(parallel.Failed, match="afgebroken"):
        parallel.run(work, 2, lambda name: None)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a part ends when it next tells of its steps")
def test_parts_end_with_their_parent() -> None:
    code = """
import os, time
from kennisbank.reading import parallel
def work(part, step):
    for _ in range(parallel.MANY):
        step(str(os.getpid()))
    time.sleep(60)
parallel.run(work, 2, lambda name: print(name, flush=True))
"""
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children: set[int] = set()
    while len(children) < 2:
        children.add(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    for child in children:
        for _ in range(100):
            if not _alive(child):
                break
            time.sleep(0.05)
        assert not _alive(child)


def _alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as status:  # noqa: PTH123
            return status.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_few_pages_are_not_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KENNISBANK_PROCESSES", raising=False)
    assert parallel.processes(100) == 1
    assert 1 <= parallel.processes(10_000) <= 4
    monkeypatch.setenv("KENNISBANK_PROCESSES", "7")
    assert parallel.processes(1) == 7
    monkeypatch.setenv("KENNISBANK_PROCESSES", "veel")
    assert parallel.processes(1) == 1
