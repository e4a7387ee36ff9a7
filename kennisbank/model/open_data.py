"""The open data as tables: which there are, and what the columns of each are; all of it follows from the fields."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from kennisbank.model import kinds, urls
from kennisbank.model.examples import LIST, told
from kennisbank.model.fields import FieldSpec, specs
from kennisbank.model.fields import Kind as Field
from kennisbank.model.vocabulary import NUMBERS, Vocabulary

SHAPE = "1.0.0"
"""Of which version the names and the kinds of all columns are.

The first number grows when one of them goes or becomes another, the second when one comes.
"""
SEPARATOR = " | "
"""What stands between the items of a list in a cell of a CSV file; in an item it does not."""
SENTENCE = re.compile(r".*?[.?!](?=\s|$)", re.DOTALL)
LABEL, FROM, TO = "label", "van", "tot"
"""What comes behind the name of a field where it takes more than one column."""


class Type(Enum):
    """What stands in a cell, by its name in a Table Schema."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    DATE = "date"
    YES = "boolean"
    ROWS = "array"


TYPES = {
    Field.DATE: Type.DATE,
    Field.PERIOD: Type.WHOLE,
    Field.RANGE: Type.WHOLE,
    Field.NUMBER: Type.WHOLE,
    **dict.fromkeys((Field.CONSENT, Field.GRANTED, Field.FLAG, Field.YES), Type.YES),
}
"""What the values of a field are in a table; those of any other are text."""
PAIRS = frozenset({Field.PERIOD, Field.RANGE})
"""The kinds of a field that holds two numbers: a column for each, or a spreadsheet makes a day of "2-10"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name is the key in JSON and the head in CSV.

    `field` is that of the text that it is made of, and `part` which part of it: its label, one of two numbers, or the
    questions of one function; `about` says what is in the field, and `beside` what in this part of it. Of a choice,
    `choices` are the values with their labels, and `vocabulary` is their list.
    `of` are the columns of rows that stand in a row (in JSON). A text has `shortest` to `longest` characters, a number
    is from `least` to `most`. What is not `in_csv` is in JSON only.
    """

    name: str
    label: str
    about: str
    type: Type = Type.TEXT
    many: bool = False
    required: bool = False
    field: str = ""
    part: str = ""
    beside: str = ""
    vocabulary: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    of: tuple[Column, ...] = ()
    shortest: int | None = None
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    in_csv: bool = True

    @property
    def title(self) -> str:
        """What it is called by, that no other column of its table is called by."""
        return f"{self.label} ({'in woorden' if self.part == LABEL else self.part})" if self.part else self.label

    @property
    def said(self) -> str:
        """All that is said of it, in a sentence or two."""
        return f"{self.about} {self.beside}".strip()


@dataclass(frozen=True, slots=True)
class Foreign:
    """The columns of a table that name a row of another, by its columns there."""

    columns: tuple[str, ...]
    table: str
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: `name` is that of its files, `key` are the columns that tell a row from all others.

    `kind` is the kind of text that has a row each. `nested` is the record whose rows stand in a field of a text. What
    is not `in_json` says in another way what the JSON of the texts has already.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[Foreign, ...] = ()
    kind: kinds.Kind | None = None
    nested: type[Any] | None = None
    in_json: bool = False

    @property
    def flat(self) -> tuple[Column, ...]:
        """The columns of its CSV file."""
        return tuple(column for column in self.columns if column.in_csv)


OPEN = tuple(kind for kind in kinds.KINDS if specs(kind.record)["title"].open_data)
"""The kinds of text that are open data: those of which everybody gets the title."""
TEXTS, VALUES, LINKS, LISTS = "teksten", "kenmerken", "verwijzingen", "waarden"
"""The tables of all texts, of their values, of what they name, and of the closed lists."""


def name(kind: kinds.Kind) -> str:
    """Return what the files of a kind are called: its plural in small letters, without marks."""
    bare = unicodedata.normalize("NFKD", kind.many).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower().replace("'", "")).strip("-")


def shown(record: type[Any]) -> dict[str, FieldSpec]:
    """Return the fields of a record that are open data."""
    return {field: spec for field, spec in specs(record).items() if spec.open_data}


