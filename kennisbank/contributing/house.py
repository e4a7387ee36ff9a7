"""What lies where in the repository: the tree and the table of rooms of its papers, made of the files' own words.

What a file is for stands in its first sentence; a folder of Python has it in its `__init__.py`, any other in `SAYS`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kennisbank.model import kinds
from kennisbank.reading import withdrawal, wordlists

PAPERS = ("README.md", "ARCHITECTURE.md", "Makefile")
"""The files that have a part that is made: between `<!-- name: ... -->` and `<!-- /name -->`, or the line `CONTENT`."""
CONTENT = re.compile(r"(?m)^CONTENT := .*$")
"""What of a proposal is content and no code, said where no Python is needed to read it."""
PACKAGE = "kennisbank"
SAYS = {
    "stories": "The stories: a Markdown file each, with fields in its head; `kort/` holds short examples.",
    "werkvormen": "The werkvormen, ways of working in a group, in the same way.",
    "ruimtes": "The ruimtes of the tool, in the same way.",
    "lijsten": "The closed lists with words of this region (provinces, regions, places, words explained, examples), and"
    " the outline of the map; a list in here comes before one of the tool.",
    "docs": "The pages that are written by hand: home, the tool, background, about, and the guide for contributors"
    " (`meedoen/`); `bundels/` holds questions with hand-picked stories.",
    "kennisbank": "",  # says it itself
    "kennisbank/templates": "The templates of what is no web page of the site engine: feeds, redirects, what a"
    " browser is told of the finder, cards to cut, a file to fill in, the colours and the mark of a site, the files"
    " with which another site begins (`begin/`) and those for GitHub (`papieren/`).",
    "kennisbank/theme": "The frame that all pages have, the page of an address that is none, and what pages fetch.",
    "kennisbank/theme/assets": "What a page fetches: styles, letters, drawings and the icon of the site.",
    "kennisbank/theme/assets/css": "The styles of the whole: tokens, letters, running text, paper.",
    "kennisbank/theme/assets/fonts": "The letters, of others, with version, licence and hash.",
    "kennisbank/theme/assets/tekeningen": "Drawings of the site itself: its doors, its 404 page, links elsewhere.",
    "kennisbank/parts/script": "What the scripts of many pages use.",
    "kennisbank/parts/offline/worker": "The service worker; the build makes one script of its modules (`sw.js`).",
    "kennisbank/finding/nederlands": "Common Dutch words, made of lists of others, with version, licence and hash.",
    "kennisbank/parts/script/derden": "The scripts of others, with version, licence and hash.",
    "kennisbank/vocabularies": "The closed lists of the tool (school types, partners ...), a file each: label,"
    " definition, synonyms and narrower words of each value.",
    "hooks": "The doors for MkDocs by hand: the events of the package.",
    "scripts": "The doors on the command line.",
    "tests": "The tests: a folder for each room; `doors/` for the scripts, `browser/` opens pages, `node/` runs scripts"
    " without one, `newcomer/` does the tasks of a newcomer, `views/` checks templates, `tools/` measures and makes"
    " pictures of the guide; `golden/` has texts with what the check must say of them, `site/` is a small knowledge"
    " base, `elders/` an example of one of another region, and what holds for the whole lies beside them.",
    ".github": "The workflows, the forms for issues and proposals, and who looks at what.",
    ".ci": "Runs `make test` on a bare machine.",
    "ONLINE.md": "How the site is put online, in Dutch.",
    "ruimte.yml": "What is of this site and no other: its name, address, repository, report, ruimtes and facets.",
    "mkdocs.yml": "The settings of MkDocs by hand: those of the package, and where things lie.",
    "adressen.txt": "Every address that was published.",
    "ingetrokken.txt": "The addresses of what was withdrawn.",
    "CITATION.cff": "How the repository is cited, made of `ruimte.yml`.",
    "Makefile": "The commands.",
    "pyproject.toml": "The bounds of the dependencies, the order of the rooms, and the settings of tools.",
    "setup.py": "What a package holds: all of `kennisbank/`, and the texts that another site can borrow.",
    "requirements.lock": "The dependencies of the site, pinned with their hashes.",
    "requirements-tools.lock": "Those and what tests and lint need, pinned alike; `package-lock.json` those of node.",
}
"""What cannot say itself what it holds; what lies in the root in the order of the tree."""
OPEN = ("kennisbank", "hooks", "scripts")
"""The folders of which the tree shows what is in them."""
CLOSED = {
    "kennisbank/templates", "kennisbank/theme/assets/fonts", "kennisbank/parts/script/derden",
}  # fmt: skip
"""Folders in those of which it does not."""
HEADS = {
    ".js": re.compile(r"((?://.*\n)+)"),
    ".css": re.compile(r"/\*(.*?)\*/", re.DOTALL),
    ".sh": re.compile(r"#!.*\n((?:#.*\n)+)"),
}
"""Where a file that is not Python says what it is for."""


SCRIPT, SCRIPTS = "script", "Its scripts: `main.js` is what a page asks for, the others are parts of it."
"""The folder with the scripts of a component or of a kind of page, and what is said of each."""
TOLD = {"__init__.py", "style.css"}
"""Files of which the sentence of their folder tells what they are for."""


class Silent(Exception):
    """A folder or a file that says nowhere what it holds."""


def tree(root: Path) -> str:
    """Return what lies where below `root`, as a list in Markdown. Raises `Silent`."""
    lines = []
    for name in dict.fromkeys((*kinds.FOLDERS, *SAYS)):
        if "/" not in name:
            lines.append(_row(root / name, name, 0))
            if name in OPEN:
                lines += _inside(root, root / name, 1)
    return "\n".join(lines)


def rooms(root: Path) -> str:
    """Return the rooms of the package from high to low, as a table in Markdown. Raises `Silent`."""
    rows = [f"| room of `{PACKAGE}/`, from high to low | holds |", "|---|---|"]
    for name in _order(root):
        path = root / PACKAGE / name
        shown, path = (f"{name}/", path) if path.is_dir() else (f"{name}.py", path.with_suffix(".py"))
        rows.append(f"| `{shown}` | {_about(path, f'{PACKAGE}/{name}').rstrip('.')} |")
    return "\n".join(rows)


def papers(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each of `PAPERS` that lies in `root`, made anew where it is made. Raises `Silent`."""
    for path in PAPERS:
        if (root / path).is_file():
            yield path, renewed((root / path).read_text(encoding="utf-8"), root)


