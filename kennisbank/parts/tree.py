"""The tree of elements that Markdown makes of a text: for whoever wants to know what is in it, without any HTML."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown

from kennisbank.parts import prose

EXTENSIONS = (*prose.LIBRARY, prose.__name__)
"""What makes elements of a text on a page, but for pictures and links of the site's own pages."""
PLACES = prose.LIBRARY[:1]
"""Which of those only gives a heading its id."""


def tree(body: str, *, places: bool = True) -> Element:
    """Return the elements of a text in Markdown, with the characters that entities stand for.

    Without `places` no heading has an id: who reads the words only has no use for it, and it takes as long again.
    """
    markdown = _reader(places)
    lines = body.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    root: Element = markdown.parser.parseDocument(lines).getroot()  # type: ignore[assignment]  # (it has one)
    for processor in markdown.treeprocessors:
        processor.run(root)
    return root


@cache
def _reader(places: bool) -> Markdown:
    """Return what makes a tree; what only matters to who writes it as HTML is not in it."""
    markdown = Markdown(extensions=[one for one in EXTENSIONS if places or one not in PLACES])
    markdown.treeprocessors.deregister("kennisbank_ampersands")  # makes each stand for itself
    return markdown
