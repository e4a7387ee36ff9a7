"""The rules for drawings: each is of a story, says what is to be seen, and is shapes and nothing else.

The folder of drawings is the one place where there may be SVG. That is a program as well as a picture: it can run
scripts, fetch things and lead elsewhere. So what may be in it is a short list, and all else is refused.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from kennisbank.model.drawings import FOLDER, HEIGHT, WIDTH, Tekening
from kennisbank.model.vocabulary import nearest
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import files

LIMIT = 64 * 1024
"""Bytes of the largest drawing."""
SHORTEST, LONGEST = 10, 160
"""Characters that the title of a drawing has: it is read to who does not see it."""
NAMESPACE = "http://www.w3.org/2000/svg"
VIEW = f"0 0 {WIDTH} {HEIGHT}"
SHAPES = frozenset(
    "svg title desc g defs symbol use clipPath mask rect circle ellipse line polyline polygon path"
    " linearGradient radialGradient stop pattern".split()
)
"""The elements of SVG 1.1 that may be in a drawing: shapes, and what groups, cuts and fills them."""
OUTSIDE = re.compile(r"url\s*\((?!\s*['\"]?#)|script\s*:|@|\\", re.IGNORECASE)
"""What in an attribute leads out of the drawing, or could hide that it does."""
CLEAN = "Bewaar de tekening als 'gewone SVG' (in Inkscape: Plain SVG), of haal dit eruit."
DIGEST = "tekening"
"""The name under which a preview keeps of which drawing it was made."""


INSIDE = re.compile(r"#[\w.-]+")
"""An address in the drawing itself."""
PREFIXES = frozenset({"", "xmlns", "xlink", "xml"})
"""What may stand before the name of an attribute; others are of the program that made the drawing."""
Say = Callable[[str, str], None]
"""Says what is wrong where the reading is now, and the cure."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a drawing, how to mend it, and where."""

    message: str
    cure: str
    line: int
    column: int


@dataclass
class Seen:
    """What was found in a drawing: its title, and what is wrong with it."""

    title: str = ""
    faults: list[Fault] = field(default_factory=list)


class _Refused(Exception):
    """What comes after this need not be read."""


def read(root: Path, stories: Iterable[str]) -> tuple[dict[str, Tekening], list[Problem]]:
    """Return the drawings of a root by the slug of their story, and what is wrong in their folder.

    `stories` are the slugs of all stories of which there is a file, on the site or not.
    """
    place = root / FOLDER
    known = frozenset(stories)
    if place.is_symlink():
        return {}, [problem("bestand-link", FOLDER, "De map is een symbolische link.")]
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except FileNotFoundError:
        return {}, []
    except OSError:
        return {}, [problem("bestand-onleesbaar", FOLDER, "De map is niet te lezen.")]
    problems: list[Problem] = []
    found: dict[str, Tekening] = {}
    previews: dict[str, Path] = {}
    for entry in entries:
        path = f"{FOLDER}/{entry.name}"
        if files.leftover(entry.name) and not entry.is_dir(follow_symlinks=False):
            continue
        if entry.is_symlink():
            problems.append(problem("bestand-link", path, "Dit is een symbolische link."))
            continue
        name, suffix = Path(entry.name).stem, Path(entry.name).suffix
        if not entry.is_file(follow_symlinks=False) or suffix not in {".svg", ".png"}:
            message = f"{quote(entry.name)} hoort hier niet."
            hint = "In deze map staan alleen tekeningen (.svg), en van elke een afbeelding (.png)."
            problems.append(problem("bestand-soort", path, message, hint=hint))
        elif name not in known:
            problems.append(_lone(path, name, known))
        elif suffix == ".png":
            previews[name] = Path(entry.path)
        else:
            drawing, faults = _drawing(path, Path(entry.path))
            problems += faults
            if drawing is not None:
                found[name] = drawing
    problems += _previews(found, previews, {told.path for told in problems})
    made = {slug: Tekening(one.path, one.file, one.alt, previews.get(slug)) for slug, one in found.items()}
    return made, problems


def _lone(path: str, name: str, known: frozenset[str]) -> Problem:
    guess = nearest(name, known)
    meant = f" Bedoelde je {quote(guess)}?" if guess else ""
    return problem("tekening-los", path, f"Er is geen verhaal met het adres {quote(name)}.{meant}")


