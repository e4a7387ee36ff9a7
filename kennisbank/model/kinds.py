"""The kinds of text there are, each as one entry: whatever differs from kind to kind is said here, and read from here.

A new kind is a record, an entry in `KINDS`, and a folder with texts. What an entry still lacks is refused when this
module is imported, and what a room has to have for it (a page, a form, a paper) when that room is: with a sentence that
says what to add, so that no kind is left out in silence.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kennisbank.model.fields import Kind as Field
from kennisbank.model.fields import specs
from kennisbank.model.records import Bundel, Pagina, Praktijkvoorbeeld, Record, Ruimte, Verhaal, Werkvorm

PAGES = "docs"
"""The folder of what is written by hand, for the site as a whole: its files have their addresses by their place."""
STORIES = "stories"
"""The folder of the stories; that of the short examples lies in it."""
HERE = "kennisbank/model/kinds.py"
NEEDED = ("origin", "title", "samenvatting", "eerder")
"""What every record has: where it comes from, what lists show of it, and where it stood before."""
ARTICLES = ("de", "het")


class Incomplete(Exception):
    """A kind lacks something; the message says what to add, and where."""


@dataclass(frozen=True)
class Section:
    """`name` is its short name, `heading` what stands above it (empty for the opening), `questions` what it answers.

    One that is `apart` is set apart on the page, wherever a text has that heading.
    """

    name: str
    heading: str
    questions: tuple[str, ...]
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of text.

    `one`, `many` and `article` are its name in Dutch ("verhaal", "verhalen", "het"); `one` is also its name in
    addresses and commands, and that of its record. `folder` is where its files lie, and `address` the first part of
    their addresses, empty for those of `docs/`, which have theirs by their place. `page` is the template of its page,
    and `found` what the finder calls it; a story is called by its place instead, so it has none.

    `folder` can lie in that of another kind: its texts are then of this kind, and no longer of that one.

    `outline` are the sections of a good text, for a kind that others can add. `named_as` is the kind of field in which
    other texts name it, and `words` how few and how many words its text can have. `pictures` says whether pictures can
    be beside it, `nested` whether its folder has folders, `private` that it is about people, so that data of persons
    are looked for in it, `borrowed` that a root without the folder takes that of this project, `lent` that
    a site may have those of the tool beside its own (`leent` in its settings), and `optional` that a
    root need not have it at all. `added` says that others can add one: there is a file to fill in, and the reference
    explains its fields; `paper` that its folder has a README for who does so, and `form` that there is a form for it on
    the site. `cited` says that one is cited by itself: its page shows how, with files for who keeps a list of sources.
    A text that others name on paper or aloud has a `short` address too (`codes`).
    """

    record: type[Record]
    one: str
    many: str
    article: str
    folder: str
    page: str
    address: str = ""
    found: str = ""
    outline: tuple[Section, ...] = ()
    named_as: Field | None = None
    words: tuple[int, int] | None = None
    pictures: bool = True
    nested: bool = False
    private: bool = False
    borrowed: bool = False
    lent: bool = False
    optional: bool = False
    added: bool = False
    paper: bool = False
    form: bool = False
    cited: bool = False
    short: bool = True

    @property
    def by_hand(self) -> bool:
        """Tell whether its files lie among the hand-written pages."""
        return self.folder.partition("/")[0] == PAGES

    @property
    def within(self) -> bool:
        """Tell whether its folder lies in that of another kind."""
        return "/" in self.folder

    @property
    def apart(self) -> bool:
        """Tell whether its folder is looked through by itself: those among written pages are read with them."""
        return not (self.within and self.by_hand)

    @property
    def new(self) -> str:
        """Return what a new one is called: "een nieuw verhaal", "een nieuwe werkvorm"."""
        return f"een {'nieuw' if self.article == 'het' else 'nieuwe'} {self.one}"

    @property
    def this(self) -> str:
        """Return how one is pointed at: "dit verhaal", "deze werkvorm"."""
        return f"{'dit' if self.article == 'het' else 'deze'} {self.one}"

    def has(self, path: str) -> bool:
        """Tell whether a file is of this kind, and of none whose folder lies in that of this one.

        The first page of a folder among hand-written pages is no more than a page.
        """
        if not path.startswith(f"{self.folder}/") or (not self.apart and path == f"{self.folder}/index.md"):
            return False
        return not any(kind.has(path) for kind in _within(self.folder))

    def paths(self, slug: str) -> tuple[str, str]:
        """Return every path at which the text with this slug can stand."""
        return f"{self.folder}/{slug}.md", f"{self.folder}/{slug}/index.md"


@cache
def _within(folder: str) -> tuple[Kind, ...]:
    """Return the kinds of which the folder lies in this one: asked of every file, several times."""
    return tuple(kind for kind in KINDS if kind.folder.startswith(f"{folder}/"))


