"""A map of the provinces Groningen and Drenthe, with a circle for each place, as plain data for an SVG.

The outlines stand in `atlas.yml`, simplified by hand. Places are in degrees (WGS 84); lengths are units of the
drawing, which is 640 wide: one is about one CSS pixel at its natural size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from kennisbank.parts.drawing import LINE, ROOM_FOR_LETTER, Drawing

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A closed line of longitudes and latitudes (degrees, WGS 84); the last point is joined to the first."""

SOURCE = Path(__file__).with_name("atlas.yml")
WIDTH = 640
MARGIN = 28
"""Room around the provinces: a place on the border has its whole circle in the drawing."""
SHRINK = math.cos(math.radians(53))
"""How long a degree of longitude is, in degrees of latitude, at 53° N (equirectangular projection)."""
SMALLEST, LARGEST = 6, 26
"""Radius of the circle of one story, and of any that would be larger."""
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

    def touches(self, circle: Drawing) -> bool:
        """Whether a circle comes into the box."""
        straal: float = circle["straal"]
        x = min(max(circle["x"], self.left), self.right)
        y = min(max(circle["y"], self.top), self.bottom)
        return math.hypot(circle["x"] - x, circle["y"] - y) < straal


@dataclass(frozen=True)
class Frame:
    """The piece of the earth that is drawn: its edges in degrees (WGS 84)."""

    west: float
    east: float
    south: float
    north: float

    @property
    def scale(self) -> float:
        """Units of the drawing per degree of latitude."""
        return (WIDTH - 2 * MARGIN) / ((self.east - self.west) * SHRINK)

    @property
    def height(self) -> float:
        return round((self.north - self.south) * self.scale + 2 * MARGIN, 1)

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def project(self, lon: float, lat: float) -> Point:
        """Return where a place comes in the drawing: x to the east, y to the south."""
        x = (lon - self.west) * SHRINK * self.scale + MARGIN
        y = (self.north - lat) * self.scale + MARGIN
        return round(x, 1), round(y, 1)


@cache
def outlines() -> Mapping[str, Outline]:
    """Return the outline of each province by its slug, from `atlas.yml`."""
    read = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return {province: tuple((float(lon), float(lat)) for lon, lat in points) for province, points in read.items()}


@cache
def frame() -> Frame:
    """Return the frame that just holds the provinces."""
    lons, lats = zip(*(point for outline in outlines().values() for point in outline), strict=True)
    return Frame(min(lons), max(lons), min(lats), max(lats))


def radius(count: int) -> float:
    """Return the radius of a circle whose area says how many: it grows with the root, up to the largest."""
    return round(min(SMALLEST * math.sqrt(max(count, 1)), LARGEST), 1)


def label_box(name: str, label: Drawing) -> Box:
    """Return the room of a label, which is as wide as its letters may come to be, with its `y` in the middle."""
    width = len(name) * ROOM_FOR_LETTER
    left = label["x"] if label["anker"] == "start" else label["x"] - width
    return Box(left, label["y"] - LINE / 2, left + width, label["y"] + LINE / 2)


def draw(spots: Sequence[Spot]) -> Drawing:
    """Return the map: the provinces, and the places from the largest to the smallest, so that small ones lie on top.

    A place has its label on the right, else on the left, else none (`None`): no label covers another, nor a circle.
    The order of the spots does not matter. A spot beyond the edges of the provinces is a ValueError.
    """
    edges = frame()
    circles = [_circle(edges, spot) for spot in sorted(spots, key=_rank)]
    _set_labels(circles)
    return {
        "breed": WIDTH,
        "hoog": edges.height,
        "provincies": [
            {"naam": province.capitalize(), "pad": _path(edges.project(*point) for point in outline)}
            for province, outline in outlines().items()
        ],
        "plekken": circles,
    }


def _rank(spot: Spot) -> tuple[int, str, float, float, str]:
    return -spot.count, spot.name, spot.lon, spot.lat, spot.url


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def _circle(edges: Frame, spot: Spot) -> Drawing:
    if not edges.holds(spot.lon, spot.lat):
        raise ValueError(f"{spot.name} ({spot.lon}, {spot.lat}) ligt buiten de kaart")
    x, y = edges.project(spot.lon, spot.lat)
    straal = radius(spot.count)
    return {"naam": spot.name, "x": x, "y": y, "straal": straal, "aantal": spot.count, "url": spot.url, "label": None}


def _set_labels(circles: Sequence[Drawing]) -> None:
    """Give each circle the first place for its label that is still free; the largest choose first."""
    taken: list[Box] = []
    for circle in circles:
        for label in _candidates(circle):
            box = label_box(circle["naam"], label)
            inside = box.left >= 0 and box.right <= WIDTH
            if inside and not any(map(box.overlaps, taken)) and not any(map(box.touches, circles)):
                circle["label"] = label
                taken.append(box)
                break


def _candidates(circle: Drawing) -> list[Drawing]:
    away = circle["straal"] + GAP
    return [
        {"x": round(circle["x"] + away, 1), "y": circle["y"], "anker": "start"},
        {"x": round(circle["x"] - away, 1), "y": circle["y"], "anker": "end"},
    ]
