"""A map of the provinces, with a circle for each place, as plain data for an SVG.

Places are in degrees (WGS 84); lengths are units of the drawing: one is about one CSS pixel at its natural size. A
phone gets a drawing of its own, with letters that can be read there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from kennisbank.parts.drawing import LETTER, LINE, ROOM_FOR_LETTER

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A closed line of longitudes and latitudes (degrees, WGS 84); the last point is joined to the first."""
NOWHERE = ((-31.0, -30.0), (-41.0, -40.0))
"""The edges, in degrees, of a map without any outline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large things are in a drawing of this `width`.

    `margin` is the room around the provinces: a place on the border has its whole circle in the drawing. `smallest` and
    `largest` are the radius of the circle of one story and of any that would be larger, and `target` is that of what
    can be pressed: at least 24 CSS pixels across (WCAG 2.2, 2.5.8). `letter` is as the style sheet says it.
    """

    width: int
    margin: int
    smallest: int
    largest: int
    target: int
    letter: int

    @property
    def line(self) -> float:
        """The height of a label."""
        return LINE * self.letter / LETTER

    @property
    def room(self) -> float:
        """The room of a letter of a label."""
        return ROOM_FOR_LETTER * self.letter / LETTER


WIDE = Size(width=640, margin=28, smallest=6, largest=26, target=18, letter=15)
NARROW = Size(width=320, margin=18, smallest=4, largest=16, target=14, letter=13)
"""For a screen as narrow as 320 pixels, where it is shown at nine tenths: letters of 11.7, and 25 to press."""
GAP = 4
"""Between a circle and its label."""


@dataclass(frozen=True)
class Spot:
    """A place with its plek in degrees (WGS 84), how many stories it has (at least one), and where they are listed."""

    name: str
    lon: float
    lat: float
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name of a place stands: its beginning, its end or its middle, in the middle of its height."""

    x: float
    y: float
    anker: Literal["start", "end", "middle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place on the map: its circle, its number of stories, where they are listed, and its name if there is room."""

    naam: str
    x: float
    y: float
    straal: float
    aantal: int
    url: str
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Provincie:
    """A province as SVG path data."""

    naam: str
    pad: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Landkaart:
    """The whole map; a small place lies on top of a large one."""

    breed: int
    hoog: float
    provincies: tuple[Provincie, ...]
    plekken: tuple[Plek, ...]


class Box(NamedTuple):
    """The room of a label."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def touches(self, circle: Plek) -> bool:
        """Whether a circle comes into the box."""
        x = min(max(circle.x, self.left), self.right)
        y = min(max(circle.y, self.top), self.bottom)
        return math.hypot(circle.x - x, circle.y - y) < circle.straal


@dataclass(frozen=True)
class Frame:
    """The piece of the earth that is drawn: its edges in degrees (WGS 84)."""

    west: float
    east: float
    south: float
    north: float
    size: Size = WIDE

    @property
    def shrink(self) -> float:
        """How long a degree of longitude is, in degrees of latitude, halfway (equirectangular projection)."""
        return math.cos(math.radians(round((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Units of the drawing per degree of latitude."""
        return (self.size.width - 2 * self.size.margin) / ((self.east - self.west) * self.shrink)

    @property
    def height(self) -> float:
        return round((self.north - self.south) * self.scale + 2 * self.size.margin, 1)

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def project(self, lon: float, lat: float) -> Point:
        """Return where a place comes in the drawing: x to the east, y to the south."""
        x = (lon - self.west) * self.shrink * self.scale + self.size.margin
        y = (self.north - lat) * self.scale + self.size.margin
        return round(x, 1), round(y, 1)


def frame(outlines: Mapping[str, Outline], size: Size = WIDE) -> Frame:
    """Return the frame that just holds some outlines; of none at all it is a piece of sea without any place."""
    points = [point for outline in outlines.values() for point in outline]
    lons, lats = zip(*points, strict=True) if points else NOWHERE
    return Frame(min(lons), max(lons), min(lats), max(lats), size)


def radius(count: int, size: Size = WIDE) -> float:
    """Return the radius of a circle whose area says how many: it grows with the root, up to the largest."""
    return round(min(size.smallest * math.sqrt(max(count, 1)), size.largest), 1)


def label_box(name: str, label: Label, size: Size = WIDE) -> Box:
    """Return the room of a label, which is as wide as its letters may come to be, with its `y` in the middle."""
    width = len(name) * size.room
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anker]
    return Box(left, label.y - size.line / 2, left + width, label.y + size.line / 2)


def draw(spots: Sequence[Spot], outlines: Mapping[str, Outline], size: Size = WIDE) -> Landkaart:
    """Return the map: the provinces, by their names, and the places from the largest to the smallest.

    A place has its label on the right, else on the left, below, above, or none: no label covers another, nor a circle.
    The order of the spots does not matter. A spot beyond the edges of the provinces is a ValueError.
    """
    edges = frame(outlines, size)
    return Landkaart(
        breed=size.width,
        hoog=edges.height,
        provincies=tuple(
            Provincie(province, _path(edges.project(*point) for point in outline))
            for province, outline in outlines.items()
        ),
        plekken=_labelled([_circle(edges, spot) for spot in sorted(spots, key=_rank)], edges),
    )


def _rank(spot: Spot) -> tuple[int, str, float, float, str]:
    return -spot.count, spot.name, spot.lon, spot.lat, spot.url


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def _circle(edges: Frame, spot: Spot) -> Plek:
    if not edges.holds(spot.lon, spot.lat):
        raise ValueError(f"{spot.name} ({spot.lon}, {spot.lat}) ligt buiten de kaart")
    x, y = edges.project(spot.lon, spot.lat)
    return Plek(naam=spot.name, x=x, y=y, straal=radius(spot.count, edges.size), aantal=spot.count, url=spot.url)


def _labelled(circles: Sequence[Plek], edges: Frame) -> tuple[Plek, ...]:
    """Give each circle the first place for its label that is still free; the largest choose first."""
    taken: list[Box] = []

    def free(box: Box) -> bool:
        inside = min(box.left, box.top) >= 0 and box.right <= edges.size.width and box.bottom <= edges.height
        return inside and not any(map(box.overlaps, taken)) and not any(map(box.touches, circles))

    found = []
    for circle in circles:
        places = _candidates(circle, edges.size)
        label = next((label for label in places if free(label_box(circle.naam, label, edges.size))), None)
        if label:
            taken.append(label_box(circle.naam, label, edges.size))
        found.append(replace(circle, label=label))
    return tuple(found)


def _candidates(circle: Plek, size: Size) -> Iterator[Label]:
    away = circle.straal + GAP
    yield Label(round(circle.x + away, 1), circle.y, "start")
    yield Label(round(circle.x - away, 1), circle.y, "end")
    away = circle.straal + size.line / 2
    yield Label(circle.x, round(circle.y + away, 1), "middle")
    yield Label(circle.x, round(circle.y - away, 1), "middle")
