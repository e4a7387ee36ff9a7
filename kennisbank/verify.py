"""The check of what was built: every page as it should be, every link and anchor to something that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Elements that a browser fetches from: what they name must be of the site itself.
FETCHING = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track"})
EVENT = re.compile(r"on[a-z]+")


@dataclass
class _Seen:
    """What was found in the whole site: the anchors of each page and the links to an anchor."""

    files: frozenset[str]
    base: str
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)
    resolved: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict)


def verify(site: Path, site_url: str, each: Callable[[], None] | None = None) -> list[str]:
    """Return a Dutch sentence for every fault in the files of a site, in order of their pages.

    `site_url` is the address it will have, so that links with a full address to itself are checked as well.
    """
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    seen = _Seen(files, urlsplit(site_url).path or "/")
    faults: list[str] = []
    for name in sorted(files):
        if name.endswith(".html"):
            faults += (f"{name}: {fault}" for fault in _page(name, (site / name).read_bytes(), seen))
            if each:
                each()
    for (page, anchor), source in sorted(seen.wanted.items()):
        if anchor not in seen.anchors.get(page, frozenset()):
            faults.append(f"{source}: de link naar {page}#{anchor} leidt naar een plek die er niet is.")
    return faults


def _page(name: str, html: bytes, seen: _Seen) -> Iterator[str]:
    """Yield the faults of one page and note its anchors and links."""
    tree = LexborHTMLParser(html)
    root = tree.root
    if root is None or root.attributes.get("lang") != "nl":
        yield 'lang="nl" ontbreekt.'
    if (number := len(tree.css("h1"))) != 1:
        yield f"de pagina heeft {number} titels (h1); het moet er één zijn."
    title = tree.css_first("head > title")
    if title is None or not title.text().strip():
        yield "de pagina heeft geen titel (title)."
    anchors: list[str] = []
    for node in tree.css("*"):
        attributes = node.attributes
        if anchor := attributes.get("id"):
            if anchor in anchors and node.tag != "path":
                yield f'twee elementen hebben id="{anchor}".'
            anchors.append(anchor)
        yield from _element(name, node, attributes, seen)
    seen.anchors[name] = frozenset(anchors)


def _element(name: str, node: LexborNode, attributes: dict[str, str | None], seen: _Seen) -> Iterator[str]:
    for attribute, value in attributes.items():
        if EVENT.fullmatch(attribute):
            yield f"het element <{node.tag}> voert code uit ({attribute})."
        elif attribute in {"href", "src"} and value is not None:
            fetches = node.tag in FETCHING or (node.tag == "link" and (attributes.get("rel") or "") in {"stylesheet", "icon", "preload", "manifest"})
            yield from _link(name, value, seen, fetches)


def _link(name: str, target: str, seen: _Seen, fetches: bool) -> Iterator[str]:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        if fetches:
            yield f"de pagina haalt iets op bij een ander: {target}"
        elif parts.scheme not in {"http", "https"}:
            yield f"de link {target} begint met iets wat niet mag."
        return
    folder = posixpath.dirname(name)
    key = (folder, target) if parts.path else (name, target)
    if key not in seen.resolved:
        seen.resolved[key] = _resolve(name, parts.path, parts.fragment, seen)
    found = seen.resolved[key]
    if found is None:
        yield f"de link {target} leidt nergens heen."
    elif found[1]:
        seen.wanted.setdefault(found, name)


def _resolve(name: str, path: str, fragment: str, seen: _Seen) -> tuple[str, str] | None:
    """Return the file and the anchor that a link means, or None when there is no such file."""
    path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(seen.base):
            return None
        file = posixpath.normpath(path[len(seen.base) :].lstrip("/") or ".")
    else:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if path.endswith("/") or file == "." or file not in seen.files:
        file = posixpath.normpath(posixpath.join(file, "index.html"))
    return (file, unquote(fragment)) if file in seen.files else None
