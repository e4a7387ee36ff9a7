"""Front matter: from text to fields that know their line and column, or problems.

YAML is read as a stream of events and nothing is constructed, so that a scalar stays the text that was written
("no", 010, 12:30), a duplicate key is seen, and anchors, tags and deep nesting are refused before they can do harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import cleaning

DEEPEST = 5
"""Levels of nesting that are accepted."""

# What no text may hold: control characters but tab and line ends; bidi embeddings, overrides and isolates (Unicode
# TR 36, "bidi spoofing"); a byte order mark inside the text; line and paragraph separators, which end a line for YAML
# but for no editor.
# Letters that show nothing at all (the fillers of Hangul, tags) could hide words in a name.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u115f\u1160\u2028-\u202e\u2061-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character (a surrogate): only an escape can bring it in."""

# libyaml when it is there (ten times faster); the pure Python parser gives the same events.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A value as it was written; `line` and `column` from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True)
class Mapping:
    """Keys with their values; each key is a scalar and stands in it once."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class FrontMatter:
    """The fields of a file (None when unreadable), their problems, the Markdown below and the line it begins on."""

    fields: Mapping | None
    problems: tuple[Problem, ...]
    body: str
    body_line: int


class Refused(Exception):
    """Carries the one problem that makes the rest of a front matter unreadable."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.problem = found


MISPLACED = (
    "Deze regel past niet bij de velden erboven. Begint elk veld vooraan, en kloppen de aanhalingstekens en haakjes?"
)
BULLETS = ("–", "—", "•", "·", "●", "‑")
BULLET = "Een regel van een lijst begint met een gewoon streepje (-) en een spatie."
UNREADABLE = "Deze regel in de kop is niet te lezen."

# What libyaml and PyYAML say in English, by a part of it; the first that occurs is used.
YAML_DUTCH = (
    (
        "mapping values are not allowed",
        'Hier staat een dubbele punt die niet bij een veldnaam hoort. Zet de hele waarde tussen "aanhalingstekens".',
    ),
    ("could not find expected ':'", "Hier ontbreekt een dubbele punt na de naam van het veld."),
    ("did not find expected ',' or ']'", "Een lijst tussen [ ] is niet afgesloten, of er ontbreekt een komma."),
    ("expected ',' or ']'", "Een lijst tussen [ ] is niet afgesloten, of er ontbreekt een komma."),
    ("did not find expected ',' or '}'", "Een deel tussen { } is niet afgesloten."),
    ("expected ',' or '}'", "Een deel tussen { } is niet afgesloten."),
    ("unexpected end of stream", "Een aanhalingsteken is geopend en niet gesloten."),
    ("unexpected document separator", "Een aanhalingsteken is geopend en niet gesloten."),
    ("did not find expected key", MISPLACED),
    ("<block end>", MISPLACED),
    ("<document start>", "Deze regel past niet bij de velden erboven. Begint elk veld vooraan op de regel?"),
    ("did not find expected '-' indicator", "In een lijst moet elke regel met een streepje beginnen."),
    (
        "sequence entries are not allowed",
        "Een streepje kan hier niet. Zet een lijst tussen [ ], of zet elke waarde met een streepje op een eigen regel.",
    ),
    ("node content", "Hier staat een leesteken dat er niet hoort, zoals een komma of een haakje te veel."),
    ("block scalar", 'Een waarde die met | of > begint, moet tussen "aanhalingstekens".'),
    (
        "cannot start any token",
        'De waarde begint met een teken dat hier iets anders betekent. Zet de hele waarde tussen "aanhalingstekens".',
    ),
    (
        "escape",
        "Na een backslash (\\) tussen dubbele aanhalingstekens staat iets onbekends. Gebruik enkele aanhalingstekens.",
    ),
    ("alias", "Een waarde die met * begint, moet tussen aanhalingstekens."),
    ("anchor", "Een waarde die met & begint, moet tussen aanhalingstekens."),
    ("tag", "Een waarde die met ! begint, moet tussen aanhalingstekens."),
)


