"""What lists show, and where a page leads on to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.model.records import Origin, Ruimte, Werkvorm
from kennisbank.parts.cards import Cards, Link, WerkvormKaartje
from kennisbank.parts.kaartje.view import Kaartje
from tests.support import RUIMTES, knowledge, verhaal


def werkvorm(slug: str, functie: str, *ruimtes: str) -> Werkvorm:
    origin = Origin(path=f"werkvormen/{slug}.md", slug=slug, file=Path(slug), body="", body_line=1, positions={})
    text = "Een samenvatting die lang genoeg is om mee te tellen."
    return Werkvorm(
        origin=origin, title=slug, samenvatting=text, functie=functie, ruimtes=ruimtes, duur=(30, 45), groep=(2, 9),
        bron="eigen",
    )  # fmt: skip


def ruimte(number: int, slug: str) -> Ruimte:
    origin = Origin(path=f"ruimtes/{slug}.md", slug=slug, file=Path(slug), body="", body_line=1, positions={})
    vragen = dict.fromkeys(("orientatie", "verdieping", "evaluatie"), ("Wat?",))
    text = "Een samenvatting die lang genoeg is om mee te tellen."
    return Ruimte(origin=origin, title=slug, volgorde=number, samenvatting=text, vragen=vragen, bron="eigen")


KB = replace(
    knowledge(
        verhaal("een", ruimtes=("plek",)), verhaal("twee"), verhaal("drie"), verhaal("vier"),
        werkvormen=[
            werkvorm("voor-alle", "orientatie", "alle"),
            werkvorm("plek-en-kind", "orientatie", "plek", "kind"),
            werkvorm("kind", "verdieping", "kind"),
            werkvorm("twijfel", "verdieping", "twijfel"),
            werkvorm("alles", "evaluatie", "alle"),
        ],
    ),
    ruimtes=tuple(ruimte(number, slug) for number, slug in enumerate(RUIMTES, 1)),
)  # fmt: skip
CARDS = Cards(KB)


@pytest.mark.parametrize(
    ("ruimtes", "found"),
    [
        (["plek"], ["plek-en-kind", "kind", "alles"]),
        (["twijfel"], ["voor-alle", "twijfel", "alles"]),
        (["kind", "twijfel"], ["plek-en-kind", "kind", "alles"]),
        (RUIMTES, ["voor-alle", "kind", "alles"]),
    ],
)
def test_one_fitting_werkvorm_for_each_function(ruimtes: list[str], found: list[str]) -> None:
    assert [w.origin.slug for w in CARDS.fitting(ruimtes)] == found


def urls_of(rows: Iterable[Link | WerkvormKaartje | Kaartje]) -> list[str]:
    return [row.url.split("/")[-2] for row in rows]


def test_a_page_leads_on_to_what_it_names() -> None:
    found = CARDS.onward(["kind"], ["twijfel", "weg"], CARDS.stories(["drie", "weg"]))
    assert urls_of(found.ruimtes) == ["kind"]
    assert urls_of(found.werkvormen) == ["twijfel"]
    assert urls_of(found.verhalen) == ["drie"]


def test_a_page_that_names_nothing_leads_on_to_the_newest() -> None:
    found = CARDS.onward()
    assert urls_of(found.ruimtes) == RUIMTES
    assert urls_of(found.werkvormen) == ["voor-alle", "kind", "alles"]
    assert urls_of(found.verhalen) == [v.origin.slug for v in KB.verhalen[:3]]


def test_an_introduction_is_cut_at_its_words() -> None:
    text = "De kerngroep en de adviseur, en nog een kerngroep."
    parts = CARDS.intro(text)
    assert "".join(part.tekst + part.sluit for part in parts) == text
    assert [(part.tekst, part.slug, part.sluit) for part in parts if part.slug] == [
        ("kerngroep", "kerngroep", ""),
        ("adviseur", "adviseur", ","),
    ]


def test_a_word_leads_to_the_list_where_its_page_is_not_there() -> None:
    found = CARDS.word("kerngroep")
    assert (found.url, found.zie) == ("begrippen/#kerngroep", "")
