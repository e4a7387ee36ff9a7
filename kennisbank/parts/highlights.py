"""What stands out in the text of a page: its quote, and a part that is set apart.

Extensions of Python-Markdown, as in `prose`. The quote repeats words of the text itself, for who skims. Whoever
listens hears them where they stand, so it is decoration: `aria-hidden`, as a repeated line of print is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

AFTER = 3
"""After how many paragraphs the quote stands: when somebody has begun to read, and before the middle."""


@dataclass(frozen=True, slots=True)
class Citaat:
    """Words of a text that its page shows large; `gesproken` says that it quotes them, `ruimte` gives a colour."""

    woorden: str
    gesproken: bool
    ruimte: str


class Highlights(Extension):
    """`citaat` is the quote of the page, if it has one; `apart` are the headings whose parts are set apart."""

    def __init__(self, **kwargs: object) -> None:
        self.config = {"citaat": ["", "Citaat"], "apart": [(), "headings"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that the library calls)
        """After all that counts the parts of a text (headings 5, figures 2), before an engine resolves links (0)."""
        if citaat := self.getConfig("citaat"):
            md.treeprocessors.register(_Quote(md, citaat), "kennisbank_quote", 1.5)
        if apart := self.getConfig("apart"):
            md.treeprocessors.register(_Apart(md, apart), "kennisbank_apart", 1)


def makeExtension(**kwargs: object) -> Highlights:  # noqa: N802 (the name that the library calls)
    return Highlights(**kwargs)


class _Quote(Treeprocessor):
    """Puts the quote between two paragraphs, of which neither has its words."""

    def __init__(self, md: Markdown, citaat: Citaat) -> None:
        super().__init__(md)
        self.citaat = citaat

    def run(self, root: Element) -> None:
        blocks = [*root]
        paragraphs = [number for number, block in enumerate(blocks) if block.tag == "p"]
        for above, below in pairwise(paragraphs[AFTER - 1 :]):
            if not self._has(blocks[above]) and not self._has(blocks[below]):
                root.insert(above + 1, self._made())
                return

    def _has(self, block: Element) -> bool:
        return self.citaat.woorden in " ".join("".join(block.itertext()).split())

    def _made(self) -> Element:
        aside = Element("aside", {"class": f"rb-citaat rb-van-{self.citaat.ruimte}", "aria-hidden": "true"})
        words = self.citaat.woorden
        SubElement(aside, "p").text = f"‘{words}’" if self.citaat.gesproken else words
        return aside


class _Apart(Treeprocessor):
    """Makes a section of each heading of the second level that is named, with all that follows it up to the next."""

    def __init__(self, md: Markdown, apart: Collection[str]) -> None:
        super().__init__(md)
        self.apart = frozenset(apart)

    def run(self, root: Element) -> None:
        parts: list[Element] = []
        section: Element | None = None
        for block in [*root]:
            if block.tag == "h2":
                section = None
                if "".join(block.itertext()).strip() in self.apart:
                    section = Element("section", {"class": "rb-meenemen", "aria-labelledby": block.get("id", "")})
                    section.tail = "\n"
                    parts.append(section)
            if section is None:
                parts.append(block)
            else:
                section.append(block)
        root[:] = parts
