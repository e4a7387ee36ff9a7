"""What is nearest to a value without stories."""

from __future__ import annotations

from collections import Counter

from kennisbank.finding.nearest import MOST, close, nearest
from tests.support import content, knowledge, verhaal


def test_of_a_region_the_others_of_its_province_are_near() -> None:
    near, far = verhaal("dichtbij", regio="noord-drenthe"), verhaal("ver", regio="oost-groningen")
    kb = knowledge(near, far)
    assert [found.verhaal for found in nearest(kb, ("regio", "zuidoost-drenthe"))] == [near]
    assert {slug for _, slug in close(kb, ("regio", "westerkwartier"))} == {
        "groningen-stad", "noord-groningen", "oost-groningen",
    }  # fmt: skip


def test_what_a_list_calls_near_comes_before_its_group() -> None:
    kb = knowledge(verhaal("een"))
    assert close(kb, ("schooltype", "sbo")) == (("schooltype", "so"),)
    assert ("team", "meebeslissen") not in close(kb, ("team", "meebeslissen"))
    group = {kb.term(*value).extra["groep"] for value in close(kb, ("team", "kick-off"))}
    assert group == {kb.term("team", "kick-off").extra["groep"]}


def test_that_it_is_of_the_same_list_says_nothing() -> None:
    kb = knowledge(verhaal("een", themas=("taal",)))
    assert close(kb, ("thema", "creativiteit")) == ()
    assert nearest(kb, ("thema", "creativiteit")) == []


def test_who_has_most_of_it_comes_first() -> None:
    one = verhaal("een", team=("informeren",))
    both = verhaal("twee", team=("informeren", "meedoen-in-leergemeenschap"))
    kb = knowledge(one, both, verhaal("drie"))
    values = close(kb, ("team", "kick-off"))
    found = nearest(kb, ("team", "kick-off"))
    assert {slug for _, slug in values} >= {"informeren"}
    assert len(found) <= MOST
    assert [len(near.values) for near in found] == sorted((len(near.values) for near in found), reverse=True)
    assert all(set(near.values) <= set(values) for near in found)


def test_the_same_stories_do_not_stand_in_everywhere() -> None:
    kb = content()
    sets: Counter[tuple[str, ...]] = Counter()
    for facet in kb.facets:
        for term in kb.vocabularies[facet.name].terms:
            if not kb.values.get((facet.name, term.slug)):
                sets[tuple(sorted(near.verhaal.origin.slug for near in nearest(kb, (facet.name, term.slug))))] += 1
    shown = {found: number for found, number in sets.items() if found}
    assert max(shown.values()) <= sum(sets.values()) / 3, shown
