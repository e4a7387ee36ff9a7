"""What the site offers beside its pages: feeds, redirects, schemas, and a list of what is on it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from kennisbank.model import kinds, urls
from kennisbank.model.forge import whole
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.made import Made
from kennisbank.model.project import Security
from kennisbank.outputs import glyphs, offline, sitemap
from kennisbank.outputs.feeds import Feeds
from kennisbank.parts import assets, colours, scripts
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render, render_plain
from kennisbank.problems import report
from kennisbank.reading.schema import json_schema

SHORT_NAME, LONG_NAME, ABOUT = 16, 48, 1024
"""Characters that OpenSearch 1.1 allows in `ShortName`, `LongName` and `Description`."""
MANIFEST = urls.MANIFEST
"""Which stories are on the site: the next build compares itself with it, and the form to write one looks into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSearchView(FileView):
    """How a browser searches here (OpenSearch 1.1): `kort` and `lang` are the name of the site as far as they may go.

    `zoeken`, `beeld` and `adres` are whole addresses: of the finder, of the icon, and of this file.
    """

    template: ClassVar[str] = "opensearch.xml"
    kort: str
    lang: str
    uitleg: str
    zoeken: str
    beeld: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityView(FileView):
    """Whom somebody warns of a weakness (RFC 9116), until the end of a day; `adres` is that of this file."""

    template: ClassVar[str] = "security.txt"
    contact: str
    verloopt: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """Which stories are on the site: their titles by slug, and the slugs at which one stood before.

    Of a withdrawn story there is no trace in it. `andere` has the same of every other kind with a form, by its name: a
    slug at which one stood before has no title there.
    """

    for_scripts: ClassVar[bool] = True
    versie: int
    verhalen: Mapping[str, str]
    eerder: tuple[str, ...]
    andere: Mapping[str, Mapping[str, str]]


def outputs(
    knowledge: KnowledgeBase, addresses: Iterable[str], site_url: str, site_name: str, made: Mapping[str, Made]
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the address and the text or the bytes of each file that is not a page of the engine.

    `addresses` are those of all pages, for the sitemap; `site_url` is that of the home page and ends with `/`;
    of a site that has no address yet it is a path, and a sitemap takes none. `made` is what was made of each picture,
    by its path.
    """
    yield from sitemap.files(knowledge, addresses, site_url)
    yield urls.OPENSEARCH, render(opensearch(knowledge.project.sentence, site_url, site_name))
    yield from Feeds(knowledge, site_url, site_name, made).files()
    for kind in kinds.KINDS:
        schema = json_schema(kind.record, knowledge.vocabularies)
        yield urls.SCHEMAS[kind.one], json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    yield urls.SCHEMA_OF_REPORT, json.dumps(report.json_schema(), ensure_ascii=False, indent=2) + "\n"
    yield from previews(knowledge)
    yield from offline.files(knowledge)
    yield MANIFEST, json.dumps(scripts.data(manifest(knowledge)), ensure_ascii=False, indent=1) + "\n"


def security(said: Security | None, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield whom somebody warns of a weakness in the site: at the one address where that is looked for (RFC 9116)."""
    if said and whole(site_url) and urlsplit(site_url).path == "/":
        view = SecurityView(contact=said.contact.adres, verloopt=said.until.isoformat(), adres=site_url + urls.SECURITY)
        yield urls.SECURITY, render_plain(view)


def opensearch(sentence: str, site_url: str, site_name: str) -> OpenSearchView:
    """Return how a browser searches here; `sentence` says without a full stop what is on the site."""
    long = shorten(site_name, LONG_NAME)
    short = shorten(site_name, SHORT_NAME)
    return OpenSearchView(
        kort=short,
        lang=long if long != short else "",
        uitleg=shorten(f"Zoek in {site_name}. {sentence}.", ABOUT),
        zoeken=site_url + urls.ZOEKEN,
        beeld=f"{site_url}assets/{assets.ICON}",
        adres=site_url + urls.OPENSEARCH,
    )


def shorten(text: str, most: int) -> str:
    """Return as many whole words as fit in so many characters, or else the first of its characters."""
    text = " ".join(text.split())
    return textwrap.shorten(text, most, placeholder="", break_on_hyphens=False) or text[:most]


def previews(knowledge: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """Yield the picture of every set of ruimtes that a page has."""
    order = [ruimte.origin.slug for ruimte in knowledge.ruimtes]
    named = [record.ruimtes for record in knowledge.verhalen]
    named += [record.ruimtes for record in knowledge.werkvormen if "alle" not in record.ruimtes]
    named += [record.ruimtes for record in knowledge.bundels]
    named += [record.ruimtes for record in knowledge.voorbeelden]
    sets = {frozenset(slugs) for slugs in named}
    sets |= {frozenset(order), *(frozenset([slug]) for slug in order)}
    inks = colours.of(knowledge.project.colours, knowledge.ruimtes)
    for name, picture in glyphs.pictures(sets, order, inks):
        yield urls.preview(name), picture


def manifest(knowledge: KnowledgeBase) -> Inhoud:
    """Return the title of every story on the site by its address, and the former addresses, which redirect."""
    others = [kind for kind in kinds.KINDS if kind.form and kind is not kinds.VERHAAL]
    return Inhoud(
        versie=1,
        verhalen=_titles(knowledge, kinds.VERHAAL),
        eerder=tuple(sorted(_former(knowledge, kinds.VERHAAL))),
        andere={
            kind.one: dict.fromkeys(sorted(_former(knowledge, kind)), "") | _titles(knowledge, kind) for kind in others
        },
    )


def _titles(knowledge: KnowledgeBase, kind: kinds.Kind) -> dict[str, str]:
    """Return the title of every text of a kind by its slug, in the order of the slugs."""
    return {text.origin.slug: text.title for text in sorted(knowledge.of(kind), key=lambda text: text.origin.slug)}


def _former(knowledge: KnowledgeBase, kind: kinds.Kind) -> Iterator[str]:
    """Yield the slugs at which a text of a kind stood before, and that no other may have."""
    for address in knowledge.moved:
        folder, _, slug = address.rstrip("/").rpartition("/")
        if folder == kind.address and address not in knowledge.withdrawn:
            yield slug
