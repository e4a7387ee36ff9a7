"""A site of its own for another region: every file that it begins with, made of a few answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit

from kennisbank import LENDER
from kennisbank.model import contact, forge, kinds
from kennisbank.model.project import HOSTS
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import TEMPLATES, render_plain
from kennisbank.problems.problem import quote
from kennisbank.reading import files, markup, settings
from kennisbank.reading.values import has_words

FOLDER = "begin"
"""Where the templates of those files lie; each has the place of the file that it becomes."""
DOTTED = {"gitignore": ".gitignore"}
"""A name that begins with a dot, for a package leaves such files out."""
LONGEST = 60
"""Characters of a name."""
MOST = 12
"""Provinces: as many as there are."""
SENTENCE = "Praktijkverhalen over cultuureducatie in {}"
GITHUB = "github.com"
NO_PROVINCE = "{} is geen naam van een provincie."
ROW = ("drijfveer", "kind", "toekomst", "kunsten", "plek", "dynamiek", "experiment", "twijfel", "lege-ruimte")
"""The ruimtes of the tool in their order: a new site begins with these."""
EXPLAINED = "## Wat bedoelen we ermee?"
"""The part of a ruimte that is of any region: the rest tells of the stories of ours."""
OURS = ", een wierde"
"""What a ruimte says of our region."""
SOURCE = "Kennisbank Ruimte (CC BY 4.0), ingekort, naar {}"
WEST, SOUTH, WIDE, HIGH, BETWEEN = 50, 520, 10, 7, 1
"""Where the rectangles of provinces lie that nobody has drawn yet, in tenths of a degree."""


class Wrong(Exception):
    """An answer that cannot be used; the message says in Dutch why, and what can be answered."""


@dataclass(frozen=True, slots=True)
class Punt:
    """A corner of an outline, in degrees as they are written."""

    lengte: str
    breedte: str


@dataclass(frozen=True, slots=True)
class BeginProvincie:
    """A province, and the outline that it begins with."""

    slug: str
    naam: str
    omtrek: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class BeginRegio:
    """A part of a province; `zin` is how a sentence says it."""

    slug: str
    naam: str
    zin: str
    uitleg: str
    provincie: str


@dataclass(frozen=True, slots=True)
class BeginPlaats:
    """A place that was made up, in a region."""

    slug: str
    naam: str
    regio: str
    breedte: str
    lengte: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody says of a new site: its name, its provinces, where it stands; what is not known yet is empty."""

    name: str
    provinces: tuple[str, ...]
    address: str = ""
    repository: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginView(FileView):
    """What the files of a new site say: `streek` are its provinces, and `dag` is the day on which it is made."""

    naam: str
    zin: str
    adres: str
    soort: str
    bewaarplaats: str
    contact: str
    streek: str
    dag: str
    ruimtes: tuple[str, ...]
    provincies: tuple[BeginProvincie, ...]
    regios: tuple[BeginRegio, ...]
    plaatsen: tuple[BeginPlaats, ...]
    hosts: tuple[str, ...] = HOSTS
    folder: ClassVar[str] = FOLDER

    @classmethod
    def templates(cls) -> tuple[str, ...]:
        """Return the template of each file."""
        found = sorted(path for path in (TEMPLATES / cls.folder).rglob("*") if path.is_file())
        return tuple(path.relative_to(TEMPLATES).as_posix() for path in found)


def name(answer: str) -> str:
    """Return the name of a site. Raises `Wrong`."""
    text = " ".join(answer.split())
    if not has_words(text):
        raise Wrong("De naam heeft geen letter of cijfer.")
    if len(text) > LONGEST:
        raise Wrong(f"De naam telt {len(text)} tekens; hooguit {LONGEST} mag.")
    return text


def provinces(answer: str) -> tuple[str, ...]:
    """Return the provinces that are named with a comma or "en" between them. Raises `Wrong`."""
    found = tuple(" ".join(part.split()) for part in re.split(r",|\ben\b", answer))
    if not any(found):
        raise Wrong("Noem minstens één provincie.")
    taken: dict[str, str] = {}
    for part in filter(None, found):
        slug = files.slugify(f"{part} x").removesuffix("-x")
        if slug == "x" or not re.fullmatch(r"[^\W\d_][^\d_?!;:/@#<>\"\\]*", part) or len(part) > LONGEST:
            raise Wrong(NO_PROVINCE.format(quote(part)))
        if taken.setdefault(slug, part) != part or list(found).count(part) > 1:
            raise Wrong(f"{quote(part)} staat er twee keer.")
    if len(taken) > MOST:
        raise Wrong(f"Dat zijn {len(taken)} provincies; hooguit {MOST} mag.")
    return tuple(taken.values())


def address(answer: str) -> str:
    """Return the address where a site will stand, or nothing while that is not known. Raises `Wrong`."""
    text = answer.strip()
    if not text:
        return ""
    if not settings.is_address(text) or not text.startswith("https://"):
        raise Wrong(f"{quote(text)} is geen webadres dat met https:// begint, zoals https://kunst.example/.")
    if said := forge.odd(text):
        raise Wrong(said)
    return text.rstrip("/") + "/"


