"""What a field asks for, in plain Dutch: its form, its limits, and how it is written.

The reference pages, the files for GitHub and the file to fill in all say it with these words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kennisbank.model import kinds
from kennisbank.model.fields import FieldSpec, Kind
from kennisbank.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Text:
    """A text that somebody can add: what it is called, its record, the folder of its file, and its sections."""

    name: str
    title: str
    record: type[Any]
    folder: str
    outline: tuple[kinds.Section, ...] = ()


TEXTS = {
    kind.one: Text(kind.one, f"Een {kind.one}", kind.record, kind.folder, kind.outline)
    for kind in kinds.KINDS
    if kind.added
}

ASKED = frozenset({"speelde", "hoogstens", "vorm", "energie"})
"""Fields that may be left out, but about which the check then speaks: an example has them."""

ONE = {
    Kind.TEXT: "een tekst",
    Kind.CITAAT: "woorden die precies zo in de tekst staan",
    Kind.DATE: "een datum: jaar-maand-dag",
    Kind.CHANGED: "een datum: jaar-maand-dag",
    Kind.PERIOD: "een jaar of twee jaren met een streepje ertussen",
    Kind.RANGE: "een getal of twee getallen met een streepje ertussen",
    Kind.NUMBER: "een getal",
    Kind.CONSENT: "ja of nee",
    Kind.FLAG: "true; anders laat je het veld weg",
    Kind.CHOICE: "één waarde uit",
    **{field: f"de bestandsnaam van een {kind.one}, zonder .md" for field, kind in kinds.BY_FIELD.items()},
    Kind.ADDRESS: "een adres: kleine letters, cijfers en streepjes",
    Kind.QUESTIONS: "een lijst met vragen bij elke functie",
    Kind.FILE: "een bestandsnaam: kleine letters, cijfers en streepjes, met .jpg, .png of .webp erachter",
    Kind.GRANTED: "ja",
    Kind.SITE: "een adres van een site, met https:// ervoor",
    Kind.YES: "ja; anders laat je het veld weg",
    Kind.COLOUR: "een kleur: # en zes cijfers of letters van a tot en met f, tussen aanhalingstekens",
    Kind.VORM: "plenair, tweetallen of groepjes van 3 (tot en met 8)",
}
MANY = {
    Kind.TEXT: "een of meer teksten tussen [ ]",
    Kind.CHOICE: "een of meer waarden tussen [ ] uit",
    **{field: f"bestandsnamen van {kind.many}, zonder .md, tussen [ ]" for field, kind in kinds.BY_FIELD.items()},
    Kind.ADDRESS: "een of meer adressen tussen [ ]: kleine letters, cijfers en streepjes",
    Kind.SITE: "een of meer adressen van sites tussen [ ], elk met https:// ervoor",
    Kind.COLOUR: "een of meer kleuren tussen [ ]: elk # en zes cijfers of letters van a tot en met f, tussen"
    " aanhalingstekens",
    Kind.BEELDEN: "voor elke afbeelding een streepje, met erachter en eronder de velden van een afbeelding",
    Kind.UITREIKEN: "voor alles wat je uitdeelt een streepje, met erachter en eronder de velden ervan",
}


def form(spec: FieldSpec) -> str:
    """Return what the value of a field looks like: "een tekst"; of a choice it goes on with the name of its list."""
    if not spec.many:
        return ONE[spec.kind]
    return MANY[spec.kind].removeprefix("een of meer " if spec.least > 1 else "")


def source(spec: FieldSpec, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return the name of the list that a field takes its values from, or nothing: "de lijst Schooltypen"."""
    return f"de lijst {vocabularies[spec.vocabulary].plural}" if spec.kind is Kind.CHOICE else ""


def limits(spec: FieldSpec) -> str:
    """Return how long a value may be and how many there may be: "40 tot en met 300 tekens"; or nothing."""
    return "; ".join(part for part in (_size(spec), _number(spec)) if part)


def _size(spec: FieldSpec) -> str:
    if spec.maximum is None:
        return ""
    if spec.minimum is None:
        return f"{'elk ' if spec.many else ''}hooguit {spec.maximum} tekens"
    if spec.kind in {Kind.TEXT, Kind.CITAAT, Kind.QUESTIONS, Kind.SITE}:
        return f"{'elk ' if spec.many else ''}{spec.minimum} tot en met {spec.maximum} tekens"
    return f"van {spec.minimum} tot en met {spec.maximum}"


def _number(spec: FieldSpec) -> str:
    if not spec.many or spec.most is None:
        return ""
    if spec.least == spec.most:
        return f"precies {spec.most}"
    return f"minstens {spec.least} en hooguit {spec.most}" if spec.least > 1 else f"hooguit {spec.most}"


def written(name: str, spec: FieldSpec) -> str:
    """Return a field with its example, as it stands in a file: `duur: "30-45"`."""
    return f"{name}:{spec.example if spec.of else f' {spec.example}'}"
