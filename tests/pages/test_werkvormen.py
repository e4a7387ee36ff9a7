"""The list of werkvormen: what it says of each, by what each is found, and that nothing is left out."""

from __future__ import annotations

from dataclasses import replace

from kennisbank.pages.views import Views
from kennisbank.pages.werkvormen import view as werkvormen
from tests.model.test_used import base, werkvorm

ONLINE = "## Variatie\n\n- **Online:** ieder typt een woord.\n"


def shown(**fields: object) -> werkvormen.WerkvormKeus:
    """Return what the list shows of a werkvorm with these fields."""
    kb = base(werkvorm("praten", **fields))
    (only,) = (w for group in werkvormen.page(kb, Views(kb)).view.groepen for w in group.werkvormen)
    return only


def test_each_stands_once_with_its_function() -> None:
    kb = base(werkvorm("een", functie="evaluatie"), werkvorm("twee", duur=(5, 10)), werkvorm("drie", duur=(20, 30)))
    groups = {group.slug: group.werkvormen for group in werkvormen.page(kb, Views(kb)).view.groepen}
    assert list(groups) == [term.slug for term in kb.vocabularies["functie"].terms]
    assert sorted(w.slug for found in groups.values() for w in found) == ["drie", "een", "twee"]
    assert [w.slug for w in groups["evaluatie"]] == ["een"]
    for found in groups.values():
        assert [w.minuten for w in found] == sorted(w.minuten for w in found), "the shortest first"


def test_what_a_werkvorm_is_found_by_is_what_it_says() -> None:
    found = shown(duur=(15, 45), groep=(3, 12), met_kinderen=True, vooraf="een week: vraag iedereen om een voorwerp")
    assert (found.minuten, found.minst, found.meest) == (15, 3, 12)
    assert (found.online, found.kinderen, found.vooraf) == (False, True, True)
    assert found.programma == "sessie/?v=1&s=&w=praten"
    plain = shown(vooraf=None)
    assert (plain.kinderen, plain.vooraf) == (False, False)


def test_one_that_tells_how_it_goes_online_can_be_found_so() -> None:
    kb = base(werkvorm())
    only = kb.werkvormen[0]
    written = replace(only, origin=replace(only.origin, body=ONLINE))
    found = werkvormen.choice(kb, Views(kb), written)
    assert (found.online, found.kenmerken) == (True, ("ook online",))


def test_the_same_stands_there_in_words() -> None:
    found = shown(
        vorm="groepjes van 4", energie="rustig", met_kinderen=True, delen=2, vooraf="twee weken: plan een moment"
    )
    assert found.kenmerken == (
        "in groepjes van 4", "energie: rustig", "kinderen doen mee", "over 2 bijeenkomsten", "twee weken vooraf",
    )  # fmt: skip
    assert shown(vooraf="Zet stoelen klaar").kenmerken == ("werk vooraf",)
    assert shown().kenmerken == ()
