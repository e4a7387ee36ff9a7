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
import operator
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kennisbank.finding.compared import plain, words
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
Groups = Mapping[tuple[str, str], Sequence[str]]
"""Groups of words, by the first two of them."""
Parts = Mapping[str, tuple[str, ...]]
"""The words that compounds are made of; what is none is not in it."""
Postings = Mapping[str, Mapping[int, Sequence[int]]]
"""By word, and by where pages have it, the numbers of those pages in their order."""
FIELDS = TITLE | NAMES | SUMMARY | TEXT
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Index:
    """`blocks` are the texts of the files; `first` is how the first word of each begins, as no word before it does."""

    first: tuple[str, ...]
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page and where it has them, in little memory: those of thousands of pages are held at once.

    `words` and `where` are in one order, and so are `parts`, which it has only inside compounds, and `inside`. `unsaid`
    are those of the words that a reader sees nowhere, or only as the place of a story: other pages are not understood
    by them.
    """

    words: tuple[str, ...]
    where: bytes
    unsaid: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    inside: bytes = b""

    def marks(self) -> dict[str, int]:
        """Return where the page has each of its words, and what its compounds are made of."""
        return {**dict(zip(self.words, self.where, strict=True)), **dict(zip(self.parts, self.inside, strict=True))}

    def said(self) -> Set[str]:
        """Return the words by which other pages are understood: what a compound there can be made of."""
        return frozenset(self.words).difference(self.unsaid)


def value(name: str, slug: str) -> str:
    """Return how a value is written in the index: as no word is."""
    return f"={name}/{slug}"


def groups(forms: Iterable[str]) -> Groups:
    """Return those of the words that are groups of words, short enough to be looked for, by their first two words."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form in dict.fromkeys(forms):
        read = form.split()
        if 1 < len(read) <= LONGEST:
            found[read[0], read[1]].append(form)
    return found


class Reader:
    """Finds where pages have their words; `known` are groups of words that mean something.

    It remembers names: many pages have the same.
    """

    def __init__(self, known: Groups) -> None:
        self._known = known
        self._named: dict[str, tuple[str, ...]] = {}

    def page(self, entry: Entry) -> Page:
        """Return where a page has each of its words, without what its compounds are made of."""
        text = words(entry.text)
        number = Counter(text)
        found = dict.fromkeys(number, TEXT)
        for word, times in number.items():
            if times > 1:
                found[word] = TEXT | TWICE | (OFTEN if times >= MANY else 0)
        said: list[tuple[int, Iterable[str]]]
        said = [(TEXT, self._groups(text)), (SUMMARY, self._read(entry.summary)), (TITLE, self._read(entry.title))]
        said += [(NAMES, self._name(name)) for name in entry.names]
        for field, read in said:
            for word in read:
                found[word] = found.get(word, 0) | field
        unsaid = []
        place = [entry.label] if entry.kind == STORY else []
        fields = [*((NAMES, name) for name in entry.hidden), *((TITLE, name) for name in place)]
        for field, name in fields:
            for word in self._name(name):
                if word not in found:
                    unsaid.append(word)
                found[word] = found.get(word, 0) | field
        # The names of what can be chosen are those of its values: it is not called so itself.
        for called in [entry.title, *([] if entry.values else entry.names), *entry.hidden]:
            if whole := plain(called):
                found[whole] = found.get(whole, 0) | WHOLE | (NAMES if called != entry.title else TITLE)
        if entry.names:  # a werkvorm is chosen by where it was used: that is not what it is about
            for name, slugs in entry.values.items():
                for slug in slugs:
                    found[value(name, slug)] = NAMES
        return Page(tuple(map(sys.intern, found)), bytes(found.values()), tuple(unsaid))

    def _name(self, name: str) -> tuple[str, ...]:
        read = self._named.get(name)
        if read is None:
            read = self._named[name] = tuple(self._read(name))
        return read

    def _read(self, text: str) -> list[str]:
        """Return the words of a text, and the groups of words in it."""
        read = words(text)
        return read + self._groups(read) if len(read) > 1 else read

    def _groups(self, read: Sequence[str]) -> list[str]:
        """Return the groups of words that are known and stand in a text, of which these are the words."""
        found: list[str] = []
        if begun := self._known.keys() & pairwise(read):
            text = f" {' '.join(read)} "
            for pair in begun:
                found += [group for group in self._known[pair] if f" {group} " in text]
        return found


def with_parts(page: Page, parts: Parts) -> Page:
    """Return a page that has what its compounds are made of too; a word that it has by itself is no such part."""
    compounds = parts.keys() & page.words
    if not compounds:
        return page
    found = dict(zip(page.words, page.where, strict=True))
    inside: dict[str, int] = {}
    for compound in compounds:
        for part in parts[compound]:
            if part not in found:
                inside[part] = inside.get(part, PART) | (found[compound] & FIELDS)
    there = sorted(inside)
    return Page(
        page.words, page.where, page.unsaid, tuple(map(sys.intern, there)), bytes(map(inside.__getitem__, there))
    )


def marks(entry: Entry, known: Groups, parts: Parts) -> Marks:
    """Return where a page has each of its words; `known` are groups of words, and `parts` those of compounds."""
    return with_parts(Reader(known).page(entry), parts).marks()


def postings(pages: Iterable[Page]) -> Postings:
    """Return which pages have each word, by where they have it."""
    found: dict[str, dict[int, array[int]]] = defaultdict(lambda: defaultdict(lambda: array("I")))
    for number, page in enumerate(pages):
        for own, places in ((page.words, page.where), (page.parts, page.inside)):
            for word, where in zip(own, places, strict=True):
                found[word][where].append(number)
    return found


def inverted(found: Postings) -> Index:
    """Return the index of what pages have. The same pages in the same order give the same blocks.

    A block is an object in JSON: by word, pairs of where pages have it and which those are. Each page is the distance
    to the one before it.
    """
    first: list[str] = []
    blocks: list[str] = []
    rows: list[str] = []
    size = 0
    before = ""
    digits = Digits()
    for word in sorted(found):
        row = f"{COMPACT.encode(word)}:{_posting(found[word], digits)}"
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


class Digits(dict[int, str]):
    """Numbers as they are written, each made once: an index has hundreds of thousands, and most are small."""

    def __missing__(self, number: int) -> str:
        self[number] = written = str(number)
        return written


def _posting(found: Mapping[int, Sequence[int]], digits: Digits) -> str:
    """Return in JSON which pages have a word, by where."""
    rows = (
        f"{where},[{','.join(map(digits.__getitem__, map(operator.sub, numbers, [0, *numbers])))}]"
        for where, numbers in sorted(found.items())
    )
    return f"[{','.join(rows)}]"
