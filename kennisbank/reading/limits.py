"""A limit to the time and the memory that one file may take: a text beyond it is refused, and the others are read."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SECONDS = 10
MEMORY = 1024 * 1024 * 1024
"""Bytes that reading one file may take beside what is in use: a text of 256 KB takes some tens of MB."""


class TooSlow(BaseException):
    """The time is over. No `Exception`, so that nothing takes it for a fault of its own."""


@contextmanager
def sparing(memory: int = MEMORY) -> Iterator[None]:
    """Let what is done within this block take no more than so many bytes beside what is in use. Raises `MemoryError`.

    Without it the system ends the whole check when memory runs out, and nobody is told which file did it. The limit is
    to addresses, of which Linux tells how many are in use; elsewhere, and in a thread, there is none.
    """
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource

    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = used + memory if before[0] == resource.RLIM_INFINITY else min(before[0], used + memory)
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def clock() -> Iterator[Callable[[float], None]]:
    """Yield what sets an alarm: within this block it stops what is done after so many seconds, and 0 puts it off.

    Raises `TooSlow`. So many files can be read one after another, each with its own time, for what it costs to set up
    the alarm once. Where there is no alarm clock (Windows, a thread) there is no limit; the check of a proposal has
    one.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield lambda seconds: None
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    try:
        yield lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds) and None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def within(seconds: float = SECONDS) -> Iterator[None]:
    """Stop what is done within this block after so many seconds. Raises `TooSlow`; see `clock`."""
    with clock() as alarm:
        alarm(seconds)
        yield
