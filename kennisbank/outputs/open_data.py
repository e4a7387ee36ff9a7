"""The open data: all texts and lists as CSV and as JSON, with files that say what is in them; made piece by piece."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import filterfalse
from typing import Any

from kennisbank.model import kinds, open_data, urls
from kennisbank.model.forge import whole
from kennisbank.model.open_data import Column, Table, Type
from kennisbank.model.records import Record
from kennisbank.outputs import catalogue
from kennisbank.outputs.columns import NO, YES, Row, Value, cells, line, named, taking
from kennisbank.pages.data.view import licence
from kennisbank.pages.site import Site
from kennisbank.parts import figures
from kennisbank.reading import kept, markup, memo
from kennisbank.reading.memo import Memo
from kennisbank.reading.values import has_words

BOM = "\ufeff"
"""What lets Excel see that a file is UTF-8; `sep=;` on a line of its own would make it forget that."""
FAST = 1
"""How words are packed: all of them together are large, and this takes a third of the time that finding them takes."""
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
MARK = 12
"""Characters of the mark that says of which content the files are."""
on_a_line = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of which the values are those of a closed list: their labels, and `every` value in its order."""

    field: str
    vocabulary: str
    labels: Mapping[str, str]
    every: Mapping[str, Any]

    def of(self, text: Record) -> tuple[str, ...]:
        """Return the values of a text, as a list; one that is no value says that it has all of them."""
        value = getattr(text, self.field)
        chosen = value if isinstance(value, tuple) else (value,) if value else ()
        return chosen if all(slug in self.every for slug in chosen) else tuple(self.every)


