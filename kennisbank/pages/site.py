"""The knowledge base as an engine wants it: which files to mount, which pages to add, and what each page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from urllib.parse import unquote, urlsplit

from kennisbank.contributing import ownlinks
from kennisbank.model import doors, kinds, urls
from kennisbank.model.forge import reserved, whole
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.made import Made
from kennisbank.model.numbers import in_words
from kennisbank.model.project import Home
from kennisbank.model.records import Bundel, Origin, Praktijkvoorbeeld, Record, Ruimte, Verhaal, Werkvorm
from kennisbank.pages import described, generated
from kennisbank.pages.bundel import view as bundel
from kennisbank.pages.home import view as home_page
from kennisbank.pages.kaarten import view as kaarten
from kennisbank.pages.machine import Leaf
from kennisbank.pages.page import Blad, Kader, KortAdres, Page, PageView, Shown
from kennisbank.pages.pagina import view as pagina
from kennisbank.pages.praktijkvoorbeeld import view as praktijkvoorbeeld
from kennisbank.pages.ruimte import view as ruimte
from kennisbank.pages.verhaal import view as verhaal
from kennisbank.pages.views import Views
from kennisbank.pages.werkvorm import view as werkvorm
from kennisbank.parts import assets, figures, icon, machine, preview, prose, rendering
from kennisbank.parts.cards import Link
from kennisbank.parts.figures import Figuur
from kennisbank.parts.kop import view as kop
from kennisbank.parts.omslag import view as omslag
from kennisbank.parts.omslag.view import Deelbeeld, Omslag
from kennisbank.parts.sentences import fitting
from kennisbank.parts.told import Told
from kennisbank.reading import drawings, markup, pictures

HOME_SOURCE = "index.md"
NOT_FOUND = "404.html"
HOUSE = 9
"""How many ruimtes the drawing of the site itself has: one with another number shows its glyph."""
EXTENSIONS = (
    *prose.LIBRARY,
    "kennisbank.parts.prose",
    "kennisbank.parts.figures",
    "kennisbank.parts.highlights",
    "kennisbank.contributing.ownlinks",
)
"""The extensions of Python-Markdown with which a text is rendered, by any engine (`Site.extensions`)."""
LEADING = re.compile(r"[^\s()<>\[\]\"']*[.:/][^\s()<>\[\]\"']*")
"""What in a text can be the target of a link, and much that is none."""
LINKING = re.compile(r"[\])>]")
"""What every link in a text has, whatever way it is written."""
Show = Callable[[KnowledgeBase, Views, Record], PageView]
R = TypeVar("R", bound=Record)


def _of(record: type[R], show: Callable[[KnowledgeBase, Views, R], PageView]) -> Show:
    """Return how a text is shown, of which the template fits one kind of record only."""

    def shown(knowledge: KnowledgeBase, views: Views, given: Record) -> PageView:
        if not isinstance(given, record):
            raise TypeError(f"{given.origin.path} is no {record.__name__}")
        return show(knowledge, views, given)

    return shown


SHOWN: dict[str, Show] = {
    verhaal.VerhaalView.template: _of(Verhaal, verhaal.made),
    werkvorm.WerkvormView.template: _of(Werkvorm, werkvorm.made),
    ruimte.RuimteView.template: _of(Ruimte, ruimte.made),
    praktijkvoorbeeld.PraktijkvoorbeeldView.template: _of(Praktijkvoorbeeld, praktijkvoorbeeld.made),
    bundel.BundelView.template: _of(Bundel, bundel.made),
    pagina.PaginaView.template: pagina.made,
}
"""What the page of a text shows, by its template; that of a hand-written page fits any kind."""
kinds.required("view", "SHOWN in kennisbank/pages/site.py", SHOWN, by=lambda kind: kind.page)
kinds.required(
    "template",
    "kennisbank/pages",
    {file.relative_to(rendering.PAGES).as_posix() for file in rendering.PAGES.glob("*/template.html")},
    by=lambda kind: rendering.place(kind.page).relative_to(rendering.PAGES).as_posix(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGevondenView(PageView):
    """What stands at every address that is none."""

    template: ClassVar[str] = "404.html"


NOT_THERE = NietGevondenView(title="Pagina niet gevonden", description="")


@dataclass(frozen=True)
class Mount:
    """A real file for the engine: `path` below the folder `root`, written to `target` below the site."""

    path: str
    root: str
    target: str


@dataclass(frozen=True)
class Picture:
    """A file made of a picture: `source` is its place among the pages, `file` where it lies, `target` its address."""

    source: str
    file: Path
    target: str


def _root(origin: Origin) -> str:
    """Return the root of the content that a text is of."""
    return str(origin.file)[: -len(origin.path) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that a page is made from, but for what is the same on every page: who has this has the page.

    `blad` is without what is only known when the `text` has been rendered; `leads` are the addresses of what that may
    lead to; `figures` and `highlights` is what the extensions of Markdown are told.
    """

    uri: str
    template: str
    view: PageView
    blad: Blad
    text: str
    leads: tuple[tuple[str, str], ...]
    figures: Mapping[str, Any]
    highlights: Mapping[str, Any]


