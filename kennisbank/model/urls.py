"""Every address of the site, relative to its root: `verhalen/op-pad-in-het-dorp/`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from urllib.parse import quote

from kennisbank.model import kinds
from kennisbank.model.codes import CODE
from kennisbank.model.facets import ALL, BY_NAME, FACETS, FORMER, HERE, Facet
from kennisbank.model.records import Praktijkvoorbeeld, Werkvorm

HOME = ""
VERHALEN = f"{kinds.VERHAAL.address}/"
WERKVORMEN = f"{kinds.BY_RECORD[Werkvorm].address}/"
RUIMTES = f"{kinds.RUIMTE.address}/"
BUNDELS = "bundels/"
KENMERKEN = "kenmerken/"
BEGRIPPEN = "begrippen/"
ZOEKEN = "zoeken/"
OVERZICHT = "overzicht/"
KAART = "overzicht/kaart/"
JAREN = "overzicht/jaren/"
TABLES: dict[tuple[Facet, Facet], str] = {
    (first, second): f"{OVERZICHT}{first.folder}-{second.folder}/" if number else OVERZICHT
    for number, (first, second) in enumerate(combinations(FACETS, 2))
}
"""The table of every two main facets; that of the first two is the front of the overview."""
MOVED = {f"{before}/": f"{folder}/" for before, folder in FORMER.items()} | {
    f"{OVERZICHT}{one}-{other}/": address
    for (first, second), address in TABLES.items()
    for one, other in product(first.folders, second.folders)
    if address not in {f"{OVERZICHT}{one}-{other}/", OVERZICHT}
}
"""The former addresses of the overview and the tables of a facet, each with the one of today."""
KAARTEN = "ruimte/kaarten/"
DRAWN = f"{KAARTEN}?trek=1"
"""The cards with one of them drawn; without a script all of them lie there."""
KAARTEN_AFDRUKKEN = "ruimte/kaarten/afdrukken/"
KAARTEN_PDF = {
    ("vragen", "klein", "kleur"): f"{KAARTEN}kaarten.pdf",
    ("vragen", "klein", "zwart-wit"): f"{KAARTEN}kaarten-zwart-wit.pdf",
    ("vragen", "groot", "kleur"): f"{KAARTEN}kaarten-groot.pdf",
    ("vragen", "groot", "zwart-wit"): f"{KAARTEN}kaarten-groot-zwart-wit.pdf",
    ("vragen", "a5", "kleur"): f"{KAARTEN}kaarten-a5.pdf",
    ("vragen", "a5", "zwart-wit"): f"{KAARTEN}kaarten-a5-zwart-wit.pdf",
    ("namen", "klein", "zwart-wit"): f"{KAARTEN}namen.pdf",
    ("namen", "groot", "zwart-wit"): f"{KAARTEN}namen-groot.pdf",
    ("namen", "a5", "zwart-wit"): f"{KAARTEN}namen-a5.pdf",
}
"""The cards as a PDF, where there was a browser to print them: by what stands on them, their size and their colour.

