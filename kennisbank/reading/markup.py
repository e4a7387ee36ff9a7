"""The Markdown of a text: what may not be in it, and the links it makes.

Read as text, not rendered: the check needs no engine. It refuses more than a browser would run, so that the author
sees what would otherwise be taken out in silence.
"""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from kennisbank.model import forge
from kennisbank.problems.problem import Place, Problem, problem, quote

# A tag, comment, declaration or instruction, but not <https://...>, which is a link.
HTML = re.compile(r"<(?!https?://[^\s<>]+>)(?:/?[A-Za-z][^\s<>]{0,40}|[!?][^\s<>]{0,10})")
# What attr_list would set between { and }: an event handler, looks, or another address than is checked here.
ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:on[a-z]+|style|href|src|srcset|srcdoc|data|action|formaction|xlink:href)\s*=", re.IGNORECASE
)
SNIPPET = re.compile(r"^[ \t]*;*-+8<-+.*$", re.MULTILINE)
HEADING1 = re.compile(r"^ {0,3}#(?!#)[ \t]*\S.*$|^(?=.*\S).+\n {0,3}=+[ \t]*$", re.MULTILINE)
HASH = re.compile("#(?<!##)(?!#)")
"""What a title of the highest level begins with, where no line of = stands under it: most texts have neither."""
# Each pattern below is linear in the length of the text: what can be long is never followed by what can fail.
ADDRESS = r"\s*+(<[^<>]*>|(?:[^()\s]|\([^()]*\))*+)"
INLINE = re.compile(r"\](?=\(" + ADDRESS + ")")  # looks ahead, for one link can stand within another
WHOLE = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+)\]\(" + ADDRESS + r"[^)]{0,300}+\)")
REFERENCE = re.compile(
    r"^(?:[ \t>*+.)\d:-]|\[\^[^\]\n]*\]:)*+\[[^\[\]^][^\[\]]*\]:[ \t]*\n?[ \t>]*(<[^<>]*>|\S+)", re.MULTILINE
)
DEFINITION = re.compile(r"^ {0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]*\n?[ \t]*(<[^<>]*>|\S+)[^\n]*(?:\n|\Z)", re.MULTILINE)
BY_NAME = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.)*+)\](?:\[([^\[\]]*)\])?(?![(:])")
NO_ALT = re.compile(r"!\[(?:\s|&nbsp;)*+\](?=[(\[])")
IMAGE = re.compile(r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+\](?=\()")
ELSEWHERE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*+\]\(\s*+<?https?://[^\s)>]*", re.IGNORECASE)
WORDS = re.compile(r"(?:\s+[^\s()]*){0,20}")
WORD = re.compile(r"[^\W_]+")
"""The words of a text, without the signs around and in them: of "kant-en-klaar" three."""
CODE = re.compile(r"(?<![`\\])(`+)(?!`)[^`\n]+?(?<!`)\1(?!`)")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ALLOWED = frozenset({"http:", "https:"})
SITE = "site:"
"""How a link of a page of this site shows an address of the site as text: `[](site:/stories/op-pad.md)`."""
NOWHERE = "een adres dat er niet is"
"""What stands in the place of such an address when its page is not on the site."""

NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
MARKED = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,3}\.|:)[ \t]+", re.MULTILINE)
BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}|[|:])[ \t])")
"""What parts a text in paragraphs, headings and items."""
HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
RULE = re.compile(r"^[ \t|:*_-]{3,}$", re.MULTILINE)
EMPHASIS = re.compile(r"[*`_\\](?:(?<=[*`])|(?<!\w_)|(?!\w))")
UNMARKED = str.maketrans("|", " ", "<>")
STOP = re.compile("[.!?:;,][\"'”’)]*$")

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w/.-])(?!\d\d?[./-]\d\d?[./-]\d{4})\(?(?:\+31|0031|0)[\s-]?(?:\(0\))?"
    r"[1-9](?:[\s)./‐-—-]{0,3}\d){8}(?![\w-])"
)
DESKS = frozenset({"info", "contact", "mail", "post", "administratie", "educatie", "onderwijs", "secretariaat"})
"""What stands before the @ in an address that is of an organisation, not of a person."""
OTHER_NUMBER = re.compile(
    r"(?:(?<!\w)[A-Z]{2}\d{2} ?[A-Z]{4}[ \d]{0,15}"
    r"|(?<!\w)(?:ISBN|ISSN|DOI|KvK|BTW|IBAN|NUR)(?:-1[03])?[ :.-]{0,3}[\dXx -]{0,9}"
    r"|(?:project|dossier|zaak|factuur|rekening|order|bestel|artikel|serie|inventaris|catalogus|registratie|subsidie)"
    r"(?:nummer|nr\.?|kenmerk|code)[ :.-]{0,3}|dossier[ :.-]{0,3}|kenmerk[ :.-]{0,3})$",
    re.IGNORECASE,
)
"""What stands right before a number that is none of a person."""
DIGITS = re.compile(r"\d[\d\s()./‐-—-]{7,}\d")
ABROAD = re.compile(r"^\(?(?:\+31|0031)[\s-]?(?:\(0\))?[\s)./-]*")
"""How a number begins that can be called from elsewhere: a zero there stands for that."""
LOOSE = re.compile(r"(?<!\d)\d(?!\d)|\.[^a-z]*?(?:\s[‐–—-]|[‐–—-]\s)|(?:\s[‐–—-]|[‐–—-]\s)[^a-z]*?\.")
"""A digit by itself, or points as well as a line with space at it: no number is written so."""
SHORTEST = len("a@b.c")
"""Characters of the shortest thing that can be personal."""
NINE_DIGITS = re.compile(r"(?<![\d.,/-])\d(?:[. ]?\d){8}(?![\d/-])")


