"""Whom somebody writes to: one mail address, or a page; an example is shown nowhere."""

from __future__ import annotations

import pytest

from kennisbank.model.contact import Contact, Contactpunt, wrong


@pytest.mark.parametrize(
    ("address", "mail"),
    [
        ("mailto:hulp@kennis.internal", "hulp@kennis.internal"),
        ("mailto:a.b+c@x.kennis.internal", "a.b+c@x.kennis.internal"),
        ("https://kennis.internal/hulp", ""),
    ],
)
def test_a_contact_is_shown(address: str, mail: str) -> None:
    assert wrong(address) == ""
    assert Contact(address).view == Contactpunt(adres=address, mail=mail)


@pytest.mark.parametrize(
    "address", ["mailto:voorbeeld@ruimte.example", "mailto:voorbeeld@example.org", "https://hulp.example/"]
)
def test_an_example_is_not(address: str) -> None:
    assert wrong(address) == ""
    assert Contact(address).example
    assert Contact(address).view is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("hulp@kennis.internal", "geen mailadres met mailto: ervoor"),
        ("http://kennis.internal/hulp", "geen webadres dat met https:// begint"),
        ("mailto:", "hoort één mailadres"),
        ("mailto:hulp", "hoort één mailadres"),
        ("mailto:een@kennis.internal,twee@kennis.internal", "hoort één mailadres"),
        ("mailto:hulp@kennis.internal?subject=x", "hoort één mailadres"),
        ('mailto:"<b>"@kennis.internal', "hoort één mailadres"),
        ("javascript:alert(1)", "geen webadres"),
        ("https://juf:geheim@kennis.internal/", "een gebruikersnaam of een wachtwoord"),
    ],
)
def test_what_is_no_contact(address: str, said: str) -> None:
    assert said in wrong(address)