def _previews(
    drawings: Mapping[str, Tekening], previews: Mapping[str, Path], broken: Iterable[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the pictures that were made of drawings."""
    faulty = frozenset(broken)
    for slug, file in previews.items():
        path = f"{FOLDER}/{slug}.png"
        if slug not in drawings:
            if f"{FOLDER}/{slug}.svg" not in faulty:
                message = f"Bij deze afbeelding is geen tekening {quote(f'{slug}.svg')}."
                yield problem("tekening-los", path, message, hint="Haal de afbeelding weg, of zet de tekening erbij.")
        elif made_of(file) != digest(drawings[slug].file.read_bytes()):
            message = f"De afbeelding is niet gemaakt van {quote(f'{slug}.svg')} zoals die er nu staat."
            yield problem("tekening-oud", path, message)


def digest(svg: bytes) -> str:
    """Return by what a preview knows its drawing."""
    return hashlib.sha256(svg).hexdigest()


def made_of(preview: Path) -> str:
    """Return the digest of the drawing that a preview was made of; nothing for any other picture."""
    from PIL import Image

    try:
        with Image.open(preview, formats=["PNG"]) as picture:
            return str(picture.info.get(DIGEST, "")) if picture.size == (WIDTH, HEIGHT) else ""
    except Exception:  # a broken file breaks a reader in any way
        return ""


def _drawing(path: str, file: Path) -> tuple[Tekening | None, list[Problem]]:
    """Read one drawing; None where anything is wrong with it."""
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= LIMIT else b""
    except OSError:
        return None, [problem("bestand-onleesbaar", path, "Het bestand is niet te lezen.")]
    if size > LIMIT:
        message = f"De tekening is {size // 1024} KB; hooguit {LIMIT // 1024} KB mag."
        return None, [problem("bestand-groot", path, message, hint="Maak de tekening eenvoudiger: minder punten.")]
    if data.startswith(files.POINTER):
        message = "Hier staat alleen een verwijzing naar de tekening, van Git LFS."
        return None, [problem("bestand-lfs", path, message)]
    seen = judged(data)
    found = [
        problem("tekening-vorm", path, fault.message, hint=fault.cure, line=fault.line, column=fault.column)
        for fault in seen.faults[: files.MOST]
    ]
    title = " ".join(seen.title.split())
    if not found and not SHORTEST <= len(title) <= LONGEST:
        short = f"De titel heeft {len(title)} tekens; het moeten er {SHORTEST} tot {LONGEST} zijn."
        found.append(problem("tekening-titel", path, short if title else "De tekening heeft geen titel."))
    return (None, found) if found else (Tekening(path, file, title), [])


def judged(data: bytes) -> Seen:
    """Return what was found in the bytes of a drawing. Never raises for what is in them.

    A document type is where an XML file can name others and grow without end, so nothing is read after one.
    """
    seen = Seen()
    parser = expat.ParserCreate()
    inside: list[str] = []

    def say(message: str, cure: str) -> None:
        seen.faults.append(Fault(message, cure, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def start(name: str, attributes: dict[str, str]) -> None:
        if not inside:
            _root(name, attributes, say)
        elif name not in SHAPES:
            say(f"In een tekening hoort geen {quote(name)}.", CLEAN)
        inside.append(name)
        for key, value in attributes.items():
            _attribute(name, key, value, say)

    def text(words: str) -> None:
        if inside == ["svg", "title"]:
            seen.title += words
        elif words.strip() and inside[-1] not in {"title", "desc"} and SHAPES.issuperset(inside):
            say("Er staat tekst in de tekening.", "Teken letters als vorm: een lezer heeft niet dezelfde letters.")

    def refuse(*_: object) -> None:
        say("In een tekening hoort geen documenttype (DOCTYPE).", "Haal die regel weg.")
        raise _Refused

    def instruct(target: str, _: str) -> None:
        say(f"In een tekening hoort geen opdracht ({quote(target)}).", "Haal die regel weg.")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: inside.pop()
    parser.CharacterDataHandler = text
    parser.ProcessingInstructionHandler = instruct
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except _Refused:
        pass
    except (expat.ExpatError, ValueError, LookupError):
        line, column = parser.ErrorLineNumber, parser.ErrorColumnNumber + 1
        cure = "Maak de tekening opnieuw, of kijk op deze regel: elk element moet ook weer sluiten."
        seen.faults.append(Fault("De tekening is geen SVG die te lezen is.", cure, line, column))
    return seen


def _root(name: str, attributes: Mapping[str, str], say: Say) -> None:
    if name != "svg" or attributes.get("xmlns") != NAMESPACE:
        say("Dit is geen SVG.", f'Begin met het element svg, met xmlns="{NAMESPACE}" en viewBox="{VIEW}".')
    elif " ".join(attributes.get("viewBox", "").replace(",", " ").split()) != VIEW:
        say(f"Het vlak van de tekening is niet {WIDTH} bij {HEIGHT}.", f'Schrijf in de eerste regel viewBox="{VIEW}".')


def _attribute(element: str, key: str, value: str, say: Say) -> None:
    prefix, _, plain = key.rpartition(":")
    if plain.lower().startswith("on"):
        say(f"{quote(key)} voert code uit, en dat mag in een tekening niet.", CLEAN)
    elif plain.lower() == "href" and not INSIDE.fullmatch(value):
        say(f"{quote(value)} leidt de tekening uit.", "Verwijs alleen naar een vorm in de tekening zelf: #naam.")
    elif prefix not in PREFIXES or (key != "xmlns" and prefix != "xmlns" and OUTSIDE.search(value)):
        say(f"Bij {quote(element)} hoort {quote(key)} niet zo in een tekening.", CLEAN)
