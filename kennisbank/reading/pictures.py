"""The rules for pictures: each is described, shown beside its own text only, can be read, and tells no place.

Pillow is imported only where there is a picture.
"""

from __future__ import annotations

import functools
import io
import posixpath
import re
import warnings
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from kennisbank.model import kinds, urls
from kennisbank.model.records import Beeld, Record, Source
from kennisbank.model.vocabulary import fold, nearest
from kennisbank.problems.problem import Place, Problem, problem, quote
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.files import FILM, IMAGES, JPEG, PHONE, POINTER
from kennisbank.reading.markup import Link

PICTURE = re.compile(rf"({'|'.join(map(re.escape, sorted(IMAGES)))})(?:[?#]|$)", re.IGNORECASE)
MANY = 40
"""Pictures from which looking at them is split over processes."""

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
"""The format of a picture by the end of its name."""
MOST_PIXELS = 50_000_000
"""Pixels of the largest picture that is read: what unpacks to more is a mistake, or meant to exhaust memory."""

# The place where a picture was made: tags of the GPS directory of EXIF 3.0, table 15, that hold a position.
POSITION = frozenset({1, 2, 3, 4, 19, 20, 21, 22, 28})
XMP_POSITION = re.compile(rb"exif:GPS(?:Latitude|Longitude|Dest(?:Latitude|Longitude)|Area)", re.IGNORECASE)
GPS = 0x8825

OTHERS = (
    (re.compile(rb"GIF8"), "GIF", None),
    (re.compile(rb"BM"), "BMP", JPEG),
    (
        re.compile(rb"II\*\0.{4}CR|....ftypcrx|FUJIFILMCCD-RAW|IIR[OS]|IIU\0", re.DOTALL),
        "RAW, van een fototoestel",
        JPEG,
    ),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF of RAW", JPEG),
    (re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL), "HEIC, van een telefoon", PHONE),
    (re.compile(rb"....ftyp(?:qt|mp4|isom|iso\d|M4V)", re.DOTALL), "een film", FILM),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL |\0\0\0\x0cjP  "), "JPEG XL of JPEG 2000", JPEG),
    (re.compile(rb"8BPS"), "PSD, van Photoshop", JPEG),
    (re.compile(rb"%PDF"), "PDF", "Maak een schermafbeelding van wat je wilt laten zien."),
    (re.compile(rb"PK\x03\x04"), "een zip of een bestand van Word", "Haal de foto eruit en zet die hier neer."),
    (re.compile(rb"\s{0,99}<"), "SVG of HTML", None),
)
"""What other files begin with, what they are, and how to make a picture of it where that needs saying."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a picture: the code of the problem, a sentence, and a cure when there is one of its own."""

    code: str
    message: str
    hint: str | None = None


def of(record: Record) -> tuple[Beeld, ...]:
    """Return the pictures of a text, in its own order; a ruimte has none."""
    found: tuple[Beeld, ...] = getattr(record, "beelden", ())
    return found


def paths(record: Record) -> list[str]:
    """Return the paths of the pictures of a text."""
    return [posixpath.join(kinds.beside(record.origin.path), beeld.bestand) for beeld in of(record)]


def described(fields: fm.Mapping) -> frozenset[str]:
    """Return the names of the pictures of which a front matter says what is to be seen, right or wrong as it may be."""
    node = fields.entries["beelden"][1] if "beelden" in fields.entries else None
    found = []
    for item in node.items if isinstance(node, fm.Sequence) else ():
        entries = item.entries if isinstance(item, fm.Mapping) else {}
        name, alt = (entries[key][1] if key in entries else None for key in ("bestand", "alt"))
        if isinstance(name, fm.Scalar) and isinstance(alt, fm.Scalar) and alt.text.strip():
            found.append(name.text.strip())
    return frozenset(found)


def check(
    records: Iterable[Record], sources: Mapping[str, Source], links: Mapping[str, list[Link]],
    images: Mapping[str, Path], broken: Container[str],
) -> list[Problem]:  # fmt: skip
    """Return the problems of the pictures and of the texts that show them.

    `links` are those of each text; `images` has the file of every picture by its path; `broken` are the files that have
    a problem of their own already. As everywhere, a text that cannot be read makes nothing else wrong.
    """
    texts = {record.origin.path: record for record in records}
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for path in images:
        folder, name = posixpath.split(path)
        names[folder][fold(name)] = name
    taken: set[str] = set()
    problems = [*_entries(texts.values(), names, taken), *_shown(texts, links, images, names, taken)]
    if images:
        problems += _undescribed(texts, sources, images, taken)
        problems += _namesakes(images)
        problems += _contents({path: file for path, file in images.items() if path not in broken})
    return problems


