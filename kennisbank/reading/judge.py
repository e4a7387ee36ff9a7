"""The text of a file as the site will show it: what becomes something else than was meant, or should not be there.

Where `markup` looks at the characters, this looks at the headings, lists, links and words that they become
(`parts/commonmark`), each with its line in the file: what the check lets through, the build lets through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Protocol
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from kennisbank.model import forge
from kennisbank.parts import commonmark
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import remains
from kennisbank.reading.markup import SITE, Link

DEEPEST = 6
"""Lists and quotes within each other: more cannot be read on a phone."""
HOLDERS = {"bullet_list": "een lijst", "ordered_list": "een lijst", "blockquote": "een citaat", "footnote": "een noot"}
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
OWN = (SITE, forge.SCHEME)
"""How the address begins of a link that gets its words from the site itself."""
SUSPECT = re.compile(r"[\[~]|\]\(|www\.")
"""What any of the patterns for links and marks needs: most texts have none of it."""
SIGNS = ("&", "[", "~", "](", "www.")
"""What a whole text needs for that; it can have written one as a character in code."""
WORDS = frozenset({"text", "softbreak", "hardbreak", "code_inline"})
"""Parts of a block that are no link and no picture, nor around one."""

CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$", re.MULTILINE)
MARKS = tuple(sign * 7 for sign in "<|>=")
NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
NOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\s]{1,100})\]:", re.MULTILINE)
BROKEN_LINK = re.compile(r"\[[^\[\]]{1,200}\]\([^)\n]{0,300}\)?|\]\(")
UNSAFE = re.compile(r"\(\s*<?(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SINGLE = re.compile(r"(?<![~\w])~(?![~\s])[^~\n]{1,200}(?<![~\s])~(?![~\w])")
DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+(?:nl|com|org|eu|net|nu|be|de|info|frl|amsterdam)(?:[/?#].*)?", re.IGNORECASE)
"""What is meant as the address of another site, but has no https:// before it."""
BARE = re.compile(r"(?<![\w@/.-])www\.[\w-]+(?:\.[\w-]+)+\S*", re.IGNORECASE)
LINKED = re.compile(r"www\.")
"""What needs no https:// where it is the words of a link."""
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w")

TRACKED = re.compile(r"[?&]utm_source=(?:chatgpt|openai|copilot|perplexity|gemini|claude)[^&#]*", re.IGNORECASE)


class At(Protocol):
    """Makes a problem of a code, a sentence, a line of the body (from 0), and what is to be seen there."""

    def __call__(self, code: str, message: str, line: int, shown: str = "") -> Problem: ...


def local(tokens: Iterable[Token], first_line: int) -> Iterator[Link]:
    """Yield where the links and pictures of a text go that stay on the site, whatever way they were written."""
    for token in tokens:
        line = (token.map[0] if token.map else 0) + first_line
        for child in token.children or []:
            name = {"link_open": "href", "image": "src"}.get(child.type)
            if name and not SCHEME.match(address := str(child.attrGet(name) or "")) and not address.startswith("//"):
                yield Link(address, line, 1, image=child.type == "image")
            line += child.type in {"softbreak", "hardbreak"}


