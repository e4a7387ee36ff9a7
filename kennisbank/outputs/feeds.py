"""The feeds of lists, as Atom (RFC 4287) and as JSON Feed 1.1: the texts that are new or changed, the latest first.

Their names last (`codes.urn`): a reader knows a feed and what is in it again under another name of a text, another
address of a list, and another address of the site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nlargest
from typing import Any, ClassVar

from markupsafe import Markup

from kennisbank.model import urls
from kennisbank.model.addresses import FACET_OF
from kennisbank.model.codes import urn
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.made import Made
from kennisbank.model.records import Praktijkvoorbeeld, Verhaal, changed
from kennisbank.pages import generated
from kennisbank.parts import assets, preview
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.omslag import view as omslag
from kennisbank.parts.rendering import render

NEWEST = 20
"""Texts in a feed."""
LANGUAGE = "nl"
JSON_FEED = "https://jsonfeed.org/version/1.1"
GONE = "Deze lijst staat niet meer op de site"
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
NEVER = date(2000, 1, 1)
"""When a list without any text changed."""
SITE = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")
"""The address that a source can name."""
Text = Verhaal | Praktijkvoorbeeld


@dataclass(frozen=True, slots=True)
class FeedKenmerk:
    """A value of a text: its slug, the whole address of the list of all values like it, and what it is called."""

    slug: str
    lijst: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedTekst(FileView):
    """A story or a short example in a feed.

    What the whole feed says, it does not say again: by whom it is, in which language, and under which licence. Every
    address is whole; `uri` is its lasting name. Days are as a machine reads them: that on which it came on the
    site, and on which something changed that a reader wants to know. `elders` is the address of its source, if it has
    one.
    """

    template: ClassVar[str] = "feed-tekst.xml"
    uri: str
    titel: str
    adres: str
    datum: str
    bijgewerkt: str
    samenvatting: str
    beeld: str
    beeldsoort: str
    elders: str
    kenmerken: tuple[FeedKenmerk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView(FileView):
    """A feed: `naam` is that of the site, `adres` that of its list and `feed` its own, both whole.

    `teksten` are as their own template writes them (`FeedTekst`).
    """

    template: ClassVar[str] = "feed.xml"
    uri: str
    naam: str
    titel: str
    site: str
    adres: str
    feed: str
    beeld: str
    rechten: str
    bijgewerkt: str
    teksten: tuple[Markup, ...]


@dataclass(frozen=True)
class List:
    """A list that has feeds: its address, its title, and its texts."""

    address: str
    title: str
    texts: Sequence[Text]

    @cached_property
    def newest(self) -> list[Text]:
        """The texts that its feeds have, the latest first."""
        return nlargest(NEWEST, self.texts, lambda text: (changed(text), text.datum))


class Feeds:
    """The feeds of one knowledge base, for a site at an address (which ends with `/`) under a name.

    `made` is what was made of each picture, by its path. A text is written once, whatever the number of its lists.
    """

    def __init__(self, knowledge: KnowledgeBase, site_url: str, site_name: str, made: Mapping[str, Made]) -> None:
        self.knowledge, self.site_url, self.site_name, self.made = knowledge, site_url, site_name, made
        self._lists = {each[0]: List(*each) for each in generated.feeds(knowledge)}
        self._entries: dict[str, tuple[Markup, str]] = {}
        self._values: dict[tuple[str, str], FeedKenmerk] = {}
        self._order = [ruimte.origin.slug for ruimte in knowledge.ruimtes]

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the address and the text of every feed: of each list that has any text, and of those of all texts."""
        for found in self._lists.values():
            if found.texts or found.address in (urls.VERHALEN, urls.VOORBEELDEN):
                for address in urls.feeds(found.address):
                    yield address, self._written(found, address)

    def at(self, lead: str, address: str) -> str:
        """Return the feed that stands at `lead`, as it is given out at an older `address`; empty where there is none.

        Who follows a list that has no story any more gets all stories, until it has one again. A feed keeps the name of
        the list that is followed.
        """
        found = self._lists.get(lead) or self._lists.get(urls.followed(lead))
        if found is None:
            return self._written(List(urls.VERHALEN, GONE, ()), address)
        return self._written(found if found.texts else self._lists[urls.VERHALEN], address)

    def _written(self, found: List, address: str) -> str:
        entries = [self._entry(text) for text in found.newest]
        name = urn(self.site_name, lasting(self.knowledge, urls.followed(address)))
        title = f"{found.title} – {self.site_name}"
        if address.endswith(".json"):
            feed = {
                "version": JSON_FEED,
                "title": title,
                "home_page_url": self.site_url + found.address,
                "feed_url": self.site_url + address,
                "favicon": f"{self.site_url}assets/{assets.ICON}",
                "language": LANGUAGE,
                "authors": [{"name": self.site_name, "url": self.site_url}],
                "_ruimte": {"id": name, "rights": self.knowledge.project.rights},
            }
            items = ",".join(item for _, item in entries)  # each is written once for all feeds that it is in
            return f'{_json(feed)[:-1]},"items":[{items}]}}\n'
        view = FeedView(
            uri=name,
            naam=self.site_name,
            titel=title,
            site=self.site_url,
            adres=self.site_url + found.address,
            feed=self.site_url + address,
            beeld=f"{self.site_url}assets/{assets.ICON}",
            rechten=self.knowledge.project.rights,
            bijgewerkt=moment(changed(found.newest[0]) if found.newest else NEVER),
            teksten=tuple(entry for entry, _ in entries),
        )
        return render(view)

    def _entry(self, text: Text) -> tuple[Markup, str]:
        """Return a text as it stands in every feed that it is in: for Atom, and for JSON."""
        path = text.origin.path
        if path not in self._entries:
            view = self._view(text, urls.of(path, text.origin.slug))
            self._entries[path] = Markup(render(view)), _json(item(view))  # which has escaped all that is in it
        return self._entries[path]

    def _view(self, text: Text, address: str) -> FeedTekst:
        picture = self._picture(text)
        source = SITE.search(text.bron)
        return FeedTekst(
            uri=urn(self.site_name, self.knowledge.codes.first.get(address, address)),
            titel=text.title,
            adres=self.site_url + address,
            datum=moment(text.datum),
            bijgewerkt=moment(changed(text)),
            samenvatting=text.samenvatting,
            beeld=self.site_url + picture,
            beeldsoort=f"image/{picture.rpartition('.')[2].replace('jpg', 'jpeg')}",
            elders=source[0] if source else "",
            kenmerken=tuple(
                self._value(facet.name, slug) for facet in self.knowledge.facets for slug in facet.of(text)
            ),
        )

    def _value(self, facet: str, slug: str) -> FeedKenmerk:
        """Return a value as every text that has it shows it."""
        if (facet, slug) not in self._values:
            label = self.knowledge.term(facet, slug).label
            self._values[facet, slug] = FeedKenmerk(slug, self.site_url + urls.overview(facet), label)
        return self._values[facet, slug]

    def _picture(self, text: Text) -> str:
        """Return the address of the picture that others show beside a link to a text."""
        own = omslag.shared(self.knowledge, text, self.made) if isinstance(text, Verhaal) else None
        return own.url if own else urls.preview(preview.name(text.ruimtes, self._order))