@dataclass(frozen=True)
class Link:
    """Where a link goes, as it is written but for `SITE`, and where it stands; `image` says that it shows a picture."""

    target: str
    line: int
    column: int
    image: bool = False


class Places:
    """Line and column of an index in a text."""

    def __init__(self, text: str, first_line: int) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.first_line = first_line

    def __call__(self, index: int) -> Place:
        row = bisect.bisect_right(self.starts, index) - 1
        return {"line": row + self.first_line, "column": index - self.starts[row] + 1}


def examine(
    body: str, path: str, first_line: int, *, private: bool = True, own: bool = False,
    described: Collection[str] = (),
) -> tuple[list[Link], list[Problem]]:  # fmt: skip
    """Return the local links of a body (files of this project) and its problems.

    In a page of the site itself, which is its `own`, a link may name a place in the repository too.

    `described` are the pictures of which the front matter says what is to be seen.
    `private` also looks for e-mail addresses, telephone numbers and citizen service numbers (BSN).
    """
    place = Places(body, first_line)
    problems: list[Problem] = []
    if "<" in body:
        for match in HTML.finditer(body):
            problems.append(
                problem(
                    "html",
                    path,
                    f"{quote(match.group(), 30)} is HTML, en dat mag niet in de tekst.",
                    **place(match.start()),
                )
            )
    if "{" in body:
        for number, line in enumerate(body.split("\n"), first_line):
            braces = line[start : line.rfind("}") + 1] if (start := line.find("{")) >= 0 else ""
            if ATTRIBUTE.search(braces):
                message = f"{quote(braces, 40)} voegt code aan de opmaak toe."
                problems.append(problem("opmaak-attribuut", path, message, line=number, column=start + 1))
    if "8<-" in body:
        for match in SNIPPET.finditer(body):
            problems.append(
                problem(
                    "invoegen",
                    path,
                    f"{quote(match.group().strip(), 40)} voegt een ander bestand in.",
                    **place(match.start()),
                )
            )
    for match in HEADING1.finditer(body) if "=" in body or HASH.search(body) else ():
        title = match.group().split("\n")[0].strip("# \t")
        problems.append(
            problem(
                "tekst-kop1", path, f"{quote(title, 40)} is een titel van het hoogste niveau.", **place(match.start())
            )
        )
    links, found = _links(body, path, place, described, own)
    problems += found
    if private:
        problems += [problem("privacy", path, message, **place(index)) for index, message in personal(body)]
    return links, problems


