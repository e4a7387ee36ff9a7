"""What becomes of a writer's Markdown beside plain HTML: words that explain themselves, tables that fit a phone.

An extension of Python-Markdown (https://python-markdown.github.io/extensions/api/), so that it goes along to any
engine that uses that library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from kennisbank.model.vocabulary import Term
from kennisbank.parts.told import Told
from kennisbank.parts.words import CLOSING, Words

LIBRARY = ("kennisbank.parts.headings", "kennisbank.parts.commonmark")
"""The extensions with which every text is read: its headings, and how GitHub reads it."""
UNTOUCHED = frozenset({"a", "button", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
"""Elements in which no word is explained: links, code and headings."""
SHARE = "aandeel"
"""The head of a column whose percentages are drawn as bars too."""
PERCENTAGE = re.compile(r"\d{1,3}\s?%")


def anchor(slug: str) -> str:
    """Return the id of the explanation of a word."""
    return f"rb-begrip-{slug}"


class Prose(Extension):
    """`words` are those to explain; `explained` the slugs of words that the page has explained already.

    `told` is given the slugs of those that the text explains.
    """

    def __init__(self, **kwargs: object) -> None:
        self.config = {"words": ["", "Words"], "explained": [(), "slugs"], "told": ["", "Told"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that the library calls)
        """After links and emphasis have been made (priority 20), before the text is written."""
        md.treeprocessors.register(_Tables(md), "kennisbank_tables", 4)
        md.postprocessors.register(_Paragraphs(md), "kennisbank_paragraphs", 5)
        if words := self.getConfig("words"):
            explain = _Explain(md, words, self.getConfig("explained"), self.getConfig("told") or Told())
            md.treeprocessors.register(explain, "kennisbank_words", 3)


def makeExtension(**kwargs: object) -> Prose:  # noqa: N802 (the name that the library calls)
    return Prose(**kwargs)


def unbroken(text: str) -> str:
    """Return a text with each paragraph sign on the line of its number: a no-break space between them."""
    return text.replace("§ ", "§\u00a0")


class _Paragraphs(Postprocessor):
    def run(self, text: str) -> str:
        return unbroken(text)


class _Explain(Treeprocessor):
    """Makes of the first occurrence of each word a button that opens its explanation.

    The explanation itself is a `popover` in the template of the page: it opens with a click, a tap, Enter or space and
    closes with Escape, without JavaScript (HTML standard, "The popover attribute").
    """

    def __init__(self, md: Markdown, words: Words, explained: Iterable[str], told: Told) -> None:
        super().__init__(md)
        self.words = words
        self.seen = set(explained)
        self.told = told

    def run(self, root: Element) -> None:
        self._walk(root)

    def _walk(self, parent: Element) -> None:
        parts: list[Element] = []
        if parent.text:
            parent.text, parts = self._cut(parent.text)
        for child in list(parent):
            if child.tag not in UNTOUCHED:
                self._walk(child)
            parts.append(child)
            if child.tail:
                child.tail, buttons = self._cut(child.tail)
                parts += buttons
        if len(parts) != len(parent):
            parent[:] = parts

    def _cut(self, text: str) -> tuple[str, list[Element]]:
        """Return what stands before the first word, and the buttons with what follows each."""
        buttons: list[Element] = []
        before, last = text, 0
        for start, end, term in self.words.find(text, self.seen):
            between = text[last:start]
            if buttons:
                buttons[-1].tail = between
            else:
                before = between
            buttons.append(_button(term, text[start:end]))
            self.seen.add(term.slug)
            self.told.explained.append(term.slug)
            last = end
        if buttons:
            buttons[-1].tail = text[last:]
        return before, list(map(_closed, buttons))


def _closed(button: Element) -> Element:
    """Return a button with the signs that close it: a line does not break between a word and its comma."""
    tail = button.tail or ""
    if not (signs := CLOSING.match(tail)):
        return button
    whole = Element("span", {"class": "rb-begrip-heel"})
    button.tail, whole.tail = signs[0], tail[signs.end() :]
    whole.append(button)
    return whole


def _button(term: Term, text: str) -> Element:
    button = Element("button", {"type": "button", "class": "rb-begrip", "popovertarget": anchor(term.slug)})
    button.text = text
    return button


class _Tables(Treeprocessor):
    """Gives each cell the name of its column, so that a narrow screen can show a row as a list.

    The roles keep it a table for who listens, also where the style sheet takes the cells apart.
    """

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            names = ["".join(cell.itertext()).strip() for cell in table.iterfind("thead/tr/th")]
            table.attrib |= {"class": "rb-tabel", "role": "table"}
            for group in table:
                group.set("role", "rowgroup")
            for row in table.iter("tr"):
                row.set("role", "row")
            for cell in table.iterfind("thead/tr/th"):
                cell.attrib |= {"scope": "col", "role": "columnheader"}
            for cell, name, first in _cells(table, names):
                cell.set("data-kolom", name)
                cell.set("role", "rowheader" if first else "cell")
                if first:
                    cell.tag = "th"
                    cell.set("scope", "row")
                if name.casefold() == SHARE and PERCENTAGE.fullmatch(share := (cell.text or "").strip()):
                    cell.set("class", "rb-aandeel")
                    bar = SubElement(cell, "svg", {"aria-hidden": "true"})  # no style: a host may forbid it in a page
                    SubElement(bar, "rect", {"width": share.replace(" ", ""), "height": "100%"})


def _cells(table: Element, names: list[str]) -> Iterator[tuple[Element, str, bool]]:
    """Yield the cells of the body with the name of their column, and whether it is the first."""
    for row in table.iterfind("tbody/tr"):
        for number, (cell, name) in enumerate(zip(row, names, strict=False)):
            yield cell, name, number == 0
