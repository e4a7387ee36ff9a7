"""HTML as a tree that a test of scripts reads without a browser: what the parser of a browser makes of it."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode


def tree(html: str) -> dict[str, Any]:
    """Return a document as elements (name, attributes, children) and texts."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return _element(root)


def _element(node: LexborNode) -> dict[str, Any]:
    children: list[dict[str, Any] | str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            children.append(child.text_content or "")
        elif child.tag and not child.tag.startswith(("-", "_", "!")):
            children.append(_element(child))
    return {"naam": node.tag, "kenmerken": {k: v or "" for k, v in node.attributes.items()}, "kinderen": children}
