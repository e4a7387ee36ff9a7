"""The four main facets by which stories are found."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.records import Verhaal


@dataclass(frozen=True)
class Facet:
    """`name` is the vocabulary, `field` the field of a story, `folder` the first part of its addresses."""

    name: str
    field: str
    folder: str

    def of(self, verhaal: Verhaal) -> tuple[str, ...]:
        """Return the values of a story in this facet."""
        value = getattr(verhaal, self.field)
        return value if isinstance(value, tuple) else (value,)


# The order is that of the addresses of pairs: the first facet of a pair comes first in its address.
FACETS = (
    Facet("ruimte", "ruimtes", "ruimtes"),
    Facet("schooltype", "schooltype", "schooltype"),
    Facet("partnertype", "partnertype", "partner"),
    Facet("regio", "regio", "regio"),
)
BY_NAME = {facet.name: facet for facet in FACETS}
