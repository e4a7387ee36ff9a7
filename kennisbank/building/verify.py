"""The check of what was built: every page as it should be, every link and anchor to something that is there."""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import urls
from kennisbank.reading import parallel

# Elements that a browser fetches from: what they name must be of the site itself.
FETCHING = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track"})
FETCHING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
NEEDED = ("alt", "width", "height")
"""What every picture says of itself: what is to be seen, and its size, so that the page does not move as it comes."""
EVENT = re.compile(rb"<[a-z][^>]*\s(on[a-z]+)\s*=", re.IGNORECASE)


@dataclass
class _Seen:
    """What was found in the whole site: its files, the pages with data, its folders below the host, the anchors.

    `contacts` are the addresses outside the web to which a page may lead.
    """

    files: frozenset[str]
    told: frozenset[str]
    base: str
    contacts: frozenset[str]
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a page: its file below the site, and a Dutch sentence."""

    page: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.message}"


def verify(
    site: Path, site_url: str, step: parallel.Step = lambda name: None, told: Collection[str] = (),
    contacts: Collection[str] = (),
) -> list[Fault]:  # fmt: skip
    """Return every fault in the files of a site, in order of their pages.

    `site_url` is the address it will have: a path that starts with a slash is looked up below it; `step` is called
    after every page. `told` are the addresses of the pages that have data beside them, for scripts: no other has, but
    for where such a page stood before. `contacts` are the mail addresses that the pages may lead to (`mailto:`).
    """
    prefix = len(os.fspath(site)) + 1
    files = frozenset(f"{folder}/{name}"[prefix:] for folder, _, names in os.walk(site) for name in names)
    names = sorted(name for name in files if name.endswith(".html"))
    base = urlsplit(site_url).path or "/"
    parts = parallel.processes(len(names))

    def work(part: int, step: parallel.Step) -> tuple[list[Fault], _Seen]:
        seen = _Seen(files, frozenset(told), base, frozenset(contacts))
        faults: list[Fault] = []
        for name in names[part::parts]:
            faults += (Fault(name, fault) for fault in _page(site, name, seen))
            step("Pagina's nakijken")
        return faults, replace(seen, files=frozenset(), told=frozenset())  # the names of all files need not travel back

    found = parallel.run(work, parts, step)
    moved = _moved(site, _Seen(files, frozenset(told), base, frozenset(contacts)))
    faults = sorted([*moved, *(fault for part, _ in found for fault in part)], key=attrgetter("page"))
    anchors = {name: ids for _, seen in found for name, ids in seen.anchors.items()}
    wanted = {target: name for _, seen in reversed(found) for target, name in seen.wanted.items()}
    for (page, anchor), source in sorted(wanted.items()):
        if anchor not in anchors.get(page, frozenset()):
            faults.append(Fault(source, f"de link naar {page}#{anchor} leidt naar een plek die er niet is."))
    return faults


def _moved(site: Path, seen: _Seen) -> Iterator[Fault]:
    """Yield what is wrong with data that stands beside no page that has any: it leads to the data of today."""
    for name in sorted(name for name in seen.files if posixpath.basename(name) == urls.GEGEVENS):
        address = name.removesuffix(urls.GEGEVENS)
        data = _read(site / name)
        lead = f"{posixpath.dirname(address.rstrip('/'))}/{data.get('verhuisd')}/"
        if address not in seen.told and not (data.keys() == {"verhuisd"} and lead in seen.told):
            yield Fault(name, "dit bestand hoort bij geen verhaal, geen werkvorm en geen praktijkvoorbeeld.")


def _beside(site: Path, name: str, tree: LexborHTMLParser, seen: _Seen) -> Iterator[str]:
    """Yield what is wrong with the data beside a page, where it has any."""
    if name.removesuffix("index.html") in seen.told:
        heading = tree.css_first("h1")
        if heading is None or _read((site / name).with_name(urls.GEGEVENS)).get("titel") != heading.text().strip():
            yield f"{urls.GEGEVENS} naast de pagina ontbreekt, of heeft een andere titel."


def _read(file: Path) -> dict[str, object]:
    """Return the names and values in a file of data; none where it is no such file."""
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _page(site: Path, name: str, seen: _Seen) -> Iterator[str]:
    """Yield the faults of one page and note its anchors and the anchors it links to."""
    html = (site / name).read_bytes()
    tree = LexborHTMLParser(html)
    if tree.root is None or tree.root.attributes.get("lang") != "nl":
        yield 'lang="nl" ontbreekt.'
    if (number := len(tree.css("h1"))) != 1:
        yield f"de pagina heeft {number} titels (h1); het moet er één zijn."
    title = tree.css_first("head > title")
    if title is None or not title.text().strip():
        yield "de pagina heeft geen titel (title)."
    yield from _beside(site, name, tree, seen)
    if EVENT.search(html):  # rare, and it may stand in words: then the elements say
        yield from (f"een element voert code uit ({event})." for event in _events(tree))
    anchors: set[str] = set()
    for node in tree.css("[id]"):
        anchor = node.attributes["id"] or ""
        if anchor in anchors:
            yield f'twee elementen hebben id="{anchor}".'
        anchors.add(anchor)
    seen.anchors[name] = frozenset(anchors)
    targets: dict[str, bool] = {}
    for node in tree.css(":is([href], [src], [srcset], img)"):
        attributes = node.attributes
        fetches = node.tag in FETCHING or (node.tag == "link" and attributes.get("rel") in FETCHING_LINKS)
        for target in _named(attributes):
            targets[target] = fetches or targets.get(target, False)
        if node.tag == "img" and (missing := [name for name in NEEDED if name not in attributes]):
            yield f"bij de afbeelding {attributes.get('src') or ''} ontbreekt {', '.join(missing)}."
    for target, fetches in targets.items():
        if fault := _link(name, target, fetches, seen):
            yield fault


def _events(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the names of attributes that run code."""
    for node in tree.css("*"):
        yield from (name for name in node.attributes if name.startswith("on"))


