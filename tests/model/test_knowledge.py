"""The indexes of the knowledge base."""

from __future__ import annotations

from datetime import date

from kennisbank.model.knowledge import features
from tests.support import knowledge, verhaal

EEN = verhaal("een", ruimtes=("plek", "kind"), datum=date(2026, 1, 1))
TWEE = verhaal("twee", regio="zuidwest-drenthe", plaats="Meppel", schooltype=("vo", "po"), datum=date(2026, 2, 1))
KB = knowledge(EEN, TWEE)


def test_newest_first_and_by_slug() -> None:
    assert [v.origin.slug for v in KB.verhalen] == ["twee", "een"]
    same = knowledge(verhaal("b"), verhaal("a"))
    assert [v.origin.slug for v in same.verhalen] == ["a", "b"]
    assert KB.verhaal["een"] is EEN


def test_values_hold_only_what_is_there() -> None:
    assert KB.values[("ruimte", "plek")] == [TWEE, EEN]
    assert KB.values[("ruimte", "kind")] == [EEN]
    assert KB.values[("schooltype", "vo")] == [TWEE]
    assert ("ruimte", "twijfel") not in KB.values


def test_pairs_have_one_order_and_never_one_facet() -> None:
    assert KB.pairs[(("ruimte", "plek"), ("schooltype", "po"))] == [TWEE, EEN]
    assert (("schooltype", "po"), ("ruimte", "plek")) not in KB.pairs
    assert all(first[0] != second[0] for first, second in KB.pairs)
    assert features(EEN)[0] == [("ruimte", "plek"), ("ruimte", "kind")]


def test_crossings_are_sorted_by_count_then_by_the_order_of_the_list() -> None:
    rows = KB.crossings[("ruimte", "plek")]
    assert [value for value, _ in rows][:2] == [("schooltype", "po"), ("partnertype", "museum")]
    assert {len(KB.pairs[pair]) for _, pair in rows[2:]} == {1}
    many = knowledge(verhaal("een", schooltype=("vo", "mbo", "po")), verhaal("twee", schooltype=("mbo", "so")))
    found = [slug for (facet, slug), _ in many.crossings[("ruimte", "plek")] if facet == "schooltype"]
    assert found == ["mbo", "po", "so", "vo"]


def test_provinces() -> None:
    assert KB.provinces["drenthe"][0].slug == "noord-drenthe"
    assert KB.province("zuidwest-drenthe").label == "Drenthe"
    assert list(KB.in_province("drenthe")) == [TWEE]
    assert list(KB.in_province("groningen")) == [EEN]


def test_places() -> None:
    found = KB.place("ter  APEL")
    assert found is not None
    assert found.extra["regio"] == "oost-groningen"
    assert KB.place("Parijs") is None
    assert KB.term("schooltype", "po").label == "Basisonderwijs"


def test_an_empty_knowledge_base_has_empty_indexes() -> None:
    empty = knowledge()
    assert (empty.values, empty.pairs, empty.crossings, empty.verhaal) == ({}, {}, {}, {})
