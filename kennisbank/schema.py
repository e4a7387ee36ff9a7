"""From the fields of a file to a record or its problems, and from the record to its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from kennisbank import frontmatter as fm
from kennisbank.fields import FieldSpec, Kind, specs
from kennisbank.files import Source
from kennisbank.problems import Problem, problem, quote
from kennisbank.records import Origin, Position
from kennisbank.vocabulary import SLUG, Vocabulary, nearest

R = TypeVar("R")

OLDEST = date(2000, 1, 1)
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PERIOD = re.compile(r"([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?")
RANGE = re.compile(r"([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4}))?")


@dataclass(frozen=True)
class Context:
    """What a value is judged against: the closed lists, and the day that counts as today."""

    vocabularies: Mapping[str, Vocabulary]
    today: date


class Invalid(Exception):
    """A value that cannot be read: the code of the problem, what is wrong, and a cure of its own."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def _choices(vocabulary: Vocabulary, extra: tuple[str, ...]) -> str:
    slugs = [*extra, *(term.slug for term in vocabulary.terms)]
    return "Kies uit: " + ", ".join(slugs) + "."


def _text(raw: str, spec: FieldSpec, context: Context) -> str:
    text = " ".join(raw.split())
    if not any(map(str.isalnum, text)):
        raise Invalid("waarde-leeg", f"{quote(text)} heeft geen letter of cijfer.", "Vul het veld in.")
    if spec.minimum is not None and len(text) < spec.minimum:
        raise Invalid("waarde-lengte", f"De tekst telt {len(text)} tekens; minstens {spec.minimum} zijn nodig.", "Schrijf wat meer.")
    if spec.maximum is not None and len(text) > spec.maximum:
        raise Invalid("waarde-lengte", f"De tekst telt {len(text)} tekens; hooguit {spec.maximum} mag.", "Kort de tekst in.")
    return text


def _date(raw: str, spec: FieldSpec, context: Context) -> date:
    match = DATE.fullmatch(raw)
    if not match:
        raise Invalid("waarde-datum", f"{quote(raw)} is geen datum.")
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        raise Invalid("waarde-datum", f"{quote(raw)} bestaat niet op de kalender.") from None
    if day < OLDEST:
        raise Invalid("waarde-datum", f"{quote(raw)} ligt voor het jaar 2000.", "Vul de dag van publicatie op deze site in.")
    if day > context.today:
        raise Invalid("waarde-datum", f"{quote(raw)} ligt in de toekomst.", f"Vul vandaag in ({context.today}) of een eerdere dag.")
    return day


def _period(raw: str, spec: FieldSpec, context: Context) -> tuple[int, int]:
    match = PERIOD.fullmatch(raw)
    if not match:
        raise Invalid("waarde-periode", f"{quote(raw)} is geen periode.")
    first, last = int(match[1]), int(match[2] or match[1])
    if not OLDEST.year <= first <= last <= context.today.year + 10:
        limits = f"beide tussen {OLDEST.year} en {context.today.year + 10}"
        raise Invalid("waarde-periode", f"{quote(raw)} kan niet.", f"Schrijf eerst het begin en dan het einde, {limits}.")
    return first, last


def _range(raw: str, spec: FieldSpec, context: Context) -> tuple[int, int]:
    match = RANGE.fullmatch(raw)
    if not match:
        raise Invalid("waarde-bereik", f"{quote(raw)} is geen getal of bereik.")
    low, high = int(match[1]), int(match[2] or match[1])
    least, most = spec.minimum or 0, spec.maximum or 9999
    if not least <= low <= high <= most:
        raise Invalid("waarde-bereik", f"{quote(raw)} kan niet: van laag naar hoog, tussen {least} en {most}.")
    return low, high


def _number(raw: str, spec: FieldSpec, context: Context) -> int:
    low, high = _range(raw, spec, context)
    if low != high or not raw.isdecimal():
        raise Invalid("waarde-bereik", f"{quote(raw)} is geen getal.", f"Schrijf een getal, bijvoorbeeld {spec.example}.")
    return low


def _consent(raw: str, spec: FieldSpec, context: Context) -> bool:
    if raw not in {"ja", "nee"}:
        raise Invalid("toestemming", f"{quote(raw)} is geen ja en geen nee.")
    return raw == "ja"


def _flag(raw: str, spec: FieldSpec, context: Context) -> bool:
    if raw not in {"true", "false"}:
        raise Invalid("waarde-soort", f"{quote(raw)} is hier niet mogelijk.", "Schrijf true, of haal het veld weg.")
    return raw == "true"


