"""Withdrawn stories: the list of their addresses, what withdrawing changes, and what still speaks of the story.

The list is a file that anybody can read and change on the web: one address per line; of a story its slug, of any other
page the whole address. An address on it keeps a neutral notice, and is never given to another text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank import files, urls
from kennisbank import frontmatter as fm
from kennisbank.files import RESERVED, Source
from kennisbank.problems import Problem, problem, quote
from kennisbank.records import Verhaal
from kennisbank.vocabulary import SLUG

FILE = "ingetrokken.txt"
HEAD = """\
# Adressen van verhalen die zijn ingetrokken: op elke regel één, zonder de rest van het adres.
# Op zo'n adres staat een neutraal bericht. Haal er nooit een weg: een adres komt niet terug.
"""
TELLING = ("title", "scholen", "partners", "gedeelde_drijfveer", "gedeelde_praktijk")
"""The fields of a story by whose values other texts could still speak of it."""
SHORTEST = 5
"""Characters from which a value of such a field is searched for: shorter ones are in too many words."""
REFERRING = r"\]\((?!\w+://)[^)\s]*{0}|\]:\s*(?!\w+://)\S*{0}|^\s*(?:\w+:\s*\[|-\s+)[^\[(]*\b{0}\b"
"""A link to a file, or a field of the front matter, that names an address: those the site leaves out by itself."""
PAGE = re.compile(r"/?((?!verhalen/|stories/)[a-z0-9-]+(?:/[a-z0-9-]+)+|(?!index/)[a-z0-9-]+(?=/))/?")
"""The address of a page that is no story, as it stands on the list: with a slash in it, or behind it."""
MEANT = re.compile(r"verhalen/([a-z0-9-]+)/?$|stories/([a-z0-9-]+)(?:/index)?\.md$|^([a-z0-9-]+)$")


@dataclass(frozen=True)
class Withdrawn:
    """The slugs of the stories on the list and the addresses of other pages, each with its line; and what is wrong."""

    lines: Mapping[str, int]
    problems: tuple[Problem, ...]
    pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def addresses(self) -> frozenset[str]:
        """Every address on the list, relative to the root of the site."""
        return frozenset({*(f"verhalen/{slug}/" for slug in self.lines), *self.pages})


def read(root: Path) -> Withdrawn:
    """Read the list of a root; without the file nothing has been withdrawn."""
    file = root / FILE
    if file.is_symlink():
        return Withdrawn({}, (problem("bestand-link", FILE, "Dit is een symbolische link."),))
    if not file.exists():
        return Withdrawn({}, ())
    text, problems = files.read_text(Source(FILE, FILE, file))
    if [found for found in problems if found.code == "bestand-leeg"]:
        return Withdrawn({}, ())
    lines: dict[str, int] = {}
    pages: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        slug = line.partition("#")[0].strip()
        if match := PAGE.fullmatch(slug):
            pages.setdefault(f"{match[1]}/", number)
        elif slug and (not SLUG.fullmatch(slug) or RESERVED.fullmatch(slug)):
            column = line.index(slug) + 1
            problems.append(
                problem("intrekking", FILE, f"{quote(slug)} is geen adres van een verhaal.", line=number, column=column)
            )
        elif slug:
            lines.setdefault(slug, number)
    return Withdrawn(lines, tuple(problems), pages)


def check(
    withdrawn: Withdrawn, sources: Iterable[Source], verhalen: Iterable[Verhaal], published: Container[str] = ()
) -> Iterator[Problem]:
    """Yield the texts that stand at, or name as a former one, an address on the list.

    A story of which the address was `published` is withdrawn by the list, not by its consent alone: the list is what
    remembers that its address must keep a notice.
    """
    for source in sources:
        if source.path.startswith("stories/") and source.slug in withdrawn.lines:
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
    for verhaal in verhalen:
        slug = verhaal.origin.slug
        if not verhaal.toestemming and slug not in withdrawn.lines and urls.verhaal(slug) in published:
            line, column = verhaal.origin.positions["toestemming", -1]
            yield problem(
                "adres-ingetrokken",
                verhaal.origin.path,
                "Dit verhaal stond op de site, en nu is er geen toestemming meer.",
                line=line,
                column=column,
                field="toestemming",
                hint=f"Zet in {FILE} op een nieuwe regel: {slug}. Haal daarna dit bestand weg.",
            )
        for index, slug in enumerate(verhaal.eerder):
            if slug in withdrawn.lines:
                line, column = verhaal.origin.positions["eerder", index]
                message = f"Op het adres {quote(slug)} stond een verhaal dat is ingetrokken."
                yield problem(
                    "adres-ingetrokken",
                    verhaal.origin.path,
                    message,
                    line=line,
                    column=column,
                    field="eerder",
                    hint="Haal het hier weg: dat adres komt niet terug.",
                )


def slug_of(text: str) -> str | None:
    """Return the address that somebody means by a slug, the path of a file, or the address of a page."""
    match = MEANT.search(text.strip().partition("#")[0].partition("?")[0])
    slug = next(filter(None, match.groups()), None) if match else None
    return slug if slug and SLUG.fullmatch(slug) and not RESERVED.fullmatch(slug) else None


def add(text: str, slugs: Iterable[str]) -> str:
    """Return the text of the list with more addresses at its end; what is on it already stays where it is."""
    known = {line.partition("#")[0].strip() for line in text.split("\n")}
    more = [slug for slug in dict.fromkeys(slugs) if slug not in known]
    before = text or HEAD
    return before + ("" if before.endswith("\n") else "\n") + "".join(f"{slug}\n" for slug in more)


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