class Site:
    """Answers an engine's questions about one knowledge base.

    A page is named by its file among the pages (`urls.uri`).
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.views = Views(knowledge)
        self._told: dict[str, Told] = {}
        self.printed: Mapping[str, bytes] = {}
        """PDFs by their address: whoever builds fills it, from `kaarten.printable`."""
        self.note: Callable[[Inputs], None] | None = None
        """Hears what each page that is shown was made from."""

    @property
    def made(self) -> Mapping[str, Made]:
        """What has been made of each picture, by its path: whoever builds fills it, from `originals`."""
        return self.views.made

    @made.setter
    def made(self, made: Mapping[str, Made]) -> None:
        if made != self.views.made:  # what was made of a page before shows none
            self.views = Views(self.knowledge, made)
            self.__dict__.pop("_pages", None)

    def openings(self) -> dict[str, Omslag]:
        """Return the opening pictures of the stories, by the address of their page."""
        found = ((verhaal, self.views.omslag(verhaal)) for verhaal in self.knowledge.verhalen)
        return {urls.verhaal(verhaal.origin.slug): opening for verhaal, opening in found if opening}

    @cached_property
    def assets(self) -> assets.Assets:
        """What its pages fetch, as it was when somebody first asked for it."""
        return assets.of(self.knowledge)

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {urls.uri(record.origin.path): record for record in self.knowledge.records}

    @cached_property
    def _pages(self) -> dict[str, Page[PageView]]:
        found = {urls.source(page.address): page for page in generated.generate(self.knowledge, self.views)}
        if HOME_SOURCE not in self._records:
            found[HOME_SOURCE] = Page(urls.HOME, home_page.made(self.knowledge, self.views))
        return found

    def mounts(self) -> Iterator[Mount]:
        """Yield stories, werkvormen and ruimtes with their Dutch addresses.

        Hand-written pages are not among them: those lie in the folder that the engine reads itself (`by_hand`).
        """
        for record in self._records.values():
            if not kinds.BY_RECORD[type(record)].by_hand:
                origin = record.origin
                yield Mount(origin.path, _root(origin), urls.content(origin.path, origin.slug) + "index.html")

    def originals(self) -> dict[str, Path]:
        """Return the file of every picture that a text on the site shows, by its path; those are never published."""
        found = {}
        for record in self._records.values():
            for path in pictures.paths(record):
                found[path] = Path(_root(record.origin)) / path
        return found

    def pictures(self) -> Iterator[Picture]:
        """Yield all that has been made of the pictures: the first of each is what a link in a text can name."""
        for path, made in sorted(self.made.items()):
            own = figures.address(path, made)
            yield Picture(urls.uri(path), made.fallback.file, own)
            for variant in made.variants:
                target = figures.variant(own, variant)
                yield Picture(target, variant.file, target)

    def figures(self, uri: str) -> dict[str, Any]:
        """Return what the extension of Markdown that places pictures must know of a page (`figures.Figures`)."""
        record = self._records.get(uri)
        return {
            "beelden": {urls.uri(path): view for path, view in self._shown(record).items()} if record else {},
            "uri": uri,
            "wortel": "../" * urls.of(record.origin.path, record.origin.slug).count("/") if record else "",
        }

    def highlights(self, uri: str) -> dict[str, Any]:
        """Return what stands out in the text of a page (`highlights.Highlights`)."""
        record = self._records.get(uri)
        if not record:
            return {}
        apart = tuple(section.heading for section in kinds.BY_RECORD[type(record)].outline if section.apart)
        return {"citaat": verhaal.quoted(record) if isinstance(record, Verhaal) else None, "apart": apart}

    def unplaced(self, uri: str, told: Told) -> tuple[Figuur, ...]:
        """Return the pictures of a page that its text does not show."""
        record = self._records.get(uri)
        shown = self._shown(record) if record else {}
        opening = self._opening(uri, told)
        return tuple(view for view in shown.values() if view.bestand not in told.placed and view != opening)

    def _opening(self, uri: str, told: Told) -> Figuur | None:
        """Return the photograph that the page of a story opens with: its first, unless the text shows that itself."""
        record = self._records.get(uri)
        first = next(iter(self._shown(record).values()), None) if isinstance(record, Verhaal) else None
        return None if first is None or first.bestand in told.placed else first

    def _shared(self, uri: str, view: PageView) -> Deelbeeld:
        """Return the picture that others show beside a link to a page: that of its story, or a glyph."""
        record = self._records.get(uri)
        own = omslag.shared(self.knowledge, record, self.made) if isinstance(record, Verhaal) else None
        if own is not None:
            return own
        size = preview.WIDTH, preview.HEIGHT
        if view.glyph:
            return Deelbeeld(view.glyph.beeld, *size, view.glyph.tekst)
        return self._house

    @cached_property
    def _house(self) -> Deelbeeld:
        """The picture beside a link to a page that has none of its own: made once, for that is most of them."""
        size = preview.WIDTH, preview.HEIGHT
        if len(self.knowledge.ruimtes) != HOUSE:
            every = self.views.glyph(self.views.order)
            return Deelbeeld(every.beeld, *size, every.tekst)
        house = f"{self.assets.drawings}/home"
        return Deelbeeld(f"{house}.png", *size, drawings.judged(self.assets.files[f"{house}.svg"]).title)

    def _leaf(self, uri: str, view: PageView, sentence: str, picture: Deelbeeld) -> Leaf[PageView]:
        """Return a page as machines are told of it."""
        record = self._records.get(uri)
        return Leaf(
            address=self.addresses[uri],
            view=view,
            knowledge=self.knowledge,
            summary=sentence,
            record=record,
            picture=picture,
            photo=next(iter(self._shown(record).values()), None) if record else None,
        )

    def _shown(self, record: Record) -> dict[str, Figuur]:
        """Return the views of the pictures of a text by their path."""
        term = self.knowledge.vocabularies["licentie"].by_slug if pictures.of(record) else {}
        return {
            path: figures.view(beeld, self.made[path], path, term[beeld.licentie])
            for path, beeld in zip(pictures.paths(record), pictures.of(record), strict=True)
            if path in self.made
        }

    def generated(self) -> Iterator[str]:
        """Yield the files of the pages that are generated."""
        yield from self._pages

    @cached_property
    def by_address(self) -> dict[str, str]:
        """The file among the pages of every address."""
        found = {}
        for uri, record in self._records.items():
            found[urls.of(record.origin.path, record.origin.slug)] = uri
        return found | {page.address: uri for uri, page in self._pages.items()}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of every file among the pages."""
        return {uri: address for address, uri in self.by_address.items()}

    @cached_property
    def listed(self) -> list[str]:
        """Every address that search engines are offered: no notice of a withdrawn story, nor a page without content."""
        return [address for address, uri in self.by_address.items() if not self._unlisted(uri)]

    def _unlisted(self, uri: str) -> bool:
        view = self._pages[uri].view if uri in self._pages else None
        return view is not None and (view.verborgen or view.stil)

    def written(self, uri: str) -> bool:
        """Tell whether a page has a file that somebody wrote."""
        return uri in self._records

    def record(self, uri: str) -> Record | None:
        """Return the text that somebody wrote a page in; None for one that is made."""
        return self._records.get(uri)

    def file(self, uri: str) -> str:
        """Return the path of the file that somebody wrote a page in, or nothing for one that is made."""
        return self._records[uri].origin.path if uri in self._records else ""

    def by_hand(self) -> Iterator[tuple[str, str]]:
        """Yield the place and the text of each hand-written page, for the folder that the engine reads itself."""
        for record in self._records.values():
            if kinds.BY_RECORD[type(record)].by_hand:
                yield urls.uri(record.origin.path), record.origin.body

    def has(self, uri: str) -> bool:
        """Tell whether a page is on the site, made or written by hand."""
        return uri in self._pages or uri in self._records

    def _at(self, address: str) -> bool:
        """Tell whether the site has a page at an address."""
        return address in self.by_address

    def prepare(self) -> int:
        """Make everything that all pages share; returns the number of pages."""
        _ = self.views.index, self.assets
        return len(self._records) + len(self._pages)

    def text(self, uri: str) -> str | None:
        """Return the Markdown of a page without front matter; None for a file that is not ours."""
        if page := self._pages.get(uri):
            return page.body
        record = self._records.get(uri)
        return None if record is None else self.body(record)

    def body(self, record: Record) -> str:
        """Return the text of a record in Markdown, without the links to what is not on this site."""
        uri = urls.uri(record.origin.path)
        return markup.unlink(record.origin.body, lambda target: urls.resolve(target, uri) in self.knowledge.targets)

    def head(self, uri: str) -> dict[str, str]:
        """Return what an engine must know of a page early: its title and template."""
        if page := self._pages.get(uri):
            return {"title": page.view.title, "template": page.view.template}
        record = self._records[uri]
        template = "home.html" if uri == HOME_SOURCE else kinds.BY_RECORD[type(record)].page
        return {"title": record.title, "template": template}

    def view(self, uri: str) -> PageView:
        """Return what the template of a page shows of its kind."""
        if page := self._pages.get(uri):
            if isinstance(page.view, kaarten.AfdrukkenView):
                return replace(page.view, pdfs=kaarten.downloads(self.printed))
            return page.view
        record = self._records[uri]
        if uri == HOME_SOURCE:
            return home_page.made(self.knowledge, self.views, record)
        return SHOWN[kinds.BY_RECORD[type(record)].page](self.knowledge, self.views, record)

    def frame(self, address: str) -> Kader:
        """Return what is the same on every page of the site at an address, which ends with `/`."""
        kb = self.knowledge
        return Kader(
            naam=kb.project.name,
            zin=kb.project.sentence,
            adres=address,
            bestaat=whole(address) and not reserved(address),
            rechten=kb.project.rights,
            licentie=kb.licence,
            streek=kb.streek,
            aantal=in_words(len(kb.ruimtes)),
            rapport=kb.project.report,
            stijl=self.assets.site.address,
            zonder_script=self.assets.unscripted.address,
            scripts=self.assets.scripts,
            letters=self.assets.letters,
            tekeningen=self.assets.drawings,
            merk=icon.mark(len(kb.ruimtes)),
            deuren=kop.doors(self._at),
            over=kop.links(doors.ABOUT, self._at),
            beheer=Link(kb.project.keeper.name, kb.project.keeper.address) if kb.project.keeper else None,
        )

    def shown(self, uri: str, html: str, home: Home, frame: Kader) -> Shown:
        """Return all that the template of a page gets; `html` is its text."""
        told = self._told.pop(uri, Told())
        given = self.inputs(uri, home, frame)
        if self.note:
            self.note(given)
        opened = [piece.slug for piece in given.blad.intro if piece.slug]
        return Shown(
            given.view,
            frame,
            replace(
                given.blad,
                html=html,
                begrippen=tuple(map(self.views.word, dict.fromkeys([*opened, *told.explained]))),
                beelden=self.unplaced(uri, told),
                opening=self._opening(uri, told),
                wacht=ownlinks.waiting(home, uri, told),
            ),
        )

    def inputs(self, uri: str, home: Home, frame: Kader) -> Inputs:
        """Return what the page of a file is made from."""
        view, address, file = self.view(uri), self.addresses[uri], self.file(uri)
        place = doors.of(address)
        intro = self.views.intro(self._introduction(uri))
        styles = self.assets.of(view.template)
        sentence, picture = fitting(view.zoekzin or view.description, frame.zin), self._shared(uri, view)
        blad = Blad(
            adres=address,
            wortel="/".join([".."] * address.count("/")) or ".",
            zin=sentence,
            deur=place.door,
            plek=place.page,
            stijl=styles.address if styles else "",
            scripts=self.assets.scripts_of(view.template),
            canoniek=frame.adres + address if whole(frame.adres) else "",
            kort=self._short(uri, frame),
            verbeter=home.forge.edit(file)
            if file and not home.forge.example and file not in self.knowledge.lent
            else "",
            bestand=file,
            intro=intro,
            beeld=picture if whole(frame.adres) else None,  # others ask for a whole address
            machine=machine.written(described.nodes(self._leaf(uri, view, sentence, picture)), frame.adres),
            bewaarplaats=home.forge.view(view.map),
            contact=home.contact.view if home.contact else None,
        )
        text = self.text(uri) or ""
        return Inputs(
            uri=uri,
            template=self.head(uri)["template"],
            view=view,
            blad=blad,
            text=text,
            leads=tuple(self._leads(uri, text)),
            figures=self.figures(uri),
            highlights=self.highlights(uri),
        )

    def _leads(self, uri: str, text: str) -> Iterator[tuple[str, str]]:
        """Yield what a text may lead to by a link, with its address on the site; nothing for what is not there."""
        if not LINKING.search(text):
            return
        for target in dict.fromkeys(LEADING.findall(text)):
            yield target, self.addresses.get(urls.resolve(unquote(target), uri) or "", "")

    def _short(self, uri: str, frame: Kader) -> KortAdres | None:
        """Return the short address of a text; a host adds the slash at its end, so in words there is none."""
        record = self._records.get(uri)
        url = self.knowledge.short(record) if record else ""
        return KortAdres(url, (frame.adres + url).partition("//")[2].rstrip("/")) if url else None

    def missing(self, home: Home, frame: Kader) -> Shown:
        """Return the same for the page that stands at every address that is none: it can be read at any depth."""
        root = urlsplit(frame.adres).path.rstrip("/")
        scripts = self.assets.scripts_of(NOT_FOUND)
        bewaarplaats = home.forge.view("")
        blad = Blad(
            adres=NOT_FOUND, wortel=root, zin=fitting("", frame.zin), scripts=scripts, bewaarplaats=bewaarplaats
        )
        return Shown(NOT_THERE, frame, blad)

    def extensions(self, uri: str, home: Home) -> dict[str, dict[str, Any]]:
        """Return what each of `EXTENSIONS` must know of one page, by its name; what they tell is kept for `shown`."""
        told = self._told[uri] = Told()
        return {
            "kennisbank.parts.figures": {**self.figures(uri), "told": told},
            "kennisbank.parts.highlights": self.highlights(uri),
            "kennisbank.contributing.ownlinks": {"home": home, "uri": uri, "addresses": self.addresses, "told": told},
            "kennisbank.parts.prose": {"words": self.views.words, "explained": self.explained(uri), "told": told},
        }

    def explained(self, uri: str) -> frozenset[str]:
        """Return the words that the introduction of a page explains, so that its text need not."""
        return frozenset(term.slug for _, _, term in self.views.words.find(self._introduction(uri)))

    def _introduction(self, uri: str) -> str:
        """Return the sentence under the title of a page; the home page begins with its text."""
        if uri == HOME_SOURCE:
            return ""
        page, record = self._pages.get(uri), self._records.get(uri)
        return page.view.description if page else record.samenvatting if record else ""
