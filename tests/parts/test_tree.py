"""The elements of a text are those of which a page is written, though nothing is written."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element, tostring

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from kennisbank.parts.tree import EXTENSIONS, tree

TEXTS = {
    "nothing": "",
    "blank": " \n\t\n",
    "marks": "## Kop *een*\n\nEen **vet**  \nwoord &copy; AT&amp;T, \\*niet\\*.\n\n## Kop *een*\n",
    "code": "`a < b`\n\n```py\nx  =  1\n\n```\n\n    los\n",
    "table": "| Wie | Aandeel |\n| --- | ---: |\n| ik | 10% |\n",
    "list": "1. een\n2. twee\n\n   nog\n\n- [x] klaar\n- [ ] niet\n\n> zei\n> zij\n",
    "notes": "Waar[^1] en waar[^1].\n\n[^1]: Daar.\n",
    "picture": "![een *kastje*](k.jpg 'ja') en [een link](/docs/x.md)\r\n\ttab\n",
}


class _Keep(Treeprocessor):
    root = Element("div")

    def run(self, root: Element) -> None:
        self.root = deepcopy(root)


def kept(body: str) -> Element:
    """Return the tree that the library has while it writes a whole text as HTML, before ampersands stand for itself."""
    markdown = Markdown(extensions=list(EXTENSIONS))
    keep = _Keep(markdown)
    markdown.treeprocessors.register(keep, "keep", -1)
    markdown.convert(body)
    return keep.root


def written(root: Element) -> list[bytes]:
    return [tostring(element) for element in root]


@pytest.mark.parametrize("body", TEXTS.values(), ids=TEXTS)
def test_it_is_the_tree_of_a_page(body: str) -> None:
    first = written(tree(body))
    assert first == written(kept(body))
    tree("## Kop een\n\n[^1]: rest\n\nx[^1]")
    assert written(tree(body)) == first, "nothing stays of another text"


@pytest.mark.parametrize("body", TEXTS.values(), ids=TEXTS)
def test_without_places_only_the_ids_of_headings_are_gone(body: str) -> None:
    root = tree(body)
    for element in root.iter():
        if element.tag in {"h2", "h3"}:
            element.attrib.pop("id", None)
    assert written(tree(body, places=False)) == written(root)
