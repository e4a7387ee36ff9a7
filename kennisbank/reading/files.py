"""The files of a content folder: which are there, what may not be, and their bytes as clean text."""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from kennisbank.model import drawings, kinds
from kennisbank.model.records import Source
from kennisbank.model.vocabulary import SLUG
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import cleaning
from kennisbank.reading.frontmatter import FORBIDDEN

MOST = 20
"""Problems with the characters of one file that are named."""
TEXT_LIMIT = 256 * 1024
IMAGE_LIMIT = 5 * 1024 * 1024
IMAGES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})
JPEG = "Open de foto op een computer en bewaar die als JPEG (.jpg)."
PHONE = (
    "Laat de telefoon JPEG maken: op een iPhone bij Instellingen, Camera, Structuren, Meest compatibel."
    " Of open deze foto op een computer en bewaar die als JPEG (.jpg)."
)
FILM = "Neem er één beeld van, als JPEG (.jpg)."
OTHER_PICTURES = {
    **dict.fromkeys((".heic", ".heif", ".hif"), ("een foto van een telefoon (HEIC)", PHONE)),
    **dict.fromkeys((".tif", ".tiff"), ("een TIFF", JPEG)),
    **dict.fromkeys(
        (".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".raw"), ("een RAW van een fototoestel", JPEG)
    ),
    **dict.fromkeys((".gif", ".bmp", ".jxl", ".jp2", ".psd"), ("een afbeelding van een andere soort", JPEG)),
    **dict.fromkeys((".mov", ".mp4", ".m4v", ".avi", ".webm"), ("een film", FILM)),
}
"""Pictures that a site cannot show, by the end of their names: what each is, and how to make one of it that it can."""
POINTER = b"version https://git-lfs.github.com/spec/v1"
"""How a file begins that only says where the file itself lies, for Git LFS."""
RESERVED = re.compile(r"pagina-\d+|index|feed|readme|con|prn|aux|nul|com\d|lpt\d")
"""Names that the site or an operating system needs for itself."""

LEFTOVER = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:orig|rej|bak|swp|swo|tmp|crdownload|part)|(?:eh)?thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE | re.DOTALL,
)
"""What editors, desktops and Git leave beside a file: hidden files, copies, locks. None of it is content anywhere."""

DEEPEST = 8
"""Levels of folders that are looked through."""

# How files of other programs begin, for who gives one the name of a text.
SIGNATURES = {
    b"PK\x03\x04": "een bestand van Word of een zip",
    b"\xd0\xcf\x11\xe0": "een bestand van een oude Word",
    b"{\\rtf": "een bestand van een tekstprogramma (rtf)",
    b"%PDF": "een pdf",
    b"\xff\xd8\xff": "een foto",
    b"\x89PNG": "een afbeelding",
}


def leftover(name: str) -> bool:
    """Tell whether a file is left out everywhere, by its name: nobody wrote it as content."""
    return LEFTOVER.fullmatch(name) is not None


def slugify(name: str) -> str:
    """Return the address that is nearest to a name: ASCII, small letters, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "verhaal"


def scan(
    root: Path, folder: str, *, images: bool, nested: bool = False
) -> tuple[list[Source], list[str], list[Problem]]:
    """Look through one content folder, without following anything.

    Returns the texts, the paths of the images, and the problems. `images` says whether pictures may be there;
    `nested` whether folders may be deeper than `<slug>/` (for the pictures of `<slug>.md`, or of `<slug>/index.md`) and
    hold pages of any name.
    """
    texts: list[Source] = []
    pictures: list[str] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for path, entry in _walk(root, folder, problems):
        parts = path[len(folder) + 1 :].split("/")
        suffix = _suffix(parts[-1]).lower()
        folded = path if path.isascii() else unicodedata.normalize("NFC", path)
        folded = folded.casefold()
        if folded in taken:
            names = f"{quote(path)} en {quote(taken[folded])}"
            message = f"{names} verschillen alleen in hoofdletters of in hoe een accent is opgeslagen."
            problems.append(problem("bestand-dubbel", path, message))
            continue
        taken[folded] = path
        if len(parts) > 2 and not nested:
            problems.append(problem("bestand-map", path, f"De map {quote(path.rpartition('/')[0])} ligt te diep."))
        elif suffix == ".md":
            source, found = _text(path, parts, entry, nested)
            texts += [source] if source else []
            problems += found
        elif images and suffix in IMAGES:
            pictures.append(path)
            problems += _image(PurePosixPath(path), entry)
        else:
            problems.append(_stranger(PurePosixPath(path), images))
    if not nested:
        problems += _strays(pictures, texts, problems)
    return texts, pictures, problems + _doubles(texts)


def _walk(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every regular file in order of its path; what is not regular becomes a problem."""
    if (root / folder).is_symlink():
        problems.append(problem("bestand-link", folder, "De map is een symbolische link."))
        return
    if folder.count("/") > DEEPEST:
        problems.append(problem("bestand-map", folder, "De map ligt te diep."))
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:
        problems.append(problem("bestand-onleesbaar", folder, "De map is niet te lezen."))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if leftover(entry.name) and not entry.is_dir(follow_symlinks=False):
            continue
        if path in kinds.BY_FOLDER and (entry.is_symlink() or entry.is_dir()):
            continue  # of another kind, which looks through it
        if path == drawings.FOLDER and (entry.is_symlink() or entry.is_dir()):
            continue  # has rules of its own, and holds no texts
        if entry.is_symlink():
            problems.append(problem("bestand-link", path, "Dit is een symbolische link."))
        elif entry.name.startswith(".") or (entry.name == "README.md" and _has_paper(folder)):
            continue
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, problems)
        elif entry.is_file(follow_symlinks=False):
            yield path, entry
        else:
            kind = (
                "een pijp"
                if stat.S_ISFIFO(entry.stat(follow_symlinks=False).st_mode)
                else "een apparaat of iets anders"
            )
            problems.append(problem("bestand-bijzonder", path, f"Dit is geen gewoon bestand maar {kind}."))


