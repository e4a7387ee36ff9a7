"""The map: outlines that hold what lies in them, circles that say how many, labels that stay clear of everything."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.parts import atlas
from kennisbank.parts.atlas import NARROW, WIDE, Label, Landkaart, Outline, Plek, Point, Size, Spot, label_box
from tests.support import outlines, vocabularies

OUTLINES = outlines()
FRAME = atlas.frame(OUTLINES)

NAMES = st.text(st.characters(categories=("Ll", "Lu", "Pd", "Zs")), min_size=1, max_size=30)
SPOT = st.builds(
    Spot,
    name=NAMES,
    lon=st.floats(FRAME.west, FRAME.east),
    lat=st.floats(FRAME.south, FRAME.north),
    count=st.integers(1, 200),
    url=st.just("kaart/"),
)
SPOTS = st.lists(SPOT, max_size=40)


SIZES = st.sampled_from([WIDE, NARROW])


def draw(spots: Sequence[Spot], size: Size = WIDE) -> Landkaart:
    return atlas.draw(spots, {slug.capitalize(): outline for slug, outline in OUTLINES.items()}, size)


def values(vocabulary: str) -> list[dict[str, Any]]:
    return [{"slug": term.slug, "label": term.label, **term.extra} for term in vocabularies()[vocabulary].terms]


PROVINCES = {value["slug"]: value["provincie"] for value in values("regio")}
PLACES = [
    (Spot(value["label"], float(value["lengte"]), float(value["breedte"]), 1, "kaart/"), PROVINCES[value["regio"]])
    for value in values("plaats")
]


def inside(point: Point, outline: Outline) -> bool:
    """Whether a ray to the east crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise([*outline, outline[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two segments that share no end have a point in common (or lie on one line)."""
    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0


def by_name(drawing: Landkaart) -> dict[str, Plek]:
    return {circle.naam: circle for circle in drawing.plekken}


def east_of(name: str, lon: float, count: int = 1) -> Spot:
    return Spot(name, lon, 53.0, count, "kaart/")


@pytest.mark.parametrize(("spot", "province"), PLACES, ids=lambda value: getattr(value, "name", value))
def test_every_place_lies_in_its_province(spot: Spot, province: str) -> None:
    assert [slug for slug, outline in OUTLINES.items() if inside((spot.lon, spot.lat), outline)] == [province]


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Buitenpost", 6.14, 53.25),
        ("Oosterwolde", 6.29, 52.99),
        ("Appelscha", 6.35, 52.95),
        ("Noordwolde", 6.14, 52.89),
        ("Steenwijk", 6.12, 52.79),
        ("Staphorst", 6.21, 52.64),
        ("Hardenberg", 6.62, 52.57),
        ("Emlichheim", 6.85, 52.61),
        ("Haren (Ems)", 7.24, 52.79),
        ("Emden", 7.21, 53.37),
        ("de Dollard", 7.15, 53.28),
        ("het Lauwersmeer", 6.22, 53.36),
        ("de Waddenzee", 6.50, 53.45),
    ],
)
def test_the_neighbours_lie_outside(name: str, lon: float, lat: float) -> None:
    assert not any(inside((lon, lat), outline) for outline in OUTLINES.values()), name


@pytest.mark.parametrize("province", ["groningen", "drenthe"])
def test_an_outline_does_not_cross_itself(province: str) -> None:
    outline = OUTLINES[province]
    assert len(set(outline)) == len(outline)
    edges = list(pairwise([*outline, outline[0]]))
    assert [pair for pair in combinations(edges, 2) if not {*pair[0]} & {*pair[1]} and cross(*pair)] == []


def test_the_provinces_share_one_border_and_nothing_else() -> None:
    groningen, drenthe = (list(OUTLINES[slug]) for slug in ("groningen", "drenthe"))
    shared = [point for point in groningen if point in drenthe]
    assert len(shared) > 10
    assert groningen[groningen.index(shared[0]) :][: len(shared)] == shared
    assert drenthe[drenthe.index(shared[-1]) :][: len(shared)] == shared[::-1]
    edges = [list(pairwise([*outline, outline[0]])) for outline in (groningen, drenthe)]
    assert not any(cross(one, other) for one in edges[0] for other in edges[1] if not {*one} & {*other})


@pytest.mark.parametrize(("size", "width"), [(WIDE, 640), (NARROW, 320)])
def test_the_map_is_as_high_as_the_provinces_ask(size: Size, width: int) -> None:
    found = draw([], size)
    assert (found.breed, found.plekken) == (width, ())
    assert [province.naam for province in found.provincies] == ["Groningen", "Drenthe"]
    for province in found.provincies:
        assert province.pad[0] == "M" and province.pad[-1] == "Z"
        points = [tuple(map(float, pair.split())) for pair in province.pad[1:-1].split("L")]
        assert all(0 < x < found.breed and 0 < y < found.hoog for x, y in points)
    # A degree of latitude is 111.2 km, one of longitude 66.9 km at 53 degrees north.
    tall, wide = (FRAME.north - FRAME.south) * 111.2, (FRAME.east - FRAME.west) * 66.9
    assert (found.hoog - 2 * size.margin) / (width - 2 * size.margin) == pytest.approx(tall / wide, rel=0.01)


@given(SPOTS, SIZES)
def test_everything_is_in_the_drawing(spots: list[Spot], size: Size) -> None:
    found = draw(spots, size)
    assert len(found.plekken) == len(spots)
    for circle in found.plekken:
        x, y, straal = circle.x, circle.y, circle.straal
        assert straal <= x <= found.breed - straal and straal <= y <= found.hoog - straal
        if circle.label:
            box = label_box(circle.naam, circle.label, size)
            assert box.left >= 0 and box.right <= found.breed and box.top >= 0 and box.bottom <= found.hoog


@given(SPOTS, SIZES)
def test_labels_cover_neither_each_other_nor_a_circle(spots: list[Spot], size: Size) -> None:
    circles = draw(spots, size).plekken
    boxes = [label_box(circle.naam, circle.label, size) for circle in circles if circle.label]
    for one, other in combinations(boxes, 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or one.bottom <= other.top or other.bottom <= one.top
    for box in boxes:
        for circle in circles:
            dx = max(box.left - circle.x, circle.x - box.right, 0)
            dy = max(box.top - circle.y, circle.y - box.bottom, 0)
            assert math.hypot(dx, dy) >= circle.straal


@given(SPOTS.flatmap(lambda spots: st.tuples(st.just(spots), st.permutations(spots))))
def test_the_order_of_the_input_does_not_matter(both: tuple[Sequence[Spot], Sequence[Spot]]) -> None:
    assert draw(both[0]) == draw(both[1])


@given(SPOTS)
def test_small_circles_lie_on_top(spots: list[Spot]) -> None:
    ranks = [(-circle.aantal, circle.naam) for circle in draw(spots).plekken]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(("count", "radius"), [(1, 6), (2, 8.5), (4, 12), (9, 18), (16, 24), (18, 25.5), (19, 26)])
def test_the_area_says_how_many(count: int, radius: float) -> None:
    assert draw([east_of("Assen", 6.5, count)]).plekken[0].straal == radius


@given(st.integers(1, 10_000))
def test_a_radius_stays_within_its_bounds_and_never_shrinks(count: int) -> None:
    assert 6 <= atlas.radius(count) <= atlas.radius(count + 1) <= 26


def test_on_a_phone_of_320_letters_can_be_read_and_places_pressed() -> None:
    """A page has 16 pixels beside its text there, so the drawing is shown at nine tenths."""
    shown = (320 - 2 * 16) / NARROW.width
    assert NARROW.letter * shown >= 11
    assert 2 * NARROW.target * shown >= 24
    bottoms = [label_box("Ezinge", Label(0, 0, "start"), size).bottom for size in (WIDE, NARROW)]
    assert bottoms == [9.5, 19 * 13 / 15 / 2]


def test_a_label_stands_on_the_right_else_on_the_left_else_below_or_above() -> None:
    found = by_name(draw([east_of("Noord", 6.5)]))
    assert found["Noord"].label == Label(found["Noord"].x + 10, found["Noord"].y, "start")
    row = [east_of("Aa", 6.5), east_of("Bb", 6.55), east_of("Cc", 6.6), east_of("Dd", 6.53)]
    labels = {name: circle.label and circle.label.anker for name, circle in by_name(draw(row)).items()}
    assert labels == {"Aa": "end", "Bb": "middle", "Cc": "start", "Dd": "middle"}
    crowd = draw([Spot("Assen", 6.5 + n / 100, 53.0 + m / 200, 9, "kaart/") for n in range(9) for m in range(9)])
    assert any(circle.label is None for circle in crowd.plekken), "in a crowd a name has no room at all"
    edge = by_name(draw([east_of("Bad Nieuweschans", FRAME.east)]))["Bad Nieuweschans"]
    assert edge.label == Label(edge.x - 10, edge.y, "end")


def test_the_largest_chooses_first() -> None:
    found = by_name(draw([east_of("Aa en Hunze", 6.5), Spot("Zeegse", 6.51, 53.02, 4, "kaart/")]))
    assert [found[name].label.anker for name in ("Zeegse", "Aa en Hunze")] == ["start", "end"]


def test_a_place_beyond_the_map_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Utrecht .* ligt buiten de kaart"):
        draw([Spot("Utrecht", 5.12, 52.09, 1, "kaart/")])


def test_without_an_outline_there_is_a_map_with_nothing_on_it() -> None:
    found = atlas.draw([], {})
    assert (found.provincies, found.plekken) == ((), ())
    assert found.hoog > 0


def test_a_map_elsewhere_is_as_wide_as_it_is_there() -> None:
    """On the equator a degree of longitude is as long as one of latitude; at 60 degrees half of that."""
    for south, high in ((-1, 640), (59, 1224)):
        square = {"Vierkant": ((0.0, south), (0.0, south + 2.0), (2.0, south + 2.0), (2.0, south))}
        assert atlas.draw([], square).hoog == pytest.approx(high, abs=1)
