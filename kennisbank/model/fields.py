"""What a field of the front matter is: the one description that record, check and JSON Schema share."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Kind(Enum):
    """How the text of a value is read."""

    TEXT = "tekst"
    DATE = "datum"
    CHANGED = "dag van een wijziging"
    PERIOD = "periode"
    RANGE = "bereik"
    NUMBER = "getal"
    CONSENT = "ja of nee"
    FLAG = "true of false"
    CHOICE = "keuze"
    VERHAAL = "verhaal"
    WERKVORM = "werkvorm"
    PRAKTIJKVOORBEELD = "praktijkvoorbeeld"
    ADDRESS = "adres"
    QUESTIONS = "vragen"
    BEELDEN = "beelden"
    FILE = "bestand van een afbeelding"
    GRANTED = "ja"
    SITE = "adres van een site"
    VORM = "vorm"
    YES = "ja, of niets"
    UITREIKEN = "uitreiken"
    CITAAT = "woorden uit de tekst"
    COLOUR = "kleur"


TICKED = frozenset({Kind.FLAG, Kind.YES})
"""The kinds of a field that holds or is left out: without it the value is False."""


EVERY = -1
"""As `most`: as many values as its list has; `examples.told` knows how many those are."""


@dataclass(frozen=True)
class FieldSpec:
    """One field of the front matter.

    `minimum` and `maximum` are characters for a text and the limits of each number for a number or range;
    `least` and `most` are the limits to the number of items of a list; `vocabulary` names the closed list of a choice;
    `extra` are values beside that list; `of` is the record that each item of a list is read as; `example` is a value as
    it is written in the file. Help and example may have gaps (`{plaats}`), which `examples.told` fills. `open_data`
    says whether everybody gets it in a file (`open_data.py`): what readers see, and nothing that is kept beside it.
    """

    kind: Kind
    label: str
    help: str
    example: str
    required: bool = False
    many: bool = False
    minimum: int | None = None
    maximum: int | None = None
    least: int = 1
    most: int | None = None
    vocabulary: str = ""
    extra: tuple[str, ...] = ()
    of: type[Any] | None = None
    open_data: bool = False


def field(kind: Kind, label: str, help: str, example: str, *, open_data: bool, **more: Any) -> Any:
    """Return a dataclass field that carries its `FieldSpec`; what is optional has an empty default.

    Whether it is open data has no default: who adds a field decides, or the package cannot be imported.
    """
    return _made(FieldSpec(kind, label, help, example, open_data=open_data, **more))


def like(record: type[Any], name: str, **changes: Any) -> Any:
    """Return a field as another record has it, with these changes to its `FieldSpec`."""
    return _made(dataclasses.replace(specs(record)[name], **changes))


def _made(spec: FieldSpec) -> Any:
    if spec.required:
        return dataclasses.field(metadata={"spec": spec})
    empty: Any = () if spec.many else False if spec.kind in TICKED else None
    return dataclasses.field(default=empty, metadata={"spec": spec})


def specs(record: type[Any]) -> dict[str, FieldSpec]:
    """Return the fields of a record's front matter by name, in the order of the record."""
    return {f.name: f.metadata["spec"] for f in dataclasses.fields(record) if "spec" in f.metadata}
