"""What the index of the finder keeps from build to build: all that depends on one text, or on no text at all."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from kennisbank.finding import compounds, dutch, inverted, search, words
from kennisbank.finding.inverted import Page, Parts
from kennisbank.finding.search import Entry
from kennisbank.finding.words import Words
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.reading import kept, markup
from kennisbank.reading.memo import Memo, code

FOLDER = "vinder"
"""The kind of thing in the cache: a file for each root."""
UNAMBIGUOUS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

T = TypeVar("T")


class Kept:
    """What was kept of one knowledge base, and what is to be kept of it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._memo = Memo(kept.folder(FOLDER), kept.digest(_root(knowledge)).hex(), code("finding", "reading"))

    def keep(self) -> None:
        """Keep what was asked for, for the next time."""
        self._memo.keep()

    def of_code(self, name: str, make: Callable[[], T]) -> T:
        """Return what is the same for all texts, as `make` makes it: plain data."""
        return self._memo.get(name.encode(), make)

    def everyday(self) -> Words:
        """Return the words that come with the tool (`words.read`). Raises `words.Wrong` when they cannot be used."""
        return Words(**self.of_code("woorden", lambda: dataclasses.asdict(words.read())))

    def plain(self, body: str) -> str:
        """Return the words of a text without its marks."""
        return self._memo.get(kept.digest("tekst", body), lambda: markup.plain(body))

    def pages(self, entries: Sequence[Entry], forms: Sequence[str]) -> tuple[list[Page], list[tuple[str, ...]]]:
        """Return where each page has its words, and which of those are written with an accent.

        `forms` are what means something to the finder. What compounds are made of is not among the words.
        """
        reader = inverted.Reader(inverted.groups(forms))
        means = kept.digest("\n".join(forms))
        pages, accents = [], []

        def made() -> tuple[tuple[str, ...], bytes, tuple[str, ...], tuple[str, ...]]:
            page = reader.page(entry)
            return page.words, page.where, page.unsaid, tuple(search.accented(entry))

        for entry in entries:
            own = (entry.kind, entry.title, entry.summary, entry.text, entry.label, entry.names, entry.hidden)
            key = kept.digest("pagina", means, UNAMBIGUOUS((*own, entry.values)))
            found, where, unsaid, accented = self._memo.get(key, made)
            pages.append(Page(found, where, unsaid))
            accents.append(accented)
        return pages, accents

    def parts(self, pages: Sequence[Page]) -> Parts:
        """Return what the compounds in pages are made of."""
        every = sorted({word for page in pages for word in page.words})
        said = {word for page in pages for word in page.said()}
        key = kept.digest("delen", "\n".join(every), "\n".join(sorted(said)))
        return self._memo.get(key, lambda: _parts(every, frozenset(said)))


def _parts(every: Sequence[str], said: frozenset[str]) -> dict[str, tuple[str, ...]]:
    vocabulary = compounds.known(dutch.common() | said)
    made_of = ((word, compounds.parts(word, vocabulary)) for word in every if " " not in word)
    return {word: found for word, found in made_of if found}


def _root(knowledge: KnowledgeBase) -> str:
    """Return the root of the content, so that two sites on one computer do not take turns."""
    origin = next((record.origin for record in knowledge.records), None)
    return "" if origin is None else str(origin.file)[: -len(origin.path)]
