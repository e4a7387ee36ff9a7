"""The page of the open data: what there is, how to open it, and what stands in each column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from kennisbank.model import doors, kinds, open_data, urls
from kennisbank.model import knowledge as known
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.open_data import Column, Table, Type
from kennisbank.pages import reference
from kennisbank.pages.page import Page, PageView
from kennisbank.parts.cards import Link
from kennisbank.parts.sentences import listing

SORTS = {
    Type.TEXT: ("tekst", "teksten"),
    Type.WHOLE: ("getal", "getallen"),
    Type.NUMBER: ("getal met een komma", "getallen met een komma"),
    Type.DATE: ("datum: jaar-maand-dag", "datums"),
    Type.YES: ("ja of nee", ""),
    Type.ROWS: ("", "een lijst met eigen velden; in CSV is dat een eigen tabel"),
}
"""What stands in a column, in plain Dutch: one, and more than one."""
TITLE = "Open data"
EXAMPLE = """\
import json
from urllib.request import urlopen

adres = "{adres}"
with urlopen(adres) as antwoord:
    data = json.load(antwoord)

for tekst in data["rijen"]:
    ruimtes = ", ".join(tekst["ruimtes_label"])
    print(f"{tekst['title']}: {ruimtes}")
"""
"""A program for who wants to begin: it asks for nothing but Python."""


@dataclass(frozen=True, slots=True)
class Licentie:
    """Under which licence the texts are: its name, and where it stands, as people and as machines know it."""

    naam: str
    uitleg: str = ""
    adres: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A table and its files: `json` is empty where there is none; `aantal` are its rows, where the page says so."""

    titel: str
    uitleg: str
    csv: str
    json: str
    aantal: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """The columns of one field: their names, what is in them, in what form, and the `lijst` of what they can have."""

    namen: tuple[str, ...]
    label: str
    uitleg: str
    vorm: str
    lijst: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabeluitleg:
    """A table with its columns."""

    naam: str
    titel: str
    uitleg: str
    kolommen: tuple[Kolom, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView(PageView):
    """The open data.

    `teksten` are the files of the kinds of text, `koppelen` those for who puts tables together. `voorbeeld` is a
    program that reads the `eerste` of them; `scheiding` is what stands between the items of a list, and `vorm` of which
    version the columns are.
    """

    template: ClassVar[str] = "data.html"
    teksten: tuple[Bestand, ...]
    koppelen: tuple[Bestand, ...]
    eerste: Bestand
    pakket: str
    catalogus: str
    licentie: Licentie
    tabellen: tuple[Tabeluitleg, ...]
    voorbeeld: str
    scheiding: str
    vorm: str


def page(knowledge: KnowledgeBase) -> Page[DataView]:
    """Return the page of the open data; its size does not depend on the stories."""
    tables = open_data.tables(knowledge.vocabularies)
    files = [_file(knowledge, table) for table in tables]
    of_texts = tuple(file for file, table in zip(files, tables, strict=True) if table.kind)
    view = DataView(
        title=TITLE,
        zoektitel="Open data: alle verhalen als tabel en als JSON",
        description=summary(),
        teksten=of_texts,
        koppelen=tuple(file for file in files if file not in of_texts),
        eerste=of_texts[0],
        pakket=open_data.PACKAGE,
        catalogus=open_data.CATALOGUE,
        licentie=licence(knowledge),
        tabellen=tuple(_explained(table) for table in tables),
        voorbeeld=EXAMPLE,
        scheiding=open_data.SEPARATOR.strip(),
        vorm=open_data.SHAPE,
    )
    return Page(urls.DATA, view)


def summary() -> str:
    """Return in a sentence what is in it."""
    named = listing(title(kind).lower() for kind in open_data.OPEN)
    return f"Alle {named} van deze site als tabel en als bestand voor programma's."


def title(kind: kinds.Kind) -> str:
    """Return what readers call the texts of a kind: as the menu does, where it names their list."""
    place = f"{kind.address}/" if kind.address else f"{kind.folder.removeprefix(f'{kinds.PAGES}/')}/"
    named = (entry.name for door in doors.DOORS for entry in door.pages if entry.address == place)
    return next(named, kind.many.capitalize())


def named(table: Table) -> str:
    """Return what readers call what is in a table."""
    return title(table.kind) if table.kind else table.title


def licence(knowledge: KnowledgeBase) -> Licentie:
    """Return the licence that the settings name; its address when it is one of those that the site knows."""
    for term in knowledge.vocabularies["licentie"].terms:
        if known.licence(term) and known.licence(term) == knowledge.licence:
            return Licentie(term.label, term.extra["adres"], knowledge.licence)
    return Licentie(knowledge.project.rights)


def _file(knowledge: KnowledgeBase, table: Table) -> Bestand:
    return Bestand(
        titel=named(table),
        uitleg=table.about,
        csv=open_data.csv(table.name),
        json=open_data.json(table.name) if table.in_json else "",
        aantal=len(knowledge.of(table.kind)) if table.kind else 0,
    )


def _explained(table: Table) -> Tabeluitleg:
    return Tabeluitleg(
        naam=table.name,
        titel=named(table),
        uitleg=table.about,
        kolommen=tuple(_fields(table)),
    )


def _fields(table: Table) -> Iterator[Kolom]:
    """Yield the columns of each field together, for what is said of them is the same."""
    for _, found in groupby(table.columns, key=lambda column: column.field or column.name):
        columns = tuple(found)
        first = columns[0]
        yield Kolom(
            namen=tuple(column.name for column in columns),
            label=first.label,
            uitleg=first.about,
            vorm=_form(first),
            lijst=Link("Alle waarden", reference.values(first.vocabulary)) if first.vocabulary else None,
        )


def _form(column: Column) -> str:
    one, more = SORTS[column.type]
    form = (f"een lijst met {more}" if column.type is not Type.ROWS else more) if column.many else one
    return f"{form}; altijd ingevuld" if column.required else form
