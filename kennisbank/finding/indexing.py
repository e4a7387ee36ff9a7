"""Writes what the finder fetches: the index, and beside it the texts, the choices and what words mean."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from kennisbank.finding import dutch, inverted, search, spelling, synonyms
from kennisbank.finding.kept import Kept
from kennisbank.finding.search import Entry
from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.scripts import Given

FILE = f"{urls.ZOEKEN}index.json"
"""What the finder fetches first; it names the folder of all else."""
FIRST = "eerste"
"""What the first words of the blocks are among the other files, though they stand in the first."""
VERSION = 10
"""Letters of the name of a version."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The first file of the finder. `map` is the folder of all others: its name is of what is in it.

    So a reader never gets half of a site that was renewed in between. `soorten` are the kinds of the documents, each
    with how many there are, in their order; `blokken` how the first words of the blocks of the index begin; and
    `vragen` the questions, each with the stories that it names, in its order.
    """

    for_scripts: ClassVar[bool] = True
    map: str
    soorten: tuple[tuple[str, int], ...]
    blokken: tuple[str, ...]
    vragen: tuple[tuple[int, tuple[int, ...]], ...]


def write(knowledge: KnowledgeBase, site: Path, shown: Mapping[str, Omslag] = MappingProxyType({})) -> None:
    """Write all that the finder reads below `site`; the same knowledge base gives the same files.

    `shown` are the opening pictures by the address of their page.
    """
    known = Kept(knowledge)
    entries = search.entries(knowledge, known.plain)
    made = _Folder(site / urls.ZOEKEN)
    first: tuple[str, ...] = ()
    for name, text in _files(knowledge, entries, shown, known):
        if name == FIRST:
            first = tuple(json.loads(text))
        made.add(name, text)
    folder = made.named()
    known.keep()
    questions = tuple((page, entry.stories) for page, entry in enumerate(entries) if entry.stories)
    kinds = tuple((kind, len(list(same))) for kind, same in groupby(entry.kind for entry in entries))
    register = Register(map=folder, soorten=kinds, blokken=first, vragen=questions)
    (site / FILE).write_bytes(_json(register))


def _files(
    knowledge: KnowledgeBase, entries: list[Entry], shown: Mapping[str, Omslag], known: Kept
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the finder in the order of their names, and as `FIRST` how the blocks begin."""
    everyday = known.everyday()
    forms = list(synonyms.groups(knowledge, everyday))
    pages, written = known.pages(entries, forms)
    parts = known.parts(pages)
    pages = [inverted.with_parts(page, parts) for page in pages]
    found = inverted.postings(pages)
    index = inverted.inverted(found)
    yield from ((f"blok/{number}", text.encode()) for number, text in _by_name(index.blocks))
    yield FIRST, json.dumps(index.first, ensure_ascii=False).encode()
    for name, table in sorted(search.selection(knowledge, entries).items()):
        yield f"keuzes/{name}", _json(table)
    common = known.of_code("nederlands", lambda: {name: _json(some) for name, some in dutch.by_beginning().items()})
    yield from ((f"nederlands/{beginning}", text) for beginning, text in sorted(common.items()))
    for number, (entry, page) in _by_name(list(zip(entries, pages, strict=True))):
        yield f"teksten/{number}", _json(entry.shown(page.parts, shown.get(entry.address)))
    yield "titels", _json(search.titles(entries, written, dutch.everyday()))
    mending = spelling.words(found, forms)
    for letter, some in sorted(mending.items()):
        yield f"woorden/{letter}", _json(some)
    letters = spelling.letters(list(mending))
    yield "woordenboek", _json(synonyms.table(knowledge, everyday, letters, tuple(common), dutch.everyday()))


def _by_name(rows: Sequence[T]) -> Iterator[tuple[int, T]]:
    """Yield what has a number for its name, with that, in the order of the names: 10 stands before 2."""
    for name in sorted(map(str, range(len(rows)))):
        yield int(name), rows[int(name)]


class _Folder:
    """The folder of all files but the first, which is named by what is in it.

    That is known when all has been written; so thousands of texts need not be held until then.
    """

    def __init__(self, beside: Path) -> None:
        self._beside = beside
        self._made = beside / "nieuw"
        self._last = ""
        self._below = ""
        self._digest = hashlib.blake2b(digest_size=VERSION // 2)
        shutil.rmtree(self._made, ignore_errors=True)
        self._made.mkdir(parents=True)

    def add(self, name: str, text: bytes) -> None:
        """Write the next file, in the order of the names; the first words of the blocks are in the register only."""
        if name <= self._last:
            raise ValueError(f"{name} comes after {self._last}")
        self._last = name
        self._digest.update(b"%b\n%b\n" % (name.encode(), text))
        if name == FIRST:
            return
        below = name.rpartition("/")[0]
        if below != self._below:
            (self._made / below).mkdir(exist_ok=True)
            self._below = below
        _put(f"{self._made}/{name}.json", text)

    def named(self) -> str:
        """Give the folder its name, when all has been added; returns it."""
        name = self._digest.hexdigest()
        shutil.rmtree(self._beside / name, ignore_errors=True)
        self._made.rename(self._beside / name)
        return name


def _put(file: str, text: bytes) -> None:
    """Write a file. There are thousands, and a `Path` for each takes longer than to write it."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while text:  # a disk that is nearly full takes a part of it, and refuses the rest
            text = text[os.write(handle, text) :]
    finally:
        os.close(handle)


def _json(table: Given) -> bytes:
    return ENCODER.encode(table).encode() + b"\n"


def _fields(given: Any) -> dict[str, Any]:
    """Return what JSON has no word for as what it has: the fields of a dataclass, or the names of a mapping."""
    if isinstance(given, Mapping):
        return dict(given)
    return {field.name: getattr(given, field.name) for field in dataclasses.fields(given)}


ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields)
"""As `kennisbank.parts.scripts.data` would have it, without a step in Python for each word of a list."""
