"""Withdraw a story: take its files away, keep its address from being used again, and say what still speaks of it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kennisbank.cli.parser import Parser, spoken
from kennisbank.model import drawings, kinds, urls
from kennisbank.model.addresses import Answers
from kennisbank.model.codes import candidates
from kennisbank.model.records import Source
from kennisbank.model.vocabulary import nearest
from kennisbank.outputs import cache, gallery
from kennisbank.problems import failure
from kennisbank.problems.problem import quote
from kennisbank.reading import files, promised, withdrawal

SHORT = re.compile(rf"(?:^|/){urls.SHORT}([a-z]+)/?$", re.IGNORECASE)
ABOUT = "Trek een verhaal in: het gaat van de site, en op het adres komt een neutraal bericht."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "verhaal", metavar="VERHAAL", help="het adres (op-pad-in-het-dorp), het korte adres, het bestand of de link"
    )
    parser.add_argument(
        "--zonder-bestand", action="store_true", help="ook als het bestand er al niet meer is: alleen het adres"
    )
    arguments, root = parser.parse(given)
    sources = {source.slug: source for source in files.scan(root, kinds.VERHAAL.folder, images=True)[0]}
    slug = withdrawal.slug_of(_behind(root, arguments.verhaal, sources))
    if slug is None:
        parser.error(f"{quote(arguments.verhaal)} is geen adres van een verhaal; schrijf het zo: op-pad-in-het-dorp")
    list_of_withdrawn = withdrawal.read(root)
    if slug not in sources and slug in list_of_withdrawn.lines:
        print(f"{slug} was al ingetrokken.")
        return 0
    if slug not in sources and not arguments.zonder_bestand:
        guess = nearest(slug, sources)
        meant = f" Bedoelde je {quote(guess)}?" if guess else ""
        parser.error(
            f"er is geen verhaal met het adres {quote(slug)}.{meant} "
            "Is het bestand al weg, geef dan ook --zonder-bestand op"
        )
    try:
        withdraw(root, slug, sources.get(slug))
    except OSError as error:
        print(f"Intrekken lukte niet: {failure.reason(error)} ({error.filename}).")
        return 1
    return 0


def _behind(root: Path, said: str, slugs: Iterable[str]) -> str:
    """Return the address of a text for its short one, as somebody has it on paper; anything else as it was said."""
    match = SHORT.search(said.strip())
    if match is None:
        return said
    code, known = match[1].lower(), promised.read(root)
    if first := known.codes.get(code):
        return Answers(frozenset(), {old: new for old, new in known.addresses.items() if new}).end(first)
    # The list lags behind: a text that was never renamed has the code of its own address.
    return next((slug for slug in slugs if next(candidates(urls.verhaal(slug))) == code), said)


def withdraw(root: Path, slug: str, source: Source | None) -> None:
    """Write the address on the list first, so that the story is gone even if its file cannot be removed."""
    text = files.read_text(source)[0] if source else ""
    told = withdrawal.told(text, source.path) if source else withdrawal.Told()
    withdrawal.write(root, (slug, *told.eerder))
    print(f"In {withdrawal.FILE} staat nu: {', '.join((slug, *told.eerder))}.")
    if source is not None:
        source.file.unlink()
        print(f"Weggehaald: {source.path}.")
    folder = root / kinds.VERHAAL.folder / slug
    if folder.is_dir() and not folder.is_symlink() and f"{kinds.VERHAAL.folder}/{slug}" not in kinds.BY_FOLDER:
        shutil.rmtree(folder)
        print(f"Weggehaald: de map {kinds.VERHAAL.folder}/{slug} met alles wat erin stond.")
    for file in sorted((root / drawings.FOLDER).glob(f"{slug}.*")):
        file.unlink()
        print(f"Weggehaald: {drawings.FOLDER}/{file.name}.")
    gallery.forget(cache.folder("beelden"), root, lambda path: path.startswith(f"{kinds.VERHAAL.folder}/{slug}/"))
    _report(root, slug, told)


def _report(root: Path, slug: str, told: withdrawal.Told) -> None:
    """Print what to look at: only a person can tell whether the name of a school elsewhere may stay."""
    found_files = (path for folder in kinds.FOLDERS for path in (root / folder).rglob("*.md"))
    paths = sorted(path for path in found_files if not path.is_symlink() and not files.leftover(path.name))
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in paths}
    found = list(withdrawal.mentions(texts, slug, told))
    if links := Counter(path for path, _, word in found if not word):
        print(
            "Deze teksten verwijzen naar het verhaal. De site laat dat zelf weg; haal het bij gelegenheid uit de tekst:"
        )
        for path, number in links.items():
            print(f"  {path}" + (f" ({number} keer)" if number > 1 else ""))
    if others := [mention for mention in found if mention[2]]:
        print("Hier gaat het misschien ook over dit verhaal. Kijk zelf of dat mag blijven staan:")
        for path, line, word in others:
            print(f"  {path}:{line} {quote(word)}")
    print(f"Nu nog: {spoken(root, 'site', 'build')} (of zet de wijziging op GitHub). Dan is het verhaal van de site.")
    print("In de geschiedenis van git blijft de oude tekst staan. Moet die ook weg, vraag het de beheerders.")
