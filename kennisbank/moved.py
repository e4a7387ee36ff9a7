"""What stands at every address that was published and has no page any more: a way on to where it leads now."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable, Iterator

from PIL import Image, ImageDraw, ImageFont

from kennisbank import outputs, preview, published, urls
from kennisbank.addresses import FEED, Answers
from kennisbank.problems import quote
from kennisbank.rendering import environment
from kennisbank.site import Site

A4 = (1240, 1754)
"""Pixels of a sheet at 150 to the inch."""
ALWAYS = tuple(urls.KAARTEN_PDF.values())
"""Files that are there on every site: without a browser to print them, they say where the cards are."""
EPOCH = time.gmtime(0)
"""The moment that a file says it was made: the same input gives the same bytes."""


def answers(site: Site, files: Iterable[str]) -> Answers:
    """Return where addresses lead on a site with these files beside its pages."""
    knowledge = site.knowledge
    return Answers(frozenset({*site.by_address, *files}), knowledge.moved, frozenset(knowledge.withdrawn))


def generate(site: Site, files: Iterable[str], site_url: str, site_name: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield the address and the text or bytes of each file for an address that moved, and the list of all addresses.

    `files` are the addresses of what is on the site beside its pages (`outputs`); `site_url` ends with `/`.
    """
    knowledge, files = site.knowledge, frozenset({*files, urls.PUBLISHED})
    known = answers(site, files)
    for address in sorted({*knowledge.published, *knowledge.moved, *ALWAYS} - known.present):
        lead = known.lead(address)
        if lead is None:  # the check has refused it, or passed it over for once
            continue
        if address.endswith("/"):
            yield f"{address}index.html", _redirect(site, address, lead, site_url)
        elif address.endswith(f"/{FEED}"):
            yield address, outputs.feed(knowledge, lead, address, site_url, site_name)
        elif lead == address:
            yield address, _made(site, address, site_url)
    yield urls.PUBLISHED, published.written(current(site, files), knowledge.withdrawn)


def current(site: Site, files: Iterable[str]) -> dict[str, str]:
    """Return every address that was published before or is now, with the one that it moved to, or nothing."""
    knowledge = site.knowledge
    here = dict.fromkeys([*site.listed, *files, *ALWAYS], "")
    return here | {**dict(knowledge.published), **dict(knowledge.moved)}


def _redirect(site: Site, address: str, lead: str, site_url: str) -> str:
    """Return the page at an old address: it leads on with what stood behind the address (`assets/js/verhuisd.js`)."""
    root = "../" * address.count("/")
    return environment.get_template("redirect.html").render(
        titel=site.head(site.by_address[lead])["title"], wortel=root, pad=(root + lead) or "./", adres=site_url + lead
    )


def _made(site: Site, address: str, site_url: str) -> bytes:
    """Return a file that no page asks for any more, or that no browser was there to print."""
    if match := re.search(r"([01]+)\.png$", address):
        order = site.views.order
        return preview.png([slug for slug, filled in zip(order, match[1], strict=False) if filled == "1"], order)
    return _sheet(["De kaarten van Ruimte", "", "Druk ze af op deze pagina:", site_url + urls.KAARTEN_AFDRUKKEN])


def _sheet(lines: Iterable[str]) -> bytes:
    """Return a PDF of one sheet with a few lines of text."""
    sheet = Image.new("L", A4, 255)
    pen = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        pen.text((120, 160 + 56 * number), line, fill=0, font=ImageFont.load_default(36))
    written = io.BytesIO()
    sheet.save(written, "PDF", resolution=150, creationDate=EPOCH, modDate=EPOCH)
    return written.getvalue()


def unanswered(answered: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the addresses of `known` that none of the files of a site (`answered`, their paths) answers."""
    files = frozenset(answered)
    return [
        address
        for address in known
        if (f"{address}index.html" if address.endswith("/") or not address else address) not in files
    ]


def sentence(address: str) -> str:
    """Return what is wrong with a site on which an address has no answer, in Dutch."""
    return f"Het adres {quote('/' + address)} is gepubliceerd, en nu staat er niets meer."
