"""Build the whole site strictly, check it, and only then put it in the place of the old one."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.building import printing, publish, whole
from kennisbank.building.passing import Hopeless
from kennisbank.building.progress import Progress
from kennisbank.cli.parser import Parser, spoken
from kennisbank.engines import contract
from kennisbank.model.project import Home
from kennisbank.outputs import cache
from kennisbank.outputs.gallery import Unmade
from kennisbank.outputs.offered import MANIFEST
from kennisbank.pages.kaarten import view as kaarten
from kennisbank.pages.site import Site
from kennisbank.problems.report import as_text
from kennisbank.reading import history, parallel, settings, values
from kennisbank.reading.frontmatter import Refused
from kennisbank.reading.history import Last
from kennisbank.reading.settings import counted, site_address

ABOUT = "Bouw de site; bij een probleem blijft de oude staan."

EXPECTED = (whole.Stopped, Hopeless, Unmade, publish.Unwritable, parallel.Failed, OSError)


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--out", type=Path, default=PROJECT / "site", metavar="MAP", help="de map voor de site (standaard: site)"
    )
    parser.add_argument(
        "--vorige",
        type=Path,
        metavar="BESTAND",
        help="inhoud.json van de site die nu online staat (standaard: die in --out)",
    )
    parser.add_engine(contract.names(), contract.DEFAULT)
    arguments, root = parser.parse(given)
    parser.need(arguments.engine, contract.lacking(arguments.engine))
    out = Path(os.path.abspath(arguments.out))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        parser.error(f"{arguments.out} is geen gewone map")
    if out.exists() and any(out.iterdir()) and not (out / "index.html").exists():
        parser.error(f"in {arguments.out} staat iets anders dan een site; die map overschrijf ik niet")
    start = time.monotonic()
    if arguments.vorige and (absent := history.absent(arguments.vorige)):
        print(f"Let op: {absent}", file=sys.stderr)
    last = history.last(arguments.vorige or out / MANIFEST)
    progress = Progress(sys.stderr)
    site = site_address(root)
    try:
        home = _home(root)
        site = home.site
        with publish.staging(out) as folder:
            report = whole.build(
                whole.Job(
                    root=root,
                    folder=folder,
                    out=out,
                    last=last,
                    engine=contract.engine(arguments.engine, home),
                    making=contract.making(arguments.engine),
                    printed=printed,
                    step=progress.step,
                    finish=progress.finish,
                    tell=lambda text: print(text, file=sys.stderr),
                )
            )
    except publish.Busy:
        print(_unfinished(root, last, site, out), end="")
        parser.exit(
            2, f"Er wordt al een site gebouwd in {arguments.out}. Wacht tot die klaar is en probeer het opnieuw.\n"
        )
    except KeyboardInterrupt:
        print(f"\n{_unfinished(root, last, site, out)}Afgebroken.")
    except Exception as error:
        print(_unfinished(root, last, site, out), end="")
        if os.environ.get("KENNISBANK_DEBUG") and (error.__context__ or not isinstance(error, EXPECTED)):
            raise
        print(whole.reason(error, out))
        if not isinstance(error, EXPECTED):
            print("Zet KENNISBANK_DEBUG=1 voor de opdracht om te zien waar het misging, en meld het bij de beheerders.")
    else:
        print(f"{report}, in {time.monotonic() - start:.1f} seconden.")
        return 0
    print("De site is niet vernieuwd." + (" De oude site staat er nog." if out.exists() else ""))
    return 1


def _home(root: Path) -> Home:
    """Read where the site will stand, and say which of that is still an example. Raises `Stopped`."""
    try:
        home = settings.of(root)
    except Refused as refused:
        raise whole.Stopped(as_text([refused.problem]) + counted(1, root)) from None
    missing = list(home.missing())
    for setting in missing:
        print(f"Nog in te vullen: {setting}", file=sys.stderr)
    for setting in home.ending(values.today()):
        print(f"Let op: {setting}", file=sys.stderr)
    if missing:
        again = "geef dan de opdracht make papieren en maak" if spoken(root, "", "").startswith("make") else "maak dan"
        print(f"Vul je iets in, {again} de site opnieuw.", file=sys.stderr)
    return home


def _unfinished(root: Path, last: Last, site: str, out: Path) -> str:
    """Return what to say first where a withdrawal waits for this build; nothing where none does."""
    with contextlib.suppress(OSError):
        if urgent := whole.pending(root, last):
            return whole.unfinished(urgent, site, out)
    return ""


def printed(site: Site) -> dict[str, bytes]:
    """Let the browser that CHROMIUM names print the cards; without one their page can be printed by who visits it."""
    chromium = os.environ.get("CHROMIUM")
    if not chromium:
        return {}
    try:
        styles = kaarten.on_paper(site.assets)
        pages = kaarten.printable(site.knowledge, site.views, styles.address)
        return printing.make(pages, kaarten.fetched(site.assets), chromium, cache.folder("papier"))
    except printing.Unprinted as reason:
        print(f"Let op: de kaarten komen niet als PDF op de site: {reason}.", file=sys.stderr)
        return {}