def split(text: str, path: str) -> tuple[str, str, int]:
    """Split a text in YAML, body and the line number of the body.

    Raises `Refused` when there is no front matter, something before it, or no end to it.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        filled = next((number for number, line in enumerate(lines) if line.strip()), 0)
        if lines[filled].rstrip() == "---":
            raise Refused(problem("kop-lege-regel", path, "Boven de kop staat een lege regel."))
        raise Refused(problem("kop-ontbreekt", path, "Het bestand begint niet met een kop met gegevens."))
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            return "\n".join(lines[1 : number - 1]) + "\n", "\n".join(lines[number:]), number + 1
    raise Refused(problem("kop-open", path, "De kop met gegevens is geopend maar niet afgesloten."))


def read(text: str, path: str) -> FrontMatter:
    """Return the front matter of a text with `\\n` line ends; raises `Refused` when there is none to be found."""
    block, body, body_line = split(text, path)
    try:
        node, problems = parse(block, path, first_line=2)
        if not isinstance(node, Mapping):
            raise Refused(problem("kop-lijst", path, "De kop bestaat niet uit velden met een waarde.", line=2))
    except Refused as refused:
        return FrontMatter(None, (refused.problem,), body, body_line)
    return FrontMatter(node, tuple(problems), body, body_line)


def parse(block: str, path: str, first_line: int = 1) -> tuple[Node, list[Problem]]:
    """Return the one document in a YAML text, and what is wrong in it; an empty text is an empty mapping.

    Raises `Refused` when it cannot be read on.
    """
    for number, line in enumerate(block.split("\n"), first_line):
        if (tab := line.find("\t")) >= 0:
            raise Refused(problem("kop-tab", path, "In de kop staat een tab.", line=number, column=tab + 1))
    try:
        builder = _Builder(Loader(block).get_event, path, block.split("\n"), first_line)
        return builder.document(), builder.problems
    except yaml.MarkedYAMLError as error:
        english = f"{error.problem or ''} {error.context or ''}"
        opened = (
            any(part in english for part in ("quoted scalar", "simple key", "flow sequence", "flow mapping"))
            and "escape" not in english
        )
        mark = error.context_mark if opened else error.problem_mark or error.context_mark
        message = next((dutch for part, dutch in YAML_DUTCH if part in english), UNREADABLE)
        if mark and "".join(block.split("\n")[mark.line : mark.line + 1]).lstrip().startswith(BULLETS):
            message = BULLET
        last = max(len(block.split("\n")) - 2, 0)  # an error "at the end" is shown on the last line that is written
        row, column = (min(mark.line, last), mark.column) if mark else (0, 0)
        raise Refused(problem("kop-yaml", path, message, line=row + first_line, column=column + 1)) from None
    except yaml.YAMLError:
        raise Refused(problem("kop-yaml", path, UNREADABLE, line=first_line)) from None


class _Builder:
    """Turns the events of one document into nodes, and notes what is wrong but can be read past."""

    def __init__(self, event: Callable[[], Any], path: str, lines: list[str], first_line: int) -> None:
        self.event = event
        self.path = path
        self.lines = lines
        self.first_line = first_line
        self.problems: list[Problem] = []
        # What few texts have is looked for once, not in every value.
        whole = "\n".join(lines)
        self.remarks = " #" in whole
        self.odd = "\\" in whole or FORBIDDEN.search(cleaning.rare(whole)) is not None

    def document(self) -> Node:
        self.event()  # the start of the stream
        start = self.event()
        if isinstance(start, yaml.StreamEndEvent):
            return Mapping({}, self.first_line, 1)
        if getattr(start, "version", None) or getattr(start, "tags", None):
            raise self.refuse("kop-tag", start, "De kop bevat een aanwijzing voor YAML.")
        node = self.node(self.event(), 1)
        self.event()  # the end of the document
        if not isinstance(more := self.event(), yaml.StreamEndEvent):
            raise self.refuse("kop-lijst", more, "In de kop begint een tweede document.")
        if isinstance(node, Scalar) and not node.text:
            return Mapping({}, self.first_line, 1)
        return node

    def place(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def refuse(self, code: str, event: Any, message: str) -> Refused:
        line, column = self.place(event)
        return Refused(problem(code, self.path, message, line=line, column=column))

    def node(self, event: Any, depth: int) -> Node:
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            if self.remarks:
                self.comment(event)
            if self.odd:
                self.escape(event)
            start: Any = event.start_mark
            return Scalar(event.value, start.line + self.first_line, start.column + 1)
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(
                "kop-anker", event, f"{quote(f'*{event.anchor}')} heeft hier een eigen betekenis (een verwijzing)."
            )
        if event.anchor is not None:
            raise self.refuse(
                "kop-anker", event, f"{quote(f'&{event.anchor}')} heeft hier een eigen betekenis (een anker)."
            )
        if event.tag is not None:
            raise self.refuse(
                "kop-tag",
                event,
                f"{quote(event.tag.replace('tag:yaml.org,2002:', '!!'))} heeft hier een eigen betekenis (een type).",
            )
        if depth > DEEPEST:
            raise self.refuse("kop-diep", event, f"De kop gaat meer dan {DEEPEST} niveaus diep.")
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while type(item := self.event()) is not yaml.SequenceEndEvent:
                items.append(self.node(item, depth + 1))
            return Sequence(tuple(items), *self.place(event))
        return self.mapping(event, depth)

    def comment(self, event: Any) -> None:
        """Note a value without quotes that stops at ` #`: "Groep 3 # 4" would silently be "Groep 3".

        Two spaces or more before the # are taken for a remark, as the style guides of YAML have it.
        """
        line = self.lines[event.end_mark.line] if event.end_mark.line < len(self.lines) else ""
        rest = line[event.end_mark.column :]
        if "#" in rest and event.value and event.style in {None, ""} and rest.startswith(" #"):
            message = f"Alles vanaf {quote(rest.strip(), 30)} valt weg."
            row, column = event.end_mark.line + self.first_line, event.end_mark.column + 2
            self.problems.append(problem("kop-hekje", self.path, message, line=row, column=column))

    def escape(self, event: Any) -> None:
        """Note a character that may not be in a text and is written as a code, such as `\\u202e`."""
        if match := FORBIDDEN.search(event.value) or HALF.search(event.value):
            message = f"Deze waarde bevat het onzichtbare teken U+{ord(match.group()):04X}, geschreven als code."
            hint = "Haal de code weg die met een backslash (\\) begint."
            line, column = self.place(event)
            self.problems.append(problem("bytes-teken", self.path, message, line=line, column=column, hint=hint))

    def mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while type(start := self.event()) is not yaml.MappingEndEvent:
            key = self.node(start, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refuse("kop-lijst", start, "De naam van een veld is een lijst.")
            if key.text == "<<":
                raise self.refuse("kop-anker", start, '"<<" voegt velden van elders in.')
            if key.text in entries:
                first = entries[key.text][0].line
                found = self.refuse(
                    "kop-dubbel",
                    start,
                    f"Het veld {quote(key.text)} staat er twee keer: op regel {first} en op regel {key.line}.",
                )
                self.problems.append(replace(found.problem, field=key.text))
            value = self.node(self.event(), depth + 1)
            entries.setdefault(key.text, (key, value))
        return Mapping(entries, *self.place(event))
