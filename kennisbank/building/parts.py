"""A site made in parts, each by a machine of its own: what a part says of itself, which parts fit, and how they join.

A part is a folder with its share of the pages and the files of a site, and `deel.json`. Each machine reads all content,
for a page shows other texts than its own. Who joins the parts reads back the whole, as any build does. What that takes
to know stands in the first part: of the content only the bytes count there, to see that the parts are of those.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kennisbank import LENDER, PACKAGE, PROJECT
from kennisbank.building import publish, stock, tree
from kennisbank.building.verify import verify
from kennisbank.model import kinds, urls
from kennisbank.outputs import imaging, listing, moved, offline
from kennisbank.pages.site import Site
from kennisbank.parts.sentences import count
from kennisbank.parts.sentences import listing as sentence
from kennisbank.reading import parallel, settings, wordlists
from kennisbank.reading.files import leftover
from kennisbank.reading.history import Last

FILE = "deel.json"
"""What makes a folder a part: written last, so that half a part is none. It does not get into the site."""
LIBRARIES = ("Jinja2", "Markdown", "MarkupSafe", "PyYAML", "linkify-it-py", "markdown-it-py", "mdit-py-plugins")
"""What makes pages besides our own code, the engine and the encoders of pictures: another version may make others."""
MOST = 1000
"""Parts at most: a number that somebody meant."""
DIFFERENT = {
    "inhoud": "van verschillende inhoud of instellingen",
    "versie": "gemaakt met verschillende versies van Ruimte, van Python of van wat zij gebruikt",
    "vorige": "vergeleken met verschillende vorige sites",
    "gedrukt": "gemaakt met verschillende pdf's van de kaarten",
}
"""What is wrong with parts of which these are not the same: they are ..."""
OTHER = {"inhoud": "van andere inhoud of instellingen", "vorige": "vergeleken met een andere vorige site"}
"""The same of what must be as it is where they are joined."""


class Unfit(Exception):
    """Folders are no parts of one site; the message is Dutch."""


@dataclass(frozen=True)
class Reading:
    """What the read-back of the whole must know: all but the files themselves.

    `told` are the addresses of pages with data beside them, `contacts` those that are no web page and may be led to,
    `published` every address that must have an answer. `files` has the file that a page was written in, by its address.
    `address` is that of the site, `stories` how many it has, and `fixed` are the addresses that have a hash in their
    name (`offline.fixed`).
    """

    told: tuple[str, ...]
    contacts: tuple[str, ...]
    published: tuple[str, ...]
    files: Mapping[str, str]
    address: str
    stories: int
    fixed: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """What a part says of itself: its number (from 1), of how many, and of what it was made.

    `same` are digests by the names of `DIFFERENT`: parts of one site have the same. It has so many `files`, of so many
    `bytes` together: who carries it to another machine may leave some out. Only the first has `reading`.
    """

    number: int
    of: int
    same: Mapping[str, str]
    files: int
    bytes: int
    reading: Reading | None = None


def share(said: str) -> tuple[int, int]:
    """Return which part is meant by a text like 2/4, and of how many. Raises `ValueError`."""
    number, slash, of = said.partition("/")
    if not (slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= MOST):
        raise ValueError(said)
    return int(number), int(of)


def made_of(root: Path, last: Last, making: str) -> dict[str, str]:
    """Return the digests of what a site is made of, before it is made; `making` names its engine. Raises `OSError`."""
    return {"inhoud": content(root), "versie": code(making), "vorige": before(last)}


def content(root: Path) -> str:
    """Return the digest of all files that can count: those of the root, and of what it borrows where it lacks some."""
    digest = hashlib.sha256()
    for number, base in enumerate(dict.fromkeys(path.resolve() for path in (root, PROJECT, LENDER))):
        named = [*kinds.FOLDERS, wordlists.OWN_FOLDER, settings.FILE, *sorted(path.name for path in base.glob("*.txt"))]
        for name in named:
            for file in _files(base / name):
                _add(digest, f"{number}/{file.relative_to(base).as_posix()}", file.read_bytes())
    return digest.hexdigest()


def code(making: str) -> str:
    """Return the digest of the package and of what else makes a site; `making` names its engine."""
    digest = hashlib.sha256()
    said = [platform.python_version(), making, imaging.fingerprint(), *map(version, LIBRARIES)]
    digest.update("\n".join(said).encode())
    for file in _files(PACKAGE):
        if file.suffix != ".pyc":
            _add(digest, file.relative_to(PACKAGE).as_posix(), file.read_bytes())
    return digest.hexdigest()


def before(last: Last) -> str:
    """Return the digest of what is known of the last site."""
    said = [last.unknown, sorted(last.titles.items()), sorted(dict(last.published.addresses).items())]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def printed(made: Mapping[str, bytes]) -> str:
    """Return the digest of what was printed: pages name it with its size."""
    return hashlib.sha256(json.dumps(sorted((name, len(pdf)) for name, pdf in made.items())).encode()).hexdigest()


@dataclass(frozen=True)
class Joining:
    """Parts in the folders `parts`, to be joined in the empty folder `folder`, for the site `out`.

    `root` is the content that they must be of, and `last` the last site. `step` is called for each thing done.
    """

    parts: Sequence[Path]
    root: Path
    folder: Path
    out: Path
    last: Last
    step: parallel.Step
    finish: Callable[[], None]


def join(job: Joining) -> str:
    """Make a site of its parts, read it back and put it in the place of the old one; returns what there is to say.

    The parts stay as they are: the site has the same files under other names, or where that cannot be a copy of each.
    Raises `Unfit` with all that is wrong, and `OSError`; then the old site stands as it did.
    """
    ordered, first = fitting(job.parts)
    for name, here, cure in (
        ("inhoud", content(job.root), "Bouw de delen opnieuw."),
        ("vorige", before(job.last), "Geef bij elk deel en hier dezelfde lijst, met --vorige."),
    ):
        if first.same[name] != here:
            raise Unfit(f"De delen zijn {OTHER[name]} dan hier. {cure}")
    known = first.reading
    assert known is not None, "the first part has it"
    site = job.folder / "0"
    site.mkdir()
    for folder in ordered:
        _together(folder, site, FILE)
    offline.name_build(site, known.fixed, listing.digests(site, {}))
    try:
        wrong = _wrong(site, known, job.step)
    finally:
        job.finish()
    if wrong:
        number = "1 fout" if len(wrong) == 1 else f"{len(wrong)} fouten"
        raise Unfit("\n".join(wrong) + f"\nDe site van de delen samen heeft {number}.")
    publish.swap(site, job.out)
    stock.forget(job.out)
    return f"Klaar: {count(known.stories)} in {job.out}"


def _wrong(site: Path, known: Reading, step: parallel.Step) -> list[str]:
    """Return what is wrong with a whole site, each sentence once."""
    said = []
    for fault in verify(site, known.address, step, known.told, known.contacts):
        file = known.files.get(fault.page.removesuffix("index.html"), "")
        said.append(f"{file}: {fault}" if file else str(fault))
    return list(dict.fromkeys([*said, *map(moved.sentence, moved.unanswered(listing.listed(site), known.published))]))


def _together(source: Path, target: Path, without: str = "") -> None:
    """Put all that is in a folder into a tree as well, but for one name in it.

    Raises `Unfit` for what is in that already, and for what is no file.
    """
    for entry in os.scandir(source):
        there = target / entry.name
        if entry.name == without:
            continue
        if entry.is_dir(follow_symlinks=False):
            there.mkdir(exist_ok=True)
            _together(Path(entry.path), there)
        elif not entry.is_file(follow_symlinks=False):
            raise Unfit(f"{entry.path} is geen gewoon bestand. Bouw dat deel opnieuw.")
        elif there.exists():
            raise Unfit(f"{entry.path} staat ook in een ander deel. Bouw de delen opnieuw, elk in een lege map.")
        else:
            tree.put(entry.path, os.fspath(there))


def _files(place: Path) -> Iterator[Path]:
    """Yield a file, or the files below a folder, in order, without what editors leave."""
    if place.is_file():
        yield place
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not leftover(name))
        yield from (Path(folder, name) for name in sorted(names) if not leftover(name))


def _add(digest: Any, name: str, data: bytes) -> None:
    digest.update(f"{name}\n{len(data)}\n".encode() + data)


def reading(site: Site) -> Reading:
    """Return what the read-back of a site must know."""
    kb = site.knowledge
    pages = {page: site.file(uri) for page, uri in site.by_address.items()}
    return Reading(
        told=told(site),
        contacts=tuple(sorted(kb.project.written_to)),
        published=tuple(kb.published),
        files={page: file for page, file in pages.items() if file},
        address=kb.project.site or "/",
        stories=len(kb.verhalen),
        fixed=offline.fixed(site.assets),
    )


def told(site: Site) -> tuple[str, ...]:
    """Return the addresses of the pages that have data beside them."""
    kb = site.knowledge
    return (
        *map(urls.verhaal, kb.verhaal), *map(urls.werkvorm, kb.werkvorm), *map(urls.praktijkvoorbeeld, kb.voorbeeld),
    )  # fmt: skip


def weight(folder: Path) -> tuple[int, int]:
    """Return how many files a part has, and of how many bytes together, without what it says of itself."""
    sizes = [os.lstat(f"{folder}/{name}").st_size for name in listing.listed(folder) if name != FILE]
    return len(sizes), sum(sizes)


def write(part: Part, folder: Path) -> None:
    """Say in a folder which part it is. Raises `OSError`."""
    text = json.dumps(dataclasses.asdict(part), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> Part:
    """Return what a folder says of itself. Raises `Unfit` where it is no part, or not a whole one."""
    if not folder.is_dir():
        raise Unfit(f"{folder} is geen deel van een site: die map is er niet.")
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        number, of = share(f"{said['number']}/{said['of']}")
        same = {name: str(said["same"][name]) for name in DIFFERENT}
        part = Part(number, of, same, int(said["files"]), int(said["bytes"]), _reading(said["reading"]))
    except FileNotFoundError:
        raise Unfit(
            f"{folder} is geen deel van een site: er staat geen {FILE} in. Is dat deel wel afgebouwd?"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise Unfit(f"{folder} is geen deel van een site: {FILE} is niet te lezen.") from None
    if (part.number == 1) != (part.reading is not None):
        raise Unfit(f"{folder} is geen deel van een site: {FILE} is niet volledig.")
    if (there := weight(folder)) != (part.files, part.bytes):
        raise Unfit(
            f"{folder} is niet meer wat er is gebouwd: {there[0]} bestanden van {there[1]} bytes, en dat waren er"
            f" {part.files} van {part.bytes}. Zijn bij het verplaatsen ook verborgen bestanden meegegaan?"
        )
    return part


def _reading(said: dict[str, Any] | None) -> Reading | None:
    """Return what stands in a file as the read-back knows it. Raises what says that it is no such thing."""
    if said is None:
        return None
    lists = {name: tuple(map(str, said[name])) for name in ("told", "contacts", "published", "fixed")}
    files = {str(page): str(file) for page, file in said["files"].items()}
    return Reading(**lists, files=files, address=str(said["address"]), stories=int(said["stories"]))


def fitting(folders: Sequence[Path]) -> tuple[list[Path], Part]:
    """Return the folders in order of their parts, with what the first says. Raises `Unfit` unless they are one site."""
    found = {folder: read(folder) for folder in folders}
    ordered = sorted(found, key=lambda folder: found[folder].number)
    numbers = [found[folder].number for folder in ordered]
    if len(of := {part.of for part in found.values()}) > 1:
        raise Unfit(f"De delen horen niet bij elkaar: er zijn er van {sentence(map(str, sorted(of)))} delen.")
    for one, other in itertools.pairwise(ordered):
        if found[one].number == found[other].number:
            raise Unfit(f"Deel {found[one].number} is er twee keer: {one} en {other}.")
    if missing := sorted(set(range(1, of.pop() + 1)).difference(numbers)):
        what = (
            f"Deel {missing[0]} ontbreekt" if len(missing) == 1 else f"De delen {sentence(map(str, missing))} ontbreken"
        )
        raise Unfit(f"{what}.")
    first = found[ordered[0]]
    for name, what in DIFFERENT.items():
        for folder in ordered[1:]:
            if found[folder].same[name] != first.same[name]:
                raise Unfit(f"De delen zijn {what}: {ordered[0]} en {folder} verschillen. Bouw ze opnieuw.")
    return ordered, first
