"""The files for GitHub: how to write a text, and the forms of issues and proposals, made from the fields and the lists.

They are kept in the repository, since GitHub reads them there; the check says so when one is no longer what would be
made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from kennisbank import PACKAGE
from kennisbank.contributing import citation, wording
from kennisbank.contributing.wording import ASKED, TEXTS, Text
from kennisbank.model import kinds, urls
from kennisbank.model.examples import gaps, told
from kennisbank.model.fields import specs
from kennisbank.model.project import Home, Project
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.parts.fileviews import FileView
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import frontmatter as fm
from kennisbank.reading import settings
from kennisbank.reading.schema import CONSENTED

ABOUT = {f"{kind.folder}/README.md": kind for kind in kinds.KINDS if kind.paper}
"""The papers about one kind of text; the others are about a story, or about none."""
PAPERS = (
    *ABOUT,
    ".github/CODEOWNERS",
    ".github/pull_request_template.md",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/fout-melden.yml",
    ".github/ISSUE_TEMPLATE/verhaal-aandragen.yml",
    ".github/ISSUE_TEMPLATE/verhaal-terugtrekken.yml",
    ".github/ISSUE_TEMPLATE/waarde-voorstellen.yml",
    citation.FILE,
)
FOLDER = "kennisbank/templates"
MANY = 4
"""From so many files on one thing changed all of them."""
GUIDE = f"{kinds.PAGES}/meedoen"
"""Where the guide for writers lies, for as long as there is no site to read it on."""


def template(path: str) -> str:
    """Return the name of the template of a file, below `FOLDER`."""
    return f"papieren/{path.removeprefix('.')}"


kinds.required(
    "paper",
    f"{FOLDER}/papieren",
    {
        file.relative_to(PACKAGE / "templates" / "papieren").as_posix()
        for file in (PACKAGE / "templates" / "papieren").rglob("README.md")
    },
    of=lambda kind: kind.paper,
    by=lambda kind: f"{kind.folder}/README.md",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PapierVeld:
    """A field as the papers explain it: what it asks for, and how it is written (`vorm`, `grenzen`)."""

    naam: str
    uitleg: str
    verplicht: bool
    vorm: str
    grenzen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PapierTekst:
    """A kind of text as the papers explain it: its fields by name, its sections, and the fields of an example."""

    velden: Mapping[str, PapierVeld]
    opbouw: tuple[kinds.Section, ...]
    voorbeeld: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A story that is there, for who wants to see one: its title, its file without the ending, and its place."""

    titel: str
    bestand: str
    plaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adressen:
    """The whole addresses of pages that the papers lead to."""

    meedoen: str
    velden: str
    waarden: str
    foutmeldingen: str
    privacy: str
    verhalen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PapierView(FileView):
    """What every paper can show: each takes of it what it needs.

    `bewaarplaats` is the address of the repository and `eigenaar` whose it is, `contact` that of who helps, or nothing;
    `tekst` is the kind of text that the paper is about and `formulier` the whole address of its form; `mappen` are the
    folders with texts or lists, `lijsten` the closed lists, and `woordenlijsten` the names of those that somebody may
    propose a word for.
    """

    bewaarplaats: str
    eigenaar: str
    contact: str
    adres: Adressen
    tekst: PapierTekst
    formulier: str
    voorbeeld: Voorbeeld
    mappen: tuple[str, ...]
    lijsten: Mapping[str, Vocabulary]
    woordenlijsten: tuple[str, ...]

    @classmethod
    def templates(cls) -> tuple[str, ...]:
        return tuple(template(path) for path in PAPERS if path != citation.FILE)