def renewed(text: str, root: Path) -> str:
    """Return a paper with the parts in it that are made of what lies below `root` made anew. Raises `Silent`."""
    for name, made in (("tree", tree), ("rooms", rooms)):
        begin = re.search(rf"<!-- {name}: [^>]* -->\n", text)
        end = text.find(f"\n<!-- /{name} -->")
        if begin and end >= 0:
            text = f"{text[: begin.end()]}\n{made(root)}\n{text[end:]}"
    return CONTENT.sub(f"CONTENT := {' '.join((*kinds.FOLDERS, wordlists.OWN_FOLDER, withdrawal.FILE))}", text)


def sentence(file: Path) -> str:
    """Return the first sentence of a file: of its docstring, or of the remark that it begins with; "" without one."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        said = ast.get_docstring(ast.parse(text)) or ""
    else:
        head = HEADS[file.suffix].match(text)
        said = re.sub(r"(?m)^(?://|#) ?", "", head[1]).strip() if head else ""
    paragraph = " ".join(said.split("\n\n")[0].split())
    return re.split(r"(?<=[.!?])\s+(?=[\"'`A-Z])", paragraph)[0]


def _order(root: Path) -> list[str]:
    """Return the names of the rooms from high to low, as the contract of their imports has them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"][0]["layers"])


def _about(path: Path, name: str) -> str:
    """Return what a folder or a file says that it is for. Raises `Silent`."""
    source = path / "__init__.py" if path.is_dir() else path
    said = SAYS.get(name, "")
    if not said and name in kinds.BY_FOLDER:
        said = f"The {kinds.BY_FOLDER[name].many}, in the same way."
    if not said and path.name == SCRIPT:
        said = SCRIPTS
    if not said:
        said = sentence(source) if source.is_file() else ""
    if not said:
        raise Silent(
            f"{name}: nergens staat waar dit voor is. Begin {source.name} met een zin die dat zegt, of zet die zin in"
            f" {PACKAGE}/contributing/house.py."
        )
    return said


def _row(path: Path, name: str, depth: int) -> str:
    shown = f"{path.name}/" if path.is_dir() else path.name
    return f"{'  ' * depth}- [`{shown}`]({name}): {_about(path, name)}"


def _inside(root: Path, folder: Path, depth: int) -> Iterator[str]:
    """Yield a line for all in a folder: first its folders, the rooms in their order, then its files by name."""
    order = _order(root) if folder == root / PACKAGE else []

    def place(path: Path) -> tuple[bool, int, str]:
        return path.is_file(), order.index(path.name) if path.name in order else len(order), path.name

    for path in sorted(folder.iterdir(), key=place):
        name = path.relative_to(root).as_posix()
        if path.is_dir() and path.name != "__pycache__":
            yield _row(path, name, depth)
            if name not in CLOSED:
                yield from _inside(root, path, depth + 1)
        elif path.suffix in {".py", *HEADS} and path.name not in TOLD:
            yield _row(path, name, depth)
