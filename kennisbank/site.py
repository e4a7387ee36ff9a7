"""The knowledge base as an engine wants it: which files to mount, which pages to add, and what each page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kennisbank import markup, pages, prose, urls, valuepages
from kennisbank.knowledge import KnowledgeBase
from kennisbank.listing import Page
from kennisbank.records import Bundel, Pagina, Record, Ruimte, Verhaal, Werkvorm
from kennisbank.views import Views

HOME_SOURCE = "index.md"
TEMPLATES: dict[type[Record], str] = {
    Verhaal: "verhaal.html",
    Werkvorm: "werkvorm.html",
    Ruimte: "ruimte.html",
    Pagina: "pagina.html",
    Bundel: "bundel.html",
}


@dataclass(frozen=True)
class Mount:
    """A real file for the engine: `path` below the folder `root`, written to `target` below the site."""

    path: str
    root: str
    target: str


class Site:
    """Answers an engine's questions about one knowledge base.

    A page is named by its file among the pages (`urls.uri`).
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.views = Views(knowledge)

    @cached_property
    def _records(self) -> dict[str, Record]:
        kb = self.knowledge
        records: list[Record] = [*kb.verhalen, *kb.werkvormen, *kb.ruimtes, *kb.paginas, *kb.bundels]
        return {urls.uri(record.origin.path): record for record in records}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        found = {urls.source(page.address): page for page in pages.generate(self.knowledge, self.views)}
        if HOME_SOURCE not in self._records:
            meta = {
                "title": "Zoek een voorbeeld dat op jullie lijkt",
                "description": "Praktijkverhalen van leergemeenschappen cultuureducatie.",
            }
            found[HOME_SOURCE] = Page(urls.HOME, meta | pages.home(self.knowledge, self.views))
        return found

    def mounts(self) -> Iterator[Mount]:
        """Yield stories, werkvormen and ruimtes with their Dutch addresses, and the pictures beside them.

        Hand-written pages are not among them: those lie in the folder that the engine reads itself.
        """
        roots: dict[str, str] = {}
        for record in self._records.values():
            if not record.origin.path.startswith("docs/"):
                origin = record.origin
                root = str(origin.file)[: -len(origin.path) - 1]
                roots[origin.path.partition("/")[0]] = root
                yield Mount(origin.path, root, urls.content(origin.path, origin.slug) + "index.html")
        for path in self.knowledge.images:
            folder, _, rest = path.partition("/")
            if folder in roots:  # pictures of hand-written pages lie where the engine looks itself
                yield Mount(path, roots[folder], f"{urls.FOLDERS[folder]}/{rest}")

    def generated(self) -> Iterator[str]:
        """Yield the files of the pages that are generated."""
        yield from self._pages

    @cached_property
    def by_address(self) -> dict[str, str]:
        """The file among the pages of every address."""
        found = {}
        for uri, record in self._records.items():
            path, slug = record.origin.path, record.origin.slug
            found[urls.page(uri) if path.startswith("docs/") else urls.content(path, slug)] = uri
        return found | {page.address: uri for uri, page in self._pages.items()}

    @cached_property
    def listed(self) -> list[str]:
        """Every address that may be found; the notices of withdrawn stories may not."""
        hidden = {address for address, uri in self.by_address.items() if self._hidden(uri)}
        return [address for address in self.by_address if address not in hidden]

    def _hidden(self, uri: str) -> bool:
        return uri in self._pages and bool(self._pages[uri].meta.get("verborgen"))

    def written(self, uri: str) -> bool:
        """Tell whether a page has a file that somebody wrote."""
        return uri in self._records

    def has(self, uri: str) -> bool:
        """Tell whether a page is on the site, made or written by hand."""
        return uri in self._pages or uri in self._records

    def prepare(self) -> int:
        """Make everything that all pages share; returns the number of pages."""
        _ = self.views.index
        return len(self._records) + len(self._pages)

    def text(self, uri: str) -> str | None:
        """Return the Markdown of a page without front matter; None for a file that is not ours."""
        if page := self._pages.get(uri):
            return page.body
        record = self._records.get(uri)
        if record is None:
            return None
        return markup.unlink(record.origin.body, lambda target: urls.resolve(target, uri) in self.knowledge.targets)

    def head(self, uri: str) -> dict[str, Any]:
        """Return what an engine must know of a page early: its title and template."""
        if page := self._pages.get(uri):
            return {key: page.meta[key] for key in ("title", "template")}
        record = self._records[uri]
        template = "home.html" if uri == HOME_SOURCE else TEMPLATES[type(record)]
        return {"title": record.title, "template": template}

    def meta(self, uri: str) -> dict[str, Any]:
        """Return all that the template of a page shows, but for the words that it explains."""
        meta = self._meta(uri)
        glyph = meta.get("glyph") or self.views.glyph(self.views.order)
        return meta | {"intro": self.views.intro(self._introduction(uri)), "beeld": glyph["beeld"]}

    def explained(self, uri: str) -> frozenset[str]:
        """Return the words that the introduction of a page explains, so that its text need not."""
        return frozenset(term.slug for _, _, term in self.views.words.find(self._introduction(uri)))

    def _introduction(self, uri: str) -> str:
        """Return the sentence under the title of a page; the home page begins with its text."""
        if uri == HOME_SOURCE:
            return ""
        page, record = self._pages.get(uri), self._records.get(uri)
        return str(page.meta["description"]) if page else record.samenvatting if record else ""

    def words(self, meta: dict[str, Any], html: str) -> list[dict[str, Any]]:
        """Return the explanation of each word that the introduction or the text of a page can open."""
        opened = [part["slug"] for part in meta["intro"] if part["slug"]]
        return [self.views.word(slug) for slug in dict.fromkeys([*opened, *prose.explained(html)])]

    def _meta(self, uri: str) -> dict[str, Any]:
        if page := self._pages.get(uri):
            return page.meta
        record = self._records[uri]
        if isinstance(record, Verhaal):
            return self.views.verhaal(record)
        if isinstance(record, Werkvorm):
            return self.views.werkvorm(record)
        if isinstance(record, Ruimte):
            return valuepages.ruimte_meta(self.knowledge, self.views, record)
        if isinstance(record, Bundel):
            return self.views.bundel(record)
        own = self.views.pagina(record)
        return own | pages.home(self.knowledge, self.views) if uri == HOME_SOURCE else own
