"""The words that the site explains: where the first of each stands in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from kennisbank.model.vocabulary import Term, Vocabulary

CLOSING = re.compile(r"[.,;:?!)'’”…]+")
"""Signs that belong to the word before them, however a line breaks."""


@dataclass(frozen=True)
class Words:
    """Finds the words of a list in running text, in any of their forms (label and synonyms)."""

    vocabulary: Vocabulary

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return {_plain(form): term.slug for term in self.vocabulary.terms for form in (term.label, *term.synonyms)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Longest form first. Only the first letter may be a capital or not: "so" is no "SO", and CmK is no "cmk"."""
        groups: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._slugs, key=lambda form: (-len(form), form)):
            groups[form[0]].append(re.escape(form[1:]).replace("'", "['’]"))
        # By first letter: at the start of each word only a few forms are tried; that takes a third of the time.
        spelled = (f"[{letter.upper()}{letter}](?:{'|'.join(rests)})" for letter, rests in sorted(groups.items()))
        return re.compile(rf"(?<![\w'’-])(?:{'|'.join(spelled)})(?![\w-]|['’]\w)")

    def find(self, text: str, explained: Collection[str] = ()) -> Iterator[tuple[int, int, Term]]:
        """Yield start, end and term of the first occurrence of each word that is not among `explained` (slugs)."""
        if not self._slugs or text.isspace():  # a pattern without words would find nothing, everywhere
            return
        seen: set[str] = set()
        for match in self._pattern.finditer(text):
            slug = self._slugs[_plain(match.group())]
            if slug not in seen and slug not in explained:
                seen.add(slug)
                yield match.start(), match.end(), self.vocabulary.by_slug[slug]


def _plain(form: str) -> str:
    """Return a form as it is compared: straight apostrophes, and the first letter small."""
    form = form.replace("’", "'")
    return form[0].lower() + form[1:]
