"""What a proposal changes on the site, to look at before it is there: which pages, and a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import ClassVar

from kennisbank.model import kinds, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Record
from kennisbank.parts.fileviews import FileView
from kennisbank.reading import pictures, wordlists

LISTED = "index.html"
"""The file that lists the pages."""
TOLD = "paginas.json"
"""The same list for who must tell of it elsewhere."""
SHOWN = {"begrip": urls.BEGRIPPEN, "plaats": urls.KAART}
"""The page that shows a list whole; that of all values does so for every other."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A page to look at: its title, its address, and the name of its file, or nothing when it is not on the site."""

    titel: str
    adres: str
    bestand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KijklijstView(FileView):
    """The list of pages to look at: those of which there is a file, and the paths of texts that are not on the site.

    `stijl` is the style sheet of every page.
    """

    template: ClassVar[str] = "kijken/lijst.html"
    stijl: str
    bladen: tuple[Looked, ...]
    zonder: tuple[str, ...]


def changed(paths: Iterable[str], knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the address of each page that shows one of these files, in their order, with the path of that file.

    A picture is shown by its text, a list by a page that has it all. A text that is not on the site has the address
    where it would stand. What shows nothing is left out.
    """
    found: dict[str, str] = {}
    own = {record.origin.path: record for record in knowledge.records}
    shown: dict[str, Record] = {path: record for record in knowledge.records for path in pictures.paths(record)}
    shown |= {drawing.path: knowledge.verhaal[slug] for slug, drawing in knowledge.tekeningen.items()}
    for path in paths:
        folder, _, name = path.partition("/")
        if path in own or path in shown:
            record = own.get(path) or shown[path]
            found.setdefault(urls.of(record.origin.path, record.origin.slug), record.origin.path)
        elif folder == wordlists.OWN_FOLDER and name.endswith(".yml"):
            found.setdefault(SHOWN.get(name.removesuffix(".yml"), urls.WAARDEN), path)
        elif folder in kinds.FOLDERS and name.endswith(".md") and not name.endswith("README.md"):
            found.setdefault(urls.of(path, _slug(path)), path)
    return found


def _slug(path: str) -> str:
    """Return the last part of the address of a text that is not on the site."""
    name = path.removeprefix(f"{kinds.of(path).folder}/").removesuffix(".md")
    return name.removesuffix("/index")


def file_name(address: str) -> str:
    """Return the name of the file of a page: that of every address is another one, and none is that of the list."""
    name = address.rstrip("/").replace("/", "--")
    return f"{name}.html" if name not in {"", "index"} else f"{name or 'home'}--.html"


def listed(pages: Iterable[Looked], without: Iterable[str]) -> str:
    """Return the list as others read it: the pages, and the paths of texts that are not on the site."""
    return json.dumps({"bladen": [asdict(page) for page in pages], "zonder": list(without)}, ensure_ascii=False)


def told(found: Mapping[str, object]) -> Iterator[Looked]:
    """Yield the pages of such a list. Raises `KeyError` or `TypeError` for anything else."""
    rows = found["bladen"]
    if not isinstance(rows, list):
        raise TypeError
    for row in rows:
        yield Looked(**row)
