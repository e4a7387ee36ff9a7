"""Show what a proposal changes before it is on the site: each page that it changes as one file, and a list of them.

What is changed is asked of git. Exit 0, 1 (the content has problems, or a file cannot be written) or 2 (wrong use, no
git, no site).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.cli.parser import Parser, spoken
from kennisbank.cli.staged import NoGit, git, names
from kennisbank.model import forge
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import looking, single
from kennisbank.outputs.looking import KijklijstView, Looked
from kennisbank.parts import assets, rendering
from kennisbank.problems import failure
from kennisbank.problems.report import as_text, where_to_look
from kennisbank.reading.loader import load
from kennisbank.reading.settings import counted

ABOUT = "Bekijk wat je veranderde als losse bestanden, zonder server."


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--site", type=Path, default=PROJECT / "site", metavar="MAP", help="de gebouwde site (standaard: site)"
    )
    parser.add_argument(
        "--out", type=Path, default=PROJECT / "kijken", metavar="MAP", help="waar ze komen te staan (standaard: kijken)"
    )
    parser.add_argument(
        "--sinds", metavar="COMMIT", help="vanaf welke commit (standaard: waar deze tak van de hoofdtak afgaat)"
    )
    parser.add_argument(
        "--vindplaats",
        metavar="ADRES",
        help="zeg alleen in de samenvatting op GitHub waar de map --out te downloaden is",
    )
    arguments, root = parser.parse(given)
    if arguments.vindplaats is not None:
        return _tell(parser, arguments.out, arguments.vindplaats)
    site, out = arguments.site, arguments.out
    if not (site / "index.html").is_file():
        parser.error(f"in {site} staat geen site; geef eerst de opdracht {spoken(root, 'site', 'build')}")
    if (out / looking.LISTED).exists() and not (out / looking.TOLD).exists():
        parser.error(f"in {out} staat iets anders; die map overschrijf ik niet")
    loaded = load(root)
    if loaded.knowledge is None:
        print(as_text(loaded.problems), end="")
        print(counted(len(loaded.problems), root), file=sys.stderr)
        return 1
    try:
        paths = changes(root, arguments.sinds or _begin(root, loaded.knowledge.project.forge.tak))
    except NoGit:
        given_as = f" en de commit {arguments.sinds}" if arguments.sinds else ""
        print(f"Dit werkt alleen met git, in een map van git{given_as}.", file=sys.stderr)
        return 2
    made = pages(paths, loaded.knowledge, site)
    try:
        _clear(out)
        for name, content in made.items():
            out.mkdir(parents=True, exist_ok=True)
            (out / name).write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"Schrijven lukte niet: {failure.reason(error)} ({error.filename}).")
        return 1
    number = len(made) - len((looking.LISTED, looking.TOLD))
    print(f"Pagina's om te bekijken: {number}. Open {out / looking.LISTED} in je browser, met een dubbelklik.")
    return 0


def changes(root: Path, since: str) -> list[str]:
    """Return the paths below a root that are other than in a commit, or new, in order. Raises `NoGit`."""
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}").decode().strip()
    listed = git(root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", commit, "--", ".")
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return sorted({*names(listed), *names(new)})


def _begin(root: Path, branch: str) -> str:
    """Return the commit from which a branch goes its own way: what is online, or else what was committed last."""
    for main in (f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"):
        try:
            return git(root, "merge-base", main, "HEAD").decode().strip()
        except NoGit:
            continue
    return "HEAD"


def pages(paths: Sequence[str], knowledge: KnowledgeBase, site: Path) -> Mapping[str, str]:
    """Return each file to look at by its name: the pages that show these paths, the list, and that for others."""
    found = looking.changed(paths, knowledge)
    there = {address: site / address / "index.html" for address in found}
    there = {address: file for address, file in there.items() if file.is_file()}
    around = single.Around(
        names={address: looking.file_name(address) for address in there},
        site="" if forge.reserved(knowledge.project.site) else knowledge.project.site,
        listed=looking.LISTED,
    )
    styles = assets.of(knowledge)

    def read(address: str) -> bytes:
        return (site / address).read_bytes()

    made, rows = {}, []
    for address, file in there.items():
        html = file.read_text(encoding="utf-8")
        made[around.names[address]] = single.single(html, address, read, around, styles)
        rows.append(Looked(single.title(html), address, around.names[address]))
    rest = tuple(path for address, path in found.items() if address not in there)
    view = KijklijstView(stijl=styles.site.address, bladen=tuple(rows), zonder=rest)
    made[looking.LISTED] = single.bare(rendering.render(view), read)
    made[looking.TOLD] = looking.listed(rows, rest)
    return made


def _clear(out: Path) -> None:
    """Take away what was made to look at before; whatever else lies in the folder stays."""
    for page in _told(out):
        if "/" not in page.bestand:
            (out / page.bestand).unlink(missing_ok=True)


def _told(out: Path) -> list[Looked]:
    try:
        return list(looking.told(json.loads((out / looking.TOLD).read_text(encoding="utf-8"))))
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _tell(parser: argparse.ArgumentParser, out: Path, address: str) -> int:
    """Say in the summary of a check on GitHub where the pages can be downloaded, and what there is to see."""
    if not (out / looking.TOLD).exists():
        parser.error(f"in {out} staan geen pagina's om te bekijken")
    text = where_to_look(address, [(page.titel, page.bestand) for page in _told(out)])
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")
    return 0
