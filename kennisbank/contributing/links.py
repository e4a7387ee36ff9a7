"""The links to other sites: where they stand, and which of them lead nowhere (any more)."""

from __future__ import annotations

import html
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

from kennisbank.contributing.web import NoAnswer, Reply
from kennisbank.model import forge, kinds
from kennisbank.model.records import Source
from kennisbank.problems.problem import Place, Problem, problem, quote
from kennisbank.reading import files
from kennisbank.reading.wordlists import OWN_FOLDER

LISTS = (OWN_FOLDER, "kennisbank/vocabularies")

ADDRESS = re.compile(r"https?://[^\s<>\"`\\^{}|\[\]]+", re.IGNORECASE)
TRAILING = ".,;:!?'*_~’”"
"""What can follow an address in a text, and is not a part of it."""

TRIES = (0.0, 5.0, 20.0)
"""How many seconds to wait before each try."""
PAUSE = 1.0
"""Seconds between two questions to one site."""
AT_ONCE = 8
"""How many sites are asked at the same time."""
CLOSED = frozenset({401, 403, 405, 407, 408, 425, 429, 451, 999})
"""Answers of sites that do not let a program look: a person may see the page."""

Ask = Callable[[str, str], Reply]
"""Asks for an address with a method of HTTP; raises `NoAnswer`."""


class State(Enum):
    """What came of asking."""

    GOOD = "good"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Found:
    """What came of asking for one address; `reason` is a part of a Dutch sentence, `reached` that the site is there."""

    state: State
    reason: str = ""
    reached: bool = True


@dataclass(frozen=True)
class Report:
    """The dead links as problems, Dutch sentences about those that could not be checked, and the numbers."""

    problems: tuple[Problem, ...]
    notices: tuple[str, ...]
    addresses: int
    reached: int


Spots = Mapping[str, Sequence[tuple[str, Place]]]
"""For each address where it stands: the path of the file, and the place in it."""


def collect(root: Path, own: str) -> Spots:
    """Return every address of another site in the texts and the closed lists of a root.

    `own` is the address of this site: its links are checked when it is built. What cannot be read is left out, for the
    check of the content names it.
    """
    found: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    home = urlsplit(own).hostname
    for source in _sources(root):
        text, _ = files.read_text(source)
        for number, line in enumerate(text.split("\n"), 1):
            for match in ADDRESS.finditer(line):
                address = html.unescape(_cut(match.group()))
                host = _host(address)
                if host and host != home and not forge.RESERVED.search(host):
                    found[address].append((source.path, {"line": number, "column": match.start() + 1}))
    return found


def _sources(root: Path) -> Iterator[Source]:
    for kind in kinds.WHOLE:
        if (root / kind.folder).is_dir():
            yield from files.scan(root, kind.folder, images=kind.pictures, nested=kind.nested)[0]
    for folder in LISTS:
        for file in sorted((root / folder).glob("*.yml")):
            yield Source(f"{folder}/{file.name}", file.stem, file)


def _cut(address: str) -> str:
    """Return an address without what follows it in the sentence: `(https://x.nl/a_(b)).` -> `https://x.nl/a_(b)`."""
    while address and (address[-1] in TRAILING or (address[-1] == ")" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def check(spots: Spots, ask: Ask, sleep: Callable[[float], None] = time.sleep) -> Report:
    """Ask for every address once, and return what is dead.

    Politely: one question at a time to each site, with a pause between them. `sleep` waits a number of seconds.
    """
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in sorted(spots):
        hosts[_host(address)].append(address)

    def one_host(addresses: list[str]) -> list[tuple[str, Found]]:
        found: list[tuple[str, Found]] = []
        for address in addresses:
            last = found[-1][1] if found else None
            if last and last.state is State.DEAD and not last.reached:
                found.append((address, last))  # a site that is not there will not be there for the next page either
                continue
            if last:
                sleep(PAUSE)
            found.append((address, look(address, ask, sleep)))
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(pair for pairs in pool.map(one_host, hosts.values()) for pair in pairs)
    dead = [
        problem("link-extern", path, f"De link {quote(address, 200)} werkt niet: {found.reason}.", **place)
        for address, found in answers.items()
        if found.state is State.DEAD
        for path, place in spots[address]
    ]
    notices = [
        f"{path}:{place['line']}: {address} is niet te controleren: {found.reason}."
        for address, found in answers.items()
        if found.state is State.UNKNOWN
        for path, place in spots[address][:1]
    ]
    reached = sum(found.reached for found in answers.values())
    return Report(tuple(sorted(dead)), tuple(sorted(notices)), len(answers), reached)


def look(address: str, ask: Ask, sleep: Callable[[float], None] = time.sleep) -> Found:
    """Ask for one address until it is known what it is, as often as `TRIES` says."""
    if address.lower().startswith("http:"):
        return Found(State.UNKNOWN, "het adres begint met http://; zet er https:// voor als dat werkt", reached=False)
    found = Found(State.DEAD, reached=False)
    for wait in TRIES:
        if wait:
            sleep(wait)
        try:
            status = ask(address, "HEAD").status
            if status >= 400 and status != 429:  # many a site knows no HEAD, or refuses it
                sleep(PAUSE)
                status = ask(address, "GET").status
        except NoAnswer as why:
            if why.lasting:
                return Found(State.UNKNOWN, str(why), reached=why.reached)
            found = Found(State.DEAD, str(why), reached=False)
            continue
        if status < 400:
            return Found(State.GOOD)
        if status in CLOSED:
            return Found(State.UNKNOWN, f"de site laat ons niet kijken (antwoord {status})")
        if status < 500:
            return Found(State.DEAD, f"de pagina is er niet (antwoord {status})")
        found = Found(State.DEAD, f"de site heeft een storing (antwoord {status})")
    return found
