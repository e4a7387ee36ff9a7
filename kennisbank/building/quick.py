"""A quick reading of a page for the check of the site: by its tags alone, where these say all that its elements do.

Most pages have only elements that a browser leaves where they are written, whatever stands around them. Such a page is
cut at its tags, and each tag, which most pages share with a thousand others, is looked into once. Whatever is out of
the ordinary, or wrong, is not read here at all: then `page.parsed` reads the page as a browser does. So this may refuse
any page, and must never read one otherwise than that would.
"""

from __future__ import annotations

import html as escapes
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from kennisbank.building.page import NEEDED, Link, Page, fetching, lacking, link, named

MOST, MOST_PARTS = 20_000, 500
"""Tags that are remembered of pages at one depth before they are forgotten, and frames of these pages."""
STRUCTURE = bytes(set(range(256)) - set(b"<>\0\r"))
"""All bytes but those that begin and end a tag, and those that a browser reads as something else."""
HEAD = re.compile(
    rb'<!doctype html>\s*<html lang="nl">\s*<head>((?:ALSO)*<title>([^<>]*)</title>(?:ALSO)*)</head>\s*<body>'.replace(
        b"ALSO",
        rb'\s+|<meta(?:\s+(?:charset|content|http-equiv|name|property)="[^"<>]*")+>|<link\s[^<>]*>'
        rb"|<script(?:\s[^<>]*)?>[^<>]*</script>|</?noscript>",
    )
)
"""The beginning of a page: what is in its head stays there, for there is nothing else, and it has one title."""
MAIN, AFTER = b"<main", b"</main>"
"""Where a page is cut, only because what is before and after is the same on many pages."""
OPENED = re.compile(rb"<([^/>][^>]*|/[a-z0-9]*[^a-z0-9>][^>]*)")
"""What opens an element, or is otherwise more than the end of one."""
FETCHED = re.compile(rb"<((?:link|script)[^>]*)")
"""What says something in a head like that."""
ATTRIBUTE = rb'[a-zA-Z][a-zA-Z0-9_.-]*(?:="[^"]*")?'
TAG = re.compile(rb"([a-z][a-z0-9]*)((?:[ \t\n]+%s)*)[ \t\n]*(/?)" % ATTRIBUTE)
ATTRIBUTES = re.compile(ATTRIBUTE)
READ = frozenset({"id", "href", "src", "srcset", "rel", *NEEDED})
"""Attributes that make a difference here."""
LEADING = frozenset({"href", "src", "srcset"})
TELLING = re.compile(rb"[ \t\n](?:(?:%s)(?![a-z0-9_.-])|on)" % "|".join(sorted(READ)).encode(), re.IGNORECASE)
AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|#34|#39);)")
"""An ampersand that may be one itself or not: a browser has rules for what follows."""
WORDS = re.compile(rb"[^&]*[A-Za-z0-9]")