def _suffix(name: str) -> str:
    """Return how a name ends, with the point, as `PurePath.suffix`: to make a path of every file takes long."""
    point = name.rfind(".")
    return name[point:] if 0 < point < len(name) - 1 else ""


def _stranger(name: PurePosixPath, images: bool) -> Problem:
    """Return that a file of this kind may not be here; of a picture how to make one of it that may."""
    path = str(name)
    what = f"Een bestand dat eindigt op {quote(name.suffix)}" if name.suffix else f"Het bestand {quote(name.name)}"
    if images and name.suffix.lower() in OTHER_PICTURES:
        kind, cure = OTHER_PICTURES[name.suffix.lower()]
        return problem("bestand-soort", path, f"{what} is {kind}, en dat kan de site niet laten zien.", hint=cure)
    hint = None if images else "Zet hier alleen tekst (.md) neer."
    return problem("bestand-soort", path, f"{what} hoort hier niet.", hint=hint)


def _has_paper(folder: str) -> bool:
    """Tell whether a README in this folder is for who adds a text, and no page."""
    return folder in kinds.BY_FOLDER and not kinds.BY_FOLDER[folder].nested


def _name_problem(path: str, name: str, suffix: str = "") -> list[Problem]:
    """Judge the name of a file, or of a folder when there is no `suffix`."""
    proposal = name if SLUG.fullmatch(name) else slugify(name)
    of_ruimte = path.startswith(f"{kinds.RUIMTE.folder}/")
    if RESERVED.fullmatch(proposal) or (of_ruimte and proposal in kinds.NO_RUIMTE):
        return [
            problem(
                "bestand-naam",
                path,
                f"De naam {quote(name)} is al bezet, door de site of door de computer.",
                hint=f"Kies een andere naam, bijvoorbeeld {quote(f'mijn-{proposal}{suffix.lower()}')}.",
            )
        ]
    if SLUG.fullmatch(name) and suffix == suffix.lower():
        return []
    hint = f"Noem {'het bestand' if suffix else 'de map'} {quote(proposal + suffix.lower())}."
    return [problem("bestand-naam", path, f"De naam {quote(name + suffix)} past niet in een adres.", hint=hint)]


def _text(
    path: str, parts: Sequence[str], entry: os.DirEntry[str], nested: bool
) -> tuple[Source | None, list[Problem]]:
    name, suffix = parts[-1], _suffix(parts[-1])
    stem = name.removesuffix(suffix)
    if nested:
        slug = "/".join((*parts[:-1], stem))
        problems = [found for part in parts[:-1] for found in _name_problem(path, part)]
        problems += _name_problem(path, stem, suffix) if name != "index.md" else []
    elif len(parts) == 2:
        slug = parts[0]
        if name != "index.md":
            folder = path.rpartition("/")[0]
            return None, [
                problem(
                    "bestand-map",
                    path,
                    f"In de map {quote(folder)} horen alleen de afbeeldingen van één tekst.",
                    hint=f"Zet de tekst in {quote(f'{folder}.md')}.",
                )
            ]
        problems = _name_problem(path, slug)
    else:
        slug = stem
        problems = _name_problem(path, slug, suffix)
    size = entry.stat(follow_symlinks=False).st_size
    if size > TEXT_LIMIT:
        return None, [
            *problems,
            problem("bestand-groot", path, f"Het bestand is {size // 1024} KB; hooguit {TEXT_LIMIT // 1024} KB mag."),
        ]
    return (None if problems else Source(path, slug, Path(entry.path))), problems


