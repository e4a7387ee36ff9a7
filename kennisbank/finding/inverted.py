"""The index of the finder: for every word the pages that have it, and where in them; in blocks of bounded size.

A word is written as it is compared (`plain`) and stands in the index as the pages have it: other forms of a word are
looked up by the reader, so that every hit is one of a real word. Also in it are groups of words that the lists know
("speciaal onderwijs"), the parts of compounds, and the values of a page (`value`).

The words are sorted and cut into blocks, as the leaves of a B-tree are; a directory says how the first word of each
begins. So the forms and completions of a word lie beside it, and a search fetches a few blocks, however many pages
there are.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kennisbank.finding.compared import plain
from kennisbank.finding.search import STORY, Entry

TITLE, NAMES, SUMMARY, TEXT, TWICE, OFTEN, PART, WHOLE = (1 << bit for bit in range(8))
"""Where a page has a word. `TWICE` and `OFTEN` are several times in its text; `PART` only inside compounds there; and
`WHOLE` that the word, or group of words, is all of its title or of another name of it."""
MANY = 4
"""How many times in a text is often."""
LONGEST = 6
"""Words in the longest group that is looked for in texts."""
BLOCK = 3_000
"""Characters of a block at most, unless it is of one word: about a third goes over the wire. A search takes a few words
of each block: larger ones make it fetch more. Smaller ones make the directory long, which everybody fetches."""

Marks = Mapping[str, int]
"""The words of a page, each with where it has them."""
Groups = Mapping[str, Collection[str]]
Parts = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Index:
    """`blocks` are the texts of the files; `first` is how the first word of each begins, as no word before it does."""

    first: tuple[str, ...]
    blocks: tuple[str, ...]


class Packed(Marks):
    """Marks in little memory, with their words in order: those of thousands of pages are held at once."""

    __slots__ = ("_where", "_words")

    def __init__(self, found: Marks) -> None:
        self._words = tuple(map(sys.intern, sorted(found)))
        self._where = bytes(found[word] for word in self._words)

    def __getitem__(self, word: str) -> int:
        place = bisect_left(self._words, word)
        if self._words[place : place + 1] != (word,):
            raise KeyError(word)
        return self._where[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def items(self) -> ItemsView[str, int]:
        return dict(zip(self._words, self._where, strict=True)).items()


def value(name: str, slug: str) -> str:
    """Return how a value is written in the index: as no word is."""
    return f"={name}/{slug}"


def groups(forms: Iterable[str]) -> Groups:
    """Return those of the words that are groups of words, short enough to be looked for, by their first word."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if 1 < form.count(" ") + 1 <= LONGEST:
            found[form.partition(" ")[0]].add(form)
    return found


def marks(entry: Entry, known: Groups, parts: Parts) -> Marks:
    """Return where a page has each of its words; `known` are groups of words, and `parts` gives those of a compound."""
    found: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    story = entry.kind == STORY
    fields = (
        (TITLE, [entry.title, *([entry.label] if story else [])]),
        (NAMES, [*entry.names, *entry.hidden]),
        (SUMMARY, [entry.summary]),
        (TEXT, [entry.text]),
    )
    for field, texts in fields:
        for text in texts:
            words = plain(text).split()
            number = Counter(words)
            for word, times in number.items():
                found[word] |= field | (_often(times) if field == TEXT else 0)
                for part in parts(word):
                    inside[part] |= field
            for group in _groups(words, known):
                found[group] |= field
    # The names of what can be chosen are those of its values: it is not called so itself.
    for called in [entry.title, *([] if entry.values else entry.names), *entry.hidden]:
        found[plain(called)] |= WHOLE | (NAMES if called != entry.title else TITLE)
    for part, field in inside.items():
        if not found[part]:
            found[part] = field | PART
    if entry.names:  # a werkvorm is chosen by where it was used: that is not what it is about
        for name, slugs in entry.values.items():
            for slug in slugs:
                found[value(name, slug)] = NAMES
    found.pop("", None)
    return Packed(+found)


def _often(times: int) -> int:
    return (TWICE if times > 1 else 0) | (OFTEN if times >= MANY else 0)


def _groups(words: Sequence[str], known: Groups) -> Iterator[str]:
    """Yield the groups of words that are known and stand in a text."""
    for start, group in enumerate(words):
        beginning = known.get(group)
        if beginning:
            for word in words[start + 1 : start + LONGEST]:
                group += f" {word}"
                if group in beginning:
                    yield group


def inverted(pages: Iterable[Marks]) -> Index:
    """Return the index of pages by their number. The same pages in the same order give the same blocks.

    A block is an object in JSON: by word, pairs of where pages have it and which those are. Each page is the distance
    to the one before it.
    """
    postings: dict[str, dict[int, array[int]]] = defaultdict(dict)
    for number, words in enumerate(pages):
        for word, where in words.items():
            postings[word].setdefault(where, array("I")).append(number)
    first: list[str] = []
    blocks: list[str] = []
    rows: list[str] = []
    size = 0
    before = ""
    for word in sorted(postings):
        row = f"{json.dumps(word, ensure_ascii=False)}:{_posting(postings[word])}"
        if rows and size + len(row) > BLOCK:
            blocks.append("{" + ",".join(rows) + "}")
            rows, size = [], 0
        if not rows:
            first.append(_beginning(before, word))
        rows.append(row)
        size += len(row) + 1
        before = word
    if rows:
        blocks.append("{" + ",".join(rows) + "}")
    return Index(tuple(first), tuple(blocks))


def _beginning(before: str, word: str) -> str:
    """Return as much of a word as tells it from the one before it in order: the directory needs no more."""
    pairs = enumerate(zip(before, word, strict=False))
    return word[: next((place for place, (old, new) in pairs if old != new), len(before)) + 1]


def _posting(found: Mapping[int, Sequence[int]]) -> str:
    flat: list[object] = []
    for where, numbers in sorted(found.items()):
        flat += [where, [now - before for before, now in zip([0, *numbers], numbers, strict=False)]]
    return json.dumps(flat, separators=(",", ":"))