def judge(body: str, path: str, first_line: int, tokens: Sequence[Token] | None = None) -> Iterator[Problem]:
    """Yield what is wrong with a text as it will be shown. `first_line` is that of the body in its file.

    `tokens` are those of the body, where somebody has read it already.
    """
    lines = body.split("\n")

    def at(code: str, message: str, line: int, shown: str = "") -> Problem:
        column = lines[line].find(shown) + 1 if shown and line < len(lines) else 0
        return problem(code, path, message, line=line + first_line, column=column or 1)

    if any(mark in body for mark in MARKS) and (
        match := CONFLICT.search(body)
    ):  # each other problem of such a text comes of this one
        line = body.count("\n", 0, match.start())
        yield at("rest-conflict", f"{quote(match.group(), 40)} is een merkteken van twee versies door elkaar.", line)
        return
    tokens = commonmark.read(body) if tokens is None else tokens
    yield from _blocks(tokens, at)
    for line in commonmark.unclear(body, tokens):
        yield at("tekst-inspringen", f"{quote(lines[line].strip(), 40)} springt in, vlak onder een lijst.", line)
    yield from _notes(body, tokens, at)
    # What is refused stands in the text as it was typed: what the whole does not have, no block has. Of most texts no
    # word has to be looked at then.
    kinds = remains.possible(body)
    marked = any(sign in body for sign in SIGNS)
    for token in tokens:
        if token.type == "inline" and token.map:
            words = token.children or ()
            if kinds or marked or not all(child.type in WORDS for child in words):
                yield from _inline(token, at, kinds, marked=marked)


def _blocks(tokens: Sequence[Token], at: At) -> Iterator[Problem]:
    """Yield titles in the text, headings inside something else, and lists that go too deep."""
    around: list[str] = []
    deep = False
    for token, after in pairwise(tokens):
        name = token.type.removesuffix("_open").removesuffix("_close")
        line = token.map[0] if token.map else 0
        if name in HOLDERS and token.nesting:
            around = [*around, name] if token.nesting == 1 else around[:-1]
            if len(around) > DEEPEST and not deep:
                deep = True
                message = f"Hier staan meer dan {DEEPEST} lijsten of citaten in elkaar."
                yield at("tekst-diep", message, line)
        elif token.type == "heading_open":
            yield from _heading(token, after, around, at)


def _heading(token: Token, words: Token, around: Sequence[str], at: At) -> Iterator[Problem]:
    """Yield what is wrong with a heading: where it stands, how high it is, that it says nothing."""
    first, end = token.map or (0, 1)
    line = end - 2 if token.markup == "=" else first  # the words may have more lines, above the line that says so
    if around:
        where = HOLDERS[around[-1]]
        yield at("tekst-kop-binnen", f"{quote(token.markup)} maakt een tussenkop binnen {where}.", first, token.markup)
    elif not words.content.strip():
        yield at("tekst-kop-leeg", f"Na {quote(token.markup)} staat geen tussenkop.", first, token.markup)
    elif token.tag == "h1":
        title = words.content.split("\n")[-1]
        yield at("tekst-kop1", f"{quote(title, 40)} is een titel van het hoogste niveau.", line)


def in_code(tokens: Iterable[Token], line: int) -> bool:
    """Tell whether a line of a body (from 0) is one of code, which says nothing by itself."""
    return any(
        token.map and token.map[0] <= line < token.map[1] for token in tokens if token.type in {"fence", "code_block"}
    )


def _notes(body: str, tokens: Sequence[Token], at: At) -> Iterator[Problem]:
    """Yield signs of footnotes that have no text, and texts of footnotes that no sign leads to."""
    if "[^" not in body:
        return
    named = {
        str(child.meta.get("label"))
        for token in tokens
        for child in token.children or []
        if child.type == "footnote_ref"
    }
    for match in NOTE_TEXT.finditer(body):
        if match[1] not in named:
            line = body.count("\n", 0, match.start())
            if _is_text(tokens, line):
                continue
            yield at("noot-zonder-teken", f"Naar de noot {quote(f'[^{match[1]}]')} verwijst niets.", line)


def _is_text(tokens: Sequence[Token], line: int) -> bool:
    """Tell whether a line is shown as it stands: as code, or as words."""
    return any(
        token.map and token.map[0] <= line < token.map[1]
        for token in tokens
        if token.type in {"inline", "fence", "code_block"}
    )


