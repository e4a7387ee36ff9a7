"""Related stories: as a comparison of all with all would find them, and with a reason that is true."""

from __future__ import annotations

import math
import random
from collections import Counter
from datetime import date, timedelta

import pytest

from kennisbank.finding.related import FEW, FEW_MOST, FEW_PAGES, MOST, WEIGHTS, Index, values_of
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from tests.support import content, knowledge, verhaal, vocabularies


def corpus(seed: int, size: int) -> KnowledgeBase:
    """Return stories with values drawn at random."""
    draw = random.Random(seed)

    def some(name: str, most: int, least: int = 1) -> tuple[str, ...]:
        return tuple(draw.sample(sorted(vocabularies()[name].by_slug), draw.randint(least, most)))

    return knowledge(
        *(
            verhaal(
                f"verhaal-{number}",
                ruimtes=some("ruimte", 4),
                regio=some("regio", 1)[0],
                schooltype=some("schooltype", 2),
                partnertype=some("partnertype", 2),
                disciplines=some("discipline", 2, 0),
                themas=some("thema", 2, 0),
                rollen=some("rol", 2, 0),
                omgeving=draw.choice([None, "dorp", "stad"]),
                datum=date(2024, 1, 1) + timedelta(days=draw.randint(0, 20)),
                verwant=tuple(
                    {f"verhaal-{draw.randrange(size)}" for _ in range(draw.randint(0, 2))} - {f"verhaal-{number}"}
                ),
            )
            for number in range(size)
        )
    )


def scores(kb: KnowledgeBase, own: Verhaal) -> dict[str, float]:
    """Compare one story with all others."""
    counts = Counter(value for v in kb.verhalen for value in values_of(v))
    weight = {value: WEIGHTS[value[0]] * math.log(1 + len(kb.verhalen) / count) for value, count in counts.items()}
    return {
        other.origin.slug: sum(weight[value] for value in values_of(own) if value in values_of(other))
        for other in kb.verhalen
        if other is not own
    }


def varied(kb: KnowledgeBase, index: Index, own: Verhaal, ranked: list[str]) -> list[str]:
    """Put the third and later stories with the same reason after all others that fit."""
    seen: Counter[tuple[tuple[str, str], ...]] = Counter()
    first, later = [], []
    for slug in ranked:
        shared = set(values_of(own)) & set(values_of(kb.verhaal[slug]))
        reason = tuple(sorted(shared, key=lambda value: (-index.weight[value], value))[:3])
        seen[reason] += 1
        (first if seen[reason] <= 2 else later).append(slug)
    wanted = max(0, 5 - len(own.verwant))
    return first[:wanted] + [slug for slug in ranked if slug not in first[:wanted]] if len(first) < wanted else first


@pytest.mark.parametrize("seed", range(12))
def test_as_a_comparison_of_all_with_all(seed: int) -> None:
    kb = corpus(seed, 4 + seed)
    index = Index(kb)
    for own in kb.verhalen:
        score = scores(kb, own)
        order = sorted(kb.verhalen, key=lambda v: (-v.datum.toordinal(), v.origin.slug))
        rest = [v.origin.slug for v in order if v is not own and v.origin.slug not in own.verwant]
        rest = sorted((slug for slug in rest if score[slug] > 0), key=lambda slug: -round(score[slug], 9))
        expected = [*own.verwant, *varied(kb, index, own, rest)][:5]
        assert [found.verhaal.origin.slug for found in index.related(own)] == expected


def test_the_reason_names_only_what_is_shared_the_most_telling_first() -> None:
    kb = corpus(99, 60)
    index = Index(kb)
    for own in kb.verhalen:
        found = index.related(own)
        assert len(found) == len({f.verhaal.origin.slug for f in found}) <= 5
        for other in found:
            assert other.verhaal is not own
            assert set(other.shared) == set(values_of(own)) & set(values_of(other.verhaal))
            assert other.chosen == (other.verhaal.origin.slug in own.verwant)
            assert other.shared or other.chosen
            weights = [index.weight[value] for value in other.shared]
            assert weights == sorted(weights, reverse=True)


def test_in_a_large_corpus_the_bound_costs_little() -> None:
    kb = corpus(7, 400)
    index = Index(kb)
    best = found = 0.0
    for own in kb.verhalen[::20]:
        score = scores(kb, own)
        best += sum(sorted(score.values())[-5:])
        found += sum(score[f.verhaal.origin.slug] for f in index.related(own) if not f.chosen)
        found += sum(sorted(score.values())[-len(own.verwant) :]) if own.verwant else 0
    assert found > 0.9 * best


