"""Check the links to other sites: one line per dead link; exit 0, 1 (dead links) or 2 (wrong use, no internet)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kennisbank.cli.parser import Parser
from kennisbank.contributing import links, web
from kennisbank.problems.report import FORMATS
from kennisbank.reading.settings import NOWHERE, site_address

ABOUT = "Controleer of de links naar andere sites nog werken."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="de vorm van de meldingen (standaard: text)"
    )
    arguments, root = parser.parse(given)
    own = site_address(root)
    spots = links.collect(root, own)
    agent = "Ruimte-linkcontrole/1" + (f" (+{own})" if own != NOWHERE else "")
    report = links.check(spots, lambda address, method: web.ask(address, agent=agent, method=method))
    for notice in report.notices:
        print(f"Let op: {notice}", file=sys.stderr)
    if report.addresses and not report.reached:
        print("Geen enkele site gaf antwoord. Is er wel internet?", file=sys.stderr)
        return 2
    sys.stdout.write(FORMATS[arguments.format](report.problems))
    dead = {problem.message for problem in report.problems}
    print(f"{report.addresses} adressen bekeken, {len(dead)} werken er niet.", file=sys.stderr)
    return 1 if report.problems else 0
