"""A page that is made, and the cutting of a long list in pages that link to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kennisbank.model import urls
from kennisbank.model.records import Verhaal
from kennisbank.parts.cards import ONWARD, Cards, View

PER_PAGE = 50
"""Stories on one page of a list."""
FIRST_ONLY = frozenset({"kruisingen", "buren", "kanten", "meer", "nabij", "nabij_titel", "vaak", "bron"})
"""What only the first page of a list shows."""


@dataclass(frozen=True)
class Page:
    """One generated page: its address, what its template shows, and its text in Markdown."""

    address: str
    meta: dict[str, Any]
    body: str = ""


def count(number: int) -> str:
    """Return a number of stories in words: "1 verhaal", "7 verhalen"."""
    return "1 verhaal" if number == 1 else f"{number} verhalen"


def paginate(views: Cards, address: str, meta: View, verhalen: Sequence[Verhaal], *, feed: bool = False) -> list[Page]:
    """Cut a list of stories in pages that link to each other; the first page alone has all of `meta`.

    Every page leads on to the ruimtes that most of its stories have, and to the werkvormen that fit those.
    """
    total = max(1, -(-len(verhalen) // PER_PAGE))
    pages = []
    for number in range(1, total + 1):
        part = verhalen[(number - 1) * PER_PAGE : number * PER_PAGE]
        shown = meta if number == 1 else {k: v for k, v in meta.items() if k not in FIRST_ONLY}
        title = meta["title"] if number == 1 else f"{meta['title']}, pagina {number}"
        crumbs = meta["kruimels"] if number == 1 else [*meta["kruimels"], {"label": meta["title"], "url": address}]
        extra = {
            "title": title,
            "kruimels": crumbs,
            "aantal": len(verhalen),
            "telling": count(len(verhalen)),
            "kaarten": [views.card(v) for v in part],
            "bladeren": pager(address, number, total),
            "feed": urls.feed(address) if feed else "",
        }
        if part or "verder" not in meta:
            common = Counter(slug for verhaal in part for slug in verhaal.ruimtes).most_common(ONWARD)
            extra["verder"] = views.onward([slug for slug, _ in common], verhalen=part[:1]) | {"verhalen": []}
        pages.append(Page(urls.numbered(address, number), shown | extra))
    return pages


def pager(address: str, number: int, total: int) -> View:
    """Return links to the previous and next page, the first, the last and those around this one.

    A gap is a row without an address, so that a page does not grow with the number of pages.
    """
    if total == 1:
        return {}
    near = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    rows: list[View] = []
    for before, shown in zip([0, *near], near, strict=False):
        if shown - before > 1:
            rows.append({"nummer": 0, "url": "", "huidig": False})
        rows.append({"nummer": shown, "url": urls.numbered(address, shown), "huidig": shown == number})
    return {
        "paginas": rows,
        "nummer": number,
        "totaal": total,
        "vorige": urls.numbered(address, number - 1) if number > 1 else "",
        "volgende": urls.numbered(address, number + 1) if number < total else "",
    }
