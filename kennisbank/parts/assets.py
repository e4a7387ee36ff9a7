"""What pages fetch: their styles in bundles, scripts and letters, under names that have the hash of what they hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kennisbank import PACKAGE
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.parts import bundles, colours, icon

OWN = Path("theme", "assets")
"""The folder in the package with all of it, but for the styles and scripts of components and of kinds of page."""
SHEET = "style.css"
"""The style sheet of a component or of a kind of page, in its folder."""
SCRIPT = "script"
"""The folder with the scripts of a component or of a kind of page; that of `parts` itself has what many use."""
OTHERS = "derden"
"""The folder in it with scripts of others."""
FOLDERS = (f"parts/{SCRIPT}", f"*/*/{SCRIPT}")
"""Where such folders are in the package; what is published of them stands as it does there, so that imports hold."""
ENDS = {".js", ".woff2", ".txt", ".svg", ".png"}
"""What of scripts, letters and drawings is published; licences are too."""
DRAWINGS = "tekeningen"
"""The folder with the drawings of the site itself: its doors, its 404 page, and one for links elsewhere."""
REMARK: Final = re.compile(
    r"^[ \t]*//.*\n | ^[ \t]*/\*\*(?s:(?:(?!\*/).)*)\*/[ \t]*\n | /\*\*\ @(?:type|param)\ [^\n]*?\*/[ ]? | ^[ \t]+",
    re.MULTILINE | re.VERBOSE,
)
"""What of a script says nothing to a browser: a line that is a remark, a type, and the space that a line begins with.

