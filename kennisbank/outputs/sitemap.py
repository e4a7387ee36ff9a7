"""What search engines are offered: every page, with the day of what is new on it, and where that list is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.forge import whole
from kennisbank.model.kinds import RUIMTE
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Verhaal, changed
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render, render_plain

MOST = 50_000
"""Pages in one list (https://www.sitemaps.org/protocol.html)."""
NUMBERED = re.compile(r"pagina-\d+/$")
"""What the address of a further page of a list ends with."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A whole address; `datum` is the last day on which something there was new or changed, or nothing."""

    adres: str
    datum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView(FileView):
    """Pages."""

    template: ClassVar[str] = "sitemap.xml"
    paginas: tuple[Regel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapsView(FileView):
    """The lists of pages, where one does not hold them all."""

    template: ClassVar[str] = "sitemaps.xml"
    lijsten: tuple[Regel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView(FileView):
    """What a search engine may look at: all of it; `sitemap` is a whole address, or nothing (RFC 9309)."""

    template: ClassVar[str] = "robots.txt"
    sitemap: str


def files(
    knowledge: KnowledgeBase, addresses: Iterable[str], site_url: str, most: int = MOST
) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of each file that offers these pages, at most so many in one list.

    `site_url` is the address of the home page and ends with `/`; of a site that has no address yet it is a path, and a
    list of pages takes none.
    """
    if not whole(site_url):
        addresses = ()
    days = dict(dated(knowledge))
    rows = [Regel(site_url + address, days.get(NUMBERED.sub("", address), "")) for address in sorted(addresses)]
    if len(rows) <= most:
        yield urls.SITEMAP, render(SitemapView(paginas=tuple(rows)))
    else:
        lists = []
        for number, first in enumerate(range(0, len(rows), most), 1):
            part = tuple(rows[first : first + most])
            yield urls.sitemap(number), render(SitemapView(paginas=part))
            lists.append(Regel(site_url + urls.sitemap(number), max(row.datum for row in part)))
        yield urls.SITEMAP, render(SitemapsView(lijsten=tuple(lists)))
    yield urls.ROBOTS, render_plain(RobotsView(sitemap=site_url + urls.SITEMAP if whole(site_url) else ""))


def dated(knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield the address of each page of which it is known when what is on it was last new, with that day.

    That is a story, an example, and a list of those. A page with a text that has no day has none itself.
    """
    texts: tuple[Verhaal | Praktijkvoorbeeld, ...] = (*knowledge.verhalen, *knowledge.voorbeelden)
    for text in texts:
        yield urls.of(text.origin.path, text.origin.slug), changed(text).isoformat()
    for value in knowledge.values.keys() | knowledge.examples.keys():
        if value[0] != RUIMTE.one:  # its page is a text as well
            yield from _newest(urls.value(*value), knowledge.values.get(value), knowledge.examples.get(value))
    for pair in knowledge.pairs:
        yield from _newest(urls.pair(*pair), knowledge.pairs[pair], knowledge.example_pairs.get(pair))
    for province in knowledge.provinces:
        yield from _newest(urls.value("regio", province), list(knowledge.in_province(province)))
    yield from _newest(urls.VERHALEN, knowledge.verhalen, knowledge.voorbeelden)
    yield from _newest(urls.VOORBEELDEN, knowledge.voorbeelden)


def _newest(address: str, *lists: Sequence[Verhaal | Praktijkvoorbeeld] | None) -> Iterator[tuple[str, str]]:
    """Yield the last day on which a text of these lists was new or changed; nothing where they are empty."""
    days = [changed(text) for texts in lists for text in texts or ()]
    if days:
        yield address, max(days).isoformat()
