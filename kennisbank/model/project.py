"""What is of this site and of no other: its name, where it stands, whom to write to, its report, map and ruimtes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kennisbank.model import forge, kinds
from kennisbank.model.contact import Contact
from kennisbank.model.facets import FACETS, OPTIONAL, Facet
from kennisbank.model.forge import Forge

FILE = "ruimte.yml"
"""Where all of it stands, in the root."""
HOSTS = ("apache", "netlify", "nginx")
"""The hosts that read in a file of the site how to serve it (`outputs.hosting`); any other is told nothing."""


SOON = timedelta(days=30)
"""How long before a day it is said that it comes."""


@dataclass(frozen=True)
class Keeper:
    """Who keeps the site: its name, and the address of its page or nothing."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Security:
    """Whom somebody warns of a weakness in the site, and the last day on which that holds (RFC 9116)."""

    contact: Contact
    until: date


@dataclass(frozen=True)
class Home:
    """`site` is the address of the site, with a slash at its end, or nothing; `forge` is where the content is kept.

    `contact` is whom somebody writes to who has no account there, where a site has one; `keeper` and `security` are
    there where they have been filled in.
    """

    site: str
    forge: Forge
    contact: Contact | None = None
    keeper: Keeper | None = None
    security: Security | None = None

    def person(self, place: str) -> tuple[str, str]:
        """Return the name and the address of one of `forge.PEOPLE`, as one reads them; nothing of what is missing."""
        if place == "beheer":
            return (self.keeper.name, self.keeper.address) if self.keeper else ("", "")
        contact = self.security.contact if place == "veiligheid" and self.security else self.contact
        view = contact.view if contact else None
        return (view.mail or view.adres, view.adres) if view else ("", "")

    @property
    def written_to(self) -> frozenset[str]:
        """The addresses, outside the web too, to which pages lead."""
        return frozenset(address for place in forge.PEOPLE[1:] if (address := self.person(place)[1]))

    def ending(self, today: date) -> Iterator[str]:
        """Yield what holds no longer, or soon will not."""
        if self.security and self.security.until - today < SOON:
            past = self.security.until < today
            yield (
                f"{FILE}, beveiliging.verloopt: {self.security.until} is {'voorbij' if past else 'dichtbij'}. Kijk of"
                " het contact nog klopt, en vul een dag in die hooguit een jaar verder ligt."
            )

    def missing(self) -> Iterator[str]:
        """Yield what is to be filled in before the site can go online: for each setting its file, key and why."""
        if not self.site:
            yield (
                f"{FILE}, adres: niet ingevuld. Vul het adres in waar de site komt te staan. Tot dan is de sitemap"
                " leeg, tonen gedeelde links geen plaatje, kloppen adressen in feeds alleen op de site zelf, en"
                " staat er op papier en bij een bronvermelding geen adres."
            )
        elif forge.reserved(self.site):
            yield (
                f"{FILE}, adres: {self.site} is een voorbeeld. Vul het adres in waar de site komt te staan."
                " Tot dan kloppen de feeds, de bronvermeldingen en de plaatjes bij gedeelde links niet."
            )
        if self.forge.example:
            yield (
                f"{FILE}, bewaarplaats.adres: {self.forge.adres} is een voorbeeld. Vul in waar de"
                " bestanden staan. Tot dan toont de site geen links om iets te verbeteren, voor te stellen of te"
                " melden."
            )
        elif self.forge.soort != "github":
            yield (
                f"{kinds.PAGES}/meedoen: de handleiding beschrijft de knoppen van GitHub. Pas die aan, want op"
                f" {self.forge.naam} heten ze anders."
            )
        if self.contact and self.contact.example:
            yield (
                f"{FILE}, contact: {self.contact.adres} is een voorbeeld. Vul het mailadres in van iemand die kan"
                f" helpen, of haal de regel weg. Tot dan kan niemand iets insturen zonder {self.forge.naam}."
            )
        if not self.keeper:
            yield (
                f"{FILE}, beheer: niet ingevuld. Vul de naam in van wie de site beheert. Tot dan zegt elke pagina dat"
                " dat nog niet is ingevuld."
            )

    def help(self) -> str:
        """Return the address where somebody asks for help: the contact, or else the forge; nothing without either."""
        if self.contact and not self.contact.example:
            return self.contact.adres
        return "" if self.forge.example else self.forge.place("meld") or ""


@dataclass(frozen=True, kw_only=True)
class Project(Home):
    """All of `FILE`.

    `sentence` says what is on the site, without a full stop; `rights` under which licence; `report` how the report is
    cited, or nothing; `map` is the name of the file with outlines; `ruimtes` are slugs in their fixed order; `optional`
    are the facets beside `FACETS` that the site shows, in the order of `OPTIONAL`; `colours` is the colour of the site,
    and maybe that on a dark screen, or nothing: then it is that of the theme; `borrowed` are the folders of which it
    has what the tool brings beside its own; `host` is of `HOSTS`, or nothing.
    """

    name: str
    sentence: str
    rights: str
    report: str
    map: str
    ruimtes: tuple[str, ...]
    optional: tuple[Facet, ...] = OPTIONAL
    colours: tuple[str, ...] = ()
    borrowed: tuple[str, ...] = ()
    host: str = ""

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that the site shows: the four of every site first."""
        return FACETS + self.optional

    def reported(self, source: str) -> bool:
        """Tell whether a source is the report."""
        return bool(self.report) and source.startswith(self.report)

    def cited(self, place: str) -> str:
        """Return where in the report something stands, as it is cited; nothing without a report or a place."""
        return f"{self.report}, {place}" if self.report and place else ""
