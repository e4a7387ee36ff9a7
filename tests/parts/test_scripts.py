"""What a script is given: a dataclass as JSON, with the names and the values that it has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from jinja2 import Environment

from kennisbank.parts import rendering, scripts


@dataclass(frozen=True, slots=True)
class Deel:
    naam: str
    getal: int | None = None


@dataclass(frozen=True, slots=True)
class Geheel:
    zin: str
    delen: tuple[Deel, ...]
    paren: tuple[tuple[str, Deel], ...]
    namen: Mapping[str, tuple[str, ...]]
    aan: bool


WHOLE = Geheel("a", (Deel("x"), Deel("y", 3)), (("p", Deel("z")),), {"b": ("c",), "a": ()}, True)


def test_fields_come_in_their_order_and_a_tuple_as_a_list() -> None:
    found = scripts.data(WHOLE)
    assert found == {
        "zin": "a",
        "delen": [{"naam": "x", "getal": None}, {"naam": "y", "getal": 3}],
        "paren": [["p", {"naam": "z", "getal": None}]],
        "namen": {"b": ["c"], "a": []},
        "aan": True,
    }
    assert isinstance(found, dict) and list(found) == ["zin", "delen", "paren", "namen", "aan"]


@pytest.mark.parametrize("given", [{1, 2}, b"x", Deel, object(), ({"a": [1]},)])
def test_what_is_no_data_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match="no data for a script"):
        scripts.data(given)  # type: ignore[arg-type]


def test_it_can_stand_in_a_page_and_is_as_a_dictionary_would_be() -> None:
    given = Deel("</script><b>'&")
    text = str(scripts.json(given))
    assert not set("<>'&") & set(text)
    assert json.loads(text) == {"naam": "</script><b>'&", "getal": None}
    plain = Environment(autoescape=True).from_string("{{ x | tojson }}")
    assert rendering.environment.from_string("{{ x | json }}").render(x=WHOLE) == plain.render(x=scripts.data(WHOLE))
