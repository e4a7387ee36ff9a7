"""Show the site of this project while it is being written: each change is on the page a moment later."""

from __future__ import annotations

from collections.abc import Sequence

from kennisbank import PROJECT
from kennisbank.cli.parser import Parser
from kennisbank.engines.mkdocs import preview
from kennisbank.reading import settings

ABOUT = "Bekijk de site terwijl je schrijft: een wijziging staat er meteen op."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT, rooted=False)
    parser.add_argument(
        "--adres",
        default="127.0.0.1:8000",
        metavar="ADRES",
        help="waar de site te zien is (standaard: 127.0.0.1:8000)",
    )
    arguments = parser.parse_args(given)
    if not (PROJECT / settings.FILE).is_file():
        parser.error(f"in de map {PROJECT} staat geen {settings.FILE}; ga eerst naar de map van het project")
    return preview.serve(arguments.adres)