def _named(attributes: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the addresses in an element: one, and those of a picture that is there in more widths."""
    if "srcset" not in attributes or "src" in attributes:
        yield attributes.get("href") or attributes.get("src") or ""
    for candidate in (attributes.get("srcset") or "").split(","):
        if candidate.strip():
            yield candidate.split()[0]


def _link(name: str, target: str, fetches: bool, seen: _Seen) -> str:
    """Return what is wrong with a link, or nothing; notes the anchor that it wants."""
    path, _, anchor = target.partition("#")
    if ":" in path or path.startswith("//"):
        scheme = urlsplit(target).scheme
        if fetches:
            return f"de pagina haalt iets op bij een ander: {target}"
        known = scheme in {"http", "https"} or path.partition("?")[0] in seen.contacts
        return "" if known else f"de link {target} begint met iets wat niet mag."
    found = _resolve(name, path.partition("?")[0], seen)
    if found is None:
        return f"de link {target} leidt nergens heen."
    if anchor:
        seen.wanted.setdefault((found, unquote(anchor)), name)
    return ""


def _resolve(name: str, path: str, seen: _Seen) -> str | None:
    """Return the file that a path in a page means, or None when there is no such file."""
    if not path:
        return name
    if "%" in path:
        path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(seen.base):
            return None
        path, folder = path[len(seen.base) :].lstrip("/"), ""
    else:
        folder = posixpath.dirname(name)
    while path.startswith("../") and folder:  # nearly every link starts so; normpath is ten times slower
        path, folder = path[3:], folder.rpartition("/")[0]
    file = posixpath.join(folder, path)
    if "./" in file or "//" in file or file.endswith("."):
        file = posixpath.normpath(file) + ("/" if path.endswith("/") else "")
        file = "" if file in {".", "./"} else file
    if file in seen.files:
        return file
    index = posixpath.join(file, "index.html")
    return index if index in seen.files else None
