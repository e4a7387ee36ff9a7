"""Other words for the values of the closed lists, so that "tekenles" finds what is filed under "Beeldend".

They are not in the index: five thousand stories with thirty synonyms for each of fifteen values would double it. The
finder looks up what somebody types in one table, and adds the stories that have one of the values it stands for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term
from kennisbank.reading.markup import WORD

ACCENT = re.compile(r"[\u0300-\u036f]")


def plain(text: str) -> str:
    """Return a text as it is compared: small letters without accents, one space between words, no other signs."""
    text = text.lower()
    if not text.isascii():
        text = ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Synoniemen:
    """Every value as its facet, its slug and its label, and for each word the numbers of those that it means."""

    for_scripts: ClassVar[bool] = True
    waarden: tuple[tuple[str, str, str], ...]
    woorden: Mapping[str, tuple[int, ...]]
    letters: str


@dataclass(frozen=True)
class Synonyms:
    """The other words for the values by which stories are chosen. A word can stand for values of several lists."""

    knowledge: KnowledgeBase

    def terms(self) -> Iterator[tuple[Value, Term]]:
        """Yield every value by which stories are chosen; a province is a value of `regio`."""
        vocabularies = self.knowledge.vocabularies
        for name in (facet.name for facet in self.knowledge.facets):
            yield from (((name, term.slug), term) for term in vocabularies[name].terms)
        yield from ((("regio", term.slug), term) for term in vocabularies["provincie"].terms)

    @cached_property
    def values(self) -> dict[str, list[Value]]:
        """The values that each word or group of words stands for, in the order of the lists; the words in theirs."""
        found: dict[str, list[Value]] = defaultdict(list)
        for value, term in self.terms():
            more = term.extra.get("zoekwoorden", "").split(",")
            for form in dict.fromkeys(plain(form) for form in (term.label, *term.synonyms, *more)):
                if form:
                    found[form].append(value)
        return dict(sorted(found.items()))

    def table(self, letters: str) -> Synoniemen:
        """Return what the finder needs; `letters` are those that a word of a story begins with."""
        rows = [(name, slug, term.label) for (name, slug), term in self.terms()]
        number = {(name, slug): index for index, (name, slug, _) in enumerate(rows)}
        words = {form: tuple(number[value] for value in values) for form, values in self.values.items()}
        return Synoniemen(tuple(rows), words, letters)
