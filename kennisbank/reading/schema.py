"""From the fields of a file to a record or its problems, and from the record to its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennisbank.model.colours import COLOUR
from kennisbank.model.examples import told
from kennisbank.model.fields import FieldSpec, Kind, specs
from kennisbank.model.records import Origin, Position, Source
from kennisbank.model.vocabulary import SLUG, Vocabulary, nearest
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.quoted import spoken
from kennisbank.reading.values import ADDRESS, PERIOD, PICTURE, RANGE, READERS, SITE, VORM, Context, Invalid, choices

CONSENTED = "toestemming_kenmerk"
"""The field that is required as soon as there is consent."""
CONSENT = {Kind.CONSENT: "toestemming", Kind.GRANTED: "beeld-toestemming"}
"""The code of the problem where consent is missing."""


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
        if spec.of is not None:
            return self.records(name, spec, spec.of, node)
        if spec.many:
            return self.many(name, spec, node)
        if not isinstance(node, fm.Scalar):
            return self.add("waarde-soort", name, node, "Hier hoort één waarde, geen lijst.", _example(name, spec))
        return self.one(name, spec, node)

    def one(self, name: str, spec: FieldSpec, node: fm.Scalar) -> Any:
        raw = node.text if spec.kind is Kind.CONSENT else node.text.strip()  # consent is exactly ja or nee
        if not raw.strip():
            code = CONSENT.get(spec.kind, "waarde-leeg")
            if spec.many:
                hint = "Vul de waarde in, of haal die uit de lijst."
                return self.add(code, name, node, "In de lijst staat een lege waarde.", hint)
            return self.add(code, name, node, "Het veld is leeg.", _filled(name, spec))
        try:
            return READERS[spec.kind](raw, spec, self.context)
        except Invalid as error:
            return self.add(error.code, name, node, error.message, error.hint)

    def many(self, name: str, spec: FieldSpec, node: fm.Node) -> Any:
        values: list[Any] = []
        for item in (items := self.items(name, spec, node)):
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
        return tuple(values) if items else None

    def items(self, name: str, spec: FieldSpec, node: fm.Node) -> tuple[fm.Node, ...]:
        """Return what is in a list, and note what is wrong with the list itself."""
        if isinstance(node, fm.Scalar) and not node.text.strip():
            self.add("waarde-leeg", name, node, "Het veld is leeg.", _filled(name, spec))
            return ()
        if not isinstance(node, fm.Sequence):
            self.add("waarde-soort", name, node, "Hier hoort een lijst.", _example(name, spec))
            return ()
        if not node.items:
            self.add("waarde-leeg", name, node, "De lijst is leeg.", _filled(name, spec))
            return ()
        if len(node.items) < spec.least:
            message = f"De lijst heeft {counted(len(node.items))}; minstens {spec.least} zijn nodig."
            self.add("waarde-aantal", name, node, message, "Vul de lijst aan.")
        if spec.most is not None and len(node.items) > spec.most:
            self.add(
                "waarde-aantal", name, node, f"De lijst heeft {counted(len(node.items))}; hooguit {spec.most} mag."
            )
        return node.items

    def records(self, name: str, spec: FieldSpec, record: type[Any], node: fm.Node) -> Any:
        """Return a list of mappings, each read as a record with fields of its own.

        The fields are known as `beelden.alt`; no two items can have the same first field.
        """
        known = {f"{name}.{part}": inner for part, inner in specs(record).items()}
        first = next(iter(known))
        found: list[Any] = []
        taken: set[str] = set()
        for number, item in enumerate(self.items(name, spec, node)):
            self.positions[name, number] = (item.line, item.column)
            if not isinstance(item, fm.Mapping):
                self.add("waarde-soort", name, item, "Hier horen velden met een waarde te staan.", _example(name, spec))
                continue
            before = len(self.problems)
            values = self.mapping(known, item, f"{name}.", number)
            if (key := values.get(first)) in taken:
                again = item.entries[first.removeprefix(f"{name}.")][1]
                self.add("waarde-dubbel", first, again, f"{quote(str(key))} staat er al.")
            taken |= {key} if key else set()
            if len(self.problems) == before:
                found.append(record(**{part.removeprefix(f"{name}."): value for part, value in values.items()}))
        return tuple(found)

    def mapping(
        self, known: Mapping[str, FieldSpec], fields: fm.Mapping, prefix: str = "", number: int = -1
    ) -> dict[str, Any]:
        """Return the values of the fields in a mapping by name; `prefix` comes before each name that is written.

        `number` is the place of the mapping in the list that it stands in.
        """
        values: dict[str, Any] = {}
        for written, (key, node) in fields.entries.items():
            if (name := prefix + written) in known:
                values[name] = self.field(name, known[name], node)
                self.positions[name, number] = (node.line, node.column)
            else:
                names = [one.removeprefix(prefix) for one in known]
                guess = nearest(written, names)
                meant = f" Bedoelde je {quote(guess)}?" if guess else ""
                message = f"Het veld {quote(written)} bestaat niet.{meant}"
                self.add("veld-onbekend", name, key, message, "Velden: " + ", ".join(names) + ".")
        for name, spec in known.items():
            if spec.required and name not in values:
                part = name.removeprefix(prefix)
                hint = None if spec.kind in CONSENT else f"Voeg toe, bijvoorbeeld: {part}: {spec.example}"
                message = f"Het verplichte veld {quote(part)} ontbreekt."
                self.add(CONSENT.get(spec.kind, "veld-ontbreekt"), name, fields, message, hint)
        return values

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


def _filled(name: str, spec: FieldSpec) -> str | None:
    """Return what helps against an empty field: only what may be left out can be taken away."""
    if spec.kind in CONSENT:
        return None
    if name == CONSENTED:
        return "Vul het veld in. Zonder toestemming mag het weg."
    return "Vul het veld in: het is verplicht." if spec.required else "Vul het veld in, of haal het weg."


def _example(name: str, spec: FieldSpec) -> str:
    if spec.of is not None:
        (first, about), *others = ((part, inner) for part, inner in specs(spec.of).items() if inner.required)
        below = ", ".join(part for part, _ in others[:-1]) + f" en {others[-1][0]}"
        return f"Begin onder {name}: met - {first}: {about.example} en zet daaronder {below}."
    return f"Schrijf het zo: {name.rpartition('.')[2]}: {spec.example}"


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
    known = context.fields(record)
    reader = _Reader(where.path, context)
    values = reader.mapping(known, fields)
    if values.get("toestemming") is True and "toestemming_kenmerk" in known and "toestemming_kenmerk" not in values:
        reader.add("toestemming-kenmerk", "toestemming_kenmerk", fields, "Bij toestemming: ja hoort een kenmerk.")
    exact, around = values.get("periode"), values.get("speelde")
    if exact and around and not around[0] <= exact[0] <= exact[1] <= around[1]:
        message = f"De periode {written(exact)} ligt niet binnen de jaren waarin dit speelde, {written(around)}."
        reader.add("periode-buiten", "periode", fields.entries["periode"][1], message)
    published, changed = values.get("datum"), values.get("bijgewerkt")
    if published and changed and changed < published:
        message = f"Bijgewerkt op {changed}, en pas op {published} kwam het op de site."
        reader.add("bijgewerkt-eerder", "bijgewerkt", fields.entries["bijgewerkt"][1], message)
    for name, spec in known.items():
        if spec.kind is Kind.CITAAT and values.get(name) and spoken(front.body, values[name]) is None:
            message = f"{quote(values[name])} staat niet zo in de tekst."
            reader.add("citaat-tekst", name, fields.entries[name][1], message)
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


def written(period: tuple[int, int]) -> str:
    """Return a period as it stands in a file: 2019, 2017-2021."""
    first, last = period
    return str(first) if first == last else f"{first}-{last}"


def json_schema(record: type[Any], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record's front matter."""
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": record.__name__}
    return about | _object(record, vocabularies)


