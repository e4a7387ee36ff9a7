"""Where a werkvorm was used: what it says itself, and otherwise what the texts say that name it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Origin, Ruimte, Werkvorm
from tests.support import knowledge, verhaal, voorbeeld


def werkvorm(slug: str = "wandeling", **fields: Any) -> Werkvorm:
    origin = Origin(
        path=f"werkvormen/{slug}.md", slug=slug, file=Path(f"{slug}.md"), body="Tekst.", body_line=1,
        positions=defaultdict(lambda: (1, 1)),
    )  # fmt: skip
    given: dict[str, Any] = {
        "title": slug.capitalize(),
        "samenvatting": "Loop samen door het dorp.",
        "functie": "orientatie",
        "ruimtes": ("plek",),
        "duur": (30, 45),
        "groep": (2, 10),
        "bron": "eigen",
    }
    return Werkvorm(origin=origin, **{**given, **fields})


def base(*werkvormen: Werkvorm) -> KnowledgeBase:
    """Return a knowledge base in which a story and a short example name the werkvorm "wandeling"."""
    return knowledge(
        verhaal("een", werkvormen=("wandeling",), schooltype=("so",), partnertype=("museum",)),
        verhaal("ander", schooltype=("mbo",)),
        werkvormen=werkvormen,
        voorbeelden=[voorbeeld("kort", werkvormen=("wandeling",), schooltype=("po", "so"))],
    )


def test_what_names_it_tells_where_it_was_used() -> None:
    used = base(werkvorm()).used["wandeling"]
    assert used.values == {
        "schooltype": ("po", "so"), "partnertype": ("museum",), "regio": ("noord-groningen",),
    }  # fmt: skip
    assert used.derived == {"schooltype", "partnertype", "regio"}


def test_what_it_says_itself_comes_first_for_each_facet() -> None:
    used = base(werkvorm(schooltype=("vo",))).used["wandeling"]
    assert used.values == {"schooltype": ("vo",), "partnertype": ("museum",), "regio": ("noord-groningen",)}
    assert used.derived == {"partnertype", "regio"}


def test_one_that_nobody_names_and_that_says_nothing_was_used_nowhere() -> None:
    used = base(werkvorm("stilte")).used["stilte"]
    assert (used.values, used.derived, used.pairs) == ({}, frozenset(), frozenset())


def test_values_go_together_only_where_one_text_has_both() -> None:
    kb = base(werkvorm())
    pairs = kb.used["wandeling"].pairs
    assert (("schooltype", "so"), ("partnertype", "museum")) in pairs
    assert (("schooltype", "po"), ("partnertype", "museum")) not in pairs  # another text has each
    said = base(werkvorm(schooltype=("po",), partnertype=("museum",))).used["wandeling"].pairs
    assert (("schooltype", "po"), ("partnertype", "museum")) in said


def test_werkvormen_are_found_by_what_they_were_used_with() -> None:
    kb = base(werkvorm(), werkvorm("stilte", schooltype=("mbo",)))
    slugs = {slug: [w.origin.slug for w in found] for (name, slug), found in kb.methods.items() if name == "schooltype"}
    assert slugs == {"po": ["wandeling"], "so": ["wandeling"], "mbo": ["stilte"]}
    found = kb.method_pairs[("schooltype", "so"), ("partnertype", "museum")]
    assert [w.origin.slug for w in found] == ["wandeling"]


def test_its_ruimtes_go_with_where_it_was_used() -> None:
    kb = base(werkvorm(ruimtes=("alle",)))
    assert not [pair for pair in kb.used["wandeling"].pairs if pair[0][0] == "ruimte"]  # there are no ruimtes here
    origin = werkvorm("plek").origin
    ruimte = Ruimte(origin=origin, title="De plek", samenvatting="De plek.", vragen={}, bron="eigen")
    with_one = replace(kb, ruimtes=(ruimte,))
    assert (("ruimte", "plek"), ("schooltype", "so")) in with_one.used["wandeling"].pairs
