"""A page of the site that was built, as the check of the site sees it: its own faults, and where it leads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

# Elements that a browser fetches from: what they name must be of the site itself.
FETCHING = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track"})
FETCHING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
NEEDED = ("alt", "width", "height")
"""What every picture says of itself: what is to be seen, and its size, so that the page does not move as it comes."""
EVENT = re.compile(rb"<[a-z][^>]*\s(on[a-z]+)\s*=", re.IGNORECASE)


class Link(NamedTuple):
    """A link to something else than the page it is on. A tuple, because thousands of them are looked up in sets.

    `target` is what the page says; `file` the path below the site that it means, of a file or of a folder with an
    index, or None where it leads to another site; `anchor` the place in it, or nothing. `fetches` says that a browser
    gets it as it shows the page.
    """

    target: str
    file: str | None
    anchor: str
    fetches: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its own faults, and what only the rest of the site can judge.

    `first` and `then` are the faults that are there whatever else the site holds: those said before what is wrong with
    the data beside the page, and those after it. `title` is the text of its heading, None without one. `links` and
    `anchors` come in groups, in the order of the page: the groups of its frame are one object for all pages that have
    the same, so that they are kept and judged once. `lost` are the places that it leads to in itself and does not have.
    """

    first: tuple[str, ...]
    then: tuple[str, ...]
    title: str | None
    links: tuple[tuple[Link, ...], ...]
    anchors: tuple[tuple[str, ...], ...]
    lost: tuple[str, ...]


def parsed(html: bytes, name: str, base: str) -> Page:
    """Return what a page says, read as a browser reads it."""
    tree = LexborHTMLParser(html)
    first, then, anchors = [], [], dict[str, None]()
    if tree.root is None or tree.root.attributes.get("lang") != "nl":
        first.append('lang="nl" ontbreekt.')
    headings = tree.css("h1")
    if (number := len(headings)) != 1:
        first.append(f"de pagina heeft {number} titels (h1); het moet er één zijn.")
    title = tree.css_first("head > title")
    if title is None or not title.text().strip():
        first.append("de pagina heeft geen titel (title).")
    if EVENT.search(html):  # rare, and it may stand in words: then the elements say
        then += [f"een element voert code uit ({event})." for event in _events(tree)]
    for node in tree.css("[id]"):
        anchor = node.attributes["id"] or ""
        if anchor in anchors:
            then.append(f'twee elementen hebben id="{anchor}".')
        anchors[anchor] = None
    targets: dict[str, bool] = {}
    for node in tree.css(":is([href], [src], [srcset], img)"):
        attributes, tag = node.attributes, node.tag or ""
        fetches = fetching(tag, attributes)
        for target in named(attributes):
            targets[target] = fetches or targets.get(target, False)
        if missing := lacking(tag, attributes):
            then.append(f"bij de afbeelding {attributes.get('src') or ''} ontbreekt {', '.join(missing)}.")
    found = [link(name, target, fetches, base) for target, fetches in targets.items()]
    inside = dict.fromkeys(each for each in found if isinstance(each, str))
    return Page(
        first=tuple(first),
        then=tuple(then),
        title=headings[0].text().strip() if headings else None,
        links=(tuple(each for each in found if isinstance(each, Link)),),
        anchors=(tuple(anchors),),
        lost=tuple(anchor for anchor in inside if anchor and anchor not in anchors),
    )


def fetching(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether a browser gets what an element names."""
    return tag in FETCHING or (tag == "link" and attributes.get("rel") in FETCHING_LINKS)


def lacking(tag: str, attributes: Mapping[str, str | None]) -> list[str]:
    """Return what a picture does not say of itself."""
    return [name for name in NEEDED if name not in attributes] if tag == "img" else []


def _events(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the names of attributes that run code."""
    for node in tree.css("*"):
        yield from (name for name in node.attributes if name.startswith("on"))


def named(attributes: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the addresses in an element: one, and those of a picture that is there in more widths."""
    if "srcset" not in attributes or "src" in attributes:
        yield attributes.get("href") or attributes.get("src") or ""
    for candidate in (attributes.get("srcset") or "").split(","):
        if candidate.strip():
            yield candidate.split()[0]


def link(name: str, target: str, fetches: bool, base: str) -> Link | str:
    """Return where a link in a page leads, or only the place that it leads to in the page itself, which may be none."""
    path, _, anchor = target.partition("#")
    anchor = unquote(anchor) if "%" in anchor else anchor
    if ":" in path or path.startswith("//"):
        return Link(target, None, "", fetches)
    path = path.partition("?")[0]
    return Link(target, _file(name, path, base), anchor, fetches) if path else anchor


def _file(name: str, path: str, base: str) -> str:
    """Return the path below the site that a path in a page means; one that starts with a slash is outside of it."""
    if "%" in path:
        path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(base):
            return path
        path, folder = path[len(base) :].lstrip("/"), ""
    else:
        folder = name.rpartition("/")[0]
    while path.startswith("../") and folder:  # nearly every link starts so; normpath is ten times slower
        path, folder = path[3:], folder.rpartition("/")[0]
    file = f"{folder}/{path}" if folder else path
    if "./" in file or "//" in file or file.endswith("."):
        file = posixpath.normpath(file) + ("/" if path.endswith("/") else "")
        file = "" if file in {".", "./"} else file
    return file
