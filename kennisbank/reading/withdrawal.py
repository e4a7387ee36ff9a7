"""Withdrawn stories: the list of their addresses, what withdrawing changes, and what still speaks of the story.

The list is a file that anybody can read and change on the web: one address per line; of a story its slug, of any other
page the whole address. An address on it keeps a neutral notice, and is never given to another text.
"""

from __future__ import annotations

import codecs
import os
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.model import kinds, urls
from kennisbank.model.records import Record, Source, Verhaal
from kennisbank.model.vocabulary import SLUG
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import files
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.files import RESERVED, slugify

FILE = "ingetrokken.txt"
HEAD = """\
# Adressen van verhalen die zijn ingetrokken: op elke regel één, zonder de rest van het adres.
# Op zo'n adres staat een neutraal bericht. Haal er nooit een weg: een adres komt niet terug.
"""
LIMIT = 256 * 1024
"""Bytes of the list that are read: as many as of any text."""
MOST_LINES = 10_000
"""Lines of the list that are read: twice as many as the stories that this project is measured with."""
LONGEST = 252
"""Characters of the longest address: the name of a file has 255, of which its end takes three."""
TELLING = ("title", "scholen", "partners", "gedeelde_drijfveer", "gedeelde_praktijk")
"""The fields of a story by whose values other texts could still speak of it."""
SHORTEST = 5
"""Characters from which a value of such a field is searched for: shorter ones are in too many words."""
REFERRING = r"\]\((?!\w+://)[^)\s]*{0}|\]:\s*(?!\w+://)\S*{0}|^\s*(?:\w+:\s*\[|-\s+)[^\[(]*\b{0}\b"
"""A link to a file, or a field of the front matter, that names an address: those the site leaves out by itself."""
PAGE = re.compile(r"/((?:[a-z0-9-]+/)*[a-z0-9-]+)/?|((?:[a-z0-9-]+/)+[a-z0-9-]+)/?")
"""The address of a page that is no story, as it stands on the list: with a slash in it, or before it."""
OTHER = re.compile(r"(?:https?://[^/]+/|docs/)?((?:[a-z0-9-]+/)*[a-z0-9-]+?)(?:/index)?(?:\.md|/)?")
"""How somebody can name a page that is no story: by its whole address, or by the path of its file."""
DENIED = re.compile(rb"^toestemming:[ \t]*[\"']?(?:nee\b|neen\b|no\b|n\b|false\b)", re.IGNORECASE | re.MULTILINE)
"""How a front matter says that there is no consent: the right word, and what others mean the same by."""
MEANT = re.compile(
    rf"{kinds.VERHAAL.address}/([a-z0-9-]+)/?$|{kinds.VERHAAL.folder}/([a-z0-9-]+)(?:/index)?\.md$|^([a-z0-9-]+)$"
)


@dataclass(frozen=True)
class Withdrawn:
    """The slugs of the stories on the list and the addresses of other pages, each with its line; and what is wrong.

    `guesses` are what lines could mean that are no address: right enough where it cannot wait for a correction.
    """

    lines: Mapping[str, int]
    problems: tuple[Problem, ...]
    pages: Mapping[str, int] = field(default_factory=dict)
    guesses: Mapping[str, int] = field(default_factory=dict)

    def meant(self, root: Path, published: Container[str]) -> Mapping[str, int]:
        """Return the stories that were withdrawn, as far as is known: of the guesses those that are there, or were."""
        there = root / kinds.VERHAAL.folder
        known = {
            slug: line
            for slug, line in self.guesses.items()
            if urls.verhaal(slug) in published or (there / slug).exists() or (there / f"{slug}.md").exists()
        }
        return {**known, **self.lines}

    @property
    def addresses(self) -> frozenset[str]:
        """Every address on the list, relative to the root of the site."""
        return frozenset({*map(urls.verhaal, self.lines), *self.pages})


