"""The types of what scripts read are those of the dataclasses that make it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypedDict

import pytest

from kennisbank import PROJECT, finding, outputs, pages, parts
from kennisbank.contributing import typescript
from kennisbank.outputs import gegevens
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.sessie import view as sessie


@dataclass(frozen=True)
class Tak:
    """A branch, with */ in what is said of it."""

    for_scripts: ClassVar[bool] = True
    soort: Literal["dik", "dun"]
    maat: int | float
    lengte: tuple[int, int]
    takken: tuple[Tak, ...]
    blad: Blad | None
    namen: Mapping[str, str]
    rij: Sequence[bool]


@dataclass(frozen=True)
class Blad:
    """A leaf."""

    kleur: str


@dataclass(frozen=True)
class Vaag:
    """A thing of no certain form."""

    ding: object


def test_a_class_and_what_it_holds_become_interfaces() -> None:
    made = typescript.written([Tak])
    assert made == typescript.HEAD + (
        "\n/** A leaf. */\nexport interface Blad {\n  readonly kleur: string;\n}\n"
        "\n/** A branch, with * / in what is said of it. */\nexport interface Tak {\n"
        '  readonly soort: "dik" | "dun";\n'
        "  readonly maat: number;\n"
        "  readonly lengte: readonly [number, number];\n"
        "  readonly takken: ReadonlyArray<Tak>;\n"
        "  readonly blad: Blad | null;\n"
        "  readonly namen: Readonly<Record<string, string>>;\n"
        "  readonly rij: ReadonlyArray<boolean>;\n"
        "}\n"
    )


def test_a_type_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(typescript.Untyped, match="Vaag"):
        typescript.written([Vaag])


def test_two_classes_of_one_name_are_refused() -> None:
    other = dataclass(frozen=True)(type("Blad", (), {"__annotations__": {"kleur": str}, "__module__": __name__}))
    with pytest.raises(typescript.Untyped, match="Blad is the name of two"):
        typescript.written([Tak, other])


class Tafel(TypedDict):
    """A table."""

    blad: Blad
    poten: list[int]


def test_a_typed_dict_and_a_mapping_become_types_by_their_name() -> None:
    made = typescript.written([], {"Tafel": Tafel, "Namen": Mapping[str, Mapping[str, str]]})
    assert made == typescript.HEAD + (
        "\n/** A leaf. */\nexport interface Blad {\n  readonly kleur: string;\n}\n"
        "\nexport type Namen = Readonly<Record<string, Readonly<Record<string, string>>>>;\n"
        "\n/** A table. */\nexport interface Tafel {\n"
        "  readonly blad: Blad;\n"
        "  readonly poten: ReadonlyArray<number>;\n"
        "}\n"
    )


def test_types_that_a_module_names_are_found() -> None:
    assert "Eerder" in typescript.named([parts])
    assert {cls.__name__ for cls in typescript.marked([finding])} >= {"Vondst", "Keuzetabel", "Register", "Woordenboek"}


def test_those_that_say_so_are_found() -> None:
    found = typescript.marked([outputs, pages, finding])
    assert {gegevens.VerhaalGegevens, gegevens.WerkvormGegevens, gegevens.Verhuisd} <= set(found)
    assert {sessie.PlanGegevens, schrijven.FormulierGegevens} <= set(found), "in the folder of a kind of page too"
    assert all(cls.__dict__["for_scripts"] for cls in found)


def test_the_file_is_what_would_be_made() -> None:
    rooms = [parts, finding, outputs, pages]
    made = typescript.written(typescript.marked(rooms), typescript.named(rooms))
    assert (PROJECT / typescript.PATH).read_text(encoding="utf-8") == made, "run: make papieren"


def test_no_reader_fetches_it() -> None:
    assert not list((PROJECT / "kennisbank" / "theme").rglob("*.ts"))
