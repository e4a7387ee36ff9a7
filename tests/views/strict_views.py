"""Views and templates in the shape of real pages, small, for the tests of the check of templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    tekst: str
    cellen: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    titel: str
    plaats: str
    aantal: int
    glyph: Glyph
    reden: str | None
    concept: bool

    @property
    def kop(self) -> str:
        return f"{self.titel}: {self.aantal}"

    def past(self, functie: str, meer: bool = False) -> bool:
        return functie in self.plaats or meer


class Maat(NamedTuple):
    breed: int
    eenheid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    soort: Literal["vak", "keuze"]
    naam: str
    opties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cirkel:
    vorm: Literal["cirkel"]
    straal: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    vorm: Literal["blok"]
    breed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevens:
    for_scripts: ClassVar[bool] = True
    langste: int
    kaarten: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doos(Generic[T]):
    inhoud: T


class Zin:
    def __html__(self) -> str:
        return "<p>"


class Rij:
    def __iter__(self) -> Iterator[Card]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Engine:
    """Of somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    titel: str
    intro: tuple[str, ...]
    kaarten: tuple[Card, ...]
    anders: Card | None
    meer: Link | None
    vaak: int | None
    kanten: tuple[Link, ...] | None
    namen: Mapping[str, str]
    vast: Mapping[Literal["een", "twee"], Link]
    maat: Maat
    vormen: tuple[Cirkel | Blok, ...]
    vakken: tuple[Vak, ...]
    gegevens: Gegevens
    doos: Doos[Card]
    zin: Zin
    rij: Rij
    maak: Callable[[str], Link]
    open: bool
    los: Any
    engine: Engine
    wat: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    titel: str
    url: str
    hier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    wortel: str
    naam: str
    menu: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    html: str
    url: str
    canoniek: str | None
    wijzig: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaal:
    titel: str
    slug: str
    soort: Literal["verhaal"]
    concept: bool
    glyph: Glyph
    verwant: tuple[Card, ...]
    anders: Card | None
    bron: str
    meer: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    titel: str
    slug: str
    soort: Literal["lijst"]
    kaarten: tuple[Card, ...]
    buren: tuple[Link, ...] | None
    groepen: Mapping[str, tuple[Link, ...]]
    gegevens: Gegevens


PAGES = {
    "base.html": "<html>{% block hoofd %}{{ config.x }}{% endblock %}{% block inhoud %}{% endblock %}</html>",
    "main.html": """{% extends "base.html" %}
{% import "delen.html" as deel %}
{% set wortel = site.wortel.rstrip("/") %}
{% block hoofd %}{{ super() }}<title>{{ view.titel }} – {{ site.naam }}</title>
{% if blad.canoniek %}<link href="{{ blad.canoniek }}">{% endif %}{% endblock %}
{% block inhoud %}{% include "menu.html" %}{% block pagina %}{% endblock %}{% endblock %}
""",
    "menu.html": """{% for item in site.menu %}
<a href="{{ wortel }}/{{ item.url }}"
{% if item.url == blad.url %} class="nu"{% elif item.hier %} class="hier"{% endif %}>
{{- item.titel }}</a>{{ ", " if not loop.last }}{% endfor %}""",
    "bewaar.html": """<b data-soort="{{ soort }}" data-slug="{{ m.slug }}">
{% if m.soort == "verhaal" %}!{% endif %}</b>""",
    "delen.html": """{% macro glyph(g, klasse="", stil=false) -%}
<svg class="g{{ ' ' ~ klasse if klasse }}"{% if not stil %} aria-label="{{ g.tekst }}"{% endif %}>
{% for pad, maat in g.cellen %}{{ pad }} {{ maat + 1 }}{% endfor %}</svg>
{%- endmacro %}
{% macro kaart(k, wortel, niveau=2) -%}
<h{{ niveau }}>{{ glyph(k.glyph) }}{{ k.kop }}{{ k.titel | capitalize }}</h{{ niveau }}>
{{ k.plaats }} {{ aantal(k.aantal) }}
{% if k.reden %}{{ zin(k.reden) }}{% endif %}{% if k.concept and not k.past("x", meer=true) %}!{% endif %}
{%- endmacro %}
{% macro kaarten(lijst, wortel, niveau=2) %}{% for k in lijst %}{{ kaart(k, wortel, niveau) }}{% endfor %}{% endmacro %}
{% macro zin(tekst) -%}{{ tekst }}{{ "" if tekst[-1:] in ".!?…" else "." }}{%- endmacro %}
{% macro aantal(n) %}{{ n }} {{ "verhaal" if n == 1 else "verhalen" }}{% endmacro %}
{% macro links(lijst, wortel) %}
{% for l in lijst %}<a href="{{ wortel }}/{{ l.url }}">{{ l.label }}</a>{% endfor %}{% endmacro %}
""",
    "verhaal.html": """{% extends "main.html" %}
{% block pagina %}{% set m = view %}{% set soort = "verhaal" %}{% include "bewaar.html" %}
{% if m.concept %}Concept{% endif %}{{ deel.glyph(m.glyph, "groot") }}{{ blad.html | safe }}
{% if m.verwant %}{{ deel.kaarten(m.verwant, wortel, 3) }}{% endif %}
{% if m.anders %}{{ deel.kaarten([m.anders], wortel, 3) }}{% endif %}
{{ deel.zin(m.bron) }}{% if blad.wijzig %}<a href="{{ blad.wijzig }}">Verbeter</a>{% endif %}
{% with meer = m.meer %}{% if meer %}{{ deel.links([meer], wortel) }}{% endif %}{% endwith %}{% endblock %}
""",
    "lijst.html": """{% extends "main.html" %}
{% block pagina %}{% set m = view %}{% set soort = "lijst" %}{% include "bewaar.html" %}
{% set met_kant = m.buren or m.groepen %}
<h2>{{ m.titel if m.kaarten else "Nog geen" }}{{ " kant" if met_kant }}</h2>{{ deel.kaarten(m.kaarten, wortel) }}
{% for b in m.buren or [] %}{{ b.label }}{% else %}-{% endfor %}
{% for naam, links in m.groepen.items() %}{{ naam }}{{ deel.links(links, wortel) }}{% endfor %}
{{ m.kaarten | map(attribute="plaats") | join(", ") }}{% block achteraf %}{% endblock %}
<script>{{ m.gegevens | tojson }}</script>{% endblock %}
""",
    "onder.html": """{% extends "lijst.html" %}
{% block achteraf %}{{ view["titel"] }}{% for k in view.kaarten | selectattr("concept") %}
{{ k.titel }}{% endfor %}{% endblock %}
""",
}
"""Templates as the site has them, of which base.html is not ours."""