def read(root: Path) -> Withdrawn:
    """Read the list of a root; without the file nothing has been withdrawn.

    A line that is wrong keeps no other line from working. Of a line that says in another way which story is meant the
    address counts too: whoever withdraws a story must not wait for a correction.
    """
    file = root / FILE
    if not os.path.lexists(file):
        return Withdrawn({}, ())
    if file.is_symlink() or not file.is_file():
        kind = "een symbolische link" if file.is_symlink() else "een map" if file.is_dir() else "geen gewoon bestand"
        return Withdrawn({}, (problem("intrekking-bestand", FILE, f"{FILE} is {kind}."),))
    try:
        with file.open("rb") as opened:
            data = opened.read(LIMIT + 1)
    except OSError as error:
        message = f"{FILE} is niet te lezen ({error.strerror})."
        return Withdrawn({}, (problem("intrekking-bestand", FILE, message),))
    lines: dict[str, int] = {}
    pages: dict[str, int] = {}
    guesses: dict[str, int] = {}
    problems: list[Problem] = []
    if too_large := len(data) > LIMIT:
        message = f"{FILE} is groter dan {LIMIT // 1024} KB. Wat daarna komt, telt niet mee."
        problems.append(problem("intrekking-groot", FILE, message))
    rows, found = _rows(data[:LIMIT].rpartition(b"\n")[0] if too_large else data)
    problems += found
    if len(rows) > MOST_LINES:
        message = f"{FILE} heeft meer dan {MOST_LINES} regels. Wat daarna komt, telt niet mee."
        problems.append(problem("intrekking-groot", FILE, message, line=MOST_LINES + 1))
    for number, row in enumerate(rows[:MOST_LINES], 1):
        said = row.partition("#")[0].strip()
        if page := page_of(said):
            pages.setdefault(page, number)
            continue
        slug, meant, hint = address(said)
        if meant:
            (lines if slug else guesses).setdefault(meant, number)
        if said and hint is not None:
            message, column = f"{quote(said)} is geen adres van een verhaal.", row.index(said) + 1
            problems.append(problem("intrekking", FILE, message, line=number, column=column, hint=hint or None))
    return Withdrawn(lines, tuple(problems), pages, guesses)


def page_of(said: str) -> str | None:
    """Return the address of a page that is no story, where a line of the list names one."""
    match = PAGE.fullmatch(said)
    found = (match[1] or match[2]) if match else ""
    return (
        f"{found}/" if found and found.partition("/")[0] not in {kinds.VERHAAL.address, kinds.VERHAAL.folder} else None
    )


