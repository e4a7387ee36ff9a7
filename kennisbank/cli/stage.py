"""Write the whole site as plain Markdown, for another site engine; exit 0, 1 (problems) or 2 (wrong use)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.building import publish
from kennisbank.cli.parser import Parser
from kennisbank.outputs import cache, gallery
from kennisbank.outputs.gallery import Unmade
from kennisbank.outputs.plain import folder
from kennisbank.pages.site import Site
from kennisbank.parts.sentences import count
from kennisbank.problems import failure
from kennisbank.problems.report import as_text
from kennisbank.reading.loader import load
from kennisbank.reading.settings import counted

ABOUT = "Schrijf de hele site als gewone Markdown, voor een andere sitebouwer."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--out", type=Path, default=PROJECT / "markdown", metavar="MAP", help="de map ervoor (standaard: markdown)"
    )
    arguments, root = parser.parse(given)
    out = Path(os.path.abspath(arguments.out))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        parser.error(f"{arguments.out} is geen gewone map")
    if out.exists() and any(out.iterdir()) and not _own(out):
        parser.error(f"in {arguments.out} staat iets anders dan een site als Markdown; die map overschrijf ik niet")
    loaded = load(root)
    if loaded.problems or loaded.knowledge is None:
        print(as_text(loaded.problems) + counted(len(loaded.problems), root))
        return 1
    site = Site(loaded.knowledge)
    try:
        with publish.staging(out) as new:
            site.made = gallery.make(site.originals(), cache.folder("beelden"), new / "beelden")
            made = new / "markdown"
            for path, content in folder.files(site, loaded.knowledge.project):
                file = made / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            publish.swap(made, out)
    except publish.Busy:
        parser.exit(
            2, f"Er wordt al een map gemaakt in {arguments.out}. Wacht tot die klaar is en probeer het opnieuw.\n"
        )
    except (publish.Unwritable, Unmade) as error:
        print(error)
        return 1
    except OSError as error:
        print(f"Schrijven of lezen lukte niet: {failure.reason(error)} ({error.filename or out}).")
        return 1
    print(f"Klaar: {count(len(loaded.knowledge.verhalen))} als Markdown in {out}")
    return 0


def _own(out: Path) -> bool:
    """Tell whether a folder is one that this command made: nothing else may be taken away."""
    settings = out / folder.SETTINGS
    return settings.is_file() and settings.read_bytes().startswith(folder.MARK.encode())
