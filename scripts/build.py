#!/usr/bin/env python3
"""Build the whole site strictly, check it, and only then put it in the place of the old one."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.own_python import ensure

ensure("mkdocs")

from kennisbank import PROJECT, cache, deck, gallery, history, indexing, moved, parallel, printing, publish, settings
from kennisbank.cli import Parser, counted
from kennisbank.frontmatter import Refused
from kennisbank.history import Last
from kennisbank.knowledge import KnowledgeBase
from kennisbank.listing import count
from kennisbank.loader import load
from kennisbank.outputs import MANIFEST
from kennisbank.problems import as_text
from kennisbank.progress import Progress
from kennisbank.site import Site
from kennisbank.verify import verify

ASSETS = PROJECT / "kennisbank" / "theme" / "assets"


class Stopped(Exception):
    """The site cannot be built; the message is for the contributor, in Dutch."""


def main() -> int:
    parser = Parser(description="Bouw de site; bij een probleem blijft de oude staan.")
    parser.add_argument(
        "--out", type=Path, default=PROJECT / "site", metavar="MAP", help="de map voor de site (standaard: site)"
    )
    parser.add_argument(
        "--vorige",
        type=Path,
        metavar="BESTAND",
        help="inhoud.json van de site die nu online staat (standaard: die in --out)",
    )
    arguments, root = parser.parse()
    out = Path(os.path.abspath(arguments.out))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        parser.error(f"{arguments.out} is geen gewone map")
    if out.exists() and any(out.iterdir()) and not (out / "index.html").exists():
        parser.error(f"in {arguments.out} staat iets anders dan een site; die map overschrijf ik niet")
    try:
        with publish.staging(out) as folder:
            report = build(root, folder, out, arguments.vorige or out / MANIFEST)
    except publish.Busy:
        parser.exit(
            2, f"Er wordt al een site gebouwd in {arguments.out}. Wacht tot die klaar is en probeer het opnieuw.\n"
        )
    except (Stopped, publish.Unwritable) as stopped:
        print(stopped)
    except parallel.Failed as failed:
        print(f"Een deel van het bouwen is mislukt: {failed}")
    except KeyboardInterrupt:
        print("\nAfgebroken.")
    except OSError as error:
        print(f"Schrijven of lezen lukte niet: {publish.reason(error)} ({error.filename or out}).")
    except Exception as error:
        if os.environ.get("KENNISBANK_DEBUG"):
            raise
        print(f"Onverwachte fout: {type(error).__name__}: {error}")
        print("Zet KENNISBANK_DEBUG=1 voor de opdracht om te zien waar het misging, en meld het bij de beheerders.")
    else:
        print(report)
        return 0
    print("De site is niet vernieuwd." + (" De oude site staat er nog." if out.exists() else ""))
    return 1


def build(root: Path, folder: Path, out: Path, manifest: Path) -> str:
    """Load, build into `folder`, check, and swap with `out`; returns one line about the result. Raises `Stopped`.

    `manifest` says which stories the last site had (`history`).
    """
    start = time.monotonic()
    gc.set_threshold(20_000, 20, 20)  # a build makes millions of small objects; the defaults look too often
    progress = Progress(sys.stderr)
    home = _home(root)
    knowledge = _content(root, history.last(manifest), progress)
    number = len(knowledge.verhalen)
    site = Site(knowledge)
    site.made = gallery.make(site.originals(), cache.folder("beelden"), folder / "beelden", progress.step)
    progress.finish()
    site.printed = _printed(site)
    parts = parallel.processes(site.prepare())
    gc.collect()
    gc.freeze()  # the records stay until the end: no use looking through them time and again
    works = parts + (parts > 1)  # the index of the finder takes a process of its own, where there are more
    folders = [folder / str(part) for part in range(works)]

    def work(part: int, step: parallel.Step) -> tuple[str, list[str]]:
        if part == parts:
            try:
                indexing.write(site.knowledge, folders[part])
            except OSError as error:
                return "", [f"Schrijven of lezen lukte niet: {publish.reason(error)}."]
            return "", []
        return run_engine(root, folders[part], site, home, (part, parts), step)

    try:
        found = parallel.run(work, works, progress.step)
    finally:
        progress.finish()
    if messages := [message for _, part in found for message in part]:
        raise Stopped("\n".join(dict.fromkeys(messages)))
    for other in folders[1:]:
        publish.merge(other, folders[0])
    faults = verify(folders[0], found[0][0], progress.step)
    files = (path.relative_to(folders[0]).as_posix() for path in folders[0].rglob("*"))
    faults += moved.sentences(moved.unanswered(files, site.knowledge.published))
    progress.finish()
    if faults:
        raise Stopped("\n".join(faults) + f"\nDe gebouwde site heeft {len(faults)} fouten.")
    publish.swap(folders[0], out)
    return f"Klaar: {count(number)} in {out}, in {time.monotonic() - start:.1f} seconden."


def _home(root: Path) -> settings.Home:
    """Read where the site will stand, and say which of that is still an example. Raises `Stopped`."""
    try:
        home = settings.of(root)
    except Refused as refused:
        raise Stopped(as_text([refused.problem]) + counted(1)) from None
    missing = list(home.missing())
    for setting in missing:
        print(f"Nog in te vullen: {setting}", file=sys.stderr)
    if missing:
        print("Vul je iets in, geef dan de opdracht make papieren en maak de site opnieuw.", file=sys.stderr)
    return home


def _content(root: Path, last: Last, progress: Progress) -> KnowledgeBase:
    """Load what is to be published; raises `Stopped` with every problem.

    Where a story of the last site has been withdrawn, a problem elsewhere does not keep it on the site: then the files
    with problems are passed over, for once.
    """
    loaded = load(root, last=last, each=lambda: progress.step("Inhoud controleren"))
    progress.finish()
    for notice in loaded.notices:
        print(f"Let op: {notice}", file=sys.stderr)
    urgent = sorted(loaded.revoked.intersection(last.titles))
    problems = list(loaded.problems)
    if loaded.knowledge is None and urgent:
        loaded = load(root, last=last, around=True)
    report = as_text(problems) + counted(len(problems))
    if loaded.knowledge is None or (problems and not urgent):
        raise Stopped(report)
    if problems:
        print(
            f"{report}\nEen intrekking gaat voor ({', '.join(urgent)}): de site wordt vernieuwd zonder deze bestanden."
        )
    return loaded.knowledge


def _printed(site: Site) -> dict[str, bytes]:
    """Let the browser that CHROMIUM names print the cards; without one their page can be printed by who visits it."""
    chromium = os.environ.get("CHROMIUM")
    if not chromium:
        return {}
    try:
        return printing.make(deck.printable(site.knowledge, site.views), ASSETS, chromium, cache.folder("papier"))
    except printing.Unprinted as reason:
        print(f"Let op: de kaarten komen niet als PDF op de site: {reason}.", file=sys.stderr)
        return {}


def run_engine(
    root: Path, folder: Path, site: Site, home: settings.Home, part: tuple[int, int], step: parallel.Step
) -> tuple[str, list[str]]:
    """Let MkDocs build one part of the pages into `folder`.

    Returns the address that the site will have, and what is wrong: any warning of the engine.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about another program
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # nothing in the site depends on the day it is built
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    messages = _Messages()
    logging.getLogger("mkdocs").addHandler(messages)
    with contextlib.ExitStack() as stack:
        docs = root / "docs"
        if not docs.is_dir():
            docs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        config = load_config(
            str(PROJECT / "mkdocs.yml"), site_url=home.site, site_dir=str(folder), docs_dir=str(docs), strict=True
        )
        config.nav = [entry for entry in config.nav or [] if all(map(site.has, entry.values()))]
        config.extra.update(kennisbank=site, home=home, deel=part, voortgang=step)
        try:
            build_site(config)
        except MkDocsException as error:
            messages.lines = messages.lines or [str(error)]
        except OSError as error:
            messages.lines = [f"Schrijven of lezen lukte niet: {publish.reason(error)}."]
        return config.site_url or "/", messages.lines


class _Messages(logging.Handler):
    """Gathers what the engine warns of: its sentences are English, so each says who speaks."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"MkDocs meldt: {record.getMessage()}")


if __name__ == "__main__":
    sys.exit(main())
