"""Behind which door every page lies."""

from __future__ import annotations

import pytest

from kennisbank.model import doors, kinds, urls
from kennisbank.model.doors import DOORS, Place
from kennisbank.parts.kop import view as kop

FIND, MEET, SHARE = (door.name for door in DOORS)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", Place()),
        ("404.html", Place()),
        ("achtergrond/leren/", Place()),
        ("over/", Place()),
        ("begrippen/", Place()),
        ("offline/", Place()),
        ("zoeken/", Place(FIND, "zoeken/")),
        ("verhalen/klooster/", Place(FIND, "verhalen/")),
        ("voorbeelden/x/", Place(FIND, "voorbeelden/")),
        ("bundels/plek/", Place(FIND, "bundels/")),
        ("schooltype/po/pagina-2/", Place(FIND, "kenmerken/")),
        ("ruimtes/kind/partner/museum/", Place(FIND, "kenmerken/")),
        ("ruimtes/kind/partner/museum/pagina-2/", Place(FIND, "kenmerken/")),
        ("overzicht/jaren/", Place(FIND, "kenmerken/")),
        ("overzicht/kaart/", Place(FIND, "overzicht/kaart/")),
        ("sessie/nu/", Place(MEET, "sessie/")),
        ("ruimte/gebruiken/", Place(MEET, "ruimte/")),
        ("ruimte/kaarten/afdrukken/", Place(MEET, "ruimte/kaarten/")),
        ("ruimtes/kind/", Place(MEET, "ruimte/")),
        ("werkvormen/kinderdialoog/", Place(MEET, "werkvormen/")),
        ("uitdelen/", Place(MEET, "selectie/")),
        ("meedoen/velden/", Place(SHARE, "meedoen/")),
        ("meedoen/verhaal-schrijven/", Place(SHARE, "meedoen/verhaal-schrijven/")),
    ],
)
def test_a_page_lies_behind_one_door(address: str, place: Place) -> None:
    assert doors.of(address) == place


def test_all_that_the_site_makes_has_a_place_or_is_named_in_the_foot() -> None:
    about = {entry.address for entry in doors.ABOUT}
    places = {address: doors.of(address) for address in urls.OVERVIEWS}
    assert {address for address, place in places.items() if place == Place()} - about == {urls.OFFLINE}
    for place in set(places.values()) - {Place()}:
        (door,) = (door for door in DOORS if door.name == place.door)
        assert place.page in {entry.address for entry in door.pages}


def test_a_page_is_named_once() -> None:
    named = [entry.address for door in DOORS for entry in (*door.pages, *door.more)]
    assert len(set(named)) == len(named)
    assert {kind.address for kind in kinds.KINDS if kind.address} <= {name.partition("/")[0] for name in named} | {
        "ruimtes"
    }


def test_a_door_leads_to_the_first_page_that_is_there_and_goes_with_the_last() -> None:
    there = {urls.SELECTIE, urls.KAARTEN, urls.OVERZICHT}
    (door,) = kop.doors(there.__contains__)
    assert (door.naam, door.url) == (MEET, urls.KAARTEN)
    assert [page.label for page in door.paginas] == ["Kaarten", "Mijn selectie"]
    assert door.meer == ()