def _choice(raw: str, spec: FieldSpec, context: Context) -> str:
    vocabulary = context.vocabularies[spec.vocabulary]
    if raw in vocabulary.by_slug or raw in spec.extra:
        return raw
    if slug := vocabulary.synonym(raw):
        raise Invalid("waarde-synoniem", f"{quote(raw)} schrijf je hier als {quote(slug)}.")
    guess = vocabulary.nearest(raw)
    meant = f" Bedoelde je {quote(guess)}?" if guess else ""
    raise Invalid("waarde-onbekend", f"{quote(raw)} bestaat niet.{meant}", _choices(vocabulary, spec.extra))


def _slug(raw: str, spec: FieldSpec, context: Context) -> str:
    if not SLUG.fullmatch(raw):
        raise Invalid("waarde-soort", f"{quote(raw)} is geen adres.", f"Een adres bestaat uit kleine letters, cijfers en streepjes, bijvoorbeeld {spec.example}.")
    return raw


READERS: dict[Kind, Callable[[str, FieldSpec, Context], Any]] = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.PERIOD: _period,
    Kind.RANGE: _range,
    Kind.NUMBER: _number,
    Kind.CONSENT: _consent,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.VERHAAL: _slug,
    Kind.WERKVORM: _slug,
    Kind.SLUG: _slug,
}


class _Reader:
    """Reads the fields of one file and gathers what is wrong with them."""

    def __init__(self, path: str, context: Context) -> None:
        self.path = path
        self.context = context
        self.problems: list[Problem] = []
        self.positions: dict[tuple[str, int], Position] = {}

    def add(self, code: str, name: str, node: fm.Node, message: str, hint: str | None = None) -> Any:
        """Note a problem; returns None, so that a reader of values can return it."""
        self.problems.append(problem(code, self.path, message, line=node.line, column=node.column, field=name, hint=hint))

    def field(self, name: str, spec: FieldSpec, node: fm.Node) -> Any:
        """Return the value of a field, or None when it has a problem."""
        self.positions[name, -1] = (node.line, node.column)
        if spec.kind is Kind.QUESTIONS:
            return self.questions(name, spec, node)
        if spec.many:
            return self.many(name, spec, node)
        if not isinstance(node, fm.Scalar):
            return self.add("waarde-soort", name, node, "Hier hoort één waarde, geen lijst.", _example(name, spec))
        return self.one(name, spec, node)

    def one(self, name: str, spec: FieldSpec, node: fm.Scalar) -> Any:
        raw = node.text if spec.kind is Kind.CONSENT else node.text.strip()  # consent is exactly ja or nee
        if not raw.strip():
            code = "toestemming" if spec.kind is Kind.CONSENT else "waarde-leeg"
            return self.add(code, name, node, "Het veld is leeg." if not spec.many else "In de lijst staat een lege waarde.")
        try:
            return READERS[spec.kind](raw, spec, self.context)
        except Invalid as error:
            return self.add(error.code, name, node, error.message, error.hint)

    def many(self, name: str, spec: FieldSpec, node: fm.Node) -> tuple[Any, ...] | None:
        if isinstance(node, fm.Scalar) and not node.text.strip():
            return self.add("waarde-leeg", name, node, "Het veld is leeg.")
        if not isinstance(node, fm.Sequence):
            return self.add("waarde-soort", name, node, "Hier hoort een lijst.", _example(name, spec))
        if not node.items:
            return self.add("waarde-leeg", name, node, "De lijst is leeg.")
        values: list[Any] = []
        for item in node.items:
            if not isinstance(item, fm.Scalar):
                self.add("waarde-soort", name, item, "In deze lijst staat nog een lijst of een veld.", _example(name, spec))
                continue
            value = self.one(name, spec, item)
            if value is not None and value in values:
                self.add("waarde-dubbel", name, item, f"{quote(item.text)} staat er al.")
            elif value is not None:
                self.positions[name, len(values)] = (item.line, item.column)
                values.append(value)
        if spec.most is not None and len(node.items) > spec.most:
            self.add("waarde-aantal", name, node, f"De lijst heeft {len(node.items)} waarden; hooguit {spec.most} mag.")
        return tuple(values)

    def questions(self, name: str, spec: FieldSpec, node: fm.Node) -> Mapping[str, tuple[str, ...]] | None:
        if not isinstance(node, fm.Mapping):
            return self.add("waarde-soort", name, node, "Hier horen vragen per functie.", _example(name, spec))
        functions = self.context.vocabularies[spec.vocabulary]
        for key, (place, _) in node.entries.items():
            if key not in functions.by_slug:
                self.add("waarde-onbekend", name, place, f"{quote(key)} is geen functie.", _choices(functions, ()))
        read: dict[str, tuple[str, ...]] = {}
        for term in functions.terms:
            if term.slug not in node.entries:
                self.add("veld-ontbreekt", name, node, f"Vragen voor {quote(term.slug)} ontbreken.")
            else:
                read[term.slug] = self.many(name, _list_of_text(spec), node.entries[term.slug][1]) or ()
        return read


