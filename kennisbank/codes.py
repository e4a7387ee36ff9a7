"""Every kind of problem: its code, what it is called, how to mend it, and an example (in Dutch, for contributors)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_suffix(".yml")


@dataclass(frozen=True)
class Example:
    """A mistake as somebody would make it.

    `place` says where: `kop`, `tekst` or `naam` (of files), the path of a file, or `zin` where `wrong` is a sentence;
    `record` is the kind of text it stands in; `better` is right, or empty.
    """

    place: str
    wrong: str
    better: str
    record: str


@dataclass(frozen=True)
class Code:
    """`title` names the kind of problem in a few words; `cure` is one sentence that says what to do.

    `meaning` says what it is about, where the title does not.
    """

    title: str
    cure: str
    meaning: str
    example: Example


@dataclass(frozen=True)
class Group:
    """Kinds of problems that belong together, with what there is to know of all of them."""

    name: str
    title: str
    meaning: str
    codes: dict[str, Code]


def _groups(data: list[dict[str, Any]]) -> Iterator[Group]:
    for group in data:
        codes = {}
        for code, about in group["meldingen"].items():
            example = Example(
                about["waar"], about["fout"].rstrip(), about.get("goed", "").rstrip(), about.get("soort", "verhaal")
            )
            codes[code] = Code(about["titel"], about["herstel"], about.get("uitleg", ""), example)
        yield Group(group["groep"], group["titel"], group.get("uitleg", ""), codes)


GROUPS = tuple(_groups(yaml.load(FILE.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))))
CODES: dict[str, Code] = {code: about for group in GROUPS for code, about in group.codes.items()}
