"""Make a file to fill in for a new text; exit 0, 1 (the address cannot be used) or 2 (wrong use)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kennisbank import PROJECT
from kennisbank.cli.parser import Parser, spoken
from kennisbank.contributing import scaffold
from kennisbank.contributing.wording import TEXTS
from kennisbank.problems import failure
from kennisbank.problems.report import as_text
from kennisbank.reading import values
from kennisbank.reading.loader import lists
from kennisbank.reading.outline import UNANSWERED
from kennisbank.reading.settings import site_address

ABOUT = "Maak een bestand om in te vullen: de verplichte velden, met wat er kan staan, en de vragen van de tekst."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    group = parser.add_argument_group("wat je opgeeft")
    group.add_argument("soort", choices=list(TEXTS), metavar="SOORT", help=", ".join(TEXTS))
    group.add_argument("titel", metavar="TITEL", help='de titel, tussen "aanhalingstekens"')
    parser.add_argument(
        "--adres", metavar="ADRES", help="het laatste deel van het adres (standaard: gemaakt van de titel)"
    )
    parser.add_argument("--alles", action="store_true", help="ook de velden die je mag weglaten")
    arguments, root = parser.parse(given)
    text = TEXTS[arguments.soort]
    vocabularies, problems = lists(root)
    if problems:
        sys.stdout.write(as_text(problems))
        return 1
    today = values.today()
    try:
        title = scaffold.title(arguments.titel, text, values.Context(vocabularies, today))
        slug = scaffold.address(title, arguments.adres)
    except scaffold.Unusable as unusable:
        parser.error(str(unusable))
    try:
        path = scaffold.place(root, text, slug)
        content = scaffold.scaffold(text, title, vocabularies, today, site_address(root), everything=arguments.alles)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except scaffold.Unusable as unusable:
        print(f"{unusable} Kies een andere titel, of geef zelf een adres op, bijvoorbeeld: --adres {slug}-2")
        return 1
    except OSError as error:
        print(f"Het bestand maken lukte niet: {failure.reason(error)} ({error.filename}).")
        return 1
    check = spoken(root, "check", "check" if root == PROJECT else f"check --root {root}")
    print(f"Gemaakt: {path.as_posix()}")
    print(f"Het adres wordt {site_address(root)}{scaffold.page(path)}")
    print()
    print("Zo ga je verder:")
    print("1. Open het bestand en vul in wat leeg is. Bij elk veld staat wat er kan.")
    print(f"2. Schrijf de tekst op de plaats van de regels met {UNANSWERED.rstrip(':')}.")
    print(f"3. Laat het nakijken: {check}")
    return 0
