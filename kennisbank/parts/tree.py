"""The tree of elements that Markdown makes of a text: for whoever wants to know what is in it, without any HTML."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from kennisbank.parts import prose

EXTENSIONS = (*prose.LIBRARY, prose.__name__)
"""What makes elements of a text on a page, but for pictures and links of the site's own pages."""
AMPERSAND = re.compile("\x02amp\x03")


def tree(body: str) -> Element:
    """Return the elements of a text in Markdown, with the characters that entities stand for."""
    markdown = Markdown(extensions=list(EXTENSIONS))
    kept = _Keep(markdown)
    markdown.treeprocessors.register(kept, "kennisbank_tree", -1)  # the last: what is kept is what will be written
    markdown.convert(body)
    return kept.root


class _Keep(Treeprocessor):
    """Keeps the tree, in which an entity of the text stands for itself (Markdown sets those apart until the end)."""

    root = Element("div")

    def run(self, root: Element) -> None:
        self.root = root
        for element in root.iter():
            element.text = self._plain(element.text or "", code=element.tag == "code")
            element.tail = self._plain(element.tail or "", code=False)

    def _plain(self, text: str, *, code: bool) -> str:
        if code:  # escaped already
            return html.unescape(text)
        return AMPERSAND.sub("&", HTML_PLACEHOLDER_RE.sub(self._entity, text))

    def _entity(self, match: re.Match[str]) -> str:
        return html.unescape(str(self.md.htmlStash.rawHtmlBlocks[int(match[1])]))