def _image(name: PurePosixPath, entry: os.DirEntry[str]) -> list[Problem]:
    path = str(name)
    problems = _name_problem(path, name.stem, name.suffix)
    size = entry.stat(follow_symlinks=False).st_size
    if size > IMAGE_LIMIT:
        problems.append(
            problem("beeld-groot", path, "De afbeelding is " + f"{size / 1024 / 1024:.1f} MB.".replace(".", ",", 1))
        )
    if size == 0:
        problems.append(problem("bestand-leeg", path, "De afbeelding is leeg."))
    return problems


def _strays(pictures: list[str], texts: list[Source], problems: list[Problem]) -> list[Problem]:
    """Report the folders with pictures that belong to no text: nobody has said that those may be published."""
    broken = [found.path for found in problems if found.path.endswith(".md")]
    homes = {kinds.beside(path) for path in (*broken, *(source.path for source in texts))}
    homes |= {path.rpartition("/")[0] for path in broken} - kinds.BY_FOLDER.keys()
    lone: dict[str, str] = {}
    for picture in pictures:
        folder = picture.rpartition("/")[0]
        if folder not in homes:
            lone.setdefault(picture if folder in kinds.BY_FOLDER else folder, picture)
    return [_stray(picture, where) for where, picture in lone.items()]


def _stray(picture: str, folder: str) -> Problem:
    if folder == picture:
        name = f"{kinds.of(picture).folder}/naam"
        hint = f"Zet de afbeelding in een map met de naam van haar tekst: bij {name}.md in {name}."
        return problem("bestand-map", picture, "Deze afbeelding ligt niet in de map van een tekst.", hint=hint)
    hint = f"Zet de tekst in {folder}.md, of geef de map de naam van haar tekst. Is de tekst weg? Haal de map weg."
    return problem("bestand-map", picture, f"Bij de afbeeldingen in de map {quote(folder)} is geen tekst.", hint=hint)


def _doubles(texts: list[Source]) -> list[Problem]:
    """Report `v.md` beside `v/index.md`."""
    seen: dict[str, str] = {}
    problems = []
    for source in texts:
        if (other := seen.setdefault(source.slug.removesuffix("/index"), source.path)) != source.path:
            hint = "Is het dezelfde tekst? Haal een van de twee weg. Zijn het er twee? Geef er één een andere naam."
            problems.append(problem("bestand-dubbel", source.path, f"{quote(other)} heeft hetzelfde adres.", hint=hint))
    return problems


def read_bytes(source: Source) -> bytes | None:
    """Return the bytes of a file, or None where it cannot be read."""
    try:
        with open(source.file, "rb") as file:  # noqa: PTH123 (of every file; faster than by its Path)
            return file.read()
    except OSError:
        return None


def read_text(source: Source) -> tuple[str, list[Problem]]:
    """Return the text of a file with `\\n` line ends and no byte order mark, or why it cannot be used."""
    data = read_bytes(source)
    if data is None:
        return "", [problem("bestand-onleesbaar", source.path, "Het bestand is niet te lezen.")]
    return decode(data, source.path)


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Decode bytes strictly as UTF-8; see `read_text`."""
    if data.startswith(POINTER):
        return "", [problem("bestand-lfs", path, "Hier staat alleen een verwijzing naar het bestand, van Git LFS.")]
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            hint = "Kopieer de woorden naar een tekstbestand dat eindigt op .md."
            return "", [problem("bestand-soort", path, f"Dit is geen tekst maar {what}.", hint=hint)]
    nul = [byte == 0 for byte in data[:4]]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or nul in ([False, True] * 2, [True, False] * 2):
        return "", [problem("bytes-utf16", path, "Het bestand is bewaard als UTF-16.")]
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return "", [problem("bestand-leeg", path, "Het bestand is leeg.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `error.object` is what came after a byte order mark.
        before = error.object[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        line, column = _place(before, len(before))
        message = f"Op deze plaats staat een teken dat geen UTF-8 is (byte 0x{error.object[error.start]:02x})."
        return "", [problem("bytes-utf8", path, message, line=line, column=column)]
    text = cleaning.clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    # Few texts have any of these, and to look for them in letters that everybody types takes most of the time.
    if not (rare := cleaning.rare(text)):
        return text, []
    problems: list[Problem] = []
    for match in cleaning.LOST.finditer(text) if cleaning.LOST_SIGN.search(rare) else ():
        line, column = _place(text, match.start())
        message = f"Het teken {cleaning.named(match.group())} is geen letter: hier ging iets verloren."
        problems.append(problem("bytes-verloren", path, message, line=line, column=column))
        if len(problems) == MOST:
            return text, problems
    for match in FORBIDDEN.finditer(text) if FORBIDDEN.search(rare) else ():
        line, column = _place(text, match.start())
        if problems and problems[-1].line == line:  # the whole line must be typed again
            continue
        message = f"Hier staat het onzichtbare teken U+{ord(match.group()):04X}."
        problems.append(problem("bytes-teken", path, message, line=line, column=column))
        if len(problems) == MOST:  # a binary file; more of the same helps nobody
            break
    return text, problems


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