def _nested() -> dict[str, type[Any]]:
    """Return the records of which a text has several, by the field that holds them."""
    return {field: spec.of for kind in OPEN for field, spec in shown(kind.record).items() if spec.of is not None}


NESTED = _nested()
NAMES = (*map(name, OPEN), TEXTS, VALUES, LINKS, *NESTED, LISTS)
"""The names of all tables, in their order; each has a CSV file."""
IN_JSON = (*map(name, OPEN), LISTS)
"""The names of those that are there as JSON too."""


def csv(table: str) -> str:
    """Return the address of the CSV file of a table."""
    return f"{urls.DATA}{table}.csv"


def json(table: str) -> str:
    """Return the address of the JSON file of a table."""
    return f"{urls.DATA}{table}.json"


def schema(table: str) -> str:
    """Return the address of the JSON Schema of the JSON file of a table."""
    return f"{urls.DATA}{table}.schema.json"


PACKAGE = f"{urls.DATA}datapackage.json"
"""What says of all CSV files what is in them (Data Package, https://datapackage.org)."""
CATALOGUE = f"{urls.DATA}dcat.jsonld"
"""What says to a catalogue of data which files there are (DCAT-AP-NL)."""
FILES = (*map(csv, NAMES), *(make(table) for table in IN_JSON for make in (schema, json)), PACKAGE, CATALOGUE)
"""The addresses of all files of the open data."""


def _clashing() -> Iterator[str]:
    """Yield a sentence for each name that two tables have."""
    for table in sorted({table for table in NAMES if NAMES.count(table) > 1}):
        yield f"Two tables of the open data are called {table!r}: give a kind or a field another name."


kinds.refuse(_clashing())

KIND = Column(name="soort", label="Soort", about="Wat voor tekst het is.", required=True)
SLUG = Column(
    name="slug", label="Naam in het adres", required=True,
    about="Het laatste deel van het adres. Binnen een soort heeft geen andere tekst dezelfde.",
)  # fmt: skip
ADDRESS = Column(name="adres", label="Adres", about="Waar de tekst op de site staat.", required=True)
ORDER = Column(
    name="nummer", label="Nummer", about="De hoeveelste het is, geteld vanaf 1.", type=Type.WHOLE,
    required=True, least=1,
)  # fmt: skip
PLAIN = Column(
    name="tekst", label="Tekst", about="De hele tekst in gewone woorden, met elke alinea op een eigen regel.",
    required=True,
)  # fmt: skip
MARKDOWN = Column(
    name="tekst_markdown", label="Tekst in Markdown", about="Dezelfde tekst met koppen, lijsten en links.",
    required=True, in_csv=False,
)  # fmt: skip
OF_A_TEXT = Foreign(("soort", "slug"), TEXTS, ("soort", "slug"))


def tables(vocabularies: Mapping[str, Vocabulary]) -> tuple[Table, ...]:
    """Return all tables, in the order of `NAMES`."""
    one = dataclasses.replace(KIND, choices=tuple((kind.one, kind.one) for kind in OPEN))
    found = [*(_of_kind(kind, vocabularies) for kind in OPEN), _texts(one), _values(one), _links(one)]
    found += [_of_nested(field, record, one, vocabularies) for field, record in NESTED.items()]
    return (*found, _lists(vocabularies))


def lists(vocabularies: Mapping[str, Vocabulary]) -> tuple[Vocabulary, ...]:
    """Return the closed lists that are open data: all but the names that examples have."""
    return tuple(vocabularies[known] for known in sorted(vocabularies) if known != LIST)


def extras(vocabularies: Mapping[str, Vocabulary]) -> tuple[str, ...]:
    """Return what only values of some lists have, each once."""
    terms = (term for listed in lists(vocabularies) for term in listed.terms)
    found = dict.fromkeys(extra for term in terms for extra in term.extra)
    return tuple(extra for extra in found if extra not in OWN_OF_VALUE)


