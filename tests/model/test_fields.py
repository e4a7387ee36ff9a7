"""What a field of a text says of itself."""

from __future__ import annotations

import pytest

from kennisbank.model import kinds
from kennisbank.model.fields import Kind, field, specs


def test_who_adds_a_field_says_whether_it_is_open() -> None:
    with pytest.raises(TypeError, match="open_data"):
        field(Kind.TEXT, "Nieuw", "Wat is het?", "iets")  # type: ignore[call-arg]


def test_no_field_about_consent_or_for_the_makers_is_open() -> None:
    kept = {Kind.CONSENT, Kind.GRANTED, Kind.FLAG}
    records = [kind.record for kind in kinds.KINDS]
    records += [spec.of for record in records for spec in specs(record).values() if spec.of]
    for record in records:
        for name, spec in specs(record).items():
            private = spec.kind in kept or name.startswith("toestemming") or name == "zoekwoorden"
            assert not (private and spec.open_data), f"{record.__name__}.{name}"
