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
from functools import cached_property
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
MOST = 5
"""Stories that are offered with one story."""
FEW, FEW_MOST, FEW_PAGES = 25, 2, 3
"""With fewer stories than the first, each is offered so many others, and none stands on more pages than the last.

Else a handful of stories with something of everything would be on every page, and a reader who follows them would walk
in a circle.
"""
WORLD = ("schooltype", "partnertype", "regio")
"""What two stories of different worlds have no value of in common."""


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


@dataclass(frozen=True)
class Offer:
    """What is offered with one story: those like it, and one that is deliberately other, if there is one."""

    alike: tuple[Related, ...]
    other: Different | None


def values_of(verhaal: Verhaal) -> tuple[Value, ...]:
    """Return every value by which a story can be like another."""
    return tuple((name, slug) for name in WEIGHTS for slug in values(verhaal, name))


class Index:
    """Finds the stories that are most like one story; built once, in time linear in the number of stories.

    A set of values is a number with a bit for each: what two stories share is one step then, and many pairs share the
    same, of which the weight is summed once.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.values = [values_of(verhaal) for verhaal in knowledge.verhalen]
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
        telling = sorted(self.weight, key=lambda value: (-self.weight[value], value))
        bits = {value: 1 << place for place, value in enumerate(telling)}
        self._sets = [sum({bits[value] for value in own}) for own in self.values]
        self._world = sum(bit for (name, _), bit in bits.items() if name in WORLD)
        self._ruimtes = sum(bit for (name, _), bit in bits.items() if name == "ruimte")
        rows = {value: (bit, self.weight[value], value) for value, bit in bits.items()}
        self._by_weight = [sorted(rows[value] for value in own) for own in self.values]
        """The values of each story, what weighs most first, each with its bit and its weight."""
        self._scores: dict[int, float] = {}

    def offer(self, verhaal: Verhaal) -> Offer:
        """Return what is offered with a story: of many stories the most alike, of few what sets each apart."""
        if len(self.knowledge.verhalen) < FEW:
            return self._offers[self.number[verhaal.origin.slug]]
        alike = self.related(verhaal)
        return Offer(tuple(alike), self.different(verhaal, [found.verhaal for found in alike]))

    @cached_property
    def _offers(self) -> list[Offer]:
        """What is offered with each of few stories, chosen for all of them at once.

        First what is picked by hand, in turn; then of all pairs the most alike, as long as a page has room and the
        story is not on `FEW_PAGES` pages yet. A pair that shares only what most stories have is no pair. Ties by date,
        then by address.
        """
        verhalen = self.knowledge.verhalen
        alike: list[list[int]] = [[] for _ in verhalen]
        shown = [0] * len(verhalen)

        def add(own: int, other: int) -> None:
            if other not in (own, *alike[own]) and len(alike[own]) < FEW_MOST and shown[other] < FEW_PAGES:
                alike[own].append(other)
                shown[other] += 1

        picked = [[self.number[slug] for slug in verhaal.verwant if slug in self.number] for verhaal in verhalen]
        for turn in range(FEW_MOST):
            for own, chosen in enumerate(picked):
                for other in chosen[turn : turn + 1]:
                    add(own, other)
        pairs = ((own, other) for own in range(len(verhalen)) for other in self._candidates(own))
        for own, other in sorted(pairs, key=lambda pair: (-self._score(*pair), pair)):
            if self._telling(own, other):
                add(own, other)
        found = []
        for own, verhaal in enumerate(verhalen):
            full = {verhalen[other].origin.slug for other, pages in enumerate(shown) if pages >= FEW_PAGES}
            without = [verhalen[other] for other in alike[own]]
            different = self.different(verhaal, [*without, *(self.knowledge.verhaal[slug] for slug in full)])
            if different:
                shown[self.number[different.verhaal.origin.slug]] += 1
            related = (
                Related(verhalen[one], self._telling(own, one) or self._shared(own, one), one in picked[own])
                for one in alike[own]
            )
            found.append(Offer(tuple(related), different))
        return found

    def _telling(self, own: int, other: int) -> tuple[Value, ...]:
        """Return what two stories share that at most half of all stories have, the most telling first."""
        half = len(self.knowledge.verhalen) / 2
        return tuple(value for value in self._shared(own, other) if len(self.lists[value,]) <= half)

    def related(self, verhaal: Verhaal, most: int = MOST) -> list[Related]:
        """Return up to `most` stories: picked by hand first, then most alike; ties by date, then by address."""
        own = self.number[verhaal.origin.slug]
        picked = [self.number[slug] for slug in verhaal.verwant if slug in self.number]
        mine, theirs = self._sets[own], self._sets
        scored = sorted([(-self._weight(own, mine & theirs[other]), other) for other in self._candidates(own)])
        ranked = [other for score, other in scored if score < 0 and other not in picked]
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
        """Return a story about a ruimte of this one in another world: another kind of school, of partner, and region.

        Of the stories nearest in time with the same ruimte that are not among `without`: the one that shares the most
        telling ruimtes and little else; ties by date, then by address.
        """
        own = self.number[verhaal.origin.slug]
        known = {own, *(self.number[other.origin.slug] for other in without)}
        near = {
            other: None
            for slug in verhaal.ruimtes
            for other in _near(self.lists[("ruimte", slug),], own)
            if other not in known and not self._sets[own] & self._sets[other] & self._world
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
        """Return the weight of what two stories share."""
        return self._weight(own, self._sets[own] & self._sets[other])

    def _rest(self, own: int, other: int) -> float:
        """Return the weight of what two stories share beside their ruimtes."""
        return self._weight(own, self._sets[own] & self._sets[other] & ~self._ruimtes)

    def _weight(self, own: int, shared: int) -> float:
        """Return what a set of values weighs that a story has; it is summed once, as many pairs share the same."""
        score = self._scores.get(shared)
        if score is None:
            # Summed in a fixed order: a sum over a set would differ in the last digit from run to run.
            score = round(sum(weight for bit, weight, _ in self._by_weight[own] if bit & shared), 9)
            self._scores[shared] = score
        return score

    def _shared(self, own: int, other: int) -> tuple[Value, ...]:
        theirs = self._sets[other]
        return tuple(value for bit, _, value in self._by_weight[own] if bit & theirs)


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