A remark behind code stays: only who knows the whole language can tell it from a text.
"""
ICON = "favicon.svg"
FIRST, LAST = ("letters", "tokens", colours.SHEET, "basis", "proza"), ("print",)
"""The style sheets of every page around those of the components: what comes later wins."""
BARE = {"ingesloten": ("tokens",)}
"""The kinds of page that get no styles of every page: what they get of those before their own."""
UNSCRIPTED = ("zonder-script",)
"""The style sheets of every page where scripts are off."""
ALONE = "los"
"""The style sheet that a page gets which is one file; no site has it."""
SIZE = 10
"""How much of a hash stands in a name: what changes gets another name, so browsers may keep it for a year."""
LETTERS = re.compile(r'url\("[^"]*fonts/([^"/]+)"\)')
PIECE: Final = re.compile(
    r"""/\*.*?\*/ | \s+ | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | [^\s"'/]+ | /""", re.DOTALL | re.VERBOSE
)
"""What a style sheet is made of, as far as it matters here: remarks, space, what stands in quotes, the rest."""
TIGHT: Final = re.compile(r" ?([{};,]) ?|(:) ")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A few style sheets in one file: its address below the root of the site, and its text."""

    address: str
    text: str


@dataclass(frozen=True)
class Assets:
    """What pages fetch. `sheets` are the style sheets by name, `files` what goes along as it is, by its address.

    `scripts`, `letters` and `drawings` are the folders of those, below the root of the site.
    """

    sheets: Mapping[str, str]
    files: Mapping[str, bytes]
    scripts: str
    letters: str
    drawings: str
    _bundles: dict[tuple[str, tuple[str, ...]], Bundle] = field(default_factory=dict)
    _scripts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def bundle(self, name: str, sheets: tuple[str, ...]) -> Bundle:
        """Return style sheets as one file, in their order. Raises `KeyError` for one that is not there."""
        key = (name, sheets)
        if key not in self._bundles:
            text = "".join(small(self.sheets[sheet]) for sheet in sheets)
            text = LETTERS.sub(lambda found: f'url("{self.letters.rpartition("/")[2]}/{found[1]}")', text)
            self._bundles[key] = Bundle(f"assets/{name}-{_hash([text.encode()])}.css", text)
        return self._bundles[key]

    @property
    def site(self) -> Bundle:
        """The styles of every page: those of all components, in the order of their names."""
        parts = tuple(sheet for sheet in self.sheets if sheet.startswith("parts/"))
        return self.bundle("site", (*FIRST, *parts, *LAST))

    @property
    def unscripted(self) -> Bundle:
        """The styles that are added where scripts are off."""
        return self.bundle("zonder-script", UNSCRIPTED)

    @property
    def alone(self) -> str:
        """The styles that a page gets which is one file: they come last, and no site has them."""
        return small(self.sheets[ALONE])

    def of(self, template: str) -> Bundle | None:
        """Return what the kind of page with this template adds to the styles of every page, if it adds any."""
        name = template.removesuffix(".html")
        sheets = (*BARE.get(name, ()), f"pages/{name}")
        return self.bundle(name, sheets) if f"pages/{name}" in self.sheets else None

    def written(self) -> dict[str, bytes]:
        """Return all that a site fetches, by its address."""
        of_pages = (self.of(sheet.removeprefix("pages/")) for sheet in self.sheets if sheet.startswith("pages/"))
        bundles = (self.site, self.unscripted, *filter(None, of_pages))
        return {**self.files, **{bundle.address: bundle.text.encode() for bundle in bundles}}

    def scripts_of(self, template: str) -> tuple[str, ...]:
        """Return the address of the one script of a kind of page with this template, and of what it uses of others.

        A page that names those saves a browser the round trip in which it would find out.
        """
        if template not in self._scripts:
            name = bundles.name(template)
            address = f"{self.scripts}/{name if f'{self.scripts}/{name}' in self.files else bundles.OF_EVERY_PAGE}"
            self._scripts[template] = (address, *bundles.beside(self.files[address].decode(), self.scripts))
        return self._scripts[template]


def read(package: Path = PACKAGE) -> Assets:
    """Read what pages fetch, as it is now: the same content has the same names.

    Of the sheets `basis` is that of the theme, `parts/knop` that of a component, `pages/home` that of a kind of page.
    """
    own = package / OWN
    sheets = {path.stem: path.read_text(encoding="utf-8") for path in sorted((own / "css").glob("*.css"))}
    for room in ("parts", "pages"):
        for path in sorted((package / room).glob(f"*/{SHEET}")):
            sheets[f"{room}/{path.parent.name}"] = path.read_text(encoding="utf-8")
    sheets[colours.SHEET] = ""  # a site has some (`of`)
    files: dict[str, bytes] = {}
    places: dict[str, str] = {}
    folders = [folder for pattern in FOLDERS for folder in package.glob(pattern)]
    as_they_are = ((name, _files(own / name, [own / name])) for name in ("fonts", DRAWINGS))
    scripts = _files(package, folders)
    scripts |= {name: text.encode() for name, text in bundles.bundles({n: b.decode() for n, b in scripts.items()})}
    for name, inside in (("js", scripts), *as_they_are):
        places[name] = f"assets/{name}-{_hash(part for path in inside for part in (path.encode(), inside[path]))}"
        files |= {f"{places[name]}/{path}": content for path, content in inside.items()}
    return Assets(sheets, files, scripts=places["js"], letters=places["fonts"], drawings=places[DRAWINGS])


def of(knowledge: KnowledgeBase) -> Assets:
    """Return what the pages of a site fetch: the same, in its own colours, with its icons."""
    found, own, number = read(), knowledge.project.colours, len(knowledge.ruimtes)
    mark = icon.svg(number, colours.accent(own)).encode()
    sheets = {**found.sheets, colours.SHEET: colours.sheet(own, knowledge.ruimtes)}
    return replace(
        found,
        sheets=sheets,
        files={**found.files, f"assets/{ICON}": mark, **icons(knowledge)},
        _bundles={},
        _scripts={},
    )


def icons(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """Return the icons of a site by their address: first those for any use, then those that may be cut."""
    drawn = icon.pngs(len(knowledge.ruimtes), colours.of(knowledge.project.colours, ()))
    return {
        f"assets/icoon-{'vorm-' if shaped else ''}{size}-{hashlib.sha256(content).hexdigest()[:SIZE]}.png": content
        for (size, shaped), content in drawn.items()
    }


def _files(base: Path, folders: Iterable[Path]) -> dict[str, bytes]:
    """Return what is published of these folders, by its place below `base`, in order."""
    found = (path for folder in folders for path in folder.rglob("*") if path.suffix in ENDS)
    return dict(sorted((path.relative_to(base).as_posix(), _published(path)) for path in found))


def _published(path: Path) -> bytes:
    """Return a file as it is fetched: a script without its remarks and types, which say more than it does.

    What others made stays as it is, by its hash.
    """
    if path.suffix != ".js" or OTHERS in path.parts:
        return path.read_bytes()
    return REMARK.sub("", path.read_text(encoding="utf-8")).encode()


def small(css: str) -> str:
    """Return a style sheet without its remarks and the space that says nothing; what stands in quotes stays."""
    pieces = []
    for piece in PIECE.findall(css):
        blank = piece.isspace() or piece.startswith("/*")
        pieces.append(" " if blank else piece)
    quoted: list[str] = []

    def kept(piece: str) -> str:
        if piece[0] not in "\"'":
            return piece
        quoted.append(piece)
        return "\0"

    text = re.sub(" +", " ", "".join(map(kept, pieces)))
    text = TIGHT.sub(lambda found: found[1] or found[2], text).replace(";}", "}").strip()
    return re.sub("\0", lambda _: quoted.pop(0), text)


def _hash(parts: Iterable[bytes]) -> str:
    """Return the beginning of the hash of bytes that follow each other."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()[:SIZE]
