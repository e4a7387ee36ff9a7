"""Where the site and its repository stand. `mkdocs.yml` alone says so; here it is read without an engine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kennisbank import PROJECT, forge
from kennisbank import frontmatter as fm
from kennisbank.forge import Forge
from kennisbank.problems import problem

FILE = "mkdocs.yml"
# Every value stays the text that was written; unknown tags, which MkDocs has, are passed over.
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Home:
    """`site` is the address of the site, with a slash at its end; `forge` is where the content is kept."""

    site: str
    forge: Forge

    @property
    def owner(self) -> str:
        """Return who the repository belongs to: `voorbeeld` of `https://github.com/voorbeeld/ruimte`."""
        return self.forge.adres.rsplit("/", 2)[-2]


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