def _links(
    body: str, path: str, place: Places, described: Collection[str], own: bool
) -> tuple[list[Link], list[Problem]]:
    links: list[Link] = []
    problems: list[Problem] = []
    images: set[int] = set()
    written = CODE.sub(lambda match: " " * len(match.group()), body) if "`" in body else body
    if "![" in written:
        images = {match.end() - 1 for match in IMAGE.finditer(written)}
        for match in NO_ALT.finditer(written):
            shown = INLINE.match(written, match.end() - 1)
            if shown is None or shown.group(1).strip("<>").rpartition("/")[2] not in described:
                problems.append(
                    problem("beeld-alt", path, "De afbeelding heeft geen beschrijving.", **place(match.start()))
                )
        for match in ELSEWHERE.finditer(written):
            problems.append(
                problem("beeld-elders", path, "De afbeelding staat op een andere site.", **place(match.start()))
            )
    # In the body itself: what looks like code here need not be code for Markdown, so every address is judged.
    found = list(INLINE.finditer(body)) if "](" in body else []
    found += REFERENCE.finditer(body) if "]:" in body else []
    for match in found:
        where = place(match.start(1))
        target = match.group(1).strip("<>")
        rest = (
            found_words.group()
            if match.re is INLINE and _split(target) and (found_words := WORDS.match(body, match.end(1)))
            else ""
        )
        # As a browser reads it: entities resolved, white space and control characters gone (WHATWG URL standard).
        address = re.sub(r"[\x00-\x20\x7f-\xa0\\]", "", html.unescape(target + rest))
        image = match.start() in images
        if own and not image and address.startswith((SITE, forge.SCHEME)):
            links.append(Link(address.removeprefix(SITE), where["line"], where["column"]))
        elif scheme := SCHEME.match(address):
            if scheme.group().lower() not in ALLOWED:
                problems.append(
                    problem("link-schema", path, f"Een link mag niet beginnen met {quote(scheme.group())}.", **where)
                )
        elif address.startswith("//"):
            problems.append(
                problem("link-schema", path, f"De link {quote(target)} begint met //, zonder https: ervoor.", **where)
            )
        elif written[match.start()] == body[match.start()]:
            links.append(Link(address, where["line"], where["column"], image))
    return links, problems


def _split(target: str) -> bool:
    """Tell whether white space could have cut an address such as `java script:` in two."""
    return ":" not in target and "/" not in target and "." not in target


