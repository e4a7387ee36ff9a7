"""How a text is cited: the one definition of it, of which the words on its page and the files beside it are made."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import kinds, urls
from kennisbank.model.project import Project
from kennisbank.model.records import Praktijkvoorbeeld, Record, Verhaal, Werkvorm
from kennisbank.parts.sentences import sentence

KIND_OF_SITE = "Kennisbank"
"""What a site is, before its name: the author of all that stands on it."""
AFTER = "Naar {}"
"""What is said of the report that a text follows."""
WORKED_OUT: dict[type[Record], str] = {Werkvorm: "Stappen en tijden door de kennisbank uitgewerkt, naar {}"}
"""The same for a kind of text of which a part is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronvermelding:
    """How a text is cited.

    `auteur` is the site, for nobody is named as the writer; `adres` is whole, or nothing while the site stands nowhere;
    `datum` is the day on which it came on the site (2026-11-01), for a kind that says so. `naar` says which part of the
    report it follows, or nothing: what we made ourselves is not of the researchers. `rechten` says under which licence.
    `sleutel` names it among all texts of the site, and its files where somebody saves them.
    """

    sleutel: str
    auteur: str
    titel: str
    samenvatting: str
    adres: str
    datum: str
    naar: str
    rechten: str

    @property
    def tekst(self) -> str:
        """The words to copy, in the form that the page about sources explains."""
        where = ", ".join(filter(None, (self.auteur, self.adres)))
        return f"{sentence(self.titel)} {where}. {self.naar}".rstrip()


def author(project: Project) -> str:
    """Return whose the texts of a site are, as they are cited."""
    named = KIND_OF_SITE.casefold() in project.name.casefold()
    return project.name if named else f"{KIND_OF_SITE} {project.name}"


def made(project: Project, record: Record) -> Bronvermelding | None:
    """Return how a text is cited; None for a kind of which a text is not cited by itself."""
    kind = kinds.BY_RECORD[type(record)]
    if not kind.cited:
        return None
    source: str = getattr(record, "bron", "")
    after = WORKED_OUT.get(type(record), AFTER).format(source) if project.reported(source) else ""
    return Bronvermelding(
        sleutel=f"{kind.one}-{record.origin.slug}",
        auteur=author(project),
        titel=record.title,
        samenvatting=record.samenvatting,
        adres=project.site and project.site + urls.of(record.origin.path, record.origin.slug),
        datum=record.datum.isoformat() if isinstance(record, Verhaal | Praktijkvoorbeeld) else "",
        naar=sentence(after) if after else "",
        rechten=project.rights,
    )