SHAPES = frozenset("circle ellipse g line path polygon polyline rect text tspan".split())
ALONE = frozenset("br hr img input link meta source wbr".split())
"""Elements that have no content."""
SPOKEN = SHAPES | frozenset("b br code em i img kbd small span strong svg time".split())
"""Elements in a line of text: none of them closes one around it."""
MARKING = frozenset("a b code em i s small strong u".split())
"""Elements that a browser opens again, with all they say, where they were closed too early."""
ENDED = ALONE | SHAPES
"""Elements that may end as they begin."""
IN_HEAD = frozenset({"link", "script"})
IN_BODY = SPOKEN | frozenset(
    "a article aside button dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header"
    " hr input label legend li link main meta nav noscript ol p picture pre s section source summary u ul wbr".split()
)
"""Elements that stay where they are written, whatever stands around them: unlike those of a table or of a choice."""
HOLDS = {"form": IN_BODY - {"form"}, **{name: SPOKEN - {name} for name in MARKING}}
"""What may stand in an element so that it is closed where that is written: it matters for a form, and for a place."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tag:
    """A tag that opens an element of which there is something to say. It equals nothing but itself.

    `ids` are the place that it is. Its links to elsewhere are in `links`, those in the page itself in `places`; where
    what they mean differs from page to page, they are in `local`, with whether a browser fetches what is there. `holds`
    is what may stand in its element so that this is read once, where it matters. `heads`
    tells whether it is the heading of the page.
    """

    name: str
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    places: tuple[str, ...] = ()
    local: tuple[tuple[str, bool], ...] = ()
    holds: frozenset[str] | None = None
    heads: bool = False


ODD = Tag(name="")
"""Any tag that is not read here."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a page says: its links to elsewhere, the places in the page that it leads to, and its own.

    `heads` is how often it has the heading of the page; `local` says that some links lead elsewhere from another page.
    """

    links: tuple[Link, ...]
    places: tuple[str, ...]
    ids: tuple[str, ...]
    heads: int
    local: bool


class Known(dict[bytes, Tag | None]):
    """The tags of pages at one depth, as they are written, with None for one of which there is nothing to say.

    A dictionary, because it is asked for every tag of every page: `map` does so without a call for each. A tag that is
    new is looked into as it is asked for; one whose name is not in `names` is odd.
    """

    def __init__(self, depth: int, base: str, names: frozenset[str]) -> None:
        super().__init__()
        self.page, self.base, self.names = "x/" * depth + "index.html", base, names
        self.same = ("../" * depth, "/", "#", "?", "http:", "https:", "mailto:")
        self.links: dict[Link, Link] = {}
        self.parts: dict[bytes, Part] = {}
        self.groups: dict[tuple[Link, ...], tuple[Link, ...]] = {}

    def __missing__(self, written: bytes) -> Tag | None:
        if len(self) >= MOST:
            self.clear()
            self.links.clear()
        tag = self[written] = self._tag(written)
        return tag

    def _tag(self, written: bytes) -> Tag | None:
        match = TAG.fullmatch(written)
        name = match[1].decode() if match else ""
        if match is None or name not in self.names or (match[3] and name not in ENDED):
            return ODD
        said = _attributes(match[2]) if TELLING.search(written) else {}
        if said is None or lacking(name, said):
            return ODD
        ids = (said["id"] or "",) if "id" in said else ()
        targets = [(target, fetching(name, said)) for target in named(said)] if LEADING & said.keys() else []
        holds = HOLDS.get(name) if ids or name == "form" else None
        heads = name == "h1"
        if not (ids or targets or holds or heads):
            return None
        if not all(target.startswith(self.same) for target, _ in targets):
            return Tag(name=name, ids=ids, holds=holds, heads=heads, local=tuple(targets))
        links, places = self.found(self.page, targets)
        return Tag(name=name, ids=ids, holds=holds, heads=heads, links=links, places=places)

    def found(self, name: str, targets: Iterable[tuple[str, bool]]) -> tuple[tuple[Link, ...], tuple[str, ...]]:
        """Return what links on a page lead to: elsewhere, and in the page itself. Equal links are one object."""
        found = [link(name, target, fetches, self.base) for target, fetches in targets]
        links = tuple([self.links.setdefault(each, each) for each in found if not isinstance(each, str)])
        return links, tuple([each for each in found if isinstance(each, str)])


@cache
def _known(depth: int, base: str) -> tuple[Known, Known]:
    return Known(depth, base, IN_HEAD), Known(depth, base, IN_BODY)


def quick(html: bytes, name: str, base: str) -> Page | None:
    """Return what a page without faults of its own says, or None when it has any, or is not plain enough to be sure."""
    head = HEAD.match(html)
    title = head and _heading(html, head.end())
    if head is None or not WORDS.match(head[2]) or title is None:
        return None
    main = html.find(MAIN, head.end())
    after = html.rfind(AFTER)
    if not head.end() < main < after:
        return None
    of_head, of_body = _known(name.count("/"), base)
    parts = (
        _head(head[1], name, of_head),
        _frame(html[head.end() : main], name, of_body),
        _part(html[main:after], name, of_body),
        _frame(html[after:], name, of_body),
    )
    found = [part for part in parts if part is not None]
    ids = [anchor for part in found for anchor in part.ids]
    anchors = frozenset(ids)
    if len(found) < len(parts) or len(anchors) < len(ids) or sum(part.heads for part in found) != 1:
        return None
    return Page(
        first=(),
        then=(),
        title=title,
        links=tuple(part.links for part in found if part.links),
        anchors=tuple(part.ids for part in found if part.ids),
        lost=tuple(dict.fromkeys(place for part in found for place in part.places if place and place not in anchors)),
    )


def _heading(html: bytes, start: int) -> str | None:
    """Return the text of the first heading of a page beyond `start`; None without one, or with more than text in it."""
    first = html.find(b"<h1", start)
    begin = html.find(b">", first) + 1
    end = html.find(b"<", begin)
    if first < 0 or not html.startswith(b"</h1>", end):
        return None
    text = _text(html[begin:end])
    return None if text is None else text.strip()


def _text(written: bytes) -> str | None:
    """Return what is written in a page, or None where it takes a browser to say what that is."""
    try:
        text = written.decode()
    except UnicodeDecodeError:
        return None
    if "&" not in text:
        return text
    return None if AMPERSAND.search(text) else escapes.unescape(text)


def _attributes(written: bytes) -> dict[str, str | None] | None:
    """Return the attributes of a tag that make a difference; None where one is there twice, runs code or is unclear."""
    found: dict[str, str | None] = {}
    for said in ATTRIBUTES.findall(written):
        attribute, has, value = said.partition(b"=")
        name = attribute.decode().lower()
        if name in found or name.startswith("on"):
            return None
        if name in READ:
            found[name] = _text(value[1:-1]) if has else None
            if has and found[name] is None:
                return None
    return found


def _head(html: bytes, name: str, known: Known) -> Part | None:
    """Return what a page says before its body: most pages lead to the same there."""
    part = _part(html, name, known, FETCHED)
    return part and replace(part, links=known.groups.setdefault(part.links, part.links))


def _frame(html: bytes, name: str, known: Known) -> Part | None:
    """Return what a part that is the same on many pages says: looked into once, where it means the same on each."""
    part = known.parts.get(html)
    if part is None:
        part = _part(html, name, known)
        if part is not None and not part.local and len(known.parts) < MOST_PARTS:
            known.parts[html] = part
    return part


def _part(html: bytes, name: str, known: Known, looked: re.Pattern[bytes] = OPENED) -> Part | None:
    """Return what a part of a page says; None where that takes a browser, or one of its elements is wrong."""
    if html.translate(None, STRUCTURE) != b"<>" * html.count(b"<"):
        return None
    said = [*filter(None, map(known.__getitem__, looked.findall(html)))]
    tags = dict.fromkeys(said)
    if ODD in tags or (any(tag.holds for tag in tags) and not _held(html, known)):
        return None
    links: list[Link] = []
    places: list[str] = []
    for tag in tags:
        there, here = known.found(name, tag.local) if tag.local else (tag.links, tag.places)
        links += there
        places += here
    ids = tuple([anchor for tag in said for anchor in tag.ids])
    local = any(tag.local for tag in tags)
    return Part(tuple(links), tuple(places), ids, sum([tag.heads for tag in said]), local)


def _held(html: bytes, known: Known) -> bool:
    """Tell whether what may only hold this or that holds nothing else, until it is closed."""
    written = html.replace(b">", b"<").split(b"<")[1::2]
    for number, start in enumerate(written):
        tag = None if start.startswith(b"/") else known[start]
        if tag and tag.holds and not _closed(tag.name, tag.holds, written[number + 1 :]):
            return False
    return True


def _closed(name: str, holds: frozenset[str], written: Iterable[bytes]) -> bool:
    """Tell whether an element is closed, in the tags after its own, before one opens that it may not hold."""
    stack = [name]
    for each in written:
        if each.startswith(b"/"):
            if stack.pop() != each[1:].decode("latin-1"):
                return False
            if not stack:
                return True
            continue
        match = TAG.fullmatch(each)
        opened = match[1].decode() if match else ""
        if match is None or opened not in holds:
            return False
        if not match[3] and opened not in ALONE:
            stack.append(opened)
    return False