def papers(vocabularies: Mapping[str, Vocabulary], home: Project) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file; the same lists and addresses give the same bytes.

    `vocabularies` are all closed lists, the ruimtes too.
    """
    known = gaps(vocabularies)
    view = PapierView(
        bewaarplaats=home.forge.adres,
        eigenaar=home.forge.owner,
        contact="" if home.contact is None or home.contact.example else home.contact.adres,
        adres=_addresses(home),
        voorbeeld=Voorbeeld(titel=known["titel"], bestand=known["bestand"], plaats=known["plaats"]),
        tekst=_text(TEXTS[kinds.VERHAAL.one], vocabularies),
        formulier=_whole(home, urls.SCHRIJVEN[kinds.VERHAAL.one], GUIDE),
        mappen=tuple(sorted([*kinds.FOLDERS, "kennisbank/vocabularies", "lijsten"])),
        lijsten=vocabularies,
        woordenlijsten=(
            *sorted({vocabularies[name].plural for name in _used()}),
            *(vocabularies[name].plural for name in ("plaats", "begrip")),
        ),
    )
    from kennisbank.parts.rendering import render_plain

    for path in PAPERS:
        if path == citation.FILE:
            yield path, render_plain(citation.made(home, vocabularies["licentie"]))
            continue
        own = view
        if kind := ABOUT.get(path):
            address = _whole(home, urls.SCHRIJVEN[kind.one], GUIDE) if kind.form else ""
            own = replace(view, tekst=_text(TEXTS[kind.one], vocabularies), formulier=address)
        yield path, render_plain(own, template(path))


def _used() -> Iterator[str]:
    """Yield the closed lists that fields of texts take their values from."""
    for text in TEXTS.values():
        yield from (spec.vocabulary for spec in specs(text.record).values() if spec.vocabulary)


def _addresses(home: Home) -> Adressen:
    privacy = "over/privacy.md"
    return Adressen(
        meedoen=_whole(home, urls.MEEDOEN, GUIDE),
        velden=_whole(home, urls.VELDEN, GUIDE),
        waarden=_whole(home, urls.WAARDEN, GUIDE),
        foutmeldingen=_whole(home, urls.FOUTMELDINGEN, GUIDE),
        privacy=_whole(home, urls.page(privacy), f"{kinds.PAGES}/{privacy}"),
        verhalen=_whole(home, urls.VERHALEN, f"{kinds.VERHAAL.folder}/"),
    )


def _whole(home: Home, address: str, place: str) -> str:
    """Return the whole address of a page; while the site stands nowhere, that of what it is made of, at the forge."""
    return home.site + address if home.site else home.forge.folder(place)


def _text(text: Text, vocabularies: Mapping[str, Vocabulary]) -> PapierTekst:
    """Return what the papers say of one kind of text."""
    fields = told(text.record, vocabularies)
    rows = {
        name: PapierVeld(
            naam=name,
            uitleg=spec.help,
            verplicht=spec.required,
            vorm=" ".join(filter(None, (wording.form(spec), wording.source(spec, vocabularies)))),
            grenzen=wording.limits(spec),
        )
        for name, spec in fields.items()
    }
    example = [
        wording.written(name, spec)
        for name, spec in fields.items()
        if spec.required or name in ASKED or (name == CONSENTED and fields["toestemming"].required)  # with consent
    ]
    return PapierTekst(velden=rows, opbouw=text.outline, voorbeeld="\n".join(example))


def drift(root: Path, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """Yield a problem where a file below `root` is not what would be made, at the first line that differs.

    Several have one cause, such as another address in the settings: then that is one problem, at the first of them.
    """
    found = list(_drift(root, vocabularies))
    if len(found) < MANY:
        yield from found
        return
    message = (
        f"Dit bestand en {len(found) - 1} andere zijn niet meer wat ervan gemaakt wordt: er is iets veranderd in"
        f" {settings.FILE}, in een lijst of in de bestanden zelf."
    )
    yield replace(found[0], message=message)


def _drift(root: Path, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """Yield a problem for every such file."""
    try:
        home = settings.of(root)
    except fm.Refused as refused:
        yield refused.problem
        return
    for path, text in papers(vocabularies, home):
        source = quote(f"{FOLDER}/{template(path)}", 200)
        try:
            there = (root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            yield problem("gemaakt-verouderd", path, f"Dit bestand ontbreekt. Het wordt gemaakt van {source}.")
            continue
        if there != text:
            lines = zip_longest(there.split("\n"), text.split("\n"))
            line = next(number for number, (old, new) in enumerate(lines, 1) if old != new)
            message = f"Deze regel is niet meer wat er van {source} gemaakt wordt. Een andere tekst schrijf je daar."
            yield problem("gemaakt-verouderd", path, message, line=line)