def _entries(records: Iterable[Record], names: Mapping[str, Mapping[str, str]], taken: set[str]) -> Iterator[Problem]:
    """Yield the pictures that a front matter names and that are not there; notes in `taken` those that were meant."""
    for record in records:
        for number, beeld in enumerate(of(record)):
            path = record.origin.path
            folder = kinds.beside(path)
            known = names.get(folder, {})
            if fold(beeld.bestand) in known:  # with other capitals: the file has a problem of its own
                continue
            guess = nearest(beeld.bestand, known)
            taken.add(f"{folder}/{guess}")
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            line, column = record.origin.positions["beelden.bestand", number]
            apart = folder != posixpath.dirname(path)
            hint = f"Zet de afbeelding in de map {folder}, of verbeter de naam." if apart else None
            where = f"de map {quote(folder)}" if apart else "deze map"
            message = f"De afbeelding {quote(beeld.bestand)} staat niet in {where}.{meant}"
            yield problem(
                "beeld-ontbreekt", path, message, line=line, column=column, field="beelden.bestand", hint=hint
            )


def _shown(
    texts: Mapping[str, Record], links: Mapping[str, list[Link]], images: Mapping[str, Path],
    names: Mapping[str, Mapping[str, str]], taken: set[str],
) -> Iterator[Problem]:  # fmt: skip
    """Yield what is wrong with the pictures in the texts; notes in `taken` those that are reported here."""
    known = {urls.uri(path): path for path in images}
    for path, found in links.items():
        for link in found:
            if not link.image and not PICTURE.search(link.target):
                continue
            folder = kinds.beside(path)
            place: Place = {"line": link.line, "column": link.column}
            target = known.get(urls.resolve(unquote(link.target), urls.uri(path)) or "")
            name = posixpath.basename(target or "")
            if target is None and link.image:
                guess = nearest(posixpath.basename(link.target), names.get(folder, {}))
                below = folder.removeprefix(posixpath.dirname(path)).lstrip("/")
                meant = f" Bedoelde je {quote(posixpath.join(below, guess))}?" if guess else ""
                yield problem(
                    "beeld-ontbreekt", path, f"De afbeelding {quote(link.target)} is er niet.{meant}", **place
                )
            elif target is not None and posixpath.dirname(target) != folder:
                message = f"De afbeelding {quote(link.target)} hoort bij een andere tekst."
                yield problem("beeld-elders", path, message, **place)
            elif target is not None and path in texts and name not in {beeld.bestand for beeld in of(texts[path])}:
                taken.add(target)
                message = f"De afbeelding {quote(name)} staat niet bij beelden in de kop van deze tekst."
                yield problem("beeld-onbeschreven", path, message, **place)


def _undescribed(
    texts: Mapping[str, Record], sources: Iterable[str], images: Iterable[str], taken: Container[str]
) -> Iterator[Problem]:
    """Yield the pictures that no text in their folder describes; without any text one was reported when found."""
    beside: dict[str, list[str]] = defaultdict(list)
    for path in sources:
        beside[kinds.beside(path)].append(path)
    seen = {path for record in texts.values() for path in paths(record)}
    for path in images:
        folder, name = posixpath.split(path)
        if path in seen or path in taken or not all(text in texts for text in beside[folder]):
            continue
        message = f"De afbeelding {quote(name)} staat niet bij beelden in de kop."
        if kinds.of(path).nested:
            hint = None if beside[folder] else "Zet de afbeelding in de map van de pagina waar die op staat."
            yield problem("beeld-onbeschreven", path, message, hint=hint)
        elif text := min(beside[folder], default=""):
            line, column = texts[text].origin.positions.get(("beelden", -1), (2, 1))
            yield problem("beeld-onbeschreven", text, message, line=line, column=column, field="beelden")


def _namesakes(images: Iterable[str]) -> Iterator[Problem]:
    """Yield the pictures that would get the addresses of another: what is made of them differs only in its end."""
    seen: dict[str, str] = {}
    for path in images:
        if (other := seen.setdefault(posixpath.splitext(path)[0], path)) != path:
            message = f"Er is al een {quote(posixpath.basename(other))}: op de site krijgen ze hetzelfde adres."
            yield problem("bestand-dubbel", path, message)


