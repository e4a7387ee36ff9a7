"""The colours of a site: those of the theme, its own and those of its ruimtes, each readable on light and dark."""

from __future__ import annotations

import re

import pytest

from kennisbank.model.colours import READABLE, contrast, lowest
from kennisbank.parts import colours
from tests.support import content

OTHERS = ["#a0401f", "#003c71", "#7a0000", "#006b3c", "#4b0082", "#6b4e00"]
"""Colours that a site may choose: each can be read on a light page."""


def test_each_ruimte_of_ours_can_be_read_on_any_page() -> None:
    found = colours.of_ruimtes(content().ruimtes)
    assert len(found) == len(content().ruimtes) == 9
    for kleur in found:
        assert lowest(kleur.licht, colours.grounds()) >= READABLE, kleur
        assert lowest(kleur.donker, colours.grounds(dark=True)) >= READABLE, kleur


def test_a_site_without_a_colour_has_those_of_the_theme() -> None:
    assert colours.of_site(()) == ()
    assert colours.of((), ())["accent"] == colours.theme()["accent"] == colours.accent(()).licht
    assert colours.accent(()).donker == colours.theme(dark=True)["accent"]
    assert ":root" not in colours.sheet((), content().ruimtes)


@pytest.mark.parametrize("colour", OTHERS)
def test_what_follows_from_the_colour_of_a_site_can_be_read(colour: str) -> None:
    found = {kleur.naam: kleur for kleur in colours.of_site([colour])}
    assert found["accent"].licht == colour
    for dark in (False, True):
        shade = {name: kleur.donker if dark else kleur.licht for name, kleur in found.items()}
        theme = {**colours.theme(), **colours.theme(dark=dark)}
        grounds = colours.grounds(dark=dark)
        assert lowest(shade["accent"], grounds) >= READABLE
        assert lowest(shade["accent-sterk"], [*grounds, shade["accent-tint"]]) >= READABLE
        assert contrast(shade["accent"], shade["accent-tint"]) >= READABLE
        assert contrast(theme["inkt"], shade["accent-tint"]) >= READABLE
        assert contrast(theme["papier"], shade["accent"]) >= READABLE, "the words of a button"
        assert contrast(theme["papier"], shade["accent-sterk"]) >= READABLE
        assert contrast(theme["voet-inkt"], shade["voet"]) >= READABLE


def test_the_sheet_has_each_colour_for_light_and_for_dark() -> None:
    sheet = colours.sheet(["#a0401f", "#ffb59b"], content().ruimtes)
    light, dark = sheet.split("@media screen and (prefers-color-scheme: dark)")
    assert "--rb-accent: #a0401f;" in light
    assert "--rb-accent: #ffb59b;" in dark
    for part in (light, dark):
        assert re.findall(r"\.rb-van-([\w-]+) \{", part) == [ruimte.origin.slug for ruimte in content().ruimtes]