def _of_kind(kind: kinds.Kind, vocabularies: Mapping[str, Vocabulary]) -> Table:
    inner = _columns(kind.record, vocabularies)
    return Table(
        name=name(kind),
        title=kind.many.capitalize(),
        about=f"Elke rij is één {kind.one}.",
        columns=(SLUG, ADDRESS, *inner, dataclasses.replace(PLAIN, in_csv=False), MARKDOWN),
        key=("slug",),
        kind=kind,
        in_json=True,
    )


def _columns(record: type[Any], vocabularies: Mapping[str, Vocabulary]) -> tuple[Column, ...]:
    """Return the columns of the fields of a record that are open data."""
    known = shown(record)
    found = ((field, spec) for field, spec in told(record, vocabularies).items() if field in known)
    return tuple(column for field, spec in found for column in _column(field, spec, vocabularies))


def _column(field: str, spec: FieldSpec, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Column]:
    """Yield the columns of one field."""
    is_text = TYPES.get(spec.kind, Type.TEXT) is Type.TEXT
    base = Column(
        name=field,
        label=spec.label,
        about=_first(spec.help),
        type=TYPES.get(spec.kind, Type.TEXT),
        many=spec.many,
        required=spec.required,
        field=field,
        shortest=spec.minimum if is_text else None,
        longest=spec.maximum if is_text else None,
        least=None if is_text else spec.minimum,
        most=None if is_text else spec.maximum,
    )
    if spec.of is not None:
        yield dataclasses.replace(base, type=Type.ROWS, of=_columns(spec.of, vocabularies), in_csv=False)
    elif spec.kind is Field.QUESTIONS:
        for term in vocabularies[spec.vocabulary].terms:
            beside = f"Dit zijn die voor {term.label.lower()}."
            yield dataclasses.replace(base, name=f"{field}_{term.slug}", beside=beside, many=True, part=term.slug)
    elif spec.kind in PAIRS:
        one = "jaar" if spec.kind is Field.PERIOD else "getal"
        yield dataclasses.replace(base, name=f"{field}_{FROM}", part=FROM, beside=f"Dit is het eerste {one}.")
        yield dataclasses.replace(base, name=f"{field}_{TO}", part=TO, beside=f"Dit is het laatste {one}.")
    elif spec.kind is Field.CHOICE:
        values = tuple((term.slug, term.label) for term in vocabularies[spec.vocabulary].terms)
        values = (*((extra, extra) for extra in spec.extra), *values)
        every = " ".join(f"{extra.capitalize()} staat voor elke waarde van de lijst." for extra in spec.extra)
        about = f"{base.about} {every}".strip()
        base = dataclasses.replace(base, about=about, vocabulary=spec.vocabulary, choices=values)
        yield base
        beside = (
            "Dit zijn de waarden in woorden, in dezelfde volgorde." if spec.many else "Dit is de waarde in woorden."
        )
        yield dataclasses.replace(base, name=f"{field}_{LABEL}", part=LABEL, beside=beside)
    else:
        yield base


def _first(help: str) -> str:
    """Return the first sentence of what a field asks: what comes after it is for who writes."""
    found = SENTENCE.match(help)
    return found[0] if found else help


def _texts(kind: Column) -> Table:
    return Table(
        name=TEXTS,
        title="Alle teksten",
        about="Elke rij is een tekst, van welke soort ook, met alles wat erin staat.",
        columns=(
            kind,
            SLUG,
            ADDRESS,
            Column(name="title", label="Titel", about="Wat er boven de tekst staat.", required=True),
            Column(
                name="woorden", label="Woorden", about="Hoeveel woorden de tekst heeft.", type=Type.WHOLE,
                required=True, least=0,
            ),
            dataclasses.replace(PLAIN, required=False),
        ),
        key=("soort", "slug"),
    )  # fmt: skip


