"""Join the parts of a site that were built apart, check the whole, and only then put it in the place of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.building import parts, publish
from kennisbank.building.progress import Progress
from kennisbank.cli import build
from kennisbank.cli.parser import Parser

ABOUT = "Maak één site van delen die apart zijn gebouwd (build --deel); bij een fout blijft de oude staan."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument("parts", nargs="+", type=Path, metavar="MAP", help="de mappen met alle delen")
    parser.add_argument(
        "--out", type=Path, default=PROJECT / "site", metavar="MAP", help="de map voor de site (standaard: site)"
    )
    parser.add_argument("--vorige", type=Path, metavar="BESTAND", help=build.VORIGE)
    arguments, root = parser.parse(given)
    out = build.folder(parser, arguments.out)
    last = build.last(arguments.vorige, out)

    def work(progress: Progress) -> str:
        with publish.staging(out) as staged:
            return parts.join(parts.Joining(arguments.parts, root, staged, out, last, progress.step, progress.finish))

    return build.published(parser, arguments.out, root, last, out, work)
