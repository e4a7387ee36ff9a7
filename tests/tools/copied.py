"""Keep what is needed to find sentences that were copied from the report, without keeping any of its text.

    copied.py REPORT [--out FILE]

REPORT is its text as UTF-8. FILE (default: tests/report.bin) gets a hash of every run of eight words in it, six bytes
each, sorted. Case, punctuation, marks of Markdown and ends of lines do not count. `tests/test_copied.py` looks for the
same runs in our texts. A run that the report does not have is taken for one of its own once in some 7,700,000,000.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
RUN = 8
"""Words in a row: shorter runs are names and phrases that anybody uses."""
SIZE = 6
"""Bytes that are kept of a hash."""
HASHES = Path(__file__).parent.parent / "report.bin"


def words(text: str) -> list[tuple[str, int]]:
    """Return each word, in lower case, with the number of its line; a word broken over two lines is two words."""
    return [
        (match.group().casefold().replace("’", "'"), number)
        for number, line in enumerate(text.splitlines(), 1)
        for match in WORD.finditer(line)
    ]


def hashed(run: Iterable[str]) -> bytes:
    """Return what is kept of a run of words."""
    return blake2b(" ".join(run).encode(), digest_size=SIZE).digest()


def runs(text: str) -> Iterator[bytes]:
    """Yield the hash of every run of words in a text, in the order of their first words."""
    plain = [word for word, _ in words(text)]
    return (hashed(plain[start : start + RUN]) for start in range(len(plain) - RUN + 1))


def pack(text: str) -> bytes:
    """Return the hashes of a report as they are kept."""
    return b"".join(sorted(set(runs(text))))


def unpack(kept: bytes) -> frozenset[bytes]:
    """Return the hashes that `pack` put together."""
    return frozenset(kept[start : start + SIZE] for start in range(0, len(kept), SIZE))


def copied(text: str, known: frozenset[bytes]) -> Iterator[tuple[int, str]]:
    """Yield each longest run of known words in a text: the line that it begins on, and its words."""
    pairs = words(text)
    end = 0  # of the run that is being read; none when it is not after its start
    start = 0
    for place, found in enumerate(runs(text)):
        if found not in known:
            continue
        if place > end - RUN + 1:  # the runs of eight before it ended: another one begins
            if end:
                yield pairs[start][1], " ".join(word for word, _ in pairs[start:end])
            start = place
        end = place + RUN
    if end:
        yield pairs[start][1], " ".join(word for word, _ in pairs[start:end])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--out", type=Path, default=HASHES)
    arguments = parser.parse_args()
    arguments.out.write_bytes(pack(arguments.report.read_text(encoding="utf-8")))
