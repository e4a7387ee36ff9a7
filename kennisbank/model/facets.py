"""The values by which stories are found: four main facets, which cross each other, and those that may be left out."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model.fields import specs
from kennisbank.model.records import Verhaal

FIELDS = {spec.vocabulary: name for name, spec in specs(Verhaal).items() if spec.vocabulary}
"""The field of a story that holds the values of each vocabulary."""


def values(verhaal: Verhaal, vocabulary: str) -> tuple[str, ...]:
    """Return the values of a story from a vocabulary, also where it can have only one or none."""
    value = getattr(verhaal, FIELDS[vocabulary])
    return value if isinstance(value, tuple) else (value,) if value else ()


@dataclass(frozen=True)
class Facet:
    """`name` is the vocabulary and `folder` the first part of its addresses."""

    name: str
    folder: str

    def of(self, verhaal: Verhaal) -> tuple[str, ...]:
        """Return the values of a story in this facet."""
        return values(verhaal, self.name)


# The order is that of the addresses of pairs: the first facet of a pair comes first in its address.
FACETS = (
    Facet("ruimte", "ruimtes"),
    Facet("schooltype", "schooltype"),
    Facet("partnertype", "partner"),
    Facet("regio", "regio"),
)
# The order is that of a story's page and of the overview.
OPTIONAL = tuple(
    Facet(name, name)
    for name in (
        "omgeving", "richting", "discipline", "thema", "activiteit", "reden", "rol", "team", "leren", "opbrengst",
        "borging",
    )
)  # fmt: skip
ALL = FACETS + OPTIONAL
BY_NAME = {facet.name: facet for facet in ALL}
