"""What the tests of scripts are given: what Python knows of the site, and cases that Python judges in another way."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from typing import Any

import yaml

from kennisbank import PROJECT
from kennisbank.finding.synonyms import Synonyms
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.site import Site
from kennisbank.parts.scripts import data
from kennisbank.reading import files
from kennisbank.reading.loader import load
from tests.support import RUIMTES

FUNCTIES = ("orientatie", "verdieping", "evaluatie")
SEEDS = 300
TITLES = (
    "De vitrinekastjes van Ezinge", "Pompeï – ‘één’ café!", "ﬁlm & kunst", "🎨", "ÆØß Ł", "a--b__c", "½ Ｋunst", "",
    "-x-",
)  # fmt: skip


def made() -> dict[str, Any]:
    """Return all of it, as JSON can hold it. The content of this repository must be without problems."""
    knowledge = load(PROJECT).knowledge
    assert knowledge is not None, "The content has problems: make check"
    return {
        "ruimtes": RUIMTES,
        "kaarten": yaml.safe_load((PROJECT / "tests" / "kaarten.yml").read_text(encoding="utf-8")),
        "geschud": list(_shuffles()),
        "plan": data(sessie.data(knowledge, Site(knowledge).views)),
        "formulieren": {name: data(schrijven.data(knowledge, name)) for name in ("verhaal", "werkvorm")},
        "synoniemen": data(Synonyms(knowledge).table("")),
        "adressen": [[title, files.slugify(title)] for title in TITLES],
    }


# The shuffle, as kaarten/schudden.js describes it --------------------------------------------------------------------


def _fnv(text: str) -> int:
    value = 0x811C9DC5
    for byte in text.encode("ascii"):
        value = (value ^ byte) * 0x01000193 % 2**32
    return value


def _mulberry(start: int) -> Iterator[int]:
    step = start
    while True:
        step = (step + 0x6D2B79F5) % 2**32
        value = (step ^ (step >> 15)) * (step | 1) % 2**32
        value ^= (value + (value ^ (value >> 7)) * (value | 61)) % 2**32
        yield value ^ (value >> 14)


def shuffled(seed: str) -> list[str]:
    """Return the ruimtes in the order of a seed."""
    numbers = _mulberry(_fnv(seed))
    found = sorted(RUIMTES)
    for last in range(len(found) - 1, 0, -1):
        other = next(numbers) % (last + 1)
        found[last], found[other] = found[other], found[last]
    return found


def question(seed: str, function: str, slug: str) -> int:
    """Return the number of the question, of three, that a card shows when it is drawn."""
    return 1 + next(_mulberry(_fnv(f"{seed}.{function}.{slug}"))) % 3


def _shuffles() -> Iterator[dict[str, Any]]:
    chance = random.Random(5)
    for number in range(SEEDS):
        seed = "".join(chance.choices(string.ascii_lowercase + string.digits, k=1 + number % 16))
        function = FUNCTIES[number % 3]
        drawn = [f"{slug}.{question(seed, function, slug)}" for slug in shuffled(seed)]
        yield {"zaad": seed, "functie": function, "kaart": drawn}
