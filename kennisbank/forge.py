"""Where the content is kept (GitHub, Forgejo), and the addresses there: to change a file, or to propose a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

ADDRESS = re.compile(r"https?://[^\s{}?#]+")
LONGEST = 7500
"""Bytes of an address that opens a new file. GitHub refuses addresses of about 8 KB; the rest is for its headers."""


@dataclass(frozen=True)
class _Kind:
    """The addresses of one kind of forge.

    Sources: "Query parameters for creating new files" of GitHub's documentation; the routes of Gitea (`_new` takes
    `filename` and `value` since 1.16), which Forgejo has kept.
    """

    name: str
    edit: str
    new: str
    folder: str


KINDS = {
    "github": _Kind(
        "GitHub",
        "{adres}/edit/{tak}/{path}",
        "{adres}/new/{tak}?filename={folder}/{name}&value={content}",
        "{adres}/tree/{tak}/{folder}",
    ),
    "forgejo": _Kind(
        "Forgejo",
        "{adres}/_edit/{tak}/{path}",
        "{adres}/_new/{tak}/{folder}/?filename={name}&value={content}",
        "{adres}/src/branch/{tak}/{folder}",
    ),
}


@dataclass(frozen=True)
class Forge:
    """One repository: `soort` is a key of `KINDS`, `adres` that of the repository, `tak` the branch of the content."""

    soort: str
    adres: str
    tak: str

    @property
    def naam(self) -> str:
        """The name of the forge, as it calls itself."""
        return KINDS[self.soort].name

    def _fill(self, template: str, **parts: str) -> str:
        return template.format(adres=self.adres, tak=self.tak, **parts)

    def edit(self, path: str) -> str:
        """Return the address where a file is changed; `path` is relative to the root, and may be a `{gap}`."""
        return self._fill(KINDS[self.soort].edit, path=path)

    def folder(self, folder: str) -> str:
        """Return the address where the files of a folder are listed."""
        return self._fill(KINDS[self.soort].folder, folder=folder)

    def new(self, folder: str, name: str, content: str = "") -> str:
        """Return the address where a new file is proposed, filled in."""
        template = self.template(folder)
        filled = {"{naam}": quote_plus(name), "{inhoud}": quote_plus(content)}
        return re.sub(r"\{naam\}|\{inhoud\}", lambda gap: filled[gap.group()], template)

    def template(self, folder: str) -> str:
        """Return that address with `{naam}` and `{inhoud}` where the name and the content belong, for a script."""
        return self._fill(KINDS[self.soort].new, folder=folder, name="{naam}", content="{inhoud}")

    def view(self, folder: str) -> dict[str, Any]:
        """Return what the page of a form shows of the forge; the form makes new files in `folder`."""
        return {
            "naam": self.naam,
            "soort": self.soort,
            "nieuw": self.template(folder),
            "map": self.folder(folder),
            "langste": LONGEST,
        }


def read(configured: object) -> Forge:
    """Return the forge of a configuration with `soort`, `adres` and `tak`.

    Raises `ValueError` with a Dutch sentence for who keeps the configuration.
    """
    place = "extra.bewaarplaats in mkdocs.yml"
    found = configured if isinstance(configured, Mapping) else {}
    for name in ("soort", "adres", "tak"):
        if not isinstance(found.get(name), str) or not found[name].strip():
            raise ValueError(f"Vul bij {place} soort, adres en tak in; {name} ontbreekt.")
    soort, adres, tak = (found[name].strip() for name in ("soort", "adres", "tak"))
    if soort not in KINDS:
        raise ValueError(f'De soort "{soort}" bij {place} is onbekend. Kies uit: {", ".join(sorted(KINDS))}.')
    if not ADDRESS.fullmatch(adres):
        raise ValueError(f'Het adres "{adres}" bij {place} is geen webadres dat met https:// begint.')
    if not re.fullmatch(r"[\w./-]+", tak):
        raise ValueError(f'De tak "{tak}" bij {place} is geen naam van een tak.')
    return Forge(soort, adres.rstrip("/"), tak)