@dataclass
class OpenData:
    """The open data of one site; `site_url` ends with `/`. What of it was written before is in `marks`.

    Of a site that stands nowhere yet that is a path, and so are the addresses in the files.
    """

    site: Site
    site_url: str
    site_name: str
    marks: dict[str, tuple[int, str]] = field(default_factory=dict)
    """The number of bytes of each file, and their hash, once it has been written."""
    _packed: dict[bytes, bytes] = field(default_factory=dict)
    """The words of texts, from one file to the next."""

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return open_data.tables(self.site.knowledge.vocabularies)

    @cached_property
    def texts(self) -> dict[kinds.Kind, tuple[Record, ...]]:
        """The texts of each kind: a draft, which only a preview shows, is none of them."""
        return {
            kind: tuple(text for text in self.site.knowledge.of(kind) if not getattr(text, "concept", False))
            for kind in open_data.OPEN
        }

    @cached_property
    def titles(self) -> dict[tuple[str, str], str]:
        """The title of each text by its kind and its slug."""
        return {(kind.one, text.origin.slug): text.title for kind, texts in self.texts.items() for text in texts}

    @property
    def newest(self) -> str:
        """The day of the latest change: that of a build would make other bytes of the same content."""
        latest = self.site.knowledge.latest
        return latest.isoformat() if latest else ""

    @cached_property
    def _pictures(self) -> dict[str, str]:
        """The address of what was made of each picture, by its place among the pages."""
        return {urls.uri(path): figures.address(path, made) for path, made in self.site.made.items()}

    def files(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield the address and the content of each file, which is to be taken before the next is asked for.

        The CSV files come first: of these follows of which content the others say that they are.
        """
        for table in self.tables:
            yield open_data.csv(table.name), self._marked(open_data.csv(table.name), self._csv(table))
        for table in self.tables:
            if table.in_json:
                yield open_data.schema(table.name), iter((_written(self.schema(table)).encode(),))
                yield open_data.json(table.name), self._marked(open_data.json(table.name), self._json(table))
        yield open_data.PACKAGE, iter((_written(self.package()).encode(),))
        yield open_data.CATALOGUE, iter((_written(self.catalogue()).encode(),))
        self._kept.keep()

    def _marked(self, address: str, pieces: Iterator[str]) -> Iterator[bytes]:
        """Yield pieces as bytes; when the last was taken, what they come to is known."""
        size, found = 0, hashlib.sha256()
        for piece in pieces:
            written = piece.encode()
            size += len(written)
            found.update(written)
            yield written
        self.marks[address] = (size, found.hexdigest())

    @cached_property
    def version(self) -> str:
        """Of which content the files are, once the CSV files are written: another when anything in them is another."""
        found = hashlib.sha256(open_data.SHAPE.encode())
        for table in self.tables:
            found.update(self.marks[open_data.csv(table.name)][1].encode())
        for texts in self.texts.values():
            for text in texts:
                found.update(text.origin.body.encode())
        return found.hexdigest()[:MARK]

    def rows(self, table: Table, flat: bool) -> Iterator[Row]:
        """Yield the rows of a table; those that are not `flat` have what is in JSON only."""
        if table.kind:
            yield from self._whole_texts(table, table.kind, flat)
        elif table.name == open_data.LISTS:
            yield from self._values()
        else:
            make = {open_data.TEXTS: self._text, open_data.VALUES: self._chosen, open_data.LINKS: self._links}
            rows = make.get(table.name) or self._inner(table)
            for kind, texts in self.texts.items():
                for text in texts:
                    own: Row = {"soort": kind.one, "slug": text.origin.slug}
                    for row in rows(kind, text):
                        yield own | row

    def _whole_texts(self, table: Table, kind: kinds.Kind, flat: bool) -> Iterator[Row]:
        takes = taking(kind.record, table.flat if flat else table.columns, self._there)
        for text in self.texts[kind]:
            row: Row = {"slug": text.origin.slug, "adres": self._address(text)}
            for name, take in takes:
                row[name] = take(text)
            if not flat:
                body = self.body(text)
                row |= {"tekst": self._said(body), "tekst_markdown": body}
            yield row

    def _there(self, kind: kinds.Kind, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        """Return the names of texts that are in the data: of one that was withdrawn there is no trace."""
        if isinstance(value, tuple):
            return tuple(slug for slug in value if (kind.one, slug) in self.titles)
        return value if (kind.one, value) in self.titles else None

    def _address(self, text: Record) -> str:
        return self.site_url + urls.of(text.origin.path, text.origin.slug)

    def body(self, text: Record) -> str:
        """Return the Markdown of a text with whole addresses: it is read elsewhere."""
        body = self.site.body(text).strip()
        if not (names := markup.named(body)):
            return body
        uri = urls.uri(text.origin.path)
        return markup.relink(body, {target: self._whole(target, uri) for target in names})

    @cached_property
    def _kept(self) -> Memo:
        """The words of texts as the last build found them."""
        return Memo(kept.folder("woorden"), kept.digest(self.site_url, self.site_name).hex(), memo.code("reading"))

    def _said(self, body: str) -> str:
        """Return the words of a text: they stand in two files, and finding them takes longer than all else here."""
        key = kept.digest(body)
        if key not in self._packed:
            self._packed[key] = self._kept.get(key, partial(_packed, body))
        return zlib.decompress(self._packed[key]).decode()

    def _whole(self, target: str, uri: str) -> str:
        """Return the whole address of what a link of a page names."""
        found = None if markup.SCHEME.match(target) else urls.resolve(target, uri)
        if found in self._pictures:
            return self.site_url + self._pictures[found]
        if found in self.site.addresses:
            return self.site_url + self.site.addresses[found] + "".join(target.partition("#")[1:])
        return target

    def _text(self, _: kinds.Kind, text: Record) -> Iterator[Row]:
        words = self._said(self.body(text))
        yield {
            "adres": self._address(text),
            "title": text.title,
            "woorden": word_count(words),
            "tekst": words,
        }

    @cached_property
    def _columns(self) -> dict[kinds.Kind, tuple[Column, ...]]:
        """The columns of the fields of each kind."""
        return {table.kind: tuple(filter(_field_of, table.flat)) for table in self.tables if table.kind}

    @cached_property
    def _choices(self) -> dict[kinds.Kind, tuple[Choice, ...]]:
        """The fields of each kind that have values of a closed list."""
        lists = self.site.knowledge.vocabularies
        return {
            kind: tuple(
                Choice(one.field, one.vocabulary, dict(one.choices), lists[one.vocabulary].by_slug)
                for one in columns
                if one.vocabulary and not one.part
            )
            for kind, columns in self._columns.items()
        }

    def _chosen(self, kind: kinds.Kind, text: Record) -> Iterator[Row]:
        for one in self._choices[kind]:
            for number, slug in enumerate(one.of(text), 1):
                yield {
                    "veld": one.field,
                    "nummer": number,
                    "lijst": one.vocabulary,
                    "waarde": slug,
                    "waarde_label": one.labels[slug],
                }

    def _links(self, kind: kinds.Kind, text: Record) -> Iterator[Row]:
        for column in self._columns[kind]:
            if (other := named(kind.record, column.field)) is not None:
                there = self._there(other, getattr(text, column.field))
                for number, slug in enumerate(there if isinstance(there, tuple) else (there,) if there else (), 1):
                    about: Row = {"veld": column.field, "nummer": number, "naar_soort": other.one, "naar_slug": slug}
                    yield about | {"naar_title": self.titles[other.one, slug]}

    def _inner(self, table: Table) -> Callable[[kinds.Kind, Record], Iterator[Row]]:
        """Return what makes a row of each thing in the field of a text that has rows of its own, where it has one."""
        takes = taking(table.nested or object, table.flat, self._there)

        def rows(_: kinds.Kind, text: Record) -> Iterator[Row]:
            for number, one in enumerate(getattr(text, table.name, ()), 1):
                yield {"nummer": number} | {name: take(one) for name, take in takes}

        return rows

    def _values(self) -> Iterator[Row]:
        more = [column for column in self.tables[-1].columns if column.name not in open_data.OWN_OF_VALUE]
        for listed in open_data.lists(self.site.knowledge.vocabularies):
            for term in listed.terms:
                own: Row = {
                    "lijst": listed.name,
                    "lijst_label": listed.plural,
                    "slug": term.slug,
                    "label": term.label,
                    "definitie": term.definition or None,
                    "synoniemen": [*term.synonyms],
                    "eronder": [*term.narrower],
                    "eerder": [*term.former],
                }
                extra = {column.name: _extra(term.extra.get(column.name), column) for column in more}
                yield own | extra

    def _csv(self, table: Table) -> Iterator[str]:
        """Yield a table as CSV, as a Dutch Excel opens it, a row at a time."""
        columns = table.flat
        names = [column.name for column in columns]
        yield BOM + line(names)
        for row in self.rows(table, flat=True):
            yield line(cells(map(row.__getitem__, names), columns))

    def _json(self, table: Table) -> Iterator[str]:
        """Yield a table as JSON: what it is, and each row on a line of its own."""
        rows = len(self.texts[table.kind]) if table.kind else sum(1 for _ in self.rows(table, flat=False))
        head = {
            "$schema": self.site_url + open_data.schema(table.name),
            "naam": table.name,
            "titel": table.title,
            "site": self.site_name,
            "adres": self.site_url,
            "uitleg": self.site_url + urls.DATA,
            "licentie": self._licence(),
            "vorm": open_data.SHAPE,
            "versie": self.version,
            "nieuwste": self.newest or None,
            "aantal": rows,
        }
        yield json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "rijen": ['
        between = "\n"
        for row in self.rows(table, flat=False):
            yield f"{between}  {on_a_line(row)}"
            between = ",\n"
        yield "\n ]\n}\n"

    def _licence(self) -> dict[str, str]:
        known = licence(self.site.knowledge)
        return {"naam": known.naam, "adres": known.adres or self.site_url + urls.DATA}

    def schema(self, table: Table) -> dict[str, Any]:
        """Return the JSON Schema of the JSON file of a table."""
        text = {"type": "string"}
        head: dict[str, Any] = {
            "$schema": text,
            "naam": {"const": table.name},
            "titel": text,
            "site": text,
            "adres": text,
            "uitleg": text,
            "licentie": {
                "type": "object",
                "properties": {"naam": text, "adres": text},
                "required": ["naam", "adres"],
            },
            "vorm": {"const": open_data.SHAPE},
            "versie": text,
            "nieuwste": {"type": ["string", "null"], "format": "date"},
            "aantal": {"type": "integer", "minimum": 0},
            "rijen": {"type": "array", "items": _object(table.columns)},
        }
        return {
            "$schema": DRAFT,
            "$id": self.site_url + open_data.schema(table.name),
            "title": table.title,
            "description": table.about,
            "type": "object",
            "required": [*head],
            "properties": head,
        }

    def package(self) -> dict[str, Any]:
        """Return the descriptor of all files (Data Package 2.0); those that it speaks of have been written."""
        knowledge = self.site.knowledge
        report, publisher = knowledge.project.report, {"title": self.site_name, "roles": ["publisher"]}
        placed: dict[str, Any] = {}
        if whole(self.site_url):  # of a site that stands nowhere yet there is nothing to name
            page = self.site_url + urls.DATA
            placed, publisher = {"id": page, "homepage": page}, publisher | {"path": self.site_url}
        named = self._licence()
        return {
            "$schema": PROFILE,
            "name": "open-data",
            **placed,
            "title": f"Open data van {self.site_name}",
            "description": f"{knowledge.project.sentence}.",
            "version": open_data.SHAPE,
            "versie": self.version,
            "licenses": [{"path": named["adres"], "title": named["naam"]}],
            "contributors": [publisher],
            **({"sources": [{"title": report}]} if report else {}),
            "resources": [
                *(self._table(table) for table in self.tables),
                *(self._whole_json(table) for table in self.tables if table.in_json),
            ],
        }

    def catalogue(self) -> dict[str, Any]:
        """Return what a catalogue of data harvests of all files; those that it speaks of have been written."""
        sizes = {address: size for address, (size, _) in self.marks.items()}
        return catalogue.catalogue(self.site.knowledge, self.site_url, self.site_name, self.newest, sizes)

    def _resource(self, address: str, table: Table) -> dict[str, Any]:
        size, mark = self.marks[address]
        return {
            "path": address.removeprefix(urls.DATA),
            "title": table.title,
            "description": table.about,
            "encoding": "utf-8",
            "bytes": size,
            "hash": f"sha256:{mark}",
        }

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "name": table.name,
            "type": "table",
            **self._resource(open_data.csv(table.name), table),
            "format": "csv",
            "mediatype": "text/csv",
            "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
            "schema": table_schema(table),
        }

    def _whole_json(self, table: Table) -> dict[str, Any]:
        return {
            "name": f"{table.name}-json",
            **self._resource(open_data.json(table.name), table),
            "format": "json",
            "mediatype": "application/json",
            "jsonSchema": open_data.schema(table.name).removeprefix(urls.DATA),
        }


def _field_of(column: Column) -> str:
    return column.field


def _packed(body: str) -> bytes:
    return zlib.compress(markup.paragraphs(body).encode(), FAST)


def word_count(words: str) -> int:
    """Return how many words a text has: a line or a sign by itself is none."""
    every = words.split()
    doubtful = [*filterfalse(str.isalnum, every)]  # looking into each of them takes far longer
    return len(every) - len(doubtful) + sum(map(has_words, doubtful))


def _extra(value: str | None, column: Column) -> Value:
    return float(value) if value is not None and column.type is Type.NUMBER else value


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of the CSV file of a table."""
    return {
        "fields": [_field(column) for column in table.flat],
        "primaryKey": [*table.key],
        **(
            {
                "foreignKeys": [
                    {"fields": [*one.columns], "reference": {"resource": one.table, "fields": [*one.there]}}
                    for one in table.foreign
                ]
            }
            if table.foreign
            else {}
        ),
    }


def _field(column: Column) -> dict[str, Any]:
    """Return what a Table Schema says of a column.

    A list is a text there, and `scheiding` is what stands between its items: the JSON Schema of the standard itself
    (2.0) has no `list`, and programs refuse all of a package of which they know one type not.
    """
    limits: dict[str, Any] = {"required": column.required}
    about = {"name": column.name, "title": column.title, "description": column.said}
    if column.many:
        return about | {"type": "string", "scheiding": open_data.SEPARATOR, "constraints": limits}
    limits |= {"enum": [slug for slug, _ in column.choices]} if column.choices and not column.part else {}
    bounds = {
        "minLength": column.shortest,
        "maxLength": column.longest,
        "minimum": column.least,
        "maximum": column.most,
    }
    limits |= {
        bound: number for bound, number in bounds.items() if number is not None and column.part != open_data.LABEL
    }
    more: dict[str, Any] = {}
    if column.type is Type.YES:
        more = {"trueValues": [YES], "falseValues": [NO]}
    if column.type is Type.NUMBER:
        more = {"decimalChar": ","}
    return about | {"type": column.type.value} | more | {"constraints": limits}


def _object(columns: tuple[Column, ...]) -> dict[str, Any]:
    """Return the JSON Schema of a row."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in columns],
        "properties": {column.name: _property(column) for column in columns},
    }


def _property(column: Column) -> dict[str, Any]:
    about = {"title": column.title, "description": column.said}
    if column.of:
        return about | {"type": "array", "items": _object(column.of)}
    known = {Type.DATE: "string", Type.TEXT: "string"}
    one: dict[str, Any] = {"type": known.get(column.type, column.type.value)}
    one |= {"format": "date"} if column.type is Type.DATE else {}
    bounds = {
        "minLength": column.shortest,
        "maxLength": column.longest,
        "minimum": column.least,
        "maximum": column.most,
    }
    if column.part != open_data.LABEL:
        one |= {bound: number for bound, number in bounds.items() if number is not None}
        one |= {"enum": [slug for slug, _ in column.choices]} if column.choices else {}
    if column.many:
        return about | {"type": "array", "items": one} | ({"minItems": 1} if column.required else {})
    if column.required:
        return about | one
    if "enum" in one:
        one["enum"] = [*one["enum"], None]
    return about | one | {"type": [one["type"], "null"]}