def _contents(images: Mapping[str, Path]) -> Iterator[Problem]:
    """Yield what is wrong with the pictures themselves."""
    from kennisbank.reading import parallel

    paths = sorted(images)
    parts = parallel.processes(len(paths), least=MANY)

    def work(part: int, step: parallel.Step) -> list[Problem]:
        return [found for path in paths[part::parts] for found in _content(path, images[path])]

    for found in parallel.run(work, parts, lambda name: None):
        yield from found


def _content(path: str, file: Path) -> Iterator[Problem]:
    try:
        for fault in faults(file):
            yield problem(fault.code, path, fault.message, hint=fault.hint)
    except OSError:
        yield problem("bestand-onleesbaar", path, "De afbeelding is niet te lezen.")


def faults(file: Path) -> tuple[Fault, ...]:
    """Return what is wrong with a picture; raises OSError when the file is not there."""
    about = file.stat()
    return _faults(file, about.st_size, about.st_mtime_ns)


@functools.lru_cache(maxsize=4096)  # a preview checks everything again at each change of a text
def _faults(file: Path, size: int, changed: int) -> tuple[Fault, ...]:
    from PIL import Image, UnidentifiedImageError

    data = file.read_bytes()
    if data.startswith(POINTER):
        return (Fault("bestand-lfs", "Hier staat alleen een verwijzing naar de afbeelding, van Git LFS."),)
    expected = FORMATS[file.suffix.lower()]
    try:
        with warnings.catch_warnings():  # Pillow speaks English, of what is no matter here
            warnings.simplefilter("ignore")
            try:
                picture = Image.open(io.BytesIO(data), formats=sorted(set(FORMATS.values())))
            except Image.DecompressionBombError:
                return (_too_large("meer dan 170 miljoen"),)
            except UnidentifiedImageError:
                return (
                    next((_other(file, kind, cure) for start, kind, cure in OTHERS if start.match(data)), _broken()),
                )
            with picture:
                return tuple(_judge(picture, data, file, expected))
    except Exception:  # a broken file breaks a reader in any way; whoever made it need not know which
        return (_broken(),)


def _judge(picture: Any, data: bytes, file: Path, expected: str) -> Iterator[Fault]:
    """Yield the faults of a picture whose head can be read. Raises anything when the rest cannot."""
    width, height = picture.size
    # Telephones put a second picture behind the first in a JPEG: that is MPO.
    found = "JPEG" if picture.format == "MPO" else picture.format
    if found != expected:
        yield _other(file, found)
    if width * height > MOST_PIXELS:
        yield _too_large(f"{width} bij {height}")
        return
    frames = getattr(picture, "n_frames", 1)
    if frames > 1 and picture.format != "MPO":
        yield Fault("beeld-stuk", "De afbeelding beweegt.", "Bewaar er één stilstaand beeld van.")
        return
    picture.draft(
        "RGB", (max(1, width // 8), max(1, height // 8))
    )  # a JPEG need not be unpacked in full to be read to its end
    picture.load()
    places = [picture.getexif()]
    if picture.format == "MPO":
        for number in range(1, frames):
            picture.seek(number)
            places.append(picture.getexif())
    packed = (*picture.info.values(), *getattr(picture, "text", {}).values())
    texts = [text.encode() if isinstance(text, str) else text for text in packed if isinstance(text, str | bytes)]
    texts.append(data)
    if any(POSITION & exif.get_ifd(GPS).keys() for exif in places) or any(map(XMP_POSITION.search, texts)):
        yield Fault("beeld-locatie", "In de afbeelding staat waar die is gemaakt.")


def _broken() -> Fault:
    return Fault("beeld-stuk", "De afbeelding is niet te lezen of niet compleet.")


def _too_large(size: str) -> Fault:
    message = f"De afbeelding telt {size} beeldpunten; hooguit {MOST_PIXELS // 1_000_000} miljoen mag."
    return Fault("beeld-stuk", message, "Verklein de afbeelding, bijvoorbeeld tot 3000 beeldpunten breed.")


def _other(file: Path, kind: str, cure: str | None = None) -> Fault:
    """Return that a file is something else than its name says; a name for it when that would be enough."""
    suffix = next((suffix for suffix, name in FORMATS.items() if name == kind), "")
    message = f"De naam eindigt op {quote(file.suffix)}, maar de inhoud is {kind}."
    return Fault("beeld-stuk", message, f"Noem het bestand {quote(file.stem + suffix)}." if suffix else cure)