A bare word is black.
"""
SESSIE = "sessie/"
NU = "sessie/nu/"
LEZEN = "sessie/lezen/"
SELECTIE = "selectie/"
UITDELEN = "uitdelen/"
SHORT = "k/"
"""The folder of the short addresses (`codes`)."""
EMBED = "insluiten/"
"""Before the address of a list: that list without head and foot, for in a frame on another site."""
OFFLINE = "offline/"
"""What a reader gets without a network for a page that is not kept, with a list of what is."""
MEEDOEN = "meedoen/"
SCHRIJVEN = {kind.one: f"meedoen/{kind.one}-schrijven/" for kind in kinds.KINDS if kind.form}
"""The form for each kind of text that has one."""
FOUTMELDINGEN = "meedoen/foutmeldingen/"
VELDEN = "meedoen/velden/"
WAARDEN = "meedoen/waarden/"
DATA = "data/"
"""The open data, with a page that explains them."""
OTHERS = {
    kind.one: f"{kind.address}/"
    for kind in kinds.KINDS
    if kind.address and f"{kind.address}/" not in {VERHALEN, WERKVORMEN, RUIMTES}
}
"""The list of each kind that has no overview made for it in words of its own."""
VOORBEELDEN = OTHERS[kinds.BY_RECORD[Praktijkvoorbeeld].one]
MADE = (
    ZOEKEN,
    VERHALEN,
    WERKVORMEN,
    BUNDELS,
    KENMERKEN,
    BEGRIPPEN,
    *TABLES.values(),
    KAART,
    JAREN,
    KAARTEN,
    KAARTEN_AFDRUKKEN,
    SESSIE,
    NU,
    LEZEN,
    SELECTIE,
    UITDELEN,
    OFFLINE,
    *SCHRIJVEN.values(),
    FOUTMELDINGEN,
    VELDEN,
    WAARDEN,
    DATA,
)
"""The generated pages that are there whatever the facets are."""
OVERVIEWS = (*MADE, *(f"{facet.folder}/" for facet in ALL), *OTHERS.values())
"""The generated pages that are there whatever the stories are: a link may name them."""


def overviews(facets: Iterable[Facet]) -> tuple[str, ...]:
    """Return those of `OVERVIEWS` that a site has which shows these facets."""
    hidden = {f"{facet.folder}/" for facet in set(ALL).difference(facets)}
    return tuple(address for address in OVERVIEWS if address not in hidden)


SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
"""What search engines ask for at the root of a host."""
OPENSEARCH = "opensearch.xml"
"""How a browser can search here from its own address bar."""
MANIFEST = "inhoud.json"
PUBLISHED = "adressen.txt"
"""Every address that was ever published (`published`)."""
SCHEMAS = {kind.one: f"schema/{kind.one}.json" for kind in kinds.KINDS}
"""The schema of the fields of each kind."""
SCHEMA_OF_REPORT = "schema/meldingen.json"
APP = "manifest.webmanifest"
"""What a browser is told that puts the site among the programs of a device."""
SECURITY = ".well-known/security.txt"
"""Whom somebody warns of a weakness in the site; on a site at the root of its host that says so, and no address."""
WORKER = "sw.js"
"""The service worker: a browser that has one asks for the next at this address."""
FILES = (SITEMAP, ROBOTS, OPENSEARCH, MANIFEST, PUBLISHED, *SCHEMAS.values(), SCHEMA_OF_REPORT, APP, WORKER)
"""What is there for others to read or to link to, beside pages, feeds and pictures."""


def _occupied() -> Iterator[str]:
    """Yield a sentence for each folder of a facet that something else of the site has.

    MkDocs leaves out `templates` without a word.
    """
    taken = dict.fromkeys((address.partition("/")[0] for address in (*MADE, *FILES)), "the site itself")
    others = ("assets", "templates", SHORT.rstrip("/"), EMBED.rstrip("/"))
    taken |= dict.fromkeys(others, "the site itself")
    for kind in kinds.KINDS:
        taken |= dict.fromkeys(filter(None, (kind.address, kind.folder)), kind.many)
    for facet in ALL:
        own = {kinds.RUIMTE.address, kinds.RUIMTE.folder} if facet.name == kinds.RUIMTE.one else set()
        for folder in facet.folders:
            if folder in taken and folder not in own:
                yield f"{facet.name} has a folder of {taken[folder]}, {folder!r}: give it another in {HERE}."


kinds.refuse(_occupied())

VERSION = "versie.json"
"""Which build the site is: a part of it, no address."""
TEKENING, TEKENING_PNG = "tekening.svg", "tekening.png"
"""The drawing beside the page of a story, and its picture for who knows no SVG: parts of the page, no addresses."""
BRON_BIB, BRON_RIS = "bron.bib", "bron.ris"
"""How a text is cited, for who keeps a list of sources (BibTeX, RIS): parts of its page, no addresses."""
GEGEVENS = "gegevens.json"
"""The file beside the page of a story or a werkvorm with what scripts need of it: a part of the page, no address."""

Value = tuple[str, str]
"""Name of a facet and slug of a value in it."""


def begrip(slug: str) -> str:
    """Return the place of a word in the list of words explained."""
    return f"{BEGRIPPEN}#{slug}"


def content(path: str, slug: str) -> str:
    """Return the address of a content file, but for the pages of `docs/`."""
    return f"{kinds.of(path).address}/{slug}/"


def of(path: str, slug: str) -> str:
    """Return the address of any text: a content file, or a page of `docs/`."""
    return page(uri(path)) if path.startswith(f"{kinds.PAGES}/") else content(path, slug)


def former(own: str, name: str) -> str:
    """Return the address that a former name means: beside `own`, the address now, unless the name has a folder."""
    folder = "" if "/" in name else own.rstrip("/").rpartition("/")[0]
    return f"{folder}/{name}/" if folder else f"{name}/"


def short(code: str) -> str:
    """Return the short address with this code."""
    return f"{SHORT}{code}/"


def code(address: str) -> str:
    """Return the code of a short address, or nothing for any other address."""
    found = address.removeprefix(SHORT).removesuffix("/")
    return found if address == short(found) and CODE.fullmatch(found) else ""


def has_short(address: str) -> bool:
    """Tell whether an address is, or was, of a text of a kind that has short ones."""
    return address.startswith(tuple(f"{kind.address or uri(kind.folder)}/" for kind in kinds.KINDS if kind.short))


def verhaal(slug: str) -> str:
    return f"{VERHALEN}{slug}/"


def werkvorm(slug: str) -> str:
    return f"{WERKVORMEN}{slug}/"


def praktijkvoorbeeld(slug: str) -> str:
    return f"{VOORBEELDEN}{slug}/"


def overview(facet: str) -> str:
    return f"{BY_NAME[facet].folder}/"


def value(facet: str, slug: str) -> str:
    """Return the address of a value; a province is a value of `regio`."""
    return f"{BY_NAME[facet].folder}/{slug}/"


def pair(first: Value, second: Value) -> str:
    """Return the one address of two values of different facets, given in the order of `FACETS`."""
    return value(*first) + value(*second)


def search(*values: Value) -> str:
    """Return the address of the finder with these values chosen."""
    return f"{ZOEKEN}?{'&'.join('='.join(value) for value in values)}"


def chosen(address: str, stories: Iterable[str], werkvormen: Iterable[str]) -> str:
    """Return the address of a session or a selection with these stories and werkvormen in it."""
    return f"{address}?v=1&s={','.join(stories)}&w={','.join(werkvormen)}"


def session(stories: Iterable[str], werkvormen: Iterable[str], functie: str, vraag: str) -> str:
    """Return the address of a session for a function and a question, with these stories and werkvormen in it."""
    return f"{chosen(SESSIE, stories, werkvormen)}&f={functie}&q={quote(vraag)}"


def numbered(address: str, number: int) -> str:
    """Return the address of page `number` (from 1) of a long list."""
    return address if number == 1 else f"{address}pagina-{number}/"


def picture(path: str) -> str:
    """Return the address of a picture: beside the page of its text; those of `docs/` stand where they lie."""
    kind = kinds.of(path)
    return kind.address + path.removeprefix(kind.folder) if kind.address else uri(path)


def sitemap(number: int) -> str:
    """Return the address of a part of the sitemap (from 1), where it is too long for one file."""
    return f"sitemap-{number}.xml"


def preview(name: str) -> str:
    """Return the address of the picture that others show beside a link."""
    return f"assets/delen/{name}"


def feed(address: str) -> str:
    """Return the address of the feed of a list, as Atom."""
    return f"{address}feed.xml"


def embedded(address: str) -> str:
    """Return the address of a list as another site shows it."""
    return f"{EMBED}{address}"


def feeds(address: str) -> tuple[str, str]:
    """Return the addresses of the feeds of a list: as Atom, and as JSON."""
    return feed(address), f"{address}feed.json"


def followed(address: str) -> str:
    """Return the address of the list that a feed is of, or nothing for an address that is of no feed."""
    folder = f"{address.rpartition('/')[0]}/"
    return folder if address in feeds(folder) else ""


def source(address: str) -> str:
    """Return the name of the Markdown file that belongs to a generated page: `regio/` is an index, others are files."""
    return "index.md" if not address else f"{address}index.md" if address.count("/") == 1 else f"{address[:-1]}.md"


def page(uri: str) -> str:
    """Return the address of a hand-written page by its place among the pages: `over/index.md` -> `over/`."""
    name = uri.removesuffix(".md")
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def resolve(target: str, uri: str) -> str | None:
    """Return which file a link means, from the file `uri` (both relative to the root of all pages).

    A leading slash starts at that root; only `#` and a place means the file itself. None means: outside of it. The page
    of a value is named by its folder: one that its facet had before means the same page.
    """
    named = _named(target, uri)
    return named if named is None else _today(named)


def renamed(target: str, uri: str) -> str | None:
    """Return which file a link means that names it by a former folder of a facet; None for any other link."""
    named = _named(target, uri)
    return None if named is None or _today(named) == named else _today(named)


def _named(target: str, uri: str) -> str | None:
    path = target.partition("#")[0].partition("?")[0]
    if not path and target.startswith("#"):
        return uri
    if path.startswith("/"):
        found = posixpath.normpath(path[1:])
    else:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
    return None if found.startswith("..") else found


def _today(uri: str) -> str:
    folder, slash, rest = uri.partition("/")
    return FORMER.get(folder, folder) + slash + rest


def uri(path: str) -> str:
    """Return the place of a content file among the pages: those of `docs/` stand at the root."""
    return path.removeprefix(f"{kinds.PAGES}/")