def personal(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a text has an e-mail address, a telephone number or a BSN, and a sentence that says so."""
    if "@" not in text and not DIGITS.search(text):
        return
    without_links = re.sub(r"https?://\S+", lambda match: "x" * len(match.group()), text) if "://" in text else text
    if "@" in without_links:
        for match in EMAIL.finditer(without_links):
            if text[match.start() - 1 : match.start()] != "@":  # a name on a social network: @name@site.nl
                yield match.start(), _mail(match.group())
    if not DIGITS.search(without_links):  # the two patterns below are slow, and few stories have a long number
        return
    phones: set[int] = set()
    for match in PHONE.finditer(without_links):
        if _is_number(without_links, match) or not is_phone(match.group()):
            continue
        phones.update(range(*match.span()))
        yield match.start(), f"{quote(match.group())} lijkt een telefoonnummer."
    for match in NINE_DIGITS.finditer(without_links):
        if match.start() in phones or _is_number(without_links, match):
            continue
        if is_bsn(re.sub(r"\D", "", match.group())):
            yield match.start(), f"{quote(match.group())} lijkt een burgerservicenummer."


def _mail(address: str) -> str:
    if address.partition("@")[0].casefold() in DESKS:
        return f"{quote(address)} is een e-mailadres. Maak liever een link naar de contactpagina van de organisatie."
    return f"{quote(address)} is een e-mailadres."


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words before it say that a number is something else: of a book, an account, a project."""
    return OTHER_NUMBER.search(text[max(0, match.start() - 40) : match.start()]) is not None


def is_phone(text: str) -> bool:
    """Tell whether digits are grouped as a Dutch telephone number is written: an area, and pairs or more.

    Not so are clock times with a line between them (08.30 - 10.00 - 11.30) and the marks from 0 to 9.
    """
    return LOOSE.search(ABROAD.sub("0", text)) is None


def is_bsn(digits: str) -> bool:
    """Tell whether nine digits pass the "elfproef" of a BSN: 9a + 8b + ... + 2h - i is a multiple of 11, not zero."""
    total = sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return total != 0 and total % 11 == 0


def anchors(body: str) -> frozenset[str]:
    """Return the places in a text that a link can name after `#`: headings and footnotes, named as Markdown does."""
    from kennisbank.parts.tree import tree  # not needed for a text without such links

    return frozenset(anchor for element in tree(body).iter() if (anchor := element.get("id")))


def plain(body: str) -> str:
    """Return the words of a text without its marks, on one line; a heading becomes a sentence."""
    text = NOTE.sub("", WHOLE.sub(lambda match: match.group(2), body) if "](" in body else body)
    text = MARKED.sub("", RULE.sub("", HEADING.sub(_sentence, text)))
    return " ".join(EMPHASIS.sub("", text).translate(UNMARKED).split())


def paragraphs(body: str) -> str:
    """Return the words of a text without its marks, each paragraph, heading and item on a line of its own."""
    return "\n".join(filter(None, map(plain, BLOCK.split(body))))


def _sentence(match: re.Match[str]) -> str:
    return match.group(1) + ("" if STOP.search(match.group(1)) else ".")


def _targets(body: str) -> Iterator[re.Match[str]]:
    """Yield where a body names the address of a link or a picture, but in code, in order; group 1 is the address."""
    written = CODE.sub(lambda match: " " * len(match.group()), body) if "`" in body else body
    found = [*(INLINE.finditer(body) if "](" in body else ()), *(REFERENCE.finditer(body) if "]:" in body else ())]
    for match in sorted(found, key=lambda match: match.start(1)):
        if written[match.start()] == body[match.start()]:
            yield match


def named(body: str) -> frozenset[str]:
    """Return the addresses that `relink` can find in a body."""
    return frozenset(match.group(1).strip("<>").removeprefix(SITE) for match in _targets(body))


def relink(body: str, targets: Mapping[str, str]) -> str:
    """Return a body in which the links to these files, named as they are written, name others instead."""
    parts, end = [], 0
    for match in _targets(body):
        written = match.group(1).strip("<>")
        new = targets.get(written.removeprefix(SITE))
        if new is not None and match.start(1) >= end:
            parts += [body[end : match.start(1)], SITE if written.startswith(SITE) else "", new]
            end = match.end(1)
    return "".join((*parts, body[end:]))


def unlink(body: str, keep: Callable[[str], bool], words: str | None = None) -> str:
    """Replace each link to a file for which `keep` is false by its text, or by `words`.

    Both kinds of link: with its address behind it, and with a name that is defined elsewhere in the text.
    """
    dead: set[str] = set()

    def gone(target: str) -> bool:
        target = target.strip("<>").removeprefix(SITE)
        return not SCHEME.match(target) and not target.startswith("#") and not keep(target)

    def instead(match: re.Match[str]) -> str:
        if words is None:
            return match.group(2) or NOWHERE
        before = match.string[: match.start()].rstrip(" *_>-")
        return words[0].upper() + words[1:] if not before or before[-1] in "\n.!?" else words

    def inline(match: re.Match[str]) -> str:
        return instead(match) if not match.group(1) and gone(match.group(3)) else match.group()

    def definition(match: re.Match[str]) -> str:
        if not gone(match.group(2)):
            return match.group()
        dead.add(match.group(1).casefold())
        return ""

    def named(match: re.Match[str]) -> str:
        name = (match.group(3) or match.group(2)).casefold()
        return instead(match) if name in dead and not match.group(1) else match.group()

    body = DEFINITION.sub(definition, body) if "]:" in body else body
    body = WHOLE.sub(inline, body) if "](" in body else body
    return BY_NAME.sub(named, body) if dead else body
