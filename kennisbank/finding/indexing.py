"""Writes what the finder fetches: the index, and beside it the texts, the choices and what words mean."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from kennisbank.finding import compounds, dutch, inverted, search, spelling, synonyms, words
from kennisbank.finding.compared import plain
from kennisbank.finding.inverted import PART, Marks
from kennisbank.finding.search import Entry
from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.scripts import Given, data

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
    entries = search.entries(knowledge)
    files = dict(_files(knowledge, entries, shown))
    digest = hashlib.blake2b(digest_size=VERSION // 2)
    for name, text in sorted(files.items()):
        digest.update(f"{name}\n{text}\n".encode())
    folder = digest.hexdigest()
    questions = tuple((page, entry.stories) for page, entry in enumerate(entries) if entry.stories)
    kinds = tuple((kind, len(list(same))) for kind, same in groupby(entry.kind for entry in entries))
    first = tuple(json.loads(files.pop("eerste")))
    register = Register(map=folder, soorten=kinds, blokken=first, vragen=questions)
    _put(site / FILE, _json(register))
    for name, text in files.items():
        _put(site / urls.ZOEKEN / folder / f"{name}.json", text)


def _files(knowledge: KnowledgeBase, entries: list[Entry], shown: Mapping[str, Omslag]) -> Iterator[tuple[str, str]]:
    """Yield the files of the finder by name, and as `eerste` how the first words of the blocks begin."""
    everyday = words.read()
    forms = list(synonyms.groups(knowledge, everyday))
    pages = marked(entries, forms)
    index = inverted.inverted(pages)
    yield "eerste", json.dumps(index.first, ensure_ascii=False)
    yield from ((f"blok/{number}", text) for number, text in enumerate(index.blocks))
    for number, (entry, marks) in enumerate(zip(entries, pages, strict=True)):
        parts = sorted(word for word, where in marks.items() if where & PART)
        yield f"teksten/{number}", _json(entry.shown(parts, shown.get(entry.address)))
    for name, table in search.selection(knowledge).items():
        yield f"keuzes/{name}", _json(table)
    yield "titels", _json(search.titles(entries, dutch.everyday()))
    mending = spelling.words(pages, forms)
    for letter, found in mending.items():
        yield f"woorden/{letter}", _json(found)
    common = dutch.by_beginning()
    for beginning, found in common.items():
        yield f"nederlands/{beginning}", _json(found)
    letters = spelling.letters(list(mending))
    yield "woordenboek", _json(synonyms.table(knowledge, everyday, letters, tuple(common), dutch.everyday()))


def marked(entries: list[Entry], forms: list[str]) -> list[Marks]:
    """Return where each page has its words; `forms` are what means something to the finder."""
    known = inverted.groups(forms)
    vocabulary = dutch.common() | {word for entry in entries for word in _all(entry)}
    parts = functools.cache(lambda word: compounds.parts(word, vocabulary))
    return [inverted.marks(entry, known, parts) for entry in entries]


def _all(entry: Entry) -> list[str]:
    return plain(" ".join([entry.title, entry.summary, entry.text, *entry.names])).split()


def _json(table: Given) -> str:
    return json.dumps(data(table), ensure_ascii=False, separators=(",", ":")) + "\n"


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
