"""The words that a typing error is mended to, and those that are completed while somebody types."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kennisbank.finding.inverted import NAMES, PART, TITLE, WHOLE, Postings

SHORTEST = 4
"""Letters of the shortest word that a typing error is mended to."""
MOST_OF_A_LETTER = 4000
"""Words with the same first letter that a typing error can be mended to."""
MOST = 3000
"""Words that a typing error in the first letter can be mended to."""
NAMING = TITLE | NAMES | WHOLE
"""Where a word stands that tells what a page is about."""
ALL = "alle"
"""The name of the table of those."""


def words(pages: Postings, lists: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the words of all pages by their first letter, and the most telling of all letters under `ALL`.

    `pages` says which pages have each word, and `lists` are the words of the closed lists. What stands in titles and
    names comes first, then what most pages have. A word that is only part of a compound is none.
    """
    number: Counter[str] = Counter()
    telling = {word for form in lists for word in form.split()}
    for word, places in pages.items():
        if " " not in word and not word.startswith("="):
            for where, numbers in places.items():
                if not where & PART:
                    number[word] += len(numbers)
                    if where & NAMING:
                        telling.add(word)
    number.update(telling)
    ranked = sorted(number, key=lambda word: (word not in telling, -number[word], word))
    ranked = [word for word in ranked if len(word) >= SHORTEST and not word.isdigit()]
    letters: dict[str, list[str]] = defaultdict(list)
    for word in ranked:
        if word[0].isascii() and word[0].isalpha():
            letters[word[0]].append(word)
    found = {letter: tuple(words[:MOST_OF_A_LETTER]) for letter, words in sorted(letters.items())}
    return {**found, ALL: tuple(ranked[:MOST])}


def letters(tables: Sequence[str]) -> str:
    """Return the letters that have a table, as one text."""
    return "".join(name for name in tables if name != ALL)