def repository(answer: str) -> str:
    """Return the address of the repository of a site, or nothing while there is none. Raises `Wrong`."""
    text = answer.strip().rstrip("/").removesuffix(".git")
    if text and (said := forge.wrong("adres", text)):
        raise Wrong(" ".join(filter(None, said)))
    return text


def contacted(answer: str) -> str:
    """Return whom somebody writes to, or nothing: a mail address alone will do. Raises `Wrong`."""
    text = answer.strip()
    if "@" in text and ":" not in text:
        text = contact.MAIL + text
    if text and (said := contact.wrong(text)):
        raise Wrong(said)
    return text


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of who begins a site.

    `key` is the option that answers it and `field` that of `Answers`; `text` is the question, `more` what helps to
    answer it, `standard` the answer of who says nothing, and `read` judges one.
    """

    key: str
    field: str
    text: str
    more: str
    standard: str
    read: Callable[[str], object]


QUESTIONS = (
    Question("naam", "name", "Hoe heet de site?", "boven elke pagina", "Kennisbank cultuureducatie", name),
    Question(
        "provincies", "provinces", "Over welke provincie of provincies gaat de site?", "met een komma ertussen",
        "Voorbeeldland", provinces,
    ),
    Question("adres", "address", "Op welk webadres komt de site te staan?", "https://...", "", address),
    Question(
        "bewaarplaats", "repository", "Waar komen de bestanden te staan?", "het adres bij GitHub of Codeberg", "",
        repository,
    ),
    Question("contact", "contact", "Naar welk mailadres of welke pagina kan een lezer schrijven?", "", "", contacted),
)  # fmt: skip
"""The questions in their order; an answer that is empty can be given later."""


def made(answers: Answers, today: date) -> dict[str, str]:
    """Return every file of a new site by its path: its text."""
    view = _view(answers, today)
    found = {}
    for template in BeginView.templates():
        path = template.removeprefix(f"{FOLDER}/")
        found[DOTTED.get(path, path)] = render_plain(view, template)
    return {**found, **dict(_ruimtes(view.ruimtes))}


def _view(answers: Answers, today: date) -> BeginView:
    first, *others = answers.provinces
    regions = tuple(part for province in answers.provinces for part in _regions(province))
    *before, last = answers.provinces
    streek = f"{', '.join(before)} en {last}" if before else last
    return BeginView(
        naam=answers.name,
        zin=SENTENCE.format(streek),
        adres=answers.address,
        soort="github" if not answers.repository or urlsplit(answers.repository).hostname == GITHUB else "forgejo",
        bewaarplaats=answers.repository,
        contact=answers.contact,
        streek=streek,
        dag=today.isoformat(),
        ruimtes=ROW,
        provincies=tuple(_province(number, named) for number, named in enumerate(answers.provinces)),
        regios=regions,
        plaatsen=(
            _place("Voorbeeldstad", 0, first, "noord", 3),
            _place("Voorbeelddorp", 0, first, "noord", 7),
            _place("Voorbeeldhaven", 0, first, "zuid", 5),
            *(_place(f"Voorbeeldplaats {named}", number, named, "noord", 5) for number, named in enumerate(others, 1)),
        ),
    )


def _province(number: int, named: str) -> BeginProvincie:
    """Return a province with a rectangle for its outline: those of a site lie beside each other."""
    west = WEST + number * (WIDE + BETWEEN)
    corners = ((west, SOUTH), (west, SOUTH + HIGH), (west + WIDE, SOUTH + HIGH), (west + WIDE, SOUTH))
    return BeginProvincie(files.slugify(named), named, tuple(Punt(_degrees(x), _degrees(y)) for x, y in corners))


def _degrees(tenths: int) -> str:
    return f"{tenths / 10:.1f}"


def _regions(named: str) -> Iterator[BeginRegio]:
    """Yield the two parts with which a province begins."""
    for part in ("noord", "zuid"):
        whole = f"het {part}en van {named}"
        yield BeginRegio(
            f"{files.slugify(named)}-{part}",
            whole[0].upper() + whole[1:],
            f"in {whole}",
            f"Het {part}elijke deel van {named}.",
            files.slugify(named),
        )


def _place(label: str, number: int, province: str, part: str, across: int) -> BeginPlaats:
    """Return a place in a part of a province, so many tenths of a degree from its western edge."""
    north = {"noord": HIGH - 2, "zuid": 2}[part]
    return BeginPlaats(
        files.slugify(label),
        label,
        f"{files.slugify(province)}-{part}",
        _degrees(SOUTH + north),
        _degrees(WEST + number * (WIDE + BETWEEN) + across),
    )


def _ruimtes(row: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the ruimtes of the tool by their paths: their questions and what they mean, without what is of a region."""
    for slug in row:
        path = f"{kinds.RUIMTE.folder}/{slug}.md"
        head, _, body = (LENDER / path).read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        lines = [line for line in head.split("\n") if not line.startswith("voorheen:")]
        head = re.sub(r'(?m)^bron: "(.*)"$', lambda found: f'bron: "{SOURCE.format(found[1])}"', "\n".join(lines))
        head = head.replace(OURS, "")
        text = body.partition(EXPLAINED)[2].partition("\n## ")[0].strip()
        yield path, f"---\n{head}\n---\n\n{EXPLAINED}\n\n{markup.unlink(text, lambda target: '/' not in target)}\n"