def _values(kind: Column) -> Table:
    return Table(
        name=VALUES,
        title="Kenmerken per tekst",
        about="Elke rij is één waarde van één tekst. Zo tel en koppel je de kenmerken.",
        columns=(
            kind,
            SLUG,
            Column(name="veld", label="Veld", about="De kolom waar de waarde ook in staat.", required=True),
            ORDER,
            Column(name="lijst", label="Lijst", about="De lijst waar de waarde uit komt.", required=True),
            Column(name="waarde", label="Waarde", about="De naam van de waarde in die lijst.", required=True),
            Column(
                name="waarde_label", label="Waarde in woorden", about="Zo heet de waarde op de site.", required=True
            ),
        ),
        key=("soort", "slug", "veld", "nummer"),
        foreign=(OF_A_TEXT, Foreign(("lijst", "waarde"), LISTS, ("lijst", "slug"))),
    )


def _links(kind: Column) -> Table:
    return Table(
        name=LINKS,
        title="Verwijzingen tussen teksten",
        about="Elke rij zegt dat een tekst een andere tekst noemt, zoals een vraag de verhalen die erbij horen.",
        columns=(
            kind,
            SLUG,
            Column(name="veld", label="Veld", about="De kolom waar de andere tekst ook in staat.", required=True),
            ORDER,
            dataclasses.replace(kind, name="naar_soort", label="Naar soort", about="Wat voor tekst genoemd wordt."),
            Column(name="naar_slug", label="Naar", about="De slug van de tekst die genoemd wordt.", required=True),
            Column(name="naar_title", label="Titel", about="De titel van die tekst.", required=True),
        ),
        key=("soort", "slug", "veld", "nummer"),
        foreign=(OF_A_TEXT, Foreign(("naar_soort", "naar_slug"), TEXTS, ("soort", "slug"))),
    )


def _of_nested(field: str, record: type[Any], kind: Column, vocabularies: Mapping[str, Vocabulary]) -> Table:
    about = next(spec for one in OPEN for known, spec in shown(one.record).items() if known == field)
    renamed = {"soort", "slug", "nummer"}
    inner = tuple(
        dataclasses.replace(column, name=f"{field}_{column.name}", label=f"{about.label}: {column.label.lower()}")
        if column.field in renamed
        else column
        for column in _columns(record, vocabularies)
    )
    return Table(
        name=field,
        title=about.label,
        about=f"Elke rij is één regel uit het veld {field} van een tekst.",
        columns=(kind, SLUG, ORDER, *inner),
        key=("soort", "slug", "nummer"),
        foreign=(OF_A_TEXT,),
        nested=record,
    )


OF_VALUE = (
    Column(name="lijst", label="Lijst", about="De naam van de lijst.", required=True),
    Column(name="lijst_label", label="Lijst in woorden", about="Zo heet de lijst op de site.", required=True),
    dataclasses.replace(SLUG, about="De naam van de waarde. In een lijst staat elke naam één keer."),
    Column(name="label", label="Waarde in woorden", about="Zo heet de waarde op de site.", required=True),
    Column(name="definitie", label="Wat het betekent", about="Wat de waarde betekent."),
    Column(name="synoniemen", label="Ook genoemd", about="Andere woorden die hetzelfde betekenen.", many=True),
    Column(name="eronder", label="Hieronder valt", about="Woorden voor een deel ervan.", many=True),
    Column(name="eerder", label="Eerdere namen", about="Namen die de waarde eerder had.", many=True),
)
"""What every value of a closed list has."""
OWN_OF_VALUE = frozenset(column.name for column in OF_VALUE)


def _lists(vocabularies: Mapping[str, Vocabulary]) -> Table:
    more = (
        Column(
            name=extra,
            label=extra.capitalize(),
            about=f"Alleen bij {_having(extra, lists(vocabularies))}.",
            type=Type.NUMBER if extra in NUMBERS else Type.TEXT,
        )
        for extra in extras(vocabularies)
    )
    return Table(
        name=LISTS,
        title="Waarden van de lijsten",
        about="Elke rij is een waarde uit een vaste lijst, met wat die betekent.",
        columns=(*OF_VALUE, *more),
        key=("lijst", "slug"),
        in_json=True,
    )


def _having(extra: str, known: Iterable[Vocabulary]) -> str:
    """Return the names of the lists of which a value has something extra, as a sentence has them."""
    found = [listed.name for listed in known if any(extra in term.extra for term in listed.terms)]
    return " en ".join(filter(None, (", ".join(found[:-1]), found[-1])))
