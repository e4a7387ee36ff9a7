"""The text of a writer as plain Markdown: links to files that are there, lists as every reader of it knows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt

from kennisbank.model import forge, urls
from kennisbank.model.project import Home
from kennisbank.outputs.plain.writing import Places, words
from kennisbank.reading import markup

ITEM = re.compile(r"^(\s*)([-*+]|\d{1,9}[.)])(\s+)")
INDENT = 4
"""Spaces before what belongs to an item of a list: more than GitHub asks for, and what Python-Markdown needs."""


@dataclass(frozen=True)
class Picture:
    """A picture that a text can show: its file in the folder, and what is to be seen in it."""

    file: str
    alt: str


def plain(
    body: str, uri: str, home: Home, addresses: Mapping[str, str], pictures: Mapping[str, Picture], places: Places
) -> str:
    """Return the text of the page `uri` with links that lead from the file of `places` to others, or to nowhere.

    `addresses` are those of the pages by their place, `pictures` the pictures by theirs. A link to what is not there
    becomes its words.
    """
    marks = anchors(body)

    def target(written: str) -> str | None:
        scheme, _, rest = written.partition(":")
        if f"{scheme}:" == forge.SCHEME:
            return (home.help() or None) if rest == forge.HELP else _kept(home, rest)
        written = written.removeprefix(markup.SITE)
        if markup.SCHEME.match(written):
            return written
        if written.startswith("#"):
            return written if written[1:] in marks else None
        found = urls.resolve(unquote(written), uri) or ""
        if found in pictures:
            return quote(places.beside(pictures[found].file))
        return places.to(addresses.get(found, "?")) or None

    def shown(written: str) -> str:
        """Return what a picture or a link shows that has no words of its own."""
        found = urls.resolve(unquote(written.removeprefix(markup.SITE)), uri) or ""
        if found in pictures:
            return pictures[found].alt
        return f"{home.site or '/'}{addresses[found]}" if found in addresses else markup.NOWHERE

    return _items(_relinked(body, target, shown))


def anchors(body: str) -> frozenset[str]:
    """Return the names that the headings of a text have, as engines name them."""
    return frozenset(slugify(markup.plain(found[1]).rstrip("."), "-") for found in markup.HEADING.finditer(body))


def _kept(home: Home, place: str) -> str | None:
    return None if home.forge.example else home.forge.place(unquote(place))


def _relinked(body: str, target: Callable[[str], str | None], shown: Callable[[str], str]) -> str:
    """Return a text in which each link and picture leads to its `target`, or is its words where that is None."""
    defined: dict[str, str | None] = {}

    def definition(match: re.Match[str]) -> str:
        new = defined[match[1].casefold()] = target(match[2].strip("<>"))
        return "" if new is None else match[0].replace(match[2], new, 1)

    def inline(match: re.Match[str]) -> str:
        written = match[3].strip("<>")
        if _in_code(match):
            return match[0]
        label = match[2] if match[2].strip() else words(shown(written))
        new = target(written)
        if new is None:
            return label
        rest = match[0][match.end(3) - match.start() :]
        return f"{match[1]}[{label}]({new}{rest.removeprefix('>') if match[3].startswith('<') else rest}"

    def named(match: re.Match[str]) -> str:
        name = (match[3] or match[2]).casefold()
        return match[2] if name in defined and defined[name] is None else match[0]

    body = markup.DEFINITION.sub(definition, body) if "]:" in body else body
    body = markup.WHOLE.sub(inline, body)
    return markup.BY_NAME.sub(named, body) if defined else body


def _in_code(match: re.Match[str]) -> bool:
    """Tell whether a match stands in code on its line."""
    start = match.string.rfind("\n", 0, match.start()) + 1
    line = match.string[start : match.string.find("\n", match.end()) % (len(match.string) + 1)]
    at = match.start() - start
    return any(code.start() <= at < code.end() for code in markup.CODE.finditer(line))


def _items(body: str) -> str:
    """Return a text with an empty line before each list, and what belongs to an item as far in as that needs."""
    lines = body.split("\n")
    lists, items = _found(body)
    shift = {}
    for number, line in enumerate(lines):
        around = [(start, offset) for start, end, offset in items if start <= number < end]
        if around:
            own = [start for start, _ in around]
            taken = around[-1][1] if number != own[-1] else (around[-2][1] if len(around) > 1 else 0)
            depth = len(around) if number != own[-1] else len(around) - 1
            bare = line[taken:] if not line[:taken].strip() else line.lstrip()
            shift[number] = " " * (INDENT * depth) + bare if bare.strip() else ""
    made: list[str] = []
    for number, line in enumerate(lines):
        if number in lists and made and made[-1].strip():
            made.append("")
        made.append(shift.get(number, line))
    return "\n".join(made)


def _found(body: str) -> tuple[set[int], list[tuple[int, int, int]]]:
    """Return the first lines of the lists at the top, and of each item its lines and how far in its text begins."""
    lists: set[int] = set()
    items: list[tuple[int, int, int]] = []
    lines = body.split("\n")
    for token in _tokens(body):
        if not token.map:
            continue
        if token.type in {"bullet_list_open", "ordered_list_open"} and token.level == 0:
            lists.add(token.map[0])
        elif token.type == "list_item_open" and (mark := ITEM.match(lines[token.map[0]])):
            items.append((token.map[0], token.map[1], mark.end()))
    return lists, items


def _tokens(body: str) -> Iterator[Any]:
    yield from MarkdownIt("commonmark").parse(body)
