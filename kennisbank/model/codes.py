"""What stays of a text whatever it is called: its first address, a code of four letters, and a name for feeds.

The code is what somebody copies from paper or hears, so its letters are chosen (`LETTERS`). It is made of the first
address, and once the list of addresses has it, the list decides: neither another title nor another text changes it.
"""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

LETTERS = "bghjkmrstwxz"
"""The letters of a code: no digits, so that none is taken for a letter (0 and o, 1 and l, 2 and z).

There are no vowels, so that no code is a word; and without f, or the same letter twice in a row, none holds what people
swear with in letters alone. Of letters that look alike (i j l, m n, u v, b d p q, c e o) or sound
alike in Dutch (b d p, t d, f s, f v w, m n, c s, k q) one is left. Small letters only.
"""
SHORTEST = 4
TRIES = 8
"""Codes of a length that are tried: after those that are taken it gets a letter longer, so that there is always one."""
CODE = re.compile("[a-z]{4,12}")
"""A code as a list of addresses can have it: of these letters, or of others that were chosen before."""
NAMES = uuid.UUID("2f0de1af-1299-44ee-9886-cff623ccdc3c")
"""The space of the names of feeds and their entries (RFC 9562, version 5): it never changes."""


@dataclass(frozen=True)
class Codes:
    """The codes of a site.

    `own` has the one of each text and `first` its first address, both by the address of today; `closed` are those of
    what was withdrawn: nobody gets them any more.
    """

    own: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()


def candidates(address: str) -> Iterator[str]:
    """Yield the codes that a text of this first address can have, the best one first; there is no end to them."""
    number = 0
    while True:
        yield _code(f"{address}#{number}", SHORTEST + number // TRIES)
        number += 1


def _code(text: str, length: int) -> str:
    number = int.from_bytes(sha256(text.encode()).digest())
    code = ""
    while len(code) < length:
        others = LETTERS.replace(code[-1:] or "-", "")
        number, which = divmod(number, len(others))
        code += others[which]
    return code


def assign(
    texts: Mapping[str, str], ledger: Mapping[str, str], ends: Mapping[str, str], withdrawn: Collection[str]
) -> Codes:
    """Return the code of every text.

    `texts` has the first address of each by the address of today, the eldest text first: of two that want the same code
    it goes before. `ledger` has the address for which each known code was made, or nothing when that was withdrawn;
    `ends` where such an address leads today. `withdrawn` are the first addresses of what was withdrawn: one of which
    the ledger knows no code closes the one that it must have had.
    """
    given: dict[str, list[str]] = defaultdict(list)
    for code, first in sorted(ledger.items()):
        if first:
            given[ends.get(first, first)].append(code)
    gone = set(withdrawn)
    closed = {code for code, first in ledger.items() if not first or ends.get(first, first) in gone}
    alive = ledger.keys() - closed
    closed |= {_free(address, alive) for address in gone if ends.get(address, address) not in given}
    own: dict[str, str] = {}
    firsts: dict[str, str] = {}
    taken = closed | ledger.keys()
    for address, first in texts.items():
        # Of a text that took in another there are two: it keeps its own, and the other leads to it too.
        known = min(given.get(address, ()), key=lambda code: (ledger[code] != address, code), default="")
        own[address] = known or _free(first, taken)
        firsts[address] = ledger[known] if known else first
        taken.add(own[address])
    return Codes(own, firsts, frozenset(closed))


def _free(address: str, taken: Collection[str]) -> str:
    return next(code for code in candidates(address) if code not in taken)


def seniority(texts: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return texts (day, first address, address of today) as `assign` wants them: the eldest first.

    Who is added later comes later, so that it takes no code of another, also where the list of addresses is missing.
    """
    return {address: first for _, first, address in sorted(texts)}


def urn(site: str, address: str) -> str:
    """Return the name that a feed or an entry keeps, also when the site or the text gets another address.

    `site` is the name of the site, `address` the first address of a text, or that of a list.
    """
    return uuid.uuid5(NAMES, f"{site}\n{address}").urn
