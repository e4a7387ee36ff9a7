"""Writes what the finder fetches: the index, and beside it the texts, the choices and what words mean."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from kennisbank.finding import dutch, inverted, search, spelling, synonyms
from kennisbank.finding.kept import Kept
from kennisbank.finding.search import Entry
from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.scripts import Given

FILE = f"{urls.ZOEKEN}index.json"
"""What the finder fetches first; it names the folder of all else."""
VERSION = 10
"""Letters of the name of a version."""


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
    files = dict(_files(knowledge, entries, shown, known))
    known.keep()
    digest = hashlib.blake2b(digest_size=VERSION // 2)
    for name, text in sorted(files.items()):
        digest.update(b"%b\n%b\n" % (name.encode(), text))
    folder = digest.hexdigest()
    questions = tuple((page, entry.stories) for page, entry in enumerate(entries) if entry.stories)
    kinds = tuple((kind, len(list(same))) for kind, same in groupby(entry.kind for entry in entries))
    first = tuple(json.loads(files.pop("eerste")))
    register = Register(map=folder, soorten=kinds, blokken=first, vragen=questions)
    below = site / urls.ZOEKEN / folder
    for kind in {name.rpartition("/")[0] for name in files}:
        (below / kind).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        _put(f"{below}/{name}.json", text)
    (site / FILE).write_bytes(_json(register))


def _files(
    knowledge: KnowledgeBase, entries: list[Entry], shown: Mapping[str, Omslag], known: Kept
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the finder by name, and as `eerste` how the first words of the blocks begin."""
    everyday = known.everyday()
    forms = list(synonyms.groups(knowledge, everyday))
    own, written = known.pages(entries, forms)
    parts = known.parts(own)
    pages = [inverted.with_parts(page, parts) for page in own]
    found = inverted.postings(pages)
    index = inverted.inverted(found)
    yield "eerste", json.dumps(index.first, ensure_ascii=False).encode()
    yield from ((f"blok/{number}", text.encode()) for number, text in enumerate(index.blocks))
    for number, (entry, page) in enumerate(zip(entries, pages, strict=True)):
        yield f"teksten/{number}", _json(entry.shown(page.parts, shown.get(entry.address)))
    for name, table in search.selection(knowledge, entries).items():
        yield f"keuzes/{name}", _json(table)
    yield "titels", _json(search.titles(entries, written, dutch.everyday()))
    mending = spelling.words(found, forms)
    for letter, some in mending.items():
        yield f"woorden/{letter}", _json(some)
    common = known.of_code("nederlands", lambda: {name: _json(some) for name, some in dutch.by_beginning().items()})
    for beginning, text in common.items():
        yield f"nederlands/{beginning}", text
    letters = spelling.letters(list(mending))
    yield "woordenboek", _json(synonyms.table(knowledge, everyday, letters, tuple(common), dutch.everyday()))


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
