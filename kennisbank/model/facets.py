"""The values by which stories are found: four main facets, which cross each other, and those that may be left out.

A new facet is a closed list, and a field of a story that takes its values from it: there is no more to say of it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kennisbank.model import kinds
from kennisbank.model.fields import specs
from kennisbank.model.records import Praktijkvoorbeeld, Verhaal, Werkvorm
from kennisbank.model.vocabulary import SLUG

HERE = "kennisbank/model/facets.py"
Text = Verhaal | Praktijkvoorbeeld | Werkvorm
"""What can have values of facets in fields of its own."""
FIELDS = {spec.vocabulary: name for name, spec in specs(Verhaal).items() if spec.vocabulary}
"""The field of a story that holds the values of each vocabulary."""


def values(text: Text, vocabulary: str) -> tuple[str, ...]:
    """Return the values of a text from a vocabulary, also where it can have only one or none, or has no such field."""
    value = getattr(text, FIELDS[vocabulary], ())
    return value if isinstance(value, tuple) else (value,) if value else ()


@dataclass(frozen=True)
class Facet:
    """`name` is the vocabulary and `folder` the first part of its addresses; `former` are those that it had before.

    To move its pages, give it another `folder` and put the old one in `former`: all that stood there leads on.
    """

    name: str
    folder: str
    former: tuple[str, ...] = ()

    def of(self, text: Text) -> tuple[str, ...]:
        """Return the values of a text in this facet."""
        return values(text, self.name)

    @property
    def folders(self) -> tuple[str, ...]:
        """Every first part that its addresses have, or had."""
        return self.folder, *self.former


# The order is that of the addresses of pairs: the first facet of a pair comes first in its address.
FACETS = (
    Facet("ruimte", "ruimtes"),
    Facet("schooltype", "schooltype"),
    Facet("partnertype", "partner"),
    Facet("regio", "regio"),
)
USED = FACETS[1:]
"""Those that say where a werkvorm was used: it has them itself, or of the texts that name it."""
ELSEWHERE: tuple[Facet, ...] = ()
"""The entry of each other facet whose addresses do not begin with its name, or did not always do so."""
FIRST = ("omgeving", "richting", "discipline", "thema", "activiteit")
"""The others that come first, on a story's page and in the overview; after them the order is that of the fields."""


def _optional() -> Iterator[Facet]:
    """Yield a facet for each other list that a story has a field for."""
    named = {facet.name: facet for facet in (*FACETS, *ELSEWHERE)}
    for name in dict.fromkeys((*FIRST, *FIELDS)):
        facet = named.get(name, Facet(name, name))
        if name in FIELDS and facet not in FACETS:
            yield facet


OPTIONAL = tuple(_optional())
ALL = FACETS + OPTIONAL
BY_NAME = {facet.name: facet for facet in ALL}
FORMER = {before: facet.folder for facet in ALL for before in facet.former}
"""The folder of today of each that a facet had before."""


def _clashing() -> Iterator[str]:
    """Yield a sentence for each folder that is none, or that two facets have, or had.

    The ruimtes are texts too, with one address. What else is taken `urls` knows.
    """
    taken: dict[str, str] = {}
    for facet in ALL:
        for folder in facet.folders:
            if not SLUG.fullmatch(folder):
                yield f"{facet.name} has no folder in {folder!r}: give it small letters, digits and hyphens in {HERE}."
            if (other := taken.setdefault(folder, facet.name)) != facet.name:
                yield f"{facet.name} has the same folder as {other}, {folder!r}: give it another in {HERE}."
    if BY_NAME[kinds.RUIMTE.one].folder != kinds.RUIMTE.address:
        yield f"ruimte has another folder than its texts, {kinds.RUIMTE.address!r}: give both the same."


kinds.refuse(_clashing())
