"""Markdown as GitHub reads it: CommonMark with its tables, struck words, task lists, footnotes and bare addresses.

An extension of Python-Markdown that lets markdown-it-py read a text instead of its own parser, so that the site shows
what the writer saw in the preview of a proposal. Whatever works on the tree of elements after that (explained words,
figures, links) stays an extension as any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from xml.etree.ElementTree import Element, ElementTree, SubElement

from linkify_it import LinkifyIt
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

DEEPEST = 20
"""Levels of lists, quotes and marks within each other that are read; the check refuses more."""
TASK = re.compile(r"\[([ xX])\](?:[ \t]+|\Z)")
ENTITY = re.compile(r"&(?=#?\w+;)")
"""An ampersand that a browser would take for the beginning of a character."""
INLINE = {"em_open": "em", "strong_open": "strong", "s_open": "del"}
ALIGN = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}
ENDS = frozenset({"bullet_list_close", "ordered_list_close", "blockquote_close"})
BACK = "Terug naar noot {} in de tekst"


RULES = {
    "://": ("linkify",),
    "|": ("table",),
    ">": ("blockquote",),
    "`": ("backticks",),
    "~": ("strikethrough",),
    "*": (),
    "_": (),
    "[": ("link", "image", "footnote_def", "footnote_ref", "reference"),
    "<": ("autolink",),
    "&": ("entity",),
    "\\": ("escape",),
}
"""What a text must have in it for some rules of Markdown to find anything. Two signs are for rules that share them."""
RULER = re.compile(r"[-*_]{3}(?=[\r\n]|\Z)")
"""What a line across the page ends with, without its spaces."""
UNDERLINE = re.compile(r"[-=](?=[\r\n]|\Z)")
"""What the line under a heading ends with."""
SMALL = b"abcdefghijklmnopqrstuvwxyz \t"
"""What most of a text is made of."""


def signs(text: str) -> str:
    """Return what is left of a text, as bytes that are shown as characters, without small letters and spaces.

    What has a part in it has in what is left what is left of that part: so most that a text can have is found to be not
    there in a thirtieth of it.
    """
    return text.encode("utf-8", "surrogatepass").translate(None, SMALL).decode("latin-1")


def reader() -> MarkdownIt:
    """Return what reads Markdown, with all its rules; it keeps nothing from one text to the next."""
    return _reader(frozenset())


@lru_cache(maxsize=64)
def _reader(without: frozenset[str]) -> MarkdownIt:
    """Return what reads Markdown, but for some rules: a text in which those find nothing is read faster so."""
    md = MarkdownIt("commonmark", {"html": False, "linkify": True, "maxNesting": 2 * DEEPEST})
    md.enable(["table", "strikethrough", "linkify"])
    md.linkify = bare = _Bare()
    bare.set({"fuzzy_link": False, "fuzzy_email": False})  # no "www." or "x.nl": the check asks for the whole address
    for schema in ("ftp:", "//", "mailto:"):
        bare.add(schema, None)
    md.core.ruler.at("normalize", _normalize)
    return md.use(footnote_plugin, inline=False).disable([*without])


def _normalize(state: StateCore) -> None:
    """Have one kind of line end, and no NUL: no more work than to see that a text is so already."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _idle(text: str) -> frozenset[str]:
    """Return the rules that find nothing in a text, because it has none of what they begin or end with."""
    few = signs(text)
    lacking = {sign for sign in RULES if sign not in few}
    idle = {rule for sign in lacking for rule in RULES[sign]}
    if {"`", "~"} <= lacking:
        idle.add("fence")
    if {"*", "_"} <= lacking:
        idle.add("emphasis")
        if "~" in lacking:
            idle.add("balance_pairs")
    if not RULER.search(few):
        idle.add("hr")
    if not UNDERLINE.search(few):
        idle.add("lheading")
    return frozenset(idle)


class _Bare(LinkifyIt):  # type: ignore[misc]  # (a class without types)
    """Finds bare addresses, and takes no time for a text without any."""

    def pretest(self, text: str) -> bool:
        return "://" in text


def read(text: str) -> list[Token]:
    """Return the tokens of a text, each block with the lines where it stands (`map`, from 0, the end not included)."""
    return _reader(_idle(text)).parse(text)


