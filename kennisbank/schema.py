"""From the fields of a file to a record or its problems, and from the record to its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennisbank import frontmatter as fm
from kennisbank.fields import FieldSpec, Kind, specs
from kennisbank.files import Source
from kennisbank.problems import Problem, problem, quote
from kennisbank.records import Origin, Position
from kennisbank.values import PERIOD, RANGE, READERS, Context, Invalid, choices
from kennisbank.vocabulary import SLUG, Vocabulary, nearest


class _Reader:
    """Reads the fields of one file and gathers what is wrong with them."""

    def __init__(self, path: str, context: Context) -> None:
        self.path = path
        self.context = context
        self.problems: list[Problem] = []
        self.positions: dict[tuple[str, int], Position] = {}

    def add(self, code: str, name: str, node: fm.Node, message: str, hint: str | None = None) -> Any:
        """Note a problem; returns None, so that a reader of values can return it."""
        self.problems.append(
            problem(code, self.path, message, line=node.line, column=node.column, field=name, hint=hint)
        )

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
            return self.add(
                code, name, node, "Het veld is leeg." if not spec.many else "In de lijst staat een lege waarde."
            )
        try:
            return READERS[spec.kind](raw, spec, self.context)
        except Invalid as error:
            return self.add(error.code, name, node, error.message, error.hint)

    def many(self, name: str, spec: FieldSpec, node: fm.Node) -> Any:
        if isinstance(node, fm.Scalar) and not node.text.strip():
            return self.add("waarde-leeg", name, node, "Het veld is leeg.")
        if not isinstance(node, fm.Sequence):
            return self.add("waarde-soort", name, node, "Hier hoort een lijst.", _example(name, spec))
        if not node.items:
            return self.add("waarde-leeg", name, node, "De lijst is leeg.")
        values: list[Any] = []
        for item in node.items:
            if not isinstance(item, fm.Scalar):
                self.add(
                    "waarde-soort", name, item, "In deze lijst staat nog een lijst of een veld.", _example(name, spec)
                )
                continue
            value = self.one(name, spec, item)
            if value is not None and value in values:
                self.add("waarde-dubbel", name, item, f"{quote(item.text)} staat er al.")
            elif value is not None:
                self.positions[name, len(values)] = (item.line, item.column)
                values.append(value)
        if len(node.items) < spec.least:
            message = f"De lijst heeft {counted(len(node.items))}; minstens {spec.least} zijn nodig."
            self.add("waarde-aantal", name, node, message, "Vul de lijst aan.")
        if spec.most is not None and len(node.items) > spec.most:
            self.add(
                "waarde-aantal", name, node, f"De lijst heeft {counted(len(node.items))}; hooguit {spec.most} mag."
            )
        return tuple(values)

    def questions(self, name: str, spec: FieldSpec, node: fm.Node) -> Any:
        if not isinstance(node, fm.Mapping):
            return self.add("waarde-soort", name, node, "Hier horen vragen per functie.", _example(name, spec))
        functions = self.context.vocabularies[spec.vocabulary]
        for key, (place, _) in node.entries.items():
            if key not in functions.by_slug:
                self.add("waarde-onbekend", name, place, f"{quote(key)} is geen functie.", choices(functions, ()))
        read: dict[str, tuple[str, ...]] = {}
        for term in functions.terms:
            if term.slug not in node.entries:
                self.add("veld-ontbreekt", name, node, f"Vragen voor {quote(term.slug)} ontbreken.")
            else:
                read[term.slug] = self.many(name, _list_of_text(spec), node.entries[term.slug][1]) or ()
        return read


def counted(number: int) -> str:
    return "1 waarde" if number == 1 else f"{number} waarden"


def _example(name: str, spec: FieldSpec) -> str:
    return f"Schrijf het zo: {name}: {spec.example}"


def _list_of_text(spec: FieldSpec) -> FieldSpec:
    return FieldSpec(
        Kind.TEXT,
        spec.label,
        spec.help,
        '["Eerste vraag?", "Tweede vraag?"]',
        many=True,
        minimum=spec.minimum,
        maximum=spec.maximum,
        most=spec.most,
    )


def build(
    record: type[Any], fields: fm.Mapping, front: fm.FrontMatter, where: Source, context: Context
) -> tuple[Any, list[Problem]]:
    """Turn the `fields` of one file, and the body of its `front`, into a record.

    Returns the record, or None, with every problem of its fields; without problems there is always a record.
    """
    known = specs(record)
    reader = _Reader(where.path, context)
    values: dict[str, Any] = {}
    for name, (key, node) in fields.entries.items():
        if name in known:
            values[name] = reader.field(name, known[name], node)
        else:
            guess = nearest(name, tuple(known))
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            reader.add(
                "veld-onbekend",
                name,
                key,
                f"Het veld {quote(name)} bestaat niet.{meant}",
                "Velden: " + ", ".join(known) + ".",
            )
    for name, spec in known.items():
        if spec.required and name not in values:
            code = "toestemming" if spec.kind is Kind.CONSENT else "veld-ontbreekt"
            message = f"Het verplichte veld {quote(name)} ontbreekt."
            reader.add(
                code,
                name,
                fields,
                message,
                None if spec.kind is Kind.CONSENT else f"Voeg toe, bijvoorbeeld: {name}: {spec.example}",
            )
    if values.get("toestemming") is True and "toestemming_kenmerk" in known and "toestemming_kenmerk" not in values:
        reader.add("toestemming-kenmerk", "toestemming_kenmerk", fields, "Bij toestemming: ja hoort een kenmerk.")
    if reader.problems:
        return None, reader.problems
    origin = Origin(
        path=where.path,
        slug=where.slug,
        file=where.file,
        body=front.body,
        body_line=front.body_line,
        positions=reader.positions,
    )
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
        return about | {
            "type": "object",
            "additionalProperties": False,
            "required": names,
            "properties": dict.fromkeys(names, questions),
        }
    item = _item(spec.kind, spec, vocabularies)
    return about | (_list(item, spec) if spec.many else item)


def _list(item: dict[str, Any], spec: FieldSpec) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": spec.least, "uniqueItems": True} | (
        {"maxItems": spec.most} if spec.most else {}
    )


def _item(kind: Kind, spec: FieldSpec, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    if kind is Kind.TEXT:
        longest = {"maxLength": spec.maximum} if spec.maximum else {}
        return {"type": "string", "minLength": spec.minimum or 1, "pattern": r"\S"} | longest
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
