"""The folder that another engine builds from: pages, pictures, what leads on, and settings with a menu."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any
from urllib.parse import urlsplit

import yaml

from kennisbank.model import doors, kinds, urls
from kennisbank.model.fields import Kind, specs
from kennisbank.model.project import Project
from kennisbank.model.records import Record, Verhaal
from kennisbank.outputs import drawn, moved
from kennisbank.outputs.plain import pages, texts
from kennisbank.outputs.plain.texts import Picture
from kennisbank.outputs.plain.writing import Places, bullets, headed, heading, section, together, words
from kennisbank.pages.site import Site
from kennisbank.parts import figures
from kennisbank.parts.sentences import fitting
from kennisbank.reading import pictures

DOCS = "docs"
"""Where the pages and what they show lie in the folder."""
SETTINGS = "zensical.toml"
MARK = "# Gemaakt met: ruimte stage"
"""The first line of the settings: by it a folder is known as one that may be made anew."""
ELSEWHERE = frozenset({"title", "samenvatting", "beelden", "eerder"})
"""Fields that stand elsewhere in the file, or in the list of what leads on."""
Menu = list[tuple[str, "str | Menu"]]
"""What a menu has in its order: a name with a file below `DOCS`, or with a menu."""
There = Mapping[Kind, Container[str]]
"""The texts that are on the site, by the kind of field that names them."""
README = """\
# {name} als Markdown

Deze map is de hele site als gewone Markdown: elke pagina is een bestand in `docs/`, met velden aan het begin en links
naar andere bestanden. Je kunt alles lezen zoals het is. Je kunt er ook een site van maken:

