"""The words that a Dutch compound is made of: who searches for "gesprek" finds "kringgesprekken" too.

A compound is a first part and a last that are words, or compounds themselves. What Dutch alone does not tell stands in
`compounds.yml`: pieces that are a word by chance, and words that mean something else than their parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("compounds.yml")
SHORTEST = 3
"""Letters of the shortest part that the data names."""
LONG = 5
"""Letters of a part that needs no naming: shorter words stand in too many others by chance."""
DERIVED = tuple("ings heids schaps teits doms".split())
"""How a word ends that an "s" links to the next; others are named in the data."""
PERSONS = tuple("ers aars jes".split())
"""How a word ends that may have an "s" before the next one, which may begin with that itself ("meter-standen")."""
INFLECTED = tuple("s en n e je jes tje tjes t de den te ten".split())
"""What may stand behind a word that the data names."""
VOWELS = frozenset("aeiou")
HARD = {"v": "f", "z": "s"}
"""How a consonant is written where no "e" follows: "brieven", "brief"."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the data says: parts that are too short to be found by chance, pieces that are no part, and exceptions.

    `weak` parts do stand in a compound, but say too little of it. `told` has the parts of words that do not follow the
    rules; `heads` are the first letters of those.
    """

    short_first: frozenset[str]
    short_last: frozenset[str]
    with_s: frozenset[str]
    never_first: frozenset[str]
    never_last: frozenset[str]
    weak_first: frozenset[str]
    weak_last: frozenset[str]
    linked: Mapping[str, str]
    told: Mapping[str, tuple[str, ...]]
    heads: frozenset[str]


@cache
def rules() -> Rules:
    """Return what the data says."""
    data: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def words(text: str) -> frozenset[str]:
        return frozenset(text.split())

    told: dict[str, tuple[str, ...]] = dict.fromkeys(data["geheel"].split(), ())
    told |= {word: tuple(made_of.split()) for word, made_of in data["anders"].items()}
    return Rules(
        short_first=words(data["kort"]["begin"]),
        short_last=words(data["kort"]["einde"]),
        with_s=words(data["tussen_s"]),
        never_first=words(data["geen_begin"]),
        never_last=words(data["geen_einde"]),
        weak_first=words(data["zwak_begin"]),
        weak_last=words(data["zwak_einde"]),
        linked=data["schakels"],
        told=told,
        heads=frozenset(word[:LONG] for word in told),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """All words that there are, and those of them, with the short ones that the data names, that a compound has.

    `begins` can be its first part, `ends` its last.
    """

    words: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]


def known(words: frozenset[str]) -> Known:
    """Return which words can be parts: made once of all words, so that a compound takes a look-up for each cut."""
    rule = rules()
    long = {word for word in words if len(word) >= LONG}
    return Known(words, rule.short_first | (long - rule.never_first), rule.short_last | (long - rule.never_last))


def parts(word: str, known: Known) -> tuple[str, ...]:
    """Return the words that a compound is made of, from its first letters on; of a word that is none: none.

    `word` is written as it is compared (small letters, no accents), and so are all `known` words that there are. A
    part that is a compound itself comes before its own parts. A part stands as in the compound, but a first part
    without the letters that link it to the next: "groepsleerkracht" is "groep" and "leerkracht". A part that is
    no answer to who searches for it is left out.
    """
    found = dict.fromkeys(_parts(word, known, rules()))
    found.pop(word, None)
    return tuple(found)


def _parts(word: str, known: Known, rule: Rules) -> Iterator[str]:
    exception = _told(word, rule)
    if exception is not None:
        yield from exception
    elif halves := _split(word, known, rule):
        for part, weak in zip(halves, (rule.weak_first, rule.weak_last), strict=True):
            if part not in weak:
                yield part
                yield from _parts(part, known, rule)


def _told(word: str, rule: Rules) -> tuple[str, ...] | None:
    """Return what the data says that a word or a form of it is made of; None if it says nothing."""
    if word[:LONG] not in rule.heads:
        return None
    return next((rule.told[form] for form in forms(word) if form in rule.told), None)


def forms(word: str) -> Iterator[str]:
    """Yield a word, and what it can be a form of: "leerkrachten" of "leerkracht", "handvatten" of "handvat"."""
    yield word
    for ending in INFLECTED:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem
            if ending in ("en", "e"):
                yield from _closed(stem)


def _closed(stem: str) -> Iterator[str]:
    """Yield how a stem is written without "en" behind it: "lessen" is of "les", "scholen" of "school"."""
    if len(stem) < 3 or stem[-1] in VOWELS:
        return
    hard = HARD.get(stem[-1], stem[-1])
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem[-2] in VOWELS and stem[-3] not in VOWELS:
        yield f"{stem[:-1]}{stem[-2]}{hard}"
    yield f"{stem[:-1]}{hard}"


def _split(word: str, known: Known, rule: Rules) -> tuple[str, str] | None:
    """Return the first part, without what links it, and the last; None of a word that is no compound.

    A last part of which the data tells goes first ("auto" and "diefstal", not "autodief" and "stal"); then the longest
    first part: "basisschool" and "leerling", not "basis" and what is no word.
    """
    ends = known.ends
    cuts = [cut for cut in range(SHORTEST, len(word) - SHORTEST + 1) if word[cut:] in ends]
    for cut in cuts:
        first, last = word[:cut], word[cut:]
        if len(last) >= LONG and _told(last, rule) is not None and (base := _base(first, known, rule)):
            return base, last
    for cut in reversed(cuts):
        first, last = word[:cut], word[cut:]
        if base := _base(first, known, rule):
            if first.endswith("s") and not _takes_s(first, known, rule):
                earlier = first[:-1], f"s{last}"  # "gevel" and "stenen", not "gevels" and "tenen"
                if earlier[0] in known.begins and earlier[1] in ends:
                    return earlier
            return base, last
    return None


def _takes_s(text: str, known: Known, rule: Rules) -> bool:
    stem = text[:-1]
    return stem in rule.with_s or (text.endswith(DERIVED) and stem in known.words and stem not in rule.never_first)


def _base(text: str, known: Known, rule: Rules) -> str | None:
    """Return the word of a first part: "groeps" is "groep", "leerlingen" "leerling"; None of what is no first part."""
    if text in rule.linked:
        return rule.linked[text]
    if text in rule.never_first:
        return None
    if text.endswith("s"):
        person = text.endswith(PERSONS) and text[:-1] in known.begins
        if person or _takes_s(text, known, rule):
            return text[:-1]
    # Of "teken" there are "tekens" and "tekent", so that its "en" is its own.
    if text.endswith("en") and f"{text}s" not in known.words and f"{text}t" not in known.words:
        for stem in (*_closed(text[:-2]), text[:-2], text[:-1]):
            if stem in known.begins:
                return stem
    return text if text in known.begins else None
