"""Where the site and its repository stand. `mkdocs.yml` alone says so; here it is read without an engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kennisbank import PROJECT
from kennisbank.model import forge, kinds, urls
from kennisbank.model.forge import Forge
from kennisbank.problems import report
from kennisbank.problems.problem import problem
from kennisbank.reading import frontmatter as fm

FILE = "mkdocs.yml"
# Every value stays the text that was written; unknown tags, which MkDocs has, are passed over.
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Home:
    """`site` is the address of the site, with a slash at its end; `forge` is where the content is kept."""

    site: str
    forge: Forge

    def missing(self) -> Iterator[str]:
        """Yield what is to be filled in before the site can go online: for each setting its file, key and why."""
        if forge.reserved(self.site):
            yield (
                f"{FILE}, site_url: {self.site} is een voorbeeld. Vul het adres in waar de site komt te staan."
                " Tot dan kloppen de feeds, de bronvermeldingen en de plaatjes bij gedeelde links niet."
            )
        if self.forge.example:
            yield (
                f"{FILE}, extra.bewaarplaats.adres: {self.forge.adres} is een voorbeeld. Vul in waar de"
                " bestanden staan. Tot dan toont de site geen links om iets te verbeteren, voor te stellen of te"
                " melden."
            )
        elif self.forge.soort != "github":
            yield (
                f"{kinds.PAGES}/meedoen: de handleiding beschrijft de knoppen van GitHub. Pas haar aan, want op"
                f" {self.forge.naam} heten ze anders."
            )


def of(root: Path) -> Home:
    """Return the settings of a root; those of this project when the root has none. Raises as `read` does."""
    return read(root if (root / FILE).is_file() else PROJECT)


def read(root: Path = PROJECT) -> Home:
    """Read the addresses; raises `frontmatter.Refused` when the file does not name them."""
    try:
        found = yaml.load((root / FILE).read_text(encoding="utf-8"), Loader=Loader)
        return Home(found["site_url"].rstrip("/") + "/", forge.read(found["extra"]["bewaarplaats"]))
    except (OSError, UnicodeDecodeError, KeyError, TypeError, AttributeError, yaml.YAMLError):
        message = "Hier staat niet waar de site is (site_url) en waar de bestanden zijn (extra.bewaarplaats)."
        raise fm.Refused(problem("waarde-soort", FILE, message, hint="Vul allebei in.")) from None
    except ValueError as error:
        raise fm.Refused(problem("waarde-soort", FILE, str(error), hint="")) from None


def counted(number: int) -> str:
    """Return the last line of a check: how many problems, and where each is explained."""
    line = report.counted(number)
    return f"{line} Uitleg met voorbeelden: {explained()}" if number else line


def explained() -> str:
    """Return the address of the page with every message."""
    return site_address() + urls.FOUTMELDINGEN


def site_address() -> str:
    """Return the address of the site; a slash where it has none yet."""
    try:
        return read().site
    except fm.Refused:
        return "/"
