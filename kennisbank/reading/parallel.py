"""Work split over processes: each is a copy of this one at the moment of the fork, so nothing has to be sent to it."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

R = TypeVar("R")
Step = Callable[[str], None]
"""Called with the name of a part of the work, each time something of it has been done."""

MANY = 25
"""Steps that a process gathers before it tells of them."""


class Failed(Exception):
    """A process stopped without a result; the message says what it was."""


def processes(pages: int, least: int = 400) -> int:
    """Return how many processes are worth their cost for a number of pages; KENNISBANK_PROCESSES says otherwise."""
    if (wanted := os.environ.get("KENNISBANK_PROCESSES", "")).isdecimal() and hasattr(os, "fork"):
        return max(1, int(wanted))
    if pages < least or not hasattr(os, "fork"):
        return 1
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def run(work: Callable[[int, Step], R], parts: int, step: Step) -> list[R]:
    """Return `work(part, step)` for each part from 0, in order; the results must be picklable.

    One part runs in this process. A process ends with its parent, also when that is killed. Raises `Failed`.
    """
    if parts == 1:
        return [work(0, step)]
    context = multiprocessing.get_context("fork")
    receivers: list[Connection] = []
    children = []
    for part in range(parts):
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=_child, args=(work, part, sender, os.getpid()), daemon=True)
        child.start()
        sender.close()
        receivers.append(receiver)
        children.append(child)
    results: dict[int, R] = {}
    try:
        while len(results) < parts:
            for ready in wait([r for number, r in enumerate(receivers) if number not in results]):
                number = receivers.index(ready)  # type: ignore[arg-type]
                kind, value = _receive(receivers[number])
                if kind == "steps":
                    for name in value:
                        step(name)
                elif kind == "result":
                    results[number] = value
                else:
                    raise Failed(value)
    finally:
        for child in children:
            if len(results) < parts:
                child.kill()
            child.join()
    return [results[part] for part in range(parts)]


def _receive(receiver: Connection) -> tuple[str, Any]:
    try:
        kind, value = receiver.recv()
    except EOFError:
        return "failed", "een deel van het werk is afgebroken"
    return kind, value


def _child(work: Callable[[int, Step], Any], part: int, sender: Connection, parent: int) -> None:
    """Do one part and send what came of it."""
    _end_with_parent()
    if os.getppid() != parent:  # it has gone already
        return
    gathered: list[str] = []

    def step(name: str) -> None:
        gathered.append(name)
        if len(gathered) == MANY:
            sender.send(("steps", gathered))
            gathered.clear()

    try:
        result = work(part, step)
        sender.send(("steps", gathered))
        sender.send(("result", result))
    except Exception as error:
        sender.send(("failed", f"{type(error).__name__}: {error}"))


def _end_with_parent() -> None:
    """Let this process be killed when its parent ends: prctl(2), PR_SET_PDEATHSIG; elsewhere a broken pipe ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent tells the user
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
