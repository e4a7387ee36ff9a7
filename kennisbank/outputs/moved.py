"""What stands at every address that was published and has no page any more: a way on to where it leads now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import published, urls
from kennisbank.model.addresses import Answers
from kennisbank.model.forge import whole
from kennisbank.outputs.feeds import Feeds
from kennisbank.pages.site import Site
from kennisbank.parts import colours, preview
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render
from kennisbank.problems.problem import quote

ALWAYS = tuple(urls.KAARTEN_PDF.values())
"""Files that are there on every site: without a browser to print them, they say where the cards are."""
SHEET = """\
<< /Type /Catalog /Pages 2 0 R /Lang (nl) /ViewerPreferences << /DisplayDocTitle true >> >>
<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>
<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R /Annots [6 0 R] >>
<< /Length {length} >> stream {content} endstream
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
<< /Type /Annot /Subtype /Link /Rect [56 704 539 724] /Border [0 0 0] /A << /S /URI /URI ({address}) >> >>
<< /Title ({title}) >>
"""
"""The objects of a PDF of one sheet of A4, one to a line."""
CONTENT = "BT /F 20 Tf 56 764 Td ({title}) Tj /F 12 Tf 0 -32 Td ({text}) Tj /F {size} Tf 0 -22 Td ({address}) Tj ET"
WIDTH, LETTER = 483, 0.52
"""Points between the margins of the sheet, and the width of a letter at a size of 1: those of an address take less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerhuisdView(FileView):
    """The page at an old or a `kort` address: the title of the page that it leads to, and where that is.

    `pad` is from here, and `adres` whole or nothing; `wortel` leads to the root of the site, with a slash at its end.
    `stijl` and `scripts` are those of every page (`pages.page.Kader`).
    """

    template: ClassVar[str] = "redirect.html"
    titel: str
    kort: bool
    wortel: str
    pad: str
    adres: str
    stijl: str
    scripts: str


def answers(site: Site, files: Iterable[str]) -> Answers:
    """Return where addresses lead on a site with these files beside its pages."""
    knowledge = site.knowledge
    return Answers(frozenset({*site.by_address, *files}), knowledge.moved, frozenset(knowledge.withdrawn))


def generate(site: Site, files: Iterable[str], site_url: str, site_name: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield the address and the text or bytes of each file for an address that moved, and the list of all addresses.

    `files` are the addresses of what is on the site beside its pages (`outputs`); `site_url` ends with `/`.
    """
    knowledge, files = site.knowledge, frozenset({*files, urls.PUBLISHED})
    known, feeds = answers(site, files), Feeds(knowledge, site_url, site_name, site.made)
    for address in sorted({*knowledge.published, *knowledge.moved, *ALWAYS} - known.present):
        lead = known.lead(address)
        if lead is None:  # the check has refused it, or passed it over for once
            continue
        if address.endswith("/"):
            yield f"{address}index.html", _redirect(site, address, lead, site_url)
        elif urls.followed(address):
            yield address, feeds.at(lead, address)
        elif lead == address:
            yield address, _made(site, address, site_url)
    # What no file of the repository knows would be forgotten: it stays until somebody has written it down.
    addresses = current(site, files) | dict.fromkeys(knowledge.unlisted, "")
    yield urls.PUBLISHED, published.written(addresses, frozenset(knowledge.withdrawn).difference(knowledge.unlisted))


def current(site: Site, files: Iterable[str]) -> dict[str, str]:
    """Return every address that was published before or is now, with the one that it moved to, or nothing."""
    knowledge = site.knowledge
    closed = map(urls.short, knowledge.codes.closed)
    frames = (frame for frame in map(urls.embedded, site.listed) if frame in site.by_address)
    here = dict.fromkeys([*site.listed, *frames, *files, *ALWAYS, *closed], "")
    return here | {**dict(knowledge.published), **dict(knowledge.moved)}


def _redirect(site: Site, address: str, lead: str, site_url: str) -> str:
    """Return the page at an old or a short address: it leads on with what stood behind the address (`moved.js`)."""
    root = "../" * address.count("/")
    title = site.head(site.by_address[lead])["title"]
    return render(
        VerhuisdView(
            titel=title,
            kort=bool(urls.code(address)),
            wortel=root,
            pad=(root + lead) or "./",
            adres=site_url + lead if whole(site_url) else "",
            stijl=site.assets.site.address,
            scripts=site.assets.scripts,
        )
    )


def _made(site: Site, address: str, site_url: str) -> bytes:
    """Return a file that no page asks for any more, or that no browser was there to print."""
    if match := re.search(r"([01]+)\.png$", address):
        order = site.views.order
        shown = [slug for slug, filled in zip(order, match[1], strict=False) if filled == "1"]
        return preview.png(shown, order, colours.of(site.knowledge.project.colours, site.knowledge.ruimtes))
    return _sheet("De kaarten van Ruimte", "Druk de kaarten af op deze pagina:", site_url + urls.KAARTEN_AFDRUKKEN)


def _sheet(title: str, text: str, address: str) -> bytes:
    """Return a PDF of one sheet of paper that says where something is: words that are read aloud, and a link."""
    said = {
        name: re.sub(r"[\\()]", r"\\\g<0>", words)
        for name, words in {"title": title, "text": text, "address": address}.items()
    }
    content = CONTENT.format(size=min(12, round(WIDTH / LETTER / len(address), 1)), **said)
    written, places = b"%PDF-1.4\n", []
    for number, line in enumerate(SHEET.format(content=content, length=len(content), **said).splitlines(), 1):
        places.append(len(written))
        body = line.replace(" stream ", " stream\n").replace(" endstream", "\nendstream")
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    return (
        written
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
            f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
        ).encode()
    )


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
