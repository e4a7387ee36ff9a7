"""A limit to the time that one file may take: a text that was made to be slow is refused, and the others are read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 10


class TooSlow(BaseException):
    """The time is over. No `Exception`, so that nothing takes it for a fault of its own."""


@contextmanager
def within(seconds: float = SECONDS) -> Iterator[None]:
    """Stop what is done within this block after so many seconds. Raises `TooSlow`.

    Where there is no alarm clock (Windows, a thread) there is no limit; the check of a proposal has one.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
