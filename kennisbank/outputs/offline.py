"""What a browser needs to show the site without a network: a worker, what the site is as a program, and its build."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Final

from kennisbank import PACKAGE
from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.project import Project
from kennisbank.parts import assets, colours, icon, scripts

SOURCES = PACKAGE / "parts" / "offline" / "worker"
PARTS = ("rules", "keeper", "main")
"""The modules that the worker is made of, each after what it asks for."""
MODULE: Final = re.compile(r"(?m)^import [^;]*;\n|^export (?=async|const|function)")
"""What only a module can say. Not every browser lets a worker be one, so these become one script."""
SHORT = 12
"""Characters below an icon on a device; what is longer is cut there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """Which build the site is: another one as soon as anything on it is another.

    `vast` are the addresses of what its pages share, which have their hash in their name: of styles and icons each, of
    scripts and letters the folder. `scripts` is that of the scripts: data of the site fits pages with the same.
    """

    for_scripts: ClassVar[bool] = True
    versie: str
    scripts: str
    vast: tuple[str, ...]


def files(knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of the worker, and of what a device is told of the site."""
    yield urls.WORKER, worker()
    icons = tuple(assets.icons(knowledge))
    yield urls.APP, json.dumps(app(knowledge.project, icons), ensure_ascii=False, indent=1) + "\n"


@cache
def worker() -> str:
    """Return the service worker as one script, without its remarks and types."""
    texts = [(SOURCES / f"{name}.js").read_text(encoding="utf-8") for name in PARTS]
    return '"use strict";\n' + "".join(assets.REMARK.sub("", MODULE.sub("", text)) for text in texts)


def app(project: Project, drawn: tuple[str, ...]) -> scripts.Data:
    """Return what a device is told of the site (https://www.w3.org/TR/appmanifest/); `drawn` are its icons.

    All addresses are relative, so that it holds wherever the site stands. Its address bar stays: an address says what
    a programme, a selection or a search is.
    """
    theme = colours.of(project.colours, ())
    shown: list[scripts.Data] = [
        {"src": f"assets/{assets.ICON}", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    ]
    for number, address in enumerate(drawn):
        size = icon.SIZES[number % len(icon.SIZES)]
        purpose = "any" if number < len(icon.SIZES) else "maskable"
        shown.append({"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose})
    return {
        "name": project.name,
        "short_name": project.name if len(project.name) <= SHORT else project.name.split()[0][:SHORT],
        "description": f"{project.sentence}.",
        "lang": "nl",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": theme["papier"],
        "theme_color": theme["accent"],
        "icons": shown,
    }


def fixed(shared: assets.Assets) -> tuple[str, ...]:
    """Return the addresses of what pages share that have a hash in their name: the folder of the scripts first."""
    folders = (f"{shared.scripts}/", f"{shared.letters}/")
    return (*folders, *sorted(address for address in shared.written() if not address.startswith(folders)))


def name_build(folder: Path, fixed: tuple[str, ...], digests: Mapping[str, bytes]) -> None:
    """Write which build the site in a folder is, when all else of it is there; what is `fixed` is noted with it.

    `digests` are those of all its files, by their path.
    """
    digest = hashlib.sha256()
    for name, one in sorted(digests.items()):
        digest.update(f"{name}\n".encode() + one)
    said = Versie(versie=digest.hexdigest()[: assets.SIZE], scripts=fixed[0], vast=fixed)
    written = json.dumps(scripts.data(said), separators=(",", ":")) + "\n"
    (folder / urls.VERSION).write_text(written, encoding="utf-8", newline="\n")