def _object(record: type[Any], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    known = told(record, vocabularies)
    return {
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
    item = _object(spec.of, vocabularies) if spec.of else _item(spec.kind, spec, vocabularies)
    return about | (_list(item, spec) if spec.many else item)


def _list(item: dict[str, Any], spec: FieldSpec) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": spec.least, "uniqueItems": True} | (
        {"maxItems": spec.most} if spec.most else {}
    )


def _item(kind: Kind, spec: FieldSpec, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    if kind in {Kind.TEXT, Kind.CITAAT}:
        longest = {"maxLength": spec.maximum} if spec.maximum else {}
        return {"type": "string", "minLength": spec.minimum or 1, "pattern": r"\S"} | longest
    if kind is Kind.CHOICE:
        return {"enum": [*spec.extra, *(term.slug for term in vocabularies[spec.vocabulary].terms)]}
    if kind is Kind.CONSENT:
        return {"enum": ["ja", "nee"]}
    if kind in {Kind.GRANTED, Kind.YES}:
        return {"const": "ja"}
    if kind is Kind.FLAG:
        return {"type": "boolean"}
    if kind is Kind.NUMBER:
        return {"type": "integer", "minimum": spec.minimum, "maximum": spec.maximum}
    if kind in {Kind.DATE, Kind.CHANGED}:
        return {"type": "string", "format": "date"}
    patterns = {
        Kind.PERIOD: PERIOD, Kind.RANGE: RANGE, Kind.FILE: PICTURE, Kind.ADDRESS: ADDRESS, Kind.SITE: SITE,
        Kind.VORM: VORM, Kind.COLOUR: COLOUR,
    }  # fmt: skip
    text: dict[str, Any] = {"type": "string", "pattern": f"^{patterns.get(kind, SLUG).pattern}$"}
    return text | ({"maxLength": spec.maximum} if kind in {Kind.FILE, Kind.SITE} else {})
