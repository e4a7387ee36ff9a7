"""How a site that may not wait gets built: what stands in its way is passed over until the rest is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST = 20
"""Attempts before the largest part that was right so far is taken: enough to find one file among half a million."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a site: a Dutch sentence, and the path of the file that it comes from, if that is known."""

    message: str
    path: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class Hopeless(Exception):
    """Nothing can be built, whatever is passed over; `faults` say why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(dict.fromkeys(map(str, faults))))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Settled:
    """What was passed over, and every fault that was met on the way."""

    passed: frozenset[str]
    faults: tuple[Fault, ...]


def settle(
    attempt: Callable[[frozenset[str]], Sequence[Fault]], candidates: Sequence[str], most: int = MOST
) -> Settled:
    """Find files without which the site is right; `attempt` builds it without some and returns the faults.

    Files that a fault names are passed over. Where no file is named, the first of `candidates` with which what comes
    before it is no longer right is looked for by halving. After `most` attempts all from the first half that is not
    known to be right on are passed over: so there are never more than `most` + 3 attempts, and with the same outcomes
    always the same ones. The last attempt is the one that was right. Raises `Hopeless` when the site is wrong without
    all of them too.
    """
    tried = _Tried(attempt, most)
    right = 0  # so many of the candidates are right together, without those that are passed over
    try:
        while tried.wrong(candidates, len(candidates)):
            if not right and (faults := tried.last(frozenset(candidates))):
                raise Hopeless(faults)
            low, high = right, len(candidates)
            while high - low > 1:
                middle = (low + high) // 2
                if tried.wrong(candidates, middle):
                    high = middle
                else:
                    low = right = middle
            if low == high:  # what was right is so no longer: there is no sense in it
                break
            tried.passed |= {candidates[low]}
            right = high
        else:
            return tried.settled()
    except _Spent:
        pass
    for rest in (candidates[right:], candidates):
        if not (faults := tried.last(frozenset(rest))):
            return tried.settled(rest)
    raise Hopeless(faults)


class _Spent(Exception):
    """There have been as many attempts as there may be."""


class _Tried:
    """Makes attempts, counts them, and keeps what is passed over and the faults that were met."""

    def __init__(self, attempt: Callable[[frozenset[str]], Sequence[Fault]], most: int) -> None:
        self.attempt = attempt
        self.left = most
        self.passed: frozenset[str] = frozenset()
        self.met: list[Fault] = []

    def wrong(self, candidates: Sequence[str], kept: int) -> bool:
        """Tell whether the first so many candidates are wrong together for a reason that names no file.

        The files that faults name are passed over first. Raises `_Spent`.
        """
        while self.left:
            self.left -= 1
            faults = self.last(frozenset(candidates[kept:]))
            named = {fault.path for fault in faults if fault.path} - self.passed
            if not named:
                return bool(faults)
            self.passed |= named
        raise _Spent

    def last(self, without: frozenset[str]) -> Sequence[Fault]:
        """Return the faults of one attempt, whatever the number of those before."""
        faults = self.attempt(self.passed | without)
        self.met += faults
        return faults

    def settled(self, rest: Sequence[str] = ()) -> Settled:
        return Settled(self.passed.union(rest), tuple(dict.fromkeys(self.met)))
