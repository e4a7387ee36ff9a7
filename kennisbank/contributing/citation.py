"""How the repository as a whole is cited: what `CITATION.cff` says, for GitHub and for who keeps a list of sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model.forge import reserved
from kennisbank.model.project import Project
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.parts.bronvermelding.view import author
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.sentences import sentence

FILE = "CITATION.cff"
REPORT = re.compile(r"(?P<who>.+?),? \(?(?P<year>(?:19|20)\d\d)\)?")
"""How a report is cited: who wrote it, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """The report that the texts follow: no more than how it is cited is known here, and `noot` says so."""

    titel: str
    auteur: str
    jaar: str
    noot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitatieView(FileView):
    """How the repository is cited (Citation File Format 1.2.0).

    `vraag` asks for it; `titel` is also the author, and `licentie` that of the texts by its name in SPDX. Of addresses
    there are none as long as they are examples.
    """

    template: ClassVar[str] = f"papieren/{FILE}"
    vraag: str
    titel: str
    zin: str
    licentie: str
    adres: str
    bewaarplaats: str
    rapport: Rapport | None


def made(project: Project, licences: Vocabulary) -> CitatieView:
    """Return how the repository of a site is cited; `licences` is the closed list of them."""
    return CitatieView(
        vraag=f"Gebruik je iets uit deze kennisbank? Noem dan de bron. {sentence(project.rights)}",
        titel=author(project),
        zin=sentence(project.sentence),
        licentie=spdx(project.rights, licences),
        adres="" if reserved(project.site) else project.site,
        bewaarplaats="" if project.forge.example else project.forge.adres,
        rapport=report(project.report),
    )


def report(cited: str) -> Rapport | None:
    """Return the report as it is cited ("Jansen & Co, 2022"); None without one."""
    if not cited:
        return None
    found = REPORT.fullmatch(cited)
    return Rapport(
        titel=cited,
        auteur=found["who"] if found else cited,
        jaar=found["year"] if found else "",
        noot="Zo noemt deze kennisbank het rapport. De titel staat in het rapport zelf.",
    )


def spdx(rights: str, licences: Vocabulary) -> str:
    """Return the first licence of the list that a sentence names, as SPDX calls it; nothing where it names none."""
    named = (term.label for term in licences.terms if "adres" in term.extra and term.label in rights)
    return min(named, key=rights.index, default="").replace(" ", "-")
