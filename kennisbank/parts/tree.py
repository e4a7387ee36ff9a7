"""The tree of elements that Markdown makes of a text: for whoever wants to know what is in it, without any HTML."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from kennisbank.parts import prose

EXTENSIONS = (*prose.LIBRARY, prose.__name__)
"""What makes elements of a text on a page, but for pictures and links of the site's own pages."""


def tree(body: str) -> Element:
    """Return the elements of a text in Markdown, with the characters that entities stand for."""
    markdown = Markdown(extensions=list(EXTENSIONS))
    kept = _Keep(markdown)
    markdown.treeprocessors.register(kept, "kennisbank_tree", -1)  # before each ampersand is made to stand for itself
    markdown.convert(body)
    return kept.root


class _Keep(Treeprocessor):
    """Keeps a copy of the tree."""

    root = Element("div")

    def run(self, root: Element) -> None:
        self.root = deepcopy(root)
