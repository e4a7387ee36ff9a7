"""Which browsers the site must work in, and what the newer ones have that they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Versions = tuple[float, float, float]

OLDEST: Versions = (124, 128, 17.4)
"""The oldest Chrome (and Edge), Firefox and Safari that the colofon names, of April, July and March 2024."""
NEVER = 999.0
"""Of a browser that does not have it yet."""


@dataclass(frozen=True)
class Feature:
    """What a browser may lack: how it is written, and since which Chrome, Firefox and Safari it is there.

    The versions are those of browser-compat-data of MDN, of August 2026. One that the site uses and that a browser may
    lack says why that does no harm (`harmless`).
    """

    name: str
    pattern: str
    since: Versions
    harmless: str = ""

    @property
    def newer(self) -> bool:
        return any(version > oldest for version, oldest in zip(self.since, OLDEST, strict=True))


OF_ITERATORS = "map|filter|some|every|find|flatMap|reduce|forEach|take|drop|toArray"
"""What an array has, and an iterator only in newer browsers."""
SCRIPTS = (
    Feature("Array.prototype.toSpliced", r"\.toSpliced\(", (110, 115, 16)),
    Feature("Array.prototype.toSorted", r"\.toSorted\(", (110, 115, 16)),
    Feature("String.prototype.toWellFormed", r"\.toWellFormed\(", (111, 119, 16.4)),
    Feature("Element.prototype.checkVisibility", r"\.checkVisibility\(", (105, 106, 17.4)),
    Feature("URL.canParse", r"\bURL\.canParse\(", (120, 115, 17)),
    Feature("HTMLElement.prototype.showPopover", r"\.(?:show|hide|toggle)Popover\(", (114, 125, 17)),
    Feature("AbortSignal.timeout", r"\bAbortSignal\.timeout\(", (124, 100, 16)),
    Feature("a look back in a regular expression", r"\(\?<[=!]", (62, 78, 16.4)),
    Feature("Iterator.prototype", rf"\.(?:values|keys|entries)\(\)\s*\.(?:{OF_ITERATORS})\(", (122, 131, 18.4)),
    Feature("Iterator", r"\bIterator\.(?:from|concat)\(", (122, 131, 18.4)),
    Feature("URL.parse", r"\bURL\.parse\(", (126, 126, 18)),
    Feature("Promise.try", r"\bPromise\.try\(", (128, 134, 18.2)),
    Feature("RegExp.escape", r"\bRegExp\.escape\(", (136, 134, 18.2)),
    Feature("Math.sumPrecise", r"\bMath\.sumPrecise\(", (147, 137, 26.2)),
    Feature("Uint8Array.fromBase64", r"\.(?:fromBase64|toBase64|fromHex|toHex)\(", (140, 133, 18.2)),
    Feature("Error.isError", r"\bError\.isError\(", (134, 138, 18.4)),
    Feature("Intl.DurationFormat", r"\bIntl\.DurationFormat\b", (129, 136, 16.4)),
    Feature("Temporal", r"\bTemporal\.", (144, 139, NEVER)),
    Feature("URLPattern", r"\bURLPattern\b", (95, 142, 26)),
    Feature("Document.prototype.startViewTransition", r"\.startViewTransition\(", (111, 144, 18)),
    Feature("Element.prototype.moveBefore", r"\.moveBefore\(", (133, 144, NEVER)),
    Feature("flags within a regular expression", r"\(\?[ims]+(?:-[ims]+)?:", (125, 132, 26)),
    Feature("CloseWatcher", r"\bCloseWatcher\b", (126, 149, NEVER)),
)  # fmt: skip
STYLES = (
    Feature(":has()", r":has\(", (105, 121, 15.4)),
    Feature("@container", r"@container\b", (105, 110, 16)),
    Feature("color-mix()", r"\bcolor-mix\(", (111, 113, 16.2)),
    Feature(":popover-open", r":popover-open\b", (114, 125, 17)),
    Feature("light-dark()", r"\blight-dark\(", (123, 120, 17.5)),
    Feature("@starting-style", r"@starting-style\b", (117, 129, 17.5)),
    Feature("@scope", r"@scope\b", (118, 146, 17.4)),
    Feature("text-wrap: pretty", r"text-wrap(?:-style)?: *pretty", (117, NEVER, 26), "lines break as always"),
    Feature("field-sizing", r"\bfield-sizing:", (123, 152, 26.2), "a field scrolls"),
    Feature("position-area", r"\bposition-area\b", (129, 147, 26), "stands within @supports"),
    Feature("::details-content", r"::details-content\b", (131, 143, 18.4), "what is folded is not printed"),
    Feature("content-visibility", r"\bcontent-visibility:", (85, 125, 18), "of print alone, with the one above"),
    Feature("hyphenate-limit-chars", r"\bhyphenate-limit-chars:", (109, 137, NEVER), "short words break too"),
    Feature("interpolate-size", r"\binterpolate-size:", (129, NEVER, NEVER)),
    Feature("animation-timeline", r"\banimation-timeline:", (115, NEVER, 26)),
    Feature("::view-transition", r"::view-transition|@view-transition", (111, 144, 18)),
    Feature("text-box", r"\btext-box(?:-trim|-edge)?:", (133, 154, 18.2)),
    Feature("if()", r": *if\(", (137, NEVER, NEVER)),
)


def found(text: str, features: tuple[Feature, ...]) -> Iterator[Feature]:
    """Yield what a text uses."""
    return (feature for feature in features if re.search(feature.pattern, text))


def sources(package: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the code of every source of our own with an ending, without remarks."""
    for file in sorted(package.rglob(f"*{ending}")):
        if "derden" not in file.parts:
            text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
            yield file.relative_to(package).as_posix(), re.sub(r"(?m)(?:^|\s)//.*$", "", text)