def unclear(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the lines (from 0) of code that begins right under a line of a list: GitHub takes those for text.

    `tokens` are those of the text.
    """
    lines = text.split("\n")
    for before, token in pairwise(tokens):
        if token.type == "code_block" and token.map and before.type in ENDS:
            line = token.map[0]
            if lines[line - 1].strip():
                yield line


class CommonMark(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that the library calls)
        """In place of the parser, what prepares for it, and what reads the marks within its blocks."""
        md.preprocessors.deregister("html_block")
        md.treeprocessors.deregister("inline")
        md.treeprocessors.register(
            _Ampersands(md), "kennisbank_ampersands", -2
        )  # the last: the library writes the rest
        md.parser = _Parser(md)


def makeExtension(**kwargs: object) -> CommonMark:  # noqa: N802 (the name that the library calls)
    return CommonMark(**kwargs)


class _Parser(BlockParser):
    def parseDocument(self, lines: Sequence[str]) -> ElementTree:  # type: ignore[override]  # noqa: N802
        root = Element(self.md.doc_tag)
        _Tree(root).build(read("\n".join(lines)))
        return ElementTree(root)


class _Ampersands(Treeprocessor):
    """Has every ampersand of the tree stand for itself: the library leaves one before `copy;` as it is."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text, element.tail = _literal(element.text), _literal(element.tail)
            for name, value in element.attrib.items():
                element.set(name, _literal(value) or "")


def _literal(text: str | None) -> str | None:
    return ENTITY.sub(f"{AMP_SUBSTITUTE}amp;", text) if text and "&" in text else text


class _Tree:
    """Makes elements of tokens, below `root`."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.open: list[Element] = [root]

    def build(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            self._token(token)

    def _token(self, token: Token) -> None:
        if token.type == "inline":
            self._inline(token.children or [], may_be_task=token.content.startswith("["))
        elif own := OWN.get(token.type):
            own(self, token)
        elif token.hidden:  # a paragraph that is none: an item of a list without space between them
            return
        elif token.nesting == 1:
            self._push(token.tag, _attributes(token))
        elif token.nesting == -1:
            self.open.pop()
        else:
            raise AssertionError(f"no element for {token.type}")

    def code(self, token: Token) -> None:
        code = SubElement(self._add("pre"), "code")
        code.text = token.content
        if language := token.info.split(maxsplit=1)[:1]:
            code.set("class", f"language-{language[0]}")

    def rule(self, token: Token) -> None:
        self._add(token.tag)

    def notes(self, token: Token) -> None:
        self._push("div", {"class": "footnote"})
        self._add("hr")
        self._push("ol")

    def end_of_notes(self, token: Token) -> None:
        del self.open[-2:]

    def note(self, token: Token) -> None:
        self._push("li", {"id": f"fn:{_label(token)}"})

    def back(self, token: Token) -> None:
        """Show the way back from a note to each of the places that name it."""
        self._text("\u00a0")
        title = BACK.format(int(token.meta["id"]) + 1)
        back = {"class": "footnote-backref", "href": _to(_place(token)), "title": title}
        self._add("a", back).text = "↩"

    def _inline(self, tokens: Sequence[Token], *, may_be_task: bool) -> None:
        first = may_be_task  # as it was written: an escaped one is none
        for token in tokens:
            match token.type:
                case "text":
                    text = token.content
                    if first:
                        text = text[self._task(text, alone=len(tokens) == 1) :]
                    self._text(text)
                case "softbreak":
                    self._text("\n")
                case "hardbreak":
                    self._add("br")
                case "code_inline":
                    self._add("code").text = token.content
                case "image":
                    attributes = {"alt": "".join(_words(token.children or [])), "src": str(token.attrGet("src") or "")}
                    self._add("img", attributes | _title(token))
                case "footnote_ref":
                    self._reference(token)
                case "link_open":
                    self._push("a", {"href": str(token.attrGet("href") or "")} | _title(token))
                case _ if token.nesting == 1:
                    self._push(INLINE[token.type])
                case _ if token.nesting == -1:
                    self.open.pop()
                case _:
                    raise AssertionError(f"no element for {token.type}")
            first = False

    def _task(self, text: str, *, alone: bool) -> int:
        """Show the box of a task, and return how many characters said it: only where an item begins."""
        here, around = self.open[-1], self.open[-2] if len(self.open) > 1 else self.root
        begins = not len(here) and (here.tag == "li" or (here.tag == "p" and around.tag == "li" and around[0] is here))
        found = TASK.match(text) if begins else None
        if not found or (found.end() == len(text) and text.endswith("]") and not alone):
            return 0
        done = found[1] != " "
        box = {"type": "checkbox", "disabled": "", "aria-label": "Gedaan" if done else "Nog te doen"}
        self._add("input", box | ({"checked": ""} if done else {})).tail = " "
        return found.end()

    def _reference(self, token: Token) -> None:
        sup = self._add("sup", {"id": _place(token)})
        name = {"class": "footnote-ref", "href": _to(f"fn:{_label(token)}")}
        SubElement(sup, "a", name).text = str(int(token.meta["id"]) + 1)

    def _push(self, tag: str, attributes: dict[str, str] | None = None) -> None:
        self.open.append(self._add(tag, attributes))

    def _add(self, tag: str, attributes: dict[str, str] | None = None) -> Element:
        return SubElement(self.open[-1], tag, attributes or {})

    def _text(self, text: str) -> None:
        here = self.open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + text
        else:
            here.text = (here.text or "") + text


OWN: dict[str, Callable[[_Tree, Token], None]] = {
    "fence": _Tree.code,
    "code_block": _Tree.code,
    "hr": _Tree.rule,
    "footnote_block_open": _Tree.notes,
    "footnote_block_close": _Tree.end_of_notes,
    "footnote_open": _Tree.note,
    "footnote_anchor": _Tree.back,
}
"""What makes more or other elements than its tag says."""


def _attributes(token: Token) -> dict[str, str]:
    """Return what the element of a block says: where a list begins to count, how a column stands."""
    if token.type == "ordered_list_open" and token.attrGet("start") not in {None, 1}:
        return {"start": str(token.attrGet("start"))}
    align = ALIGN.get(str(token.attrGet("style") or ""))
    return {"style": f"text-align: {align};"} if align else {}


def _place(token: Token) -> str:
    """Return the id of a place that names a footnote; each next one has its number."""
    again = int(token.meta.get("subId", 0))
    return f"fnref{again + 1 if again else ''}:{_label(token)}"


def _to(place: str) -> str:
    """Return the address of a place on the same page; a browser takes what follows a % for a character in code."""
    return "#" + place.replace("%", "%25")


def _label(token: Token) -> str:
    """Return the name of a footnote, as it was written; without one its number."""
    return str(token.meta.get("label") or int(token.meta["id"]) + 1)


def _title(token: Token) -> dict[str, str]:
    title = token.attrGet("title")
    return {"title": str(title)} if title else {}


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words in an image, of which only those remain."""
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif token.type == "image":
            yield from _words(token.children or [])
        else:
            yield token.content
