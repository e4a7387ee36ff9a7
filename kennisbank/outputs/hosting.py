"""What a host reads of the site to serve it right: headers, media types, and what moved or was withdrawn.

`HOSTS` has a file for each host that can be told so; a site asks for one with `host` in its settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from kennisbank.model import project, urls
from kennisbank.outputs import moved
from kennisbank.pages.site import Site
from kennisbank.parts import assets
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render_plain

HOSTS: Mapping[str, Mapping[str, str]] = {
    "apache": {".htaccess": "hosting/htaccess"},
    "netlify": {"_headers": "hosting/headers", "_redirects": "hosting/redirects"},
    "nginx": {"nginx.conf": "hosting/nginx.conf"},
}
"""The files of each host, in the root of the site, and the template of each."""
BESIDE_GONE: Mapping[str, str] = {"apache": ".htaccess"}
"""The file beside each notice that something was withdrawn, of a host that has no other way to be told."""
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""What a page may do (Content Security Policy Level 3): all of it with the site itself, and no more than it does."""
HEADERS: Mapping[str, str] = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""What goes along with every answer."""
SECURE = "max-age=31536000"
"""That a browser asks for nothing without https for a year: the word of a whole host, so not of a site below a path."""
LASTING, FRESH = "public, max-age=31536000, immutable", "no-cache"
"""How long an answer is kept: what has its hash in its name, and all else."""
FRAMED = urls.EMBED
"""The folder of the pages that are made to be shown in those of others."""
UNHASHED = (assets.ICON, "delen/")
"""What lies in `assets/` under a name that stays."""
TYPES: Mapping[str, str] = {
    "avif": "image/avif", "bib": "application/x-bibtex", "css": "text/css", "csv": "text/csv", "html": "text/html",
    "ico": "image/x-icon", "jpg": "image/jpeg", "js": "text/javascript", "json": "application/json",
    "jsonld": "application/ld+json", "pdf": "application/pdf", "png": "image/png",
    "ris": "application/x-research-info-systems", "svg": "image/svg+xml", "txt": "text/plain",
    "webmanifest": "application/manifest+json", "webp": "image/webp", "woff2": "font/woff2", "xml": "application/xml",
}  # fmt: skip
"""The media type of each kind of file of the site."""
NAMED: Mapping[str, str] = {
    "feed.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    urls.OPENSEARCH: "application/opensearchdescription+xml",
}
"""That of files that have another than their ending says."""
BARE = re.compile(r"^(?:application/pdf|font/|image/(?!svg))")
"""Media types that are no text: they have no character set, and are small as they are."""
SAFE = re.compile(r"[\w./~-]*")
"""An address that means itself in the file of every host; any other has its page, as everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WegView(FileView):
    """What a host is told of one notice: `pad` is its address from the host on."""

    template: ClassVar[str] = "hosting/htaccess-weg"
    pad: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostView(FileView):
    """What the files of a host say; `wortel` is the path of the site, from the host on, with a slash on both sides.

    `beleid` is the policy of a page without who may frame it, which differs by `insluiten`; `hoofden` goes along with
    everything; `veilig` is empty for a site below a path. `vast` is a pattern of what is kept for a year, of addresses
    behind `wortel`, and `bewaard` are those addresses, with a star for all that is in a folder. `soorten` are media
    types by ending, `namen` by name, `teksten` those of texts and `letters` their endings. `verhuisd` has pairs of
    addresses, `weg` those of what was withdrawn; `delen` are the folders with pages that others may not frame.
    """

    wortel: str
    beleid: str
    hoofden: Mapping[str, str]
    veilig: str
    lang: str
    kort: str
    vast: str
    bewaard: tuple[str, ...]
    insluiten: str
    soorten: Mapping[str, str]
    namen: Mapping[str, str]
    teksten: tuple[str, ...]
    letters: tuple[str, ...]
    verhuisd: tuple[tuple[str, str], ...]
    weg: tuple[str, ...]
    delen: tuple[str, ...]

    @classmethod
    def templates(cls) -> tuple[str, ...]:
        return tuple(template for files in HOSTS.values() for template in files.values())


def files(host: str, view: HostView) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of each file of a host (of `HOSTS`); none for one that cannot be told anything."""
    for address, template in HOSTS.get(host, {}).items():
        yield address, render_plain(view, template)
    if name := BESIDE_GONE.get(host):
        for address in view.weg:
            yield f"{address}{name}", render_plain(WegView(pad=view.wortel + address))


def view(site: Site, others: Iterable[str], site_url: str) -> HostView:
    """Return what a host is told of a site at an address; `others` are those of its files beside the pages."""
    root = urlsplit(site_url).path or "/"
    answers = moved.answers(site, {*others, urls.PUBLISHED})
    former = {*site.knowledge.published, *site.knowledge.moved} - answers.present
    leads = {old: answers.lead(old) for old in former if old.endswith("/")}
    gone = answers.withdrawn
    named = {address: address.split("/") for address in site.assets.written()}
    named = {address: parts for address, parts in named.items() if not address.endswith(UNHASHED)}
    lasting = {"/".join([*parts[:2], "*"]) if len(parts) > 2 else address for address, parts in named.items()}
    texts = {kind for kind in (*TYPES.values(), *NAMED.values()) if not BARE.match(kind)}
    return HostView(
        wortel=root,
        beleid="; ".join(f"{name} {value}" for name, value in POLICY.items()),
        hoofden=HEADERS,
        veilig=SECURE if root == "/" else "",
        lang=LASTING,
        kort=FRESH,
        vast=f"assets/(?!{'|'.join(re.escape(name) for name in UNHASHED)})",
        bewaard=tuple(sorted(lasting)),
        insluiten=FRAMED,
        soorten=TYPES,
        namen=NAMED,
        teksten=tuple(sorted(texts)),
        letters=tuple(sorted(ending for ending, kind in TYPES.items() if not BARE.match(kind))),
        verhuisd=tuple(
            sorted(
                (old, new)
                for old, new in leads.items()
                if new is not None and old != new and old not in gone and new not in gone and SAFE.fullmatch(old + new)
            )
        ),
        weg=tuple(sorted(address for address in gone if SAFE.fullmatch(address) and address.endswith("/"))),
        delen=tuple(sorted({address.partition("/")[0] for address in site.by_address} - {"", FRAMED.rstrip("/")})),
    )


assert tuple(HOSTS) == project.HOSTS  # what a site may ask for