- met [Zensical](https://zensical.org/): `pip install zensical`, en dan `zensical build` in deze map;
- met MkDocs: `pip install mkdocs`, en dan `mkdocs build`.

De adressen van de pagina's blijven gelijk. `docs/_redirects` noemt eerdere adressen met het adres van nu, zoals Netlify
en Cloudflare Pages dat lezen; voor een andere plek zet je de lijst om.

Wat hier niet in staat: wat zonder script niets is (zoeken met kenmerken, de kaarten, een programma maken, een selectie,
de formulieren), en verhalen die zijn ingetrokken of nog niet klaar zijn. Een woord dat de site uitlegt, staat in
`docs/begrippen.md`.

Pas hier niets aan: de map wordt opnieuw gemaakt met `ruimte stage`. Voor de rechten geldt: {rights}.
"""


def files(site: Site, project: Project) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of every file of the folder, always the same for the same site."""
    places = Places(dict(_places(site)))
    made = dict(_made(site))
    there = {named: {each.origin.slug for each in site.knowledge.of(kind)} for named, kind in kinds.BY_FIELD.items()}
    for address in places.files:
        yield f"{DOCS}/{places.files[address]}", _page(site, project, address, places.at(address), made, there).encode()
    for path, found in sorted(site.made.items()):
        yield f"{DOCS}/{figures.address(path, found)}", found.fallback.file.read_bytes()
    for verhaal in site.knowledge.verhalen:
        if picture := drawn.svg(site, verhaal):
            yield f"{DOCS}/{_drawing(verhaal)}", picture
    if led := "".join(_redirects(site, project, places)):
        yield f"{DOCS}/_redirects", led.encode()
    menu = _menu(site, places)
    yield SETTINGS, _zensical(project, menu).encode()
    yield "mkdocs.yml", _mkdocs(project, menu).encode()
    yield "README.md", README.format(name=words(project.name), rights=words(project.rights)).encode()


def _places(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the address and the file of each page that can be written: one with pages below it is the first of them."""
    shown = [
        address
        for address, uri in sorted(site.by_address.items())
        if type(view := site.view(uri)) in pages.WRITERS and not view.verborgen
    ]
    above = {address[: match.end()] for address in shown for match in re.finditer("/", address[:-1])}
    for address in shown:
        yield address, f"{address}index.md" if not address or address in above else f"{address[:-1]}.md"


def _made(site: Site) -> Iterator[tuple[str, Picture]]:
    """Yield each picture that a text shows, by its place among the pages."""
    for record in site.knowledge.records:
        for path, beeld in zip(pictures.paths(record), pictures.of(record), strict=True):
            if path in site.made:
                yield urls.uri(path), Picture(figures.address(path, site.made[path]), beeld.alt)


def _page(site: Site, project: Project, address: str, places: Places, made: Mapping[str, Picture], there: There) -> str:
    uri = site.by_address[address]
    view = site.view(uri)
    record = site.record(uri)
    text = texts.plain(site.text(uri) or "", uri, project, site.addresses, made, places)
    before, after = _pictures(site, record, text, places, made) if record else ("", "")
    said = {"title": view.title, "description": fitting(view.zoekzin or view.description, project.sentence)}
    # Not every theme escapes these two.
    fields: dict[str, Any] = {name: text.replace("<", "&lt;") for name, text in said.items()}
    blocks = pages.blocks(view, text, places)
    body = together((heading(1, view.title), before, *blocks, after))
    return headed(fields | (_fields(record, there) if record else {}), body)


def _fields(record: Record, there: There) -> dict[str, Any]:
    """Return the fields of a text as its file has them, but for those that are no open data, or have nothing.

    What names a text that is not on the site names it no longer.
    """
    found = {}
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if spec.kind in there and spec.many:
            value = tuple(slug for slug in value if slug in there[spec.kind])
        if spec.open_data and name not in ELSEWHERE and value not in (None, (), False):
            found[name] = _value(value, spec.kind)
    return found


def _value(value: Any, kind: Kind) -> Any:
    if kind in {Kind.PERIOD, Kind.RANGE} and isinstance(value, tuple):
        return "-".join(map(str, value))
    if isinstance(value, tuple):
        return [_value(each, kind) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _value(each, kind) for name, each in asdict(value).items() if each not in (None, (), "")}
    if isinstance(value, Mapping):
        return {str(name): _value(each, kind) for name, each in value.items()}
    return value


def _pictures(site: Site, record: Record, text: str, places: Places, made: Mapping[str, Picture]) -> tuple[str, str]:
    """Return the opening picture of a text, and its other pictures with who made them, where the text has them not."""
    opening, rest, makers = "", [], []
    licences = site.knowledge.vocabularies["licentie"].by_slug
    for path, beeld in zip(pictures.paths(record), pictures.of(record), strict=True):
        if urls.uri(path) not in made:
            continue
        way = places.beside(made[urls.uri(path)].file)
        shown = f"![{words(beeld.alt)}]({way})"
        makers.append(
            f"{words(beeld.bijschrift or beeld.alt)} {words(beeld.maker)}, {words(licences[beeld.licentie].label)}."
        )
        if f"]({way}" in text:
            continue
        if isinstance(record, Verhaal) and not opening:
            opening = shown
        else:
            rest.append(shown)
    if isinstance(record, Verhaal) and not opening and drawn.svg(site, record):
        drawing = site.knowledge.tekeningen[record.origin.slug]
        opening = f"![{words(drawing.alt)}]({places.beside(_drawing(record))})"
    return opening, together((*rest, section("Beelden", bullets(makers))))


def _drawing(verhaal: Verhaal) -> str:
    return urls.verhaal(verhaal.origin.slug) + urls.TEKENING


def _redirects(site: Site, project: Project, places: Places) -> Iterator[str]:
    """Yield a line for each former address of a page that is there: it leads on."""
    root = urlsplit(project.site).path or "/"
    known = moved.answers(site, ())
    for address in sorted({*site.knowledge.published, *site.knowledge.moved} - places.files.keys()):
        lead = known.lead(address)
        if lead in places.files and address.endswith("/"):
            yield f"{root}{address} {root}{lead} 301\n"


def _menu(site: Site, places: Places) -> Menu:
    """Return the doors of the site with what lies behind each, and the pages that somebody wrote."""
    menu: Menu = [("Begin", places.files[urls.HOME])]
    for name, entries in [*((door.name, (*door.pages, *door.more)) for door in doors.DOORS), ("Over", doors.ABOUT)]:
        below: Menu = []
        for entry in entries:
            if entry.address in places.files:
                below.append((entry.name, _below(site, places, entry.address)))
        if below:
            only = below[0][1] if len(below) == 1 else below
            menu.append((name, only))
    return menu


def _below(site: Site, places: Places, address: str) -> str | Menu:
    """Return the file of a page, or a menu of the pages of its folder where somebody wrote those."""
    head, rest = site.views.folders.get(address.rstrip("/"), (None, []))
    if head is None or not rest:
        return places.files[address]
    own: Menu = [(head.title, places.files[address])]
    return own + [
        (page.title, places.files[found])
        for page in rest
        if (found := urls.page(urls.uri(page.origin.path))) in places.files
    ]


def _mkdocs(project: Project, menu: Menu) -> str:
    def listed(menu: Menu) -> list[dict[str, Any]]:
        return [{name: found if isinstance(found, str) else listed(found)} for name, found in menu]

    settings = {
        "site_name": project.name,
        **({"site_url": project.site} if project.site else {}),
        "docs_dir": DOCS,
        "theme": {"name": "mkdocs", "locale": "nl", "highlightjs": False},  # that comes from somebody else
        "plugins": [{"search": {"lang": "nl"}}],
        "markdown_extensions": ["footnotes"],
        "nav": listed(menu),
    }
    return f"{MARK}\n" + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=10_000)


def _zensical(project: Project, menu: Menu) -> str:
    """Return the settings of Zensical: its letters come from the reader's own device, from nobody else."""

    def text(value: str) -> str:
        return json.dumps(value, ensure_ascii=False)

    def listed(menu: Menu, depth: int) -> str:
        inner = "  " * depth
        rows = (
            f"{inner}{{ {text(name)} = {text(found) if isinstance(found, str) else listed(found, depth + 1)} }},\n"
            for name, found in menu
        )
        return f"[\n{''.join(rows)}{'  ' * (depth - 1)}]"

    address = f"site_url = {text(project.site)}\n" if project.site else ""
    return (
        f"{MARK}\n\n[project]\nsite_name = {text(project.name)}\n{address}"
        f"site_description = {text(project.sentence)}\ndocs_dir = {text(DOCS)}\nnav = {listed(menu, 1)}\n\n"
        '[project.theme]\nlanguage = "nl"\nfont = false\n'
    )
