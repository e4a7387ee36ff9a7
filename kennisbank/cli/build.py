"""Build the whole site strictly, check it, and only then put it in the place of the old one."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.building import parts, printing, publish, whole
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

EXPECTED = (whole.Stopped, Hopeless, Unmade, publish.Unwritable, parallel.Failed, parts.Unfit, OSError)
VORIGE = "inhoud.json van de site die nu online staat (standaard: die in --out)"
"""What is said of the list that a site is compared with."""


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument("--out", type=Path, metavar="MAP", help="de map voor de site (standaard: site)")
    parser.add_argument("--vorige", type=Path, metavar="BESTAND", help=VORIGE)
    parser.add_argument(
        "--deel",
        type=_share,
        metavar="2/4",
        help="bouw alleen het tweede van vier delen, in --out; ruimte samen maakt er één site van",
    )
    parser.add_engine(contract.names(), contract.DEFAULT)
    arguments, root = parser.parse(given)
    parser.need(arguments.engine, contract.lacking(arguments.engine))
    if arguments.deel and not arguments.out:
        parser.error("zeg met --out in welke map dit deel komt")
    asked = arguments.out or PROJECT / "site"
    out = folder(parser, asked, part=bool(arguments.deel))
    before = last(arguments.vorige, out)

    def work(progress: Progress) -> str:
        home = _home(root)
        with publish.staging(out) as staged:
            return whole.build(
                whole.Job(
                    root=root,
                    folder=staged,
                    out=out,
                    last=before,
                    engine=contract.engine(arguments.engine, home),
                    making=contract.making(arguments.engine),
                    part=arguments.deel,
                    printed=printed,
                    step=progress.step,
                    finish=progress.finish,
                    tell=lambda text: print(text, file=sys.stderr),
                )
            )

    return published(parser, asked, root, before, out, work, part=bool(arguments.deel))


def _share(said: str) -> tuple[int, int]:
    try:
        return parts.share(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said} kan niet; schrijf welk deel van hoeveel, zoals 2/4") from None


def folder(parser: Parser, asked: Path, *, part: bool = False) -> Path:
    """Return the folder that a site, or a part of one, may be put in; ends with status 2 where something else is."""
    out = Path(os.path.abspath(asked))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        parser.error(f"{asked} is geen gewone map")
    there = (out / parts.FILE).exists()
    if out.exists() and any(out.iterdir()) and not (there if part else not there and (out / "index.html").exists()):
        what = "een deel van een site" if part else "een site"
        parser.error(f"in {asked} staat iets anders dan {what}; die map overschrijf ik niet")
    return out


def last(vorige: Path | None, out: Path) -> Last:
    """Return the last site: that of the list that was given, of which it says so when it is not there, or in `out`."""
    if vorige and (absent := history.absent(vorige)):
        print(f"Let op: {absent}", file=sys.stderr)
    return history.last(vorige or out / MANIFEST)


def published(
    parser: Parser, asked: Path, root: Path, last: Last, out: Path, work: Callable[[Progress], str], *,
    part: bool = False,
) -> int:  # fmt: skip
    """Let `work` make a site (or a `part` of one) and put it in `out`; returns the exit status.

    It says how that went, and first of all what waits for it. Ends with status 2 when another is at it.
    """
    start = time.monotonic()
    progress = Progress(sys.stderr)
    site = site_address(root)
    alone = (
        "Een deel gaat niet om een fout heen; een bouw van de hele site (zonder --deel) doet dat wel.\n" if part else ""
    )

    def waiting() -> str:
        return said + alone if (said := _unfinished(root, last, site, out)) else ""

    try:
        report = work(progress)
    except publish.Busy:
        print(waiting(), end="")
        parser.exit(2, f"Er wordt al een site gebouwd in {asked}. Wacht tot die klaar is en probeer het opnieuw.\n")
    except KeyboardInterrupt:
        print(f"\n{waiting()}Afgebroken.")
    except Exception as error:
        print(waiting(), end="")
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
