"""Bring the list of every published address up to date: what is on the site is added, nothing is taken away."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kennisbank.cli.parser import Parser
from kennisbank.contributing import papers
from kennisbank.model import open_data, published
from kennisbank.outputs import moved
from kennisbank.outputs.offered import outputs
from kennisbank.pages.site import Site
from kennisbank.problems import failure
from kennisbank.problems.report import as_text
from kennisbank.reading import history, promised
from kennisbank.reading.loader import load
from kennisbank.reading.settings import counted, site_address

ABOUT = f"Werk {published.FILE} bij: de lijst van adressen die op de site hebben gestaan."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--vorige", type=Path, metavar="BESTAND", help="de lijst van de site die nu online staat (make vorige)"
    )
    arguments, root = parser.parse(given)
    if arguments.vorige and (absent := history.absent(arguments.vorige)):
        print(f"Let op: {absent}", file=sys.stderr)
    last = history.last(arguments.vorige) if arguments.vorige else history.NOTHING
    loaded = load(root, drift=papers.drift, last=last)
    if loaded.problems and all(found.code == "adressen-lijst" for found in loaded.problems):
        loaded = load(root, around=True, last=last)  # what is no address is left out of the new list
    if loaded.knowledge is None:
        print(as_text(loaded.problems) + counted(len(loaded.problems), root))
        return 1
    site = Site(loaded.knowledge)
    made = outputs(site.knowledge, site.listed, site_address(root), "", {})
    files = [*(address for address, _ in made), *open_data.FILES]
    addresses = moved.current(site, files)
    file = root / published.FILE
    try:
        before = promised.read(root).addresses
        file.write_text(published.written(addresses), encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"Schrijven lukte niet: {failure.reason(error)} ({error.filename}).")
        return 1
    print(f"{published.FILE}: {len(addresses)} adressen, {len(addresses.keys() - before.keys())} erbij.")
    return 0
