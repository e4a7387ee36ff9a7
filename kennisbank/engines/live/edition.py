"""One state of the site while it is written: what stands at each address, made when somebody asks for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

import jinja2

from kennisbank import PACKAGE
from kennisbank.contributing import papers
from kennisbank.engines.live.beside import Beside
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import cache, gallery
from kennisbank.outputs.voorvertoning import StukView, VoorvertoningView
from kennisbank.pages.page import Kader
from kennisbank.pages.site import NOT_FOUND, Site
from kennisbank.parts import rendering
from kennisbank.problems.problem import Problem
from kennisbank.problems.report import as_text
from kennisbank.reading.loader import load

INDEX = "index.html"
LOOKS = (".css", ".js", ".html", ".svg", ".png", ".woff2")
"""The ends of files in the package that say how a page looks, and nothing of what is on it."""


class Texts(Protocol):
    """What an engine makes for one site: the text of each page, and files that lie among the hand-written pages."""

    def html(self, uri: str) -> str:
        """Return the text of a page (by its file among the pages) as HTML."""

    def file(self, address: str) -> bytes | None:
        """Return what stands at an address and is copied as it is, or None where it is nothing."""


Prepare = Callable[[Path, Site, Kader], Texts]
"""Lets an engine begin with a site: of a root, with what is the same on every page."""


Tell = Callable[[str], None]


@dataclass(frozen=True)
class Place:
    """What all editions have in common: the root, the address of the preview, and its engine.

    `spare` is a folder for pictures, where there can be no cache; `tell` gets what there is to say, in Dutch. Who makes
    a page holds `making`: what reads Markdown is one for all pages, also for those of an earlier edition.
    """

    root: Path
    address: str
    prepare: Prepare
    spare: Path
    tell: Tell
    making: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True)
class Content:
    """What is shown of a root: the knowledge base, and what keeps it from being newer."""

    knowledge: KnowledgeBase
    problems: tuple[Problem, ...] = ()


def read(root: Path, good: KnowledgeBase | None, tell: Tell) -> Content | None:
    """Return what to show of a root; `good` is the last content without a mistake.

    With a mistake that stays in sight; at the start there is none, and what has a mistake is passed over. None where
    there is nothing to show. The problems are told too.
    """
    loaded = load(root, drafts=True, drift=papers.drift)
    if loaded.knowledge is not None:
        return Content(loaded.knowledge)
    shown = good or load(root, drafts=True, around=True).knowledge
    tell(f"De inhoud heeft problemen:\n{as_text(loaded.problems)}De voorvertoning laat zien wat er goed is.")
    return Content(shown, loaded.problems) if shown is not None else None


class Edition:
    """Answers for one state of the site. A page is made once, for who asks first.

    What does not change with the content is taken from the edition `before`: templates, what pages fetch, and what was
    made of the pictures. Raises what an engine raises where it cannot begin, and `gallery.Unmade`.
    """

    def __init__(self, place: Place, content: Content, number: int, before: Edition | None = None) -> None:
        self.number, self.content = number, content
        self.site = site = Site(content.knowledge)
        self.templates: jinja2.Environment = before.templates if before else rendering.pages()
        if before and _dressed(before.content.knowledge) == _dressed(content.knowledge):
            site.assets = before.site.assets
        originals = site.originals()
        self._pictures = {path: _stamp(file) for path, file in originals.items()}
        if before and before._pictures == self._pictures:
            site.made = before.site.made
        else:
            kept = cache.folder("beelden")
            site.made = gallery.make(originals, kept, place.spare)
            gallery.remember(site.made, kept, place.root, all_of_it=False)
        self.frame = replace(site.frame(place.address), offline=False, problemen=content.problems)
        self._texts = place.prepare(place.root, site, self.frame)
        self._pages: dict[str, bytes] = {}
        self._making = place.making

    @cached_property
    def _beside(self) -> Beside:
        return Beside(self.site, self.frame.adres, self._making)

    def has(self, address: str) -> bool:
        """Tell whether there is a page at an address below the root."""
        return address in self.site.by_address

    def page(self, address: str) -> bytes | None:
        """Return the page at an address below the root, as it is in a build, or None where there is none.

        One that cannot be made says why.
        """
        uri = self.site.by_address.get(address.removesuffix(INDEX))
        if uri is None and address != NOT_FOUND:
            return None
        with self._making:
            if address not in self._pages:
                try:
                    self._pages[address] = self._made(uri).encode("utf-8", "xmlcharrefreplace")
                except Exception as error:  # whatever it is: somebody is at work on it, and looks here
                    self._pages[address] = rendering.render(StukView(waarom=why(error))).encode()
            return self._pages[address]

    def _made(self, uri: str | None) -> str:
        home = self.content.knowledge.project
        if uri is None:
            shown, template = self.site.missing(home, self.frame), NOT_FOUND
        else:
            html = self._texts.html(uri)
            shown, template = self.site.shown(uri, html, home, self.frame), self.site.head(uri)["template"]
        return self.templates.get_template(template).render(shown.named())

    def reloading(self, page: bytes) -> bytes:
        """Return a page with, at its end, what loads it anew as soon as there is a later edition."""
        script = rendering.render(VoorvertoningView(stand=self.number)).encode()
        return page + script

    def other(self, address: str) -> bytes | None:
        """Return what stands at an address below the root and is no page, or None where it is nothing."""
        name = address + INDEX if not address or address.endswith("/") else address
        found = self._texts.file(name)
        return found if found is not None else self._beside.answer(name)


def _dressed(knowledge: KnowledgeBase) -> object:
    """Return what of the content the styles of a site depend on."""
    return knowledge.project, knowledge.ruimtes


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def of_tool(path: str) -> bool:
    """Tell whether a file is of the tool itself: its templates, what pages fetch, its lists."""
    return Path(path).is_relative_to(PACKAGE)


def looks_only(paths: Iterable[str]) -> bool:
    """Tell whether changed files are of how pages look only, so that the content need not be read again."""
    return all(of_tool(path) and path.endswith(LOOKS) for path in paths)


def why(error: Exception) -> str:
    """Return in Dutch why a page cannot be made."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"Sjabloon {error.name}, regel {error.lineno}: dit is niet te lezen. Jinja meldt: {error.message}"
    if isinstance(error, jinja2.UndefinedError):
        return str(error)
    return f"Onverwachte fout: {type(error).__name__}: {error}"