def _example(name: str, spec: FieldSpec) -> str:
    return f"Schrijf het zo: {name}: {spec.example}"


def _list_of_text(spec: FieldSpec) -> FieldSpec:
    return FieldSpec(Kind.TEXT, spec.label, spec.help, '["Eerste vraag?", "Tweede vraag?"]', many=True, minimum=spec.minimum, maximum=spec.maximum, most=spec.most)


def build(record: type[R], source: fm.FrontMatter, where: Source, context: Context) -> tuple[R | None, list[Problem]]:
    """Turn the front matter of one file into a record.

    Returns the record, or None, with every problem of its fields; without problems there is always a record.
    """
    known = specs(record)
    reader = _Reader(where.path, context)
    values: dict[str, Any] = {}
    for name, (key, node) in source.fields.entries.items():
        if name in known:
            values[name] = reader.field(name, known[name], node)
        else:
            guess = nearest(name, tuple(known))
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            reader.add("veld-onbekend", name, key, f"Het veld {quote(name)} bestaat niet.{meant}", "Velden: " + ", ".join(known) + ".")
    for name, spec in known.items():
        if spec.required and name not in values:
            code = "toestemming" if spec.kind is Kind.CONSENT else "veld-ontbreekt"
            message = f"Het verplichte veld {quote(name)} ontbreekt."
            reader.add(code, name, source.fields, message, None if spec.kind is Kind.CONSENT else f"Voeg toe, bijvoorbeeld: {name}: {spec.example}")
    if values.get("toestemming") is True and "toestemming_kenmerk" in known and "toestemming_kenmerk" not in values:
        reader.add("toestemming-kenmerk", "toestemming_kenmerk", source.fields, "Bij toestemming: ja hoort een kenmerk.")
    if reader.problems:
        return None, reader.problems
    origin = Origin(path=where.path, slug=where.slug, file=where.file, body=source.body, body_line=source.body_line, positions=reader.positions)
    return record(origin=origin, **values), []


def json_schema(record: type[Any], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record's front matter."""
    known = specs(record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": record.__name__,
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, spec in known.items() if spec.required],
        "properties": {name: _property(spec, vocabularies) for name, spec in known.items()},
    }


def _property(spec: FieldSpec, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    about = {"title": spec.label, "description": spec.help}
    if spec.kind is Kind.QUESTIONS:
        questions = _list(_item(Kind.TEXT, spec, vocabularies), spec)
        names = [term.slug for term in vocabularies[spec.vocabulary].terms]
        return about | {"type": "object", "additionalProperties": False, "required": names, "properties": dict.fromkeys(names, questions)}
    item = _item(spec.kind, spec, vocabularies)
    return about | (_list(item, spec) if spec.many else item)


def _list(item: dict[str, Any], spec: FieldSpec) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True} | ({"maxItems": spec.most} if spec.most else {})


def _item(kind: Kind, spec: FieldSpec, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    if kind is Kind.TEXT:
        return {"type": "string", "minLength": spec.minimum or 1} | ({"maxLength": spec.maximum} if spec.maximum else {})
    if kind is Kind.CHOICE:
        return {"enum": [*spec.extra, *(term.slug for term in vocabularies[spec.vocabulary].terms)]}
    if kind is Kind.CONSENT:
        return {"enum": ["ja", "nee"]}
    if kind is Kind.FLAG:
        return {"type": "boolean"}
    if kind is Kind.NUMBER:
        return {"type": "integer", "minimum": spec.minimum, "maximum": spec.maximum}
    if kind is Kind.DATE:
        return {"type": "string", "format": "date"}
    patterns = {Kind.PERIOD: PERIOD, Kind.RANGE: RANGE}
    return {"type": "string", "pattern": f"^{patterns.get(kind, SLUG).pattern}$"}
