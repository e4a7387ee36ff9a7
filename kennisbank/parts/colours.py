"""The colours of a site: those of the theme, with the one of the site itself and those of its ruimtes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from kennisbank import PACKAGE
from kennisbank.model.colours import BLACK, WHITE, contrast, mixed, readable
from kennisbank.model.records import Ruimte
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render

TOKENS = PACKAGE / "theme" / "assets" / "css" / "tokens.css"
GROUNDS = ("papier", "vlak", "tint")
"""The colours on which words stand."""
SHEET = "kleuren"
"""The name of the style sheet with the colours of a site (`assets.FIRST`)."""


@dataclass(frozen=True, slots=True)
class Kleur:
    """A colour on a light page and on a dark one, of a token or of a ruimte, by its name: each as `#rrggbb`."""

    naam: str
    licht: str
    donker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KleurenView(FileView):
    """The colours in which a site differs from the theme, as a style sheet."""

    template: ClassVar[str] = "kleuren.css"
    tokens: tuple[Kleur, ...]
    ruimtes: tuple[Kleur, ...]


@cache
def theme(*, dark: bool = False) -> Mapping[str, str]:
    """Return the colours of the theme by their token: those of a light page, or those in which a `dark` one differs."""
    light, _, other = TOKENS.read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
    return dict(re.findall(r"--rb-([\w-]+): (#[0-9a-f]{6});", other if dark else light))


def grounds(*, dark: bool = False) -> tuple[str, ...]:
    """Return the colours on which words stand, on a light page or on a dark one."""
    return tuple(theme(dark=dark)[name] for name in GROUNDS)


def pair(name: str, colours: Sequence[str]) -> Kleur:
    """Return what a site says of a colour: one for light pages, and one for dark ones or else what is like it there."""
    light = colours[0].lower()
    return Kleur(name, light, colours[1].lower() if len(colours) > 1 else readable(light, grounds(dark=True)))


def of_ruimtes(ruimtes: Iterable[Ruimte]) -> tuple[Kleur, ...]:
    """Return the colours of the ruimtes that have one, by their slugs; any other has that of the site."""
    return tuple(pair(ruimte.origin.slug, ruimte.kleur) for ruimte in ruimtes if ruimte.kleur)


def of_site(colours: Sequence[str]) -> tuple[Kleur, ...]:
    """Return the tokens that follow from the colour of a site, which may have one of its own for dark pages.

    What is strong, the tint behind words and the foot of a page are made of it, as those of the theme are of its own.
    """
    if not colours:
        return ()
    own, light, dark = pair("accent", colours), theme(), theme(dark=True)
    return (
        own,
        Kleur("accent-sterk", mixed(own.licht, BLACK, 0.34), mixed(own.donker, WHITE, 0.45)),
        Kleur("accent-tint", _tint(own.licht, light["vlak"], 0.12), _tint(own.donker, dark["papier"], 0.2)),
        Kleur(
            "voet",
            readable(mixed(own.licht, BLACK, 0.34), [light["voet-inkt"]], 7),
            mixed(dark["papier"], own.licht, 0.1),
        ),
    )


def accent(colours: Sequence[str]) -> Kleur:
    """Return the colour of a site: its own, or that of the theme."""
    return pair("accent", colours or (theme()["accent"], theme(dark=True)["accent"]))


def _tint(colour: str, ground: str, share: float) -> str:
    """Return a ground with some of a colour in it: as much as leaves words in that colour readable."""
    while share > 0 and contrast(colour, mixed(ground, colour, share)) < 4.5:
        share -= 0.01
    return mixed(ground, colour, max(share, 0))


def of(colours: Sequence[str], ruimtes: Iterable[Ruimte]) -> dict[str, str]:
    """Return every colour of a site on paper by its token; that of a ruimte is `ruimte-` with its slug."""
    own = {kleur.naam: kleur.licht for kleur in of_site(colours)}
    return {**theme(), **own, **{f"ruimte-{kleur.naam}": kleur.licht for kleur in of_ruimtes(ruimtes)}}


def sheet(colours: Sequence[str], ruimtes: Iterable[Ruimte]) -> str:
    """Return the style sheet with the colours of a site."""
    return render(KleurenView(tokens=of_site(colours), ruimtes=of_ruimtes(ruimtes)))