def item(view: FeedTekst) -> dict[str, Any]:
    """Return an item of a JSON Feed; what is empty is left out."""
    found = {
        "id": view.uri,
        "url": view.adres,
        "external_url": view.elders,
        "title": view.titel,
        "summary": view.samenvatting,
        "content_text": view.samenvatting,
        "image": view.beeld,
        "date_published": view.datum,
        "date_modified": view.bijgewerkt,
        "tags": list(dict.fromkeys(kenmerk.naam for kenmerk in view.kenmerken)),
    }
    return {name: value for name, value in found.items() if value}


def moment(day: date) -> str:
    """Return a day as feeds want it (RFC 3339): its beginning, whatever the place."""
    return f"{day.isoformat()}T00:00:00Z"


def lasting(knowledge: KnowledgeBase, address: str) -> str:
    """Return what a list is called for ever, by an address that it has or had: its values by their oldest slugs."""
    parts = address.rstrip("/").split("/")
    if len(parts) % 2 or not all(folder in FACET_OF for folder in parts[::2]):
        return address
    names = [(FACET_OF[folder], slug) for folder, slug in zip(parts[::2], parts[1::2], strict=True)]
    return "/".join(f"{facet}/{_oldest(knowledge, facet, slug)}" for facet, slug in names)


def _oldest(knowledge: KnowledgeBase, facet: str, slug: str) -> str:
    lists = ("regio", "provincie") if facet == "regio" else (facet,)
    terms = [term for name in lists for term in knowledge.vocabularies[name].terms]
    return next((term.former[0] for term in terms if term.former and slug in (term.slug, *term.former)), slug)