def test_nothing_in_common_is_not_related() -> None:
    one = verhaal("een")
    two = verhaal("twee", ruimtes=("kind",), regio="noord-drenthe", schooltype=("vo",), partnertype=("gemeente",))
    three = verhaal(
        "drie",
        ruimtes=("twijfel",),
        regio="midden-drenthe",
        schooltype=("mbo",),
        partnertype=("cultuurcoach",),
        verwant=("een", "weg"),
    )
    index = Index(knowledge(one, two, three))
    assert index.related(one) == []
    assert [(f.verhaal, f.shared, f.chosen) for f in index.related(three)] == [(one, (), True)]


def test_one_story_alone() -> None:
    one = verhaal("een")
    assert Index(knowledge(one)).related(one) == []


def test_not_five_of_the_same() -> None:
    twins = [verhaal(f"tweeling-{number}") for number in range(6)]
    other = verhaal("ander", schooltype=("vo",), partnertype=("gemeente",))
    kb = knowledge(verhaal("eigen"), *twins, other)
    found = [f.verhaal.origin.slug for f in Index(kb).related(kb.verhaal["eigen"])]
    assert found == ["tweeling-0", "tweeling-1", "ander", "tweeling-2", "tweeling-3"]


@pytest.mark.parametrize("seed", range(12))
def test_one_that_is_deliberately_different(seed: int) -> None:
    """Compared with every story: it is found whenever there is one, and nothing beside its ruimtes is shared less."""
    kb = corpus(seed, 6 + seed)
    index = Index(kb)
    for own in kb.verhalen:
        without = [f.verhaal for f in index.related(own)]
        fitting = [
            v for v in kb.verhalen
            if v is not own and v not in without and set(v.ruimtes) & set(own.ruimtes)
            and not set(v.schooltype) & set(own.schooltype) and not set(v.partnertype) & set(own.partnertype)
            and v.regio != own.regio
        ]  # fmt: skip
        found = index.different(own, without)
        assert (found is None) == (not fitting)
        if found:
            beside = {
                v.origin.slug: sum(index.weight[x] for x in set(values_of(v)) & set(values_of(own)) if x[0] != "ruimte")
                for v in fitting
            }
            assert found.verhaal in fitting
            assert beside[found.verhaal.origin.slug] == pytest.approx(min(beside.values()))
            assert {slug for _, slug in found.shared} == set(own.ruimtes) & set(found.verhaal.ruimtes)
            assert found.other == tuple(("schooltype", slug) for slug in found.verhaal.schooltype)


@pytest.mark.parametrize("seed", range(12))
def test_of_few_stories_none_is_on_every_page(seed: int) -> None:
    kb = corpus(seed, 2 + 2 * seed)
    index = Index(kb)
    pages: Counter[str] = Counter()
    for own in kb.verhalen:
        offer = index.offer(own)
        shown = [found.verhaal for found in offer.alike] + ([offer.other.verhaal] if offer.other else [])
        assert own not in shown
        assert len(set(map(id, shown))) == len(shown)
        assert len(offer.alike) <= FEW_MOST
        pages.update(verhaal.origin.slug for verhaal in shown)
        for found in offer.alike:
            assert found.shared or found.chosen
            telling = [value for value in found.shared if 2 * len(index.lists[value,]) <= len(kb.verhalen)]
            assert list(found.shared) == telling or found.chosen
    assert max(pages.values(), default=0) <= FEW_PAGES


def test_of_many_stories_five_are_offered() -> None:
    kb = corpus(3, FEW)
    index = Index(kb)
    offers = [index.offer(own) for own in kb.verhalen]
    assert [list(offer.alike) for offer in offers] == [index.related(own) for own in kb.verhalen]
    assert max(len(offer.alike) for offer in offers) == MOST


def test_of_the_stories_of_this_site_each_is_on_a_few_pages() -> None:
    kb = content()
    index = Index(kb)
    offers = {own.origin.slug: index.offer(own) for own in kb.verhalen}
    pages = Counter(found.verhaal.origin.slug for offer in offers.values() for found in offer.alike)
    pages.update(offer.other.verhaal.origin.slug for offer in offers.values() if offer.other)
    if len(kb.verhalen) < FEW:
        assert max(pages.values()) <= FEW_PAGES
