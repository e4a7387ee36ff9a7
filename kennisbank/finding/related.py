"""Related stories, and the reason why: from an inverted index, at a cost that grows linearly.

The weight of a shared value is the weight of its facet times how rare it is, log(1 + stories / stories with it), as in
inverse document frequency (Spaerck Jones, 1972). Candidates come from the lists of *pairs* of values, rarest first, and
of each list only the stories nearest in time: so the work for one story has a bound, however common its values are.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kennisbank.model.facets import FACETS, values
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.model.urls import Value

WEIGHTS = {
    "ruimte": 1.0,
    "schooltype": 1.2,
    "partnertype": 1.2,
    "regio": 0.6,
    "omgeving": 0.5,
    "discipline": 0.5,
    "thema": 0.7,
    "rol": 0.4,
}
"""How much it says that two stories share a value of a vocabulary; of the others it says nothing."""
MAIN = frozenset(facet.name for facet in FACETS)
ALIKE = 2
"""Stories with the same reason among those related to one story; more only when there is nothing else."""
PER_LIST = 24
"""Stories taken from one list of the index: those nearest in time on either side."""
REASON = 3
"""Shared values that a reason names; the most telling."""
CANDIDATES = 120
"""Stories that are compared with one story."""


@dataclass(frozen=True)
class Related:
    """A related story and what it shares: values, the most telling first; `chosen` when picked by hand."""

    verhaal: Verhaal
    shared: tuple[Value, ...]
    chosen: bool = False


@dataclass(frozen=True)
class Different:
    """A story that shares a ruimte, and is deliberately other: the ruimtes shared, and the school types it has."""

    verhaal: Verhaal
    shared: tuple[Value, ...]
    other: tuple[Value, ...]


def values_of(verhaal: Verhaal) -> tuple[Value, ...]:
    """Return every value by which a story can be like another."""
    return tuple((name, slug) for name in WEIGHTS for slug in values(verhaal, name))


class Index:
    """Finds the stories that are most like one story; built once, in time linear in the number of stories."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.values = [values_of(verhaal) for verhaal in knowledge.verhalen]
        self.sets = [frozenset(values) for values in self.values]
        self.number = {verhaal.origin.slug: n for n, verhaal in enumerate(knowledge.verhalen)}
        self.lists: dict[tuple[Value, ...], list[int]] = {}
        for number, own in enumerate(self.values):
            for key in _keys(own):
                self.lists.setdefault(key, []).append(number)
        total = len(knowledge.verhalen)
        self.weight = {
            key[0]: WEIGHTS[key[0][0]] * math.log(1 + total / len(numbers))
            for key, numbers in self.lists.items()
            if len(key) == 1
        }

    def related(self, verhaal: Verhaal, most: int = 5) -> list[Related]:
        """Return up to `most` stories: picked by hand first, then most alike; ties by date, then by address."""
        own = self.number[verhaal.origin.slug]
        picked = [self.number[slug] for slug in verhaal.verwant if slug in self.number]
        scored = sorted((-self._score(own, other), other) for other in self._candidates(own) if other not in picked)
        ranked = [other for score, other in scored if score < 0]
        best = [*picked, *self._varied(own, ranked, most - len(picked))][:most]
        return [Related(self.knowledge.verhalen[other], self._shared(own, other), other in picked) for other in best]

    def _varied(self, own: int, ranked: list[int], most: int) -> list[int]:
        """Return the first of a ranking, without more than `ALIKE` for the same reason while there are others."""
        reasons: Counter[tuple[Value, ...]] = Counter()
        chosen: list[int] = []
        for other in ranked:
            if len(chosen) >= most:
                break
            reason = self._shared(own, other)[:REASON]
            reasons[reason] += 1
            if reasons[reason] <= ALIKE:
                chosen.append(other)
        taken = set(chosen)
        rest = [other for other in ranked if other not in taken][: max(0, most - len(chosen))]
        return chosen + rest

    def different(self, verhaal: Verhaal, without: Sequence[Verhaal]) -> Different | None:
        """Return a story about a ruimte of this one at another kind of school.

        Of the stories nearest in time with the same ruimte that are not among `without`: the one that shares the most
        telling ruimtes and little else; ties by date, then by address.
        """
        own = self.number[verhaal.origin.slug]
        known = {own, *(self.number[other.origin.slug] for other in without)}
        near = {
            other: None
            for slug in verhaal.ruimtes
            for other in _near(self.lists[("ruimte", slug),], own)
            if other not in known and not set(verhaal.schooltype) & set(self.knowledge.verhalen[other].schooltype)
        }
        if not near:
            return None
        best = min(near, key=lambda other: (self._rest(own, other), -self._score(own, other), other))
        shared = tuple(value for value in self._shared(own, best) if value[0] == "ruimte")
        return Different(
            self.knowledge.verhalen[best],
            shared,
            tuple(("schooltype", slug) for slug in self.knowledge.verhalen[best].schooltype),
        )

    def _rest(self, own: int, other: int) -> float:
        """Return the weight of what two stories share beside their ruimtes."""
        return round(sum(self.weight[value] for value in self._shared(own, other) if value[0] != "ruimte"), 9)

    def _candidates(self, own: int) -> list[int]:
        found: dict[int, None] = {}
        keys = sorted(_keys(self.values[own]), key=lambda key: (len(self.lists[key]), -len(key), key))
        for key in keys:
            for other in _near(self.lists[key], own):
                if other != own:
                    found[other] = None
            if len(found) >= CANDIDATES:
                break
        return list(found)

    def _score(self, own: int, other: int) -> float:
        # Summed in a fixed order: a sum over a set would differ in the last digit from run to run.
        theirs = self.sets[other]
        return round(sum(self.weight[value] for value in self.values[own] if value in theirs), 9)

    def _shared(self, own: int, other: int) -> tuple[Value, ...]:
        theirs = self.sets[other]
        return tuple(sorted((v for v in self.values[own] if v in theirs), key=lambda v: (-self.weight[v], v)))


def _keys(own: tuple[Value, ...]) -> Iterator[tuple[Value, ...]]:
    for value in own:
        yield (value,)
    main = [value for value in own if value[0] in MAIN]
    yield from ((a, b) for a, b in combinations(main, 2) if a[0] != b[0])


def _near(numbers: list[int], own: int) -> list[int]:
    """Return the part of an ordered list that lies nearest to `own`."""
    middle = bisect_left(numbers, own)
    start = max(0, min(middle - PER_LIST // 2, len(numbers) - PER_LIST))
    return numbers[start : start + PER_LIST]
