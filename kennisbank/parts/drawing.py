"""The shared practice as a drawing: the drive in the middle, around it all that school and partners do together.

After the figure of the shared practice in Ezinge (van Beilen & Hummel, 2022, figure 2). Lengths are units of the
drawing; one is about one CSS pixel at its natural size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

Drawing = dict[str, Any]

LETTER = 15
"""Size of the letters."""
WIDTH_OF_LETTER = 0.5 * LETTER
"""Width of an average letter of a sans-serif font; labels are in sentence case."""
ROOM_FOR_LETTER = 0.62 * LETTER
"""What a letter gets when a text is cut in lines: a reader may set letters 0.12 em apart (WCAG 2.2, 1.4.12)."""
LINE = 19
PADDING = 12
GAP = 14


def wrap(text: str, width: float) -> list[str]:
    """Cut a text in lines of at most `width`; a word that is wider stands on a line of its own."""
    most = max(1, int(width / ROOM_FOR_LETTER))
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _box(text: str, x: float, width: float) -> Drawing:
    inner = width - 2 * PADDING
    lines = wrap(text, inner)
    height = len(lines) * LINE + 2 * PADDING - 6
    rows = [{"tekst": line, "breed": inner if len(line) * WIDTH_OF_LETTER > inner else 0} for line in lines]
    return {"x": x, "y": 0.0, "breed": width, "hoog": height, "regels": rows}


def _place(box: Drawing, y: float) -> Drawing:
    """Set a box at a height, and its lines in it: each has the middle of its letters at `y`."""
    box["y"] = round(y, 1)
    for number, row in enumerate(box["regels"]):
        row["x"] = round(box["x"] + box["breed"] / 2, 1)
        row["y"] = round(y + PADDING - 3 + (number + 0.5) * LINE, 1)
    return box


def _stack(boxes: Sequence[Drawing], top: float) -> None:
    for box in boxes:
        _place(box, top)
        top += box["hoog"] + GAP


def _height(boxes: Sequence[Drawing]) -> float:
    return float(sum(box["hoog"] for box in boxes) + GAP * (len(boxes) - 1))


def wide(drive: str, labels: Sequence[str]) -> Drawing:
    """Return the drawing for a wide page: a circle in the middle, the labels on both sides."""
    width, column, radius = 640, 208, 86
    half = math.ceil(len(labels) / 2)
    left = [_box(label, 1, column) for label in labels[:half]]
    right = [_box(label, width - column - 1, column) for label in labels[half:]]
    height = max(_height(left), _height(right), 2 * radius) + 2
    for boxes in (left, right):
        _stack(boxes, (height - _height(boxes)) / 2)
    middle, centre = width / 2, round(height / 2, 1)
    lines = []
    for number, box in enumerate(left + right):
        edge = column + 1 if number < half else width - column - 1
        turn = (edge + middle) / 2
        y = round(box["y"] + box["hoog"] / 2, 1)
        lines.append(f"M{middle:g} {centre:g}C{turn:g} {centre:g} {turn:g} {y:g} {edge:g} {y:g}")
    core = _place(_box(drive, middle - radius, 2 * radius), 0)
    _place(core, centre - core["hoog"] / 2)
    return {
        "breed": width,
        "hoog": round(height, 1),
        "lijnen": "".join(lines),
        "vakken": left + right,
        "kern": core,
        "cirkel": {"x": middle, "y": centre, "straal": radius},
    }


def narrow(drive: str, labels: Sequence[str]) -> Drawing:
    """Return the drawing for a phone: the drive on top, the labels below each other along a line."""
    width, indent = 328, 34
    core = _place(_box(drive, 1, width - 2), 1)
    boxes = [_box(label, indent, width - indent - 1) for label in labels]
    top = core["y"] + core["hoog"] + GAP
    _stack(boxes, top)
    spine, start = 16, core["y"] + core["hoog"]
    ends = [round(box["y"] + box["hoog"] / 2, 1) for box in boxes]
    lines = f"M{spine} {start:g}V{ends[-1]:g}" + "".join(f"M{spine} {y:g}H{indent}" for y in ends)
    return {
        "breed": width,
        "hoog": round(top + _height(boxes) + 1, 1),
        "lijnen": lines,
        "vakken": boxes,
        "kern": core,
        "cirkel": None,
    }