# The order is that in which kinds are shown and explained; a ruimte is read before them all (`loader`).
KINDS: tuple[Kind, ...] = (
    Kind(
        record=Verhaal,
        one="verhaal",
        many="verhalen",
        article="het",
        folder=STORIES,
        address="verhalen",
        page="verhaal.html",
        named_as=Field.VERHAAL,
        private=True,
        added=True,
        cited=True,
        paper=True,
        form=True,
        outline=(
            Section("begin", "", ("Wie werken er samen, en waar?", "Wat dreef jullie? Waarom begonnen jullie eraan?")),
            Section(
                "aanpak",
                "Zo pakten we het aan",
                ("Wat deden jullie precies, stap voor stap?", "Wie deed wat: de school, de partner, de kinderen?"),
            ),
            Section(
                "lastig",
                "Wat lastig was",
                ("Waar liepen jullie tegenaan?", "Welke omweg hebben jullie genomen, en wat hielp?"),
            ),
            Section(
                "opbrengst",
                "Wat het opleverde",
                ("Wat merkten de kinderen ervan, en het team?", "Wat is er gebleven?"),
            ),
            Section(
                "overnemen",
                "Wat je ervan kunt meenemen",
                ("Wat raad je een school aan die hiermee wil beginnen?", "Wat zou je een volgende keer anders doen?"),
                apart=True,
            ),
        ),
    ),
    Kind(
        record=Werkvorm,
        one="werkvorm",
        many="werkvormen",
        article="de",
        folder="werkvormen",
        address="werkvormen",
        page="werkvorm.html",
        found="Werkvorm",
        named_as=Field.WERKVORM,
        borrowed=True,
        lent=True,
        added=True,
        cited=True,
        paper=True,
        form=True,
        outline=(
            Section("wanneer", "Wanneer", ("Op welk moment gebruik je deze werkvorm?", "Voor wie is hij bedoeld?")),
            Section(
                "stappen",
                "Stappen",
                (
                    "Wat doe je eerst, en wat daarna? Begin elke stap zo: 1. **Kies een kaart (10 minuten).**",
                    "Wat doe je korter, en wat sla je over? Zo: (10 minuten; kort 5) of (10 minuten; kort: sla over)",
                ),
            ),
            Section("vragen", "Vragen", ("Welke vragen stel je aan tafel?",)),
            Section("variatie", "Variatie", ("Hoe doe je het korter, langer, met meer mensen of online?",)),
            Section("let-op", "Let op", ("Waar gaat het vaak mis?", "Wat heb je nodig om het te laten slagen?")),
        ),
    ),
    Kind(
        record=Bundel,
        one="bundel",
        many="bundels",
        article="de",
        folder=f"{PAGES}/bundels",
        page="bundel.html",
        found="Vraag",
        nested=True,
        optional=True,
        added=True,
        cited=True,
        outline=(
            Section(
                "waarom",
                "Waarom deze verhalen",
                ("Wat laat elk verhaal zien als antwoord op de vraag?", "Waarin verschillen ze van elkaar?"),
            ),
            Section(
                "gebruik",
                "Zo gebruik je deze vraag",
                ("Hoe brengt een begeleider dit op tafel?", "Hoeveel tijd kost dat?"),
            ),
        ),
    ),
    Kind(
        record=Praktijkvoorbeeld,
        one="praktijkvoorbeeld",
        many="praktijkvoorbeelden",
        article="het",
        folder=f"{STORIES}/kort",
        address="voorbeelden",
        page="praktijkvoorbeeld.html",
        found="Voorbeeld",
        named_as=Field.PRAKTIJKVOORBEELD,
        words=(30, 150),
        pictures=False,
        private=True,
        optional=True,
        added=True,
        cited=True,
        paper=True,
        form=True,
        outline=(
            Section(
                "voorbeeld",
                "",
                ("Wat deden school en partner samen?", "Wat lukte, of wat was lastig?", "Wat kwam ervan?"),
            ),
        ),
    ),
    Kind(
        record=Ruimte,
        one="ruimte",
        many="ruimtes",
        article="de",
        folder="ruimtes",
        address="ruimtes",
        page="ruimte.html",
        found="Ruimte",
        pictures=False,
        borrowed=True,
    ),
    Kind(
        record=Pagina,
        one="pagina",
        many="pagina's",
        article="de",
        folder=PAGES,
        page="pagina.html",
        found="Uitleg",
        nested=True,
        optional=True,
        short=False,
    ),
)


def lacking(kinds: Iterable[Kind]) -> Iterator[str]:
    """Yield a sentence for each thing that an entry lacks, or has twice: what to add, and where."""
    taken: dict[tuple[str, str], str] = {}
    for kind in kinds:
        yield from (sentence for wrong, sentence in _judged(kind) if wrong)
        name = kind.record.__name__
        for part in ("one", "folder", "address"):
            value = getattr(kind, part)
            if value and (other := taken.setdefault((part, value), name)) != name:
                yield f"{name} has the same {part} as {other}, {value!r}: give it another in {HERE}."