def _inline(token: Token, at: At, kinds: Sequence[remains.Remain], *, marked: bool) -> Iterator[Problem]:
    """Yield what is wrong with the words, links and pictures of one block.

    `kinds` are the remains that it may have, and `marked` says whether it may have marks that are none.
    """
    line = token.map[0] if token.map else 0
    words: list[tuple[int, str]] = []
    within = 0
    for child, after in zip_longest(children := token.children or [], children[1:]):
        if child.type == "text":
            words.append((line, LINKED.sub("\ufffc", child.content) if within else child.content))
        elif child.type in {"softbreak", "hardbreak"}:
            words.append((line, "\n"))
            line += 1
        elif child.type == "code_inline":
            words.append((line, "\ufffc"))  # code says nothing by itself, and parts the words beside it
            line += child.content.count("\n")
        elif child.type == "image":
            yield from _picture(str(child.attrGet("src") or ""), line, at)
        elif child.type == "link_close":
            within -= 1
        elif child.type == "link_open":
            within += 1
            address = str(child.attrGet("href") or "")
            if after.type == "link_close" and not address.startswith(OWN):
                yield at("link-leeg", f"De link naar {quote(address)} heeft geen woorden.", line, "[](")
            yield from _link(address, line, at)
    yield from _words(words, token.content, at, kinds, marked=marked)


def _picture(address: str, line: int, at: At) -> Iterator[Problem]:
    if SCHEME.match(address) or address.startswith("//"):
        yield at("beeld-elders", "De afbeelding staat op een andere site.", line, "![")


def site_of_others(address: str) -> bool:
    """Tell whether an address without https:// is meant as that of another site, and not as a file."""
    return DOMAIN.fullmatch(address) is not None


def _link(address: str, line: int, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the address of a link to another site."""
    if site_of_others(address):
        yield at("link-zonder-https", f"De link {quote(address)} begint niet met https://.", line, address)
        return
    if not address.startswith(("http://", "https://")):
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", None
    if parts is None or not host or "." not in host.strip("."):
        yield at("link-adres", f"In de link {quote(address)} ontbreekt de naam van de site.", line, address)
    elif parts.username is not None or parts.password is not None:
        message = f"De link {quote(address)} doet zich voor als een andere site: hij gaat naar {quote(host)}."
        yield at("link-adres", message, line, address)
    elif MAIL.search(unquote(parts.query)):
        yield at("privacy", f"In de link {quote(address)} staat een e-mailadres.", line, address)
    elif match := TRACKED.search(address):
        message = f"{quote(match.group())} in een link is achtergebleven van een praatprogramma."
        yield at("rest-praatprogramma", message, line, match.group())


def _words(
    words: list[tuple[int, str]], source: str, at: At, kinds: Sequence[remains.Remain], *, marked: bool
) -> Iterator[Problem]:
    """Yield what stands in the words that should not: remains, links that are none, marks that only GitHub knows."""
    text = "".join(part for _, part in words)

    def line(index: int) -> int:
        for number, part in words:
            if index < len(part):
                return number
            index -= len(part)
        return words[-1][0]

    for left in remains.find(text, source, kinds):
        yield at(left.code, left.message, line(left.start), left.text[:20])
    if not marked or not SUSPECT.search(text):
        return

    def found(pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what stands there as it was written: with a \\ before it, it was meant."""
        return (match for match in pattern.finditer(text) if match.group() in source)

    for match in found(NOTE):
        yield at(
            "noot-zonder-tekst",
            f"Bij {quote(match.group())} staat nergens een noot.",
            line(match.start()),
            match.group(),
        )
    for match in found(BROKEN_LINK):
        if UNSAFE.search(match.group()):  # said by who looks at the characters
            continue
        yield at("link-stuk", f"{quote(match.group(), 80)} wordt geen link.", line(match.start()), match.group()[:20])
    for match in found(SINGLE):
        yield at(
            "tekst-doorhalen", f"{quote(match.group(), 50)} heeft maar één ~.", line(match.start()), match.group()[:20]
        )
    for match in found(BARE):
        address = match.group().rstrip(".,;:!?)")
        message = f"Het adres {quote(address, 80)} begint niet met https://."
        yield at("link-zonder-https", message, line(match.start()), address)
