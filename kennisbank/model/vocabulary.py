"""Closed lists: their values, labels, definitions, synonyms, narrower words and "bedoelde je"."""

from __future__ import annotations

import bisect
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

MANY = 300
"""From how many names on "bedoelde je" looks only at the nearest in the alphabet: so many on either side."""
NEIGHBOURS = 25
NEAR = "dichtbij"
NUMBERS = ("lengte", "breedte")
"""What of a value is a number: where a place lies, in degrees (WGS 84)."""
GAP = re.compile(r"[\s_-]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Term:
    """One value.

    `synonyms` mean the same: every text with the value answers who looks for one of them. `narrower` are words for what
    only some of those texts are about: a kind of it, or a part. They can stand for values of any list at once.

    `extra` holds what only this list has: the province of a region, the coordinates of a place. `former` are the slugs
    that it had before: their addresses lead to this one.

    `dichtbij` are the slugs, with commas between them, of the values of its list that are nearest to it (`near`).
    """

    slug: str
    label: str
    definition: str = ""
    synonyms: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    former: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()

    @property
    def near(self) -> tuple[str, ...]:
        """The values of its list that come nearest: what a reader is shown while it has no stories itself."""
        return tuple(slug.strip() for slug in self.extra.get(NEAR, "").split(",") if slug.strip())


@dataclass(frozen=True)
class Reference:
    """What a list, or one of its values, names elsewhere.

    `field` is `ruimtes`, `werkvormen`, `pagina`, `zie` or one of `LISTED`.
    """

    field: str
    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Vocabulary:
    """A closed list in its own order. `references` lead from its pages to what the list is about.

    `path` is its file, relative to the root, and `lines` where in it each value stands, by slug; a list that is made of
    other things has neither.
    """

    name: str
    label: str
    plural: str
    explanation: str
    terms: tuple[Term, ...]
    references: tuple[Reference, ...] = ()
    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def refers(self, field: str) -> tuple[str, ...]:
        """Return what the list names in one of its fields."""
        return tuple(found.target for found in self.references if found.field == field)

    @cached_property
    def by_slug(self) -> dict[str, Term]:
        return {term.slug: term for term in self.terms}

    @cached_property
    def order(self) -> dict[str, int]:
        return {term.slug: number for number, term in enumerate(self.terms)}

    @cached_property
    def by_label(self) -> dict[str, Term]:
        """Every value by its label, folded."""
        return {fold(term.label): term for term in self.terms}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Every label by itself, folded."""
        return {folded: term.label for folded, term in self.by_label.items()}

    @cached_property
    def _words(self) -> dict[str, str]:
        """Every word that names a value, folded, with the slug it names: a slug first, a narrower word last."""
        words: dict[str, str] = {fold(term.slug): term.slug for term in self.terms}
        for term in self.terms:
            for word in (*term.former, *term.synonyms, term.label):
                words.setdefault(fold(word), term.slug)
        for term in self.terms:
            for word in term.narrower:
                words.setdefault(fold(word), term.slug)
        return words

    def synonym(self, word: str) -> str | None:
        """Return the slug that a label, a synonym, a narrower word or another spelling names."""
        return self._words.get(fold(word))

    def nearest(self, word: str) -> str | None:
        """Return the slug that looks most like what somebody wrote ("bedoelde je"), if any does; synonyms come last."""
        longer = [slug for slug in self.by_slug if fold(slug).startswith(f"{fold(word)} ")]
        if len(longer) == 1:
            return longer[0]
        return nearest(word, tuple(self.by_slug), cutoff=0.75) or nearest(word, self._words)


def fold(word: str) -> str:
    """Return a word as it is compared: small letters, one space for each run of spaces, `_` and `-`."""
    return GAP.sub(" ", word).strip().casefold()


def nearest(word: str, known: Mapping[str, str] | Iterable[str], cutoff: float = 0.55) -> str | None:
    """Return the known word that looks most like `word`; of a mapping, what it stands for.

    `cutoff` is how alike they must be, from 0 (anything) to 1 (the same), as `difflib` counts it.
    """
    names = known if isinstance(known, Mapping) else {fold(name): name for name in known}
    folded = fold(word)[:80]
    likely: Iterable[str] = names
    if len(names) > MANY:  # comparing is slow: a thousand typing errors among thousands of names must not take minutes
        ordered = sorted(names)
        middle = bisect.bisect(ordered, folded)
        likely = ordered[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS]
    found = difflib.get_close_matches(folded, likely, n=1, cutoff=cutoff)
    return names[found[0]] if found else None
