"""The drawing of a shared practice: everything in it, nothing outside it, nothing over anything else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.parts.drawing import Vak, Vorm, narrow, wide, wrap

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

LABEL = st.text(st.characters(categories=("Ll", "Lu", "Nd", "Zs")), min_size=2, max_size=80).filter(str.strip)


def texts(box: Vak) -> str:
    return " ".join(row.tekst for row in box.regels)


@pytest.mark.parametrize("draw", [wide, narrow])
@given(drive=LABEL, labels=st.lists(LABEL, min_size=1, max_size=20))
def test_every_label_fits_and_none_covers_another(draw: Callable[..., Vorm], drive: str, labels: list[str]) -> None:
    found = draw(drive, labels)
    boxes = found.vakken
    assert [texts(box) for box in boxes] == [" ".join(label.split()) for label in labels]
    assert texts(found.kern) == " ".join(drive.split())
    for box in [*boxes, found.kern]:
        assert box.x >= 0 and box.x + box.breed <= found.breed
        for row in box.regels:
            assert box.y < row.y < box.y + box.hoog
    for box in boxes:
        assert box.y >= 0 and box.y + box.hoog <= found.hoog
    for one, other in combinations(boxes, 2):
        apart = one.x + one.breed <= other.x or other.x + other.breed <= one.x
        assert apart or one.y + one.hoog <= other.y or other.y + other.hoog <= one.y


def test_the_circle_stands_free_in_the_middle() -> None:
    found = wide("Trots", ["a b", "c d", "e f"])
    circle = found.cirkel
    assert circle is not None
    for box in found.vakken:
        assert box.x + box.breed < circle.x - circle.straal or box.x > circle.x + circle.straal


def test_a_word_too_long_for_its_line_is_squeezed() -> None:
    found = narrow("Trots", ["kort", "x" * 70])
    assert [box.regels[0].breed > 0 for box in found.vakken] == [False, True]


def test_no_word_stands_alone_while_there_is_room_elsewhere() -> None:
    drive = "Kinderen zijn trots op Ezinge en weten hoe bijzonder het is"
    assert wrap(drive, 148) == ["Kinderen zijn", "trots op Ezinge", "en weten hoe", "bijzonder", "het is"]
    assert wrap("Kinderen verzamelen voorwerpen uit hun buurt", 184)[-1] == "uit hun buurt"


def test_a_word_longer_than_its_line_is_cut_where_it_has_a_sign() -> None:
    assert wrap("leerlingenraad-en-partneroverleg", 150) == ["leerlingenraad-", "en-", "partneroverleg"]
    assert wrap("po/vo", 1000) == ["po/vo"]


def test_lines_are_cut_between_words() -> None:
    assert wrap("een twee drie", 60) == ["een", "twee", "drie"]
    assert wrap("een twee drie", 1000) == ["een twee drie"]