def _rows(data: bytes) -> tuple[list[str], list[Problem]]:
    """Return the lines of the list and what is wrong with how its characters were saved; such a line is left out."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        found = problem("intrekking-tekens", FILE, f"{FILE} is bewaard als UTF-16.")
        return data.decode("utf-16", "replace").splitlines(), [found]
    rows: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).splitlines(), 1):
        try:
            rows.append(line.decode())
        except UnicodeDecodeError as error:
            rows.append("")
            column = len(line[: error.start].decode("utf-8", "replace")) + 1
            message = f"Op deze plaats staat een teken dat geen UTF-8 is (byte 0x{line[error.start]:02x})."
            problems.append(problem("intrekking-tekens", FILE, message, line=number, column=column))
    return rows, problems


def address(said: str) -> tuple[bool, str, str | None]:
    """Return whether it is certain which address a line of the list means, that address, and how to write the line.

    The address is empty where there is none to be guessed. The last is None where the line is right, and empty where
    there is no better one than the cure of all.
    """
    plain = "".join(sign for sign in said if unicodedata.category(sign) != "Cf")
    if _is_slug(plain):
        return True, plain, None if plain == said else f"Er staat een onzichtbaar teken bij. Typ opnieuw: {plain}"
    if re.match("[<=>]{7}", plain):
        return False, "", "Hier is bij het samenvoegen iets blijven staan. Haal deze regel weg."
    if slug := slug_of(plain.strip("/").lower()) or slug_of(f"{kinds.VERHAAL.folder}/{plain.lower()}"):
        other = f" Is het geen verhaal maar een andere pagina? Schrijf dan: /{slug}/" if plain == f"{slug}/" else ""
        return True, slug, f"Schrijf op deze regel alleen: {slug}{'.' if other else ''}{other}"
    if ("/" in plain or plain.endswith(".md")) and (page := OTHER.fullmatch(plain.lower())):
        return False, "", f"Schrijf op deze regel alleen: {'/' if '/' not in page[1] else ''}{page[1]}/"
    guess = slugify(plain) if re.search("[a-zA-Z]", plain) else ""
    return (False, guess, f"Bedoel je {quote(guess)}? Schrijf dan dat.") if _is_slug(guess) else (False, "", "")


def _is_slug(text: str) -> bool:
    """Tell whether a story can have this address: a longer one could not be the name of a file."""
    return len(text) <= LONGEST and SLUG.fullmatch(text) is not None and not RESERVED.fullmatch(text)


def says_no(source: Source) -> bool:
    """Tell whether the front matter of a story says that there is no consent, whatever else is wrong with its file."""
    try:
        data = source.file.read_bytes()
    except OSError:
        return False
    return DENIED.search(data.replace(b"\0", b"").partition(b"\n---")[0]) is not None


def revoked(root: Path) -> frozenset[str]:
    """Return the addresses of the stories that may not be on the site: withdrawn, or without consent.

    Read without the rules for content, so that nothing that is wrong elsewhere can hide one.
    """
    sources = files.scan(root, kinds.VERHAAL.folder, images=True)[0]
    found = read(root)
    return frozenset({source.slug for source in sources if says_no(source)}.union(found.lines, found.guesses))


def former(withdrawn: Withdrawn, sources: Iterable[Source], shown: Iterable[Verhaal]) -> frozenset[str]:
    """Return the former addresses of the withdrawn stories whose files still stand.

    One that another story of the site has, or had, is not among them.
    """
    taken = {
        slug
        for verhaal in shown
        if verhaal.origin.slug not in withdrawn.lines
        for slug in (verhaal.origin.slug, *verhaal.eerder)
    }
    found: set[str] = set()
    for source in sources:
        if kinds.VERHAAL.has(source.path) and source.slug in withdrawn.lines:
            found.update(told(files.read_text(source)[0], source.path).eerder)
    return frozenset(slug for slug in found - taken if not RESERVED.fullmatch(slug))


def check(
    withdrawn: Withdrawn, sources: Iterable[Source], records: Iterable[Record], published: Container[str] = ()
) -> Iterator[Problem]:
    """Yield the texts that stand at, or name as a former one, an address on the list.

    A story of which the address was `published` is withdrawn by the list, not by its consent alone: the list is what
    remembers that its address must keep a notice.
    """
    for source in sources:
        if kinds.VERHAAL.has(source.path) and source.slug in withdrawn.lines:
            yield problem(
                "adres-ingetrokken",
                source.path,
                f"Het verhaal op het adres {quote(source.slug)} is ingetrokken.",
                hint="Is dit dat verhaal? Haal het bestand weg. Is dit een nieuw verhaal? Geef het een andere naam.",
            )
        elif (address := urls.of(source.path, source.slug)) in withdrawn.pages:
            yield problem(
                "adres-ingetrokken",
                source.path,
                f"De pagina op het adres {quote(address)} is ingetrokken.",
                hint="Is dit die pagina? Haal het bestand weg. Is dit een nieuwe? Geef het bestand een andere naam.",
            )
    for record in records:
        own, slug = urls.of(record.origin.path, record.origin.slug), record.origin.slug
        denied = isinstance(record, Verhaal) and not record.toestemming
        for index, name in enumerate(record.eerder):
            address = urls.former(own, name)
            if address in withdrawn.addresses:
                what = "een verhaal dat" if address.startswith(urls.VERHALEN) else "een pagina die"
                message = f"Op het adres {quote(name)} stond {what} is ingetrokken."
                yield _refused(record, "eerder", index, message, "Haal het hier weg: dat adres komt niet terug.")
            elif denied and address in published:
                message = f"Op {quote(name)} stond een pagina, en voor dit verhaal is geen toestemming."
                hint = f"Haal het hier weg. Hoort het adres bij dit verhaal, zet dan in {FILE}: {name}"
                yield _refused(record, "eerder", index, message, hint)
        if denied and slug not in withdrawn.lines and own in published:
            message = "Dit verhaal stond op de site, en nu is er geen toestemming meer."
            hint = f"Zet in {FILE} op een nieuwe regel: {slug}. Haal daarna dit bestand weg."
            yield _refused(record, "toestemming", -1, message, hint)


def _refused(record: Record, field: str, index: int, message: str, hint: str) -> Problem:
    line, column = record.origin.positions[field, index]
    return problem("adres-ingetrokken", record.origin.path, message, line=line, column=column, field=field, hint=hint)


def slug_of(text: str) -> str | None:
    """Return the address that somebody means by a slug, the path of a file, or the address of a page."""
    match = MEANT.search(text.strip().partition("#")[0].partition("?")[0])
    slug = next(filter(None, match.groups()), None) if match else None
    return slug if slug and _is_slug(slug) else None


def add(text: str, slugs: Iterable[str]) -> str:
    """Return the text of the list with more addresses at its end; what is on it already stays where it is."""
    known = {line.partition("#")[0].strip() for line in text.split("\n")}
    more = [slug for slug in dict.fromkeys(slugs) if slug not in known]
    before = text or HEAD
    return before + ("" if before.endswith("\n") else "\n") + "".join(f"{slug}\n" for slug in more)


def write(root: Path, slugs: Iterable[str]) -> None:
    """Put more addresses on the list of a root; what is wrong in it stays as it is. Raises OSError."""
    file = root / FILE
    data = file.read_bytes() if file.exists() else b""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    before = data.decode("utf-16", "replace") if utf16 else data.decode("utf-8-sig", "surrogateescape")
    file.write_bytes(add(before.replace("\r\n", "\n"), slugs).encode("utf-8", "surrogateescape"))


@dataclass(frozen=True)
class Told:
    """What the file of a story says of itself, as far as it can be read.

    `eerder` are its former addresses, `words` those that tell which story it is, `places` those that only tell so in a
    text that names the story too.
    """

    eerder: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def told(text: str, path: str) -> Told:
    """Read the fields of a story that withdrawing needs; a file with problems gives what can be read of it."""
    try:
        fields = fm.read(text, path).fields
    except fm.Refused:
        fields = None
    entries = fields.entries if fields else {}

    def values(name: str) -> list[str]:
        node = entries[name][1] if name in entries else None
        items = node.items if isinstance(node, fm.Sequence) else (node,)
        return [item.text.strip() for item in items if isinstance(item, fm.Scalar) and item.text.strip()]

    words = [word for name in TELLING for word in values(name) if len(word) >= SHORTEST]
    former = tuple(slug for slug in values("eerder") if SLUG.fullmatch(slug))
    return Told(former, tuple(dict.fromkeys(words)), tuple(values("plaats")))


def mentions(texts: Mapping[str, str], slug: str, told: Told) -> Iterator[tuple[str, int, str]]:
    """Yield path, line and word of every place in `texts` (by path) that speaks of a story.

    The word is empty for a link or a field that names its `slug`: those the site leaves out by itself.
    """
    referring = re.compile(REFERRING.format(re.escape(slug)))
    for path, text in sorted(texts.items()):
        words = (slug, *told.words, *(told.places if slug in text else ()))
        wanted = [(word, re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)) for word in words]
        for number, line in enumerate(text.split("\n"), 1):
            if slug in line and referring.search(line):
                yield path, number, ""
            else:
                yield from ((path, number, word) for word, pattern in wanted if pattern.search(line))