def _judged(kind: Kind) -> Iterator[tuple[bool, str]]:
    """Yield for all that can be wrong with one entry whether it is, and what to do then."""
    name, known = kind.record.__name__, {field.name for field in dataclasses.fields(kind.record)}
    entry = f"the entry of {name} in {HERE}"
    for field in NEEDED:
        yield field not in known, f"{name} has no field {field!r}: add it to the record."
    for part, what in (("many", "plural"), ("folder", "folder"), ("page", "template")):
        yield not getattr(kind, part), f"{name} has no {what}: add {part}=... to {entry}."
    yield kind.one != name.lower(), f"{name} has no singular: add one={name.lower()!r}, as the record, to {entry}."
    yield kind.article not in ARTICLES, f"{name} has no article: add article='de' or article='het' to {entry}."
    if kind.by_hand:
        said = f"{name} lies in {PAGES}/ and has its address by its place: take address=... out of {entry}."
        yield bool(kind.address), said
    else:
        yield not re.fullmatch("[a-z0-9-]+", kind.address), f"{name} has no address: add address=... to {entry}."
    said = f"{name} has no label in the finder: add found=... to {entry}."
    yield not kind.found and kind.record is not Verhaal, said
    yield kind.added and not kind.outline, f"{name} can be added, but has no outline: add outline=... to {entry}."
    said = f"{name} has a paper or a form, so others can add one: add added=True to {entry}."
    yield (kind.paper or kind.form) and not kind.added, said
    said = f"{name} can have pictures, but has no field 'beelden': add it, or pictures=False to {entry}."
    yield kind.pictures and "beelden" not in known, said
    said = f"{name} is cited, but has no field 'bron': add it, or take cited=True out of {entry}."
    yield kind.cited and "bron" not in known, said
    said = f"{name} lies in {PAGES}/, so no field can name it: take named_as=... out of {entry}."
    yield kind.by_hand and kind.named_as is not None, said


def refuse(sentences: Iterable[str]) -> None:
    """Raise `Incomplete` with these sentences, when there are any."""
    if found := "\n".join(sentences):
        raise Incomplete(found)


def required(
    what: str, where: str, there: Container[str], of: Callable[[Kind], bool] = lambda kind: True,
    by: Callable[[Kind], str] = lambda kind: kind.one,
) -> None:  # fmt: skip
    """Raise `Incomplete` for each kind for which a room lacks something.

    `what` it is, and `where` it is added, is said with the name by which `there` must have it (`by`); `of` tells which
    kinds need it.
    """
    refuse(
        f"{kind.record.__name__} has no {what}: add {by(kind)!r} to {where}."
        for kind in KINDS
        if of(kind) and by(kind) not in there
    )


refuse(lacking(KINDS))

BY_RECORD: dict[type[Any], Kind] = {kind.record: kind for kind in KINDS}
BY_NAME = {kind.one: kind for kind in KINDS}
BY_ADDRESS = {kind.address: kind for kind in KINDS if kind.address}
BY_FIELD = {kind.named_as: kind for kind in KINDS if kind.named_as is not None}
"""The kind that a field of another text names."""
VERHAAL = BY_RECORD[Verhaal]
"""The one kind that is only there with consent, and can be withdrawn by its name alone."""
RUIMTE = BY_RECORD[Ruimte]
"""The one kind that the others choose from, as from a closed list."""
NO_RUIMTE = frozenset(
    word
    for kind in KINDS
    for spec in specs(kind.record).values()
    if spec.vocabulary == RUIMTE.one
    for word in spec.extra
)
"""What a field of ruimtes can say beside their names ("alle"): no ruimte can have such a name."""
WHOLE = tuple(kind for kind in KINDS if kind.apart)
"""Those with a folder that is looked through by itself: together all there is to read."""
BY_FOLDER = {kind.folder: kind for kind in WHOLE}
"""Those of `WHOLE` by their folders."""


@cache
def naming(record: type[Record]) -> tuple[tuple[str, Kind], ...]:
    """Return the fields in which a record names texts, each with the kind of those."""
    return tuple((field, BY_FIELD[spec.kind]) for field, spec in specs(record).items() if spec.kind in BY_FIELD)


INNER = tuple(kind for kind in KINDS if kind.within)
"""Those with a folder that lies in that of another."""
FOLDERS = tuple(kind.folder for kind in WHOLE if not kind.within)
"""The folders with content; the others lie in them."""


@lru_cache(maxsize=2**15)
def of(path: str) -> Kind:
    """Return the kind of a file by its path; raises `KeyError` for one outside of the content."""
    for kind in INNER:
        if kind.has(path):
            return kind
    return BY_FOLDER[path.partition("/")[0]]


def beside(path: str) -> str:
    """Return the folder in which the pictures of a text lie, by its path: `x/` for `x.md` and for `x/index.md`.

    Among written pages, where folders hold pages of any name, it is the folder of the page.
    """
    folder, _, name = path.rpartition("/")
    return folder if name == "index.md" or of(path).nested else path.removesuffix(".md")


def home(kind: Kind) -> Kind:
    """Return the kind in whose folder that of another lies, at the top; of any other kind itself."""
    return BY_FOLDER[kind.folder.partition("/")[0]]
